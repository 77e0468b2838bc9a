/** The worker's environment. */
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
  /** Certificates (PEM) that sites are trusted by, in place of the usual authorities: for a proxy that opens TLS. */
  ENRICHMENT_CA_CERTS: z.string().optional(),
  /** An OpenAI-compatible endpoint up to `/v1`; without it no model is asked. */
  ENRICHMENT_MODEL_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Its name, and the key that the endpoint wants; both as the endpoint has them. */
  ENRICHMENT_MODEL: z.string().min(1).optional(),
  ENRICHMENT_API_KEY: z.string().min(1).optional(),
  /** Of one answer, thoughts included: a model that reasons needs some thousands, and caps that leave room for them. */
  ENRICHMENT_MODEL_OUTPUT_TOKENS: z.coerce.number().int().min(1).default(900),
  /** Caps of one run, of a customer's and a team's runs in a day (UTC), and prices in USD per million tokens. */
  ENRICHMENT_MODEL_TOKENS: z.coerce.number().int().min(0).default(20_000),
  ENRICHMENT_MODEL_USD: z.coerce.number().min(0).default(0.02),
  ENRICHMENT_MODEL_CUSTOMER_DAY_TOKENS: z.coerce.number().int().min(0).default(100_000),
  ENRICHMENT_MODEL_CUSTOMER_DAY_USD: z.coerce.number().min(0).default(0.1),
  ENRICHMENT_MODEL_TEAM_DAY_TOKENS: z.coerce.number().int().min(0).default(5_000_000),
  ENRICHMENT_MODEL_TEAM_DAY_USD: z.coerce.number().min(0).default(5),
  ENRICHMENT_MODEL_INPUT_PRICE: z.coerce.number().min(0).default(0),
  ENRICHMENT_MODEL_OUTPUT_PRICE: z.coerce.number().min(0).default(0),
  /** A directory of companies that is asked for what the website leaves open; without a key it never is. */
  COMPANYENRICH_API_KEY: z.string().min(1).optional(),
  COMPANYENRICH_URL: z.url({ protocol: /^https?$/ }).default("https://api.companyenrich.com"),
  /** What a company that it knows costs, and how much a customer's and a team's day may cost, models included. */
  COMPANYENRICH_USD: z.coerce.number().min(0).default(0.02),
  COMPANYENRICH_CUSTOMER_DAY_USD: z.coerce.number().min(0).default(0.1),
  COMPANYENRICH_TEAM_DAY_USD: z.coerce.number().min(0).default(5),
  LOG_LEVEL: logLevel,
};

export type EnrichmentConfig = ReturnType<typeof readEnrichmentConfig>;

export function readEnrichmentConfig(
  read: (name: string) => string | undefined = (name) => Deno.env.get(name),
) {
  return readConfig(shape, read);
}
