/** Keeps an open portal page fresh: tells its visitor that something changed, and nothing about what. */
import type { EventPage } from "shared/contract/events.ts";
import type { EventName } from "shared/contract/messages.ts";
import type { portalStreams } from "shared/contract/portal.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import type { Answer } from "../answer/answer.ts";
import { openEventStream } from "../events/event_stream.ts";
import type { Exchange } from "../exchange.ts";
import type { Gateway } from "../gateway.ts";
import { locatePortal } from "./locate_portal.ts";

/** What a portal page shows; enrichment and the rest of a customer's life are not the customer's business. */
const SHOWN: EventName[] = [
  "invoices.recorded",
  "invoices.credited",
  "invoices.deleted",
  "payments.recorded",
  "payments.voided",
  "customers.updated",
  "customers.portalDisabled",
  "customers.portalRotated",
  "customers.portalLinkChanged",
  "customers.deleted",
  "customers.erased",
];

/** After one of these the link may be no good any more: its stream ends at once. An expiry is seen within a heartbeat. */
const ENDING: ReadonlySet<EventName> = new Set(
  SHOWN.filter((name) => /^customers\.(portal|deleted|erased)/.test(name)),
);

/** @throws {OperationError} NOT_FOUND, GONE for a link that opens nothing; RATE_LIMITED when too many are open. */
export async function openPortalStream(
  gateway: Gateway,
  { portalId, after }: ParsedInputOf<typeof portalStreams.open>,
  exchange: Exchange,
): Promise<Answer> {
  const { teamId, customerId } = await locatePortal(gateway, { portalId });
  const question = {
    input: { after, customerId, names: SHOWN },
    caller: { teamId, actor: "portal", door: "portal" } as const,
    admitAgain: () => locatePortal(gateway, { portalId }),
    write: writeChange,
    isAboutAdmission: ({ data }: EventPage) => data.some(({ name }) => ENDING.has(name)),
  };
  return await openEventStream(gateway, question, exchange);
}

function writeChange({ meta }: EventPage): string {
  return `id: ${meta.position}\ndata: changed\n\n`;
}
