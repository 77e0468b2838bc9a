/** What somebody who runs the mesh on servers of their own has to say, and nothing that can be made up for them. */
import { z } from "zod";

const serverUrl = (...protocols: string[]) =>
  z.string().refine(
    (text) => text.split(",").every((url) => protocols.includes(URL.parse(url.trim())?.protocol ?? "")),
    `must begin with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`,
  );

const shape = z.strictObject({
  /** Where browsers and clients reach the gateway; portal links begin with it. */
  publicUrl: z.url(),
  gatewayHost: z.string().min(1).default("127.0.0.1"),
  gatewayPort: z.int().min(1).max(65535).default(8080),
  /** Proxies in front of the gateway whose `X-Forwarded-For` is believed. */
  trustedProxies: z.array(z.string()).default([]),
  /** Origins of other pages, such as a dashboard, that may ask the gateway. */
  allowedOrigins: z.array(z.url()).default([]),
  databaseUrl: serverUrl("postgres:", "postgresql:"),
  /** One server, or those of a cluster with commas between; passwords are made here, not stated. */
  natsUrl: serverUrl("nats:"),
  /** Where nats-server keeps the streams. */
  streamsFolder: z.string().min(1).default("/var/lib/nats"),
  /** Copies that a cluster keeps of each stream. */
  streamReplicas: z.int().min(1).max(5).default(1),
  /** IPv4 addresses of the resolvers that enrichment asks; those of this machine when left out. */
  nameServers: z.array(z.ipv4()).optional(),
  /** `ENRICHMENT_MODEL_URL`, `COMPANYENRICH_API_KEY` and the like; see `services/enrichment/config.ts`. */
  enrichment: z.record(z.string().regex(/^(ENRICHMENT|COMPANYENRICH)_/), z.string()).default({}),
  /** Sellers, each with what `services/store/provision.ts` takes besides id and key. */
  teams: z.array(z.looseObject({ name: z.string().min(1) })).min(1).refine(
    (teams) => new Set(teams.map(({ name }) => name)).size === teams.length,
    "two teams have one name",
  ),
});

export type DeploySettings = z.output<typeof shape>;

/** @throws {TypeError} that names every setting that is missing or wrong. */
export function parseSettings(input: unknown): DeploySettings {
  const result = shape.safeParse(input);
  if (result.success) return result.data;
  const wrong = result.error.issues.map(({ path, message }) =>
    `  ${path.join(".") || "settings"}: ${message}`
  );
  throw new TypeError(`These settings cannot be used:\n${wrong.join("\n")}`);
}
