/** The worker's environment: the only file here that reads it. */
import { z } from "zod";
import { list, logLevel, readConfig } from "shared/config.ts";

const shape = {
  ENRICHMENT_NATS_URL: z.string().min(1),
  ENRICHMENT_NATS_USER: z.string().optional(),
  ENRICHMENT_NATS_PASSWORD: z.string().optional(),
  /** `host:port,…` on loopback that may be read besides the public web; for development and tests. */
  ENRICHMENT_ALLOW_FETCH: list,
  /** `ip,…` of name servers; none means the system's own. */
  ENRICHMENT_DNS_SERVERS: list,
  LOG_LEVEL: logLevel,
};

export function readEnrichmentConfig(
  read: (name: string) => string | undefined = (name) => Deno.env.get(name),
) {
  return readConfig(shape, read);
}
