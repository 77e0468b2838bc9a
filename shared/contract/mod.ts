/** The floor plan: every operation of the mesh, by name. */
import type { Operation } from "shared/operation.ts";
import { apiKeys } from "./api_keys.ts";
import { customFields } from "./custom_fields.ts";
import { branding } from "./branding.ts";
import { customers } from "./customers.ts";
import { deadLetters } from "./dead_letters.ts";
import { enrichmentRuns } from "./enrichment_runs.ts";
import { events, eventStreams } from "./events.ts";
import { files } from "./files.ts";
import { invoices } from "./invoices.ts";
import { logos } from "./logos.ts";
import { payments } from "./payments.ts";
import { portal, portalAccounts, portalDocuments, portalStreams } from "./portal.ts";
import { portalLinks } from "./portal_links.ts";
import { rates } from "./rates.ts";
import { tags } from "./tags.ts";
import { webhookDeliveries, webhooks } from "./webhooks.ts";

export {
  apiKeys,
  branding,
  customers,
  customFields,
  deadLetters,
  enrichmentRuns,
  events,
  eventStreams,
  files,
  invoices,
  logos,
  payments,
  portal,
  portalAccounts,
  portalDocuments,
  portalLinks,
  portalStreams,
  rates,
  tags,
  webhookDeliveries,
  webhooks,
};

export const DOMAINS = {
  customers,
  tags,
  invoices,
  payments,
  rates,
  events,
  eventStreams,
  portal,
  portalAccounts,
  portalDocuments,
  portalLinks,
  portalStreams,
  enrichmentRuns,
  deadLetters,
  files,
  branding,
  logos,
  apiKeys,
  customFields,
  webhooks,
  webhookDeliveries,
} as const;

export const OPERATIONS: readonly Operation[] = Object.values(DOMAINS).flatMap((domain) =>
  Object.values(domain)
);

export function findOperation(name: string): Operation | undefined {
  return OPERATIONS.find((operation) => operation.name === name);
}
