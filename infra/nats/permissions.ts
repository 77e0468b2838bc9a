/** Who may say and hear what on the bus: one table, deny by default. */

export interface Permissions {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
}

export const MESH_USERS = [
  "gateway",
  "store",
  "store_publisher",
  "enrichment",
  "portal",
  "operator",
] as const;
export type MeshUser = typeof MESH_USERS[number];

export function inboxPrefix(user: MeshUser): string {
  return `_INBOX_${user}`;
}

export const PERMISSIONS: Readonly<Record<MeshUser, Permissions>> = {
  gateway: {
    publish: ["rpc.>", "control.request.*", "$SRV.>"],
    subscribe: [inbox("gateway"), "event.>"],
  },
  // Answers only into the inboxes of those who may ask. It shares no user with `store_publisher`, or a forged reply
  // subject could make the store announce an event or order a job in its own name.
  store: {
    publish: [inbox("gateway"), inbox("portal"), inbox("enrichment"), inbox("operator")],
    subscribe: ["rpc.*.*.*", "control.request.*", "$SRV.>", inbox("store")],
  },
  store_publisher: {
    publish: [
      ...["event.>", "job.>", "control.run.*", "dlq.>"],
      // For `deadLetters.retry`: an operator has a message that was put aside taken once more.
      "ingest.*.*.*",
      ...["INGEST", "EVENTS", "JOBS", "DLQ"].flatMap(streamKeeping),
      ...["$JS.API.INFO", "$JS.API.STREAM.NAMES"],
      ...["INGEST", "EVENTS", "DLQ"].flatMap(messageErasing),
      "$JS.API.STREAM.MSG.GET.JOBS",
      ...consumerKeeping("INGEST"),
      ...consumerKeeping("JOBS"),
      ...consuming("INGEST", "store"),
    ],
    subscribe: [inbox("store_publisher"), "$JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES.>"],
  },
  enrichment: {
    publish: [
      ...["rpc.system.enrichmentRuns.*", "rpc.system.webhookDeliveries.*", "control.request.*"],
      "dlq.JOBS.malformed",
      ...["$JS.API.STREAM.INFO.JOBS", "$JS.API.STREAM.NAMES"],
      ...consuming("JOBS", "enrichment"),
      ...[inbox("gateway"), inbox("operator")],
    ],
    subscribe: [inbox("enrichment"), "control.run.*", "$SRV.>"],
  },
  portal: {
    publish: [
      ...["rpc.public.portalAccounts.*", "rpc.system.portalDocuments.*", "rpc.system.portalLinks.request"],
      "rpc.public.branding.logo",
      ...["control.request.*"],
      ...[inbox("gateway"), inbox("operator")],
    ],
    subscribe: ["rpc.*.portal.*", "control.request.*", "$SRV.>", inbox("portal")],
  },
  // A person with a NATS tool: looks at everything, asks, and takes care of streams and dead letters.
  operator: {
    publish: ["rpc.>", "control.request.*", "$SRV.>", "$JS.API.>", "$JS.ACK.>"],
    subscribe: [">"],
  },
};

/** An outside service of one team: five commands and their acknowledgements. Its own account hides all the rest. */
export function publisherPermissions(teamId: string): Permissions {
  const commands = [
    "invoices.record",
    "payments.record",
    "payments.void",
    "customers.upsert",
    "rates.record",
  ];
  return {
    publish: commands.map((command) => `ingest.${teamId}.${command}`),
    subscribe: ["_INBOX.>"],
  };
}

function inbox(user: MeshUser): string {
  return `${inboxPrefix(user)}.>`;
}

function streamKeeping(stream: string): string[] {
  return ["INFO", "CREATE", "UPDATE"].map((verb) => `$JS.API.STREAM.${verb}.${stream}`);
}

/** May delete single messages of these streams, but neither empty nor delete a stream. */
function messageErasing(stream: string): string[] {
  return ["GET", "DELETE"].map((verb) => `$JS.API.STREAM.MSG.${verb}.${stream}`);
}

function consumerKeeping(stream: string): string[] {
  return ["CREATE", "DURABLE.CREATE", "INFO"].map((verb) => `$JS.API.CONSUMER.${verb}.${stream}.>`);
}

function consuming(stream: string, durable: string): string[] {
  return [
    `$JS.API.CONSUMER.INFO.${stream}.${durable}`,
    `$JS.API.CONSUMER.MSG.NEXT.${stream}.${durable}`,
    `$JS.ACK.${stream}.${durable}.>`,
  ];
}
