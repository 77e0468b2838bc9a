/** What the service reaches for itself, as permissions name it; nothing that a page or a customer names may lead there. */
import { hostsOf, webHostsOf } from "shared/hosts_of.ts";
import type { EnrichmentConfig } from "./config.ts";

const NATS_PORT = 4222;
const DNS_PORT = 53;

export function listOwnHosts(config: EnrichmentConfig): string[] {
  const brokers = hostsOf(config.ENRICHMENT_NATS_URL, NATS_PORT);
  const resolvers = config.ENRICHMENT_DNS_SERVERS.map((ip) => ip.includes(":") ? ip : `${ip}:${DNS_PORT}`);
  const directory = config.COMPANYENRICH_API_KEY === undefined ? undefined : config.COMPANYENRICH_URL;
  const asked = [config.ENRICHMENT_MODEL_URL, directory].flatMap((url) =>
    url === undefined ? [] : webHostsOf(url)
  );
  return [...brokers, ...resolvers, ...asked];
}
