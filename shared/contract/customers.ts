/** Customers: what can be asked or ordered about them. */
import { z } from "zod";
import { command, domain, query } from "shared/operation.ts";
import { customerListInput, listedCustomer } from "./customer_list.ts";
import {
  customer,
  ENRICHMENT_STATUSES,
  invoiceSummary,
  nullableText,
  portalInvoice,
  portalState,
  updateInput,
  upsertInput,
} from "./customer_shapes.ts";
import { enrichmentValue, PROFILE_FIELDS, run } from "./enrichment_runs.ts";
import { countedPageOf, cursor, pageSize, uuid } from "./primitives.ts";

export { CUSTOMER_SORTS } from "./customer_list.ts";
export type { Customer } from "./customer_shapes.ts";

const byId = z.object({ id: uuid });

const portalIdInput = z.string().regex(/^[A-Za-z0-9_-]{21}$/, "Not a portal link");

export const customers = domain("customers", "store", {
  get: query({
    summary: "List and search customers, a page at a time",
    http: "GET /customers",
    scope: "customers.read",
    input: customerListInput,
    output: countedPageOf(listedCustomer),
  }),
  getById: query({
    summary: "One customer",
    http: "GET /customers/{id}",
    scope: "customers.read",
    input: byId,
    output: customer,
    errors: ["NOT_FOUND"],
  }),
  upsert: command({
    summary: "Create a customer, or update the one with this id or externalId",
    http: "POST /customers",
    outcomes: ["created", "ok"],
    scope: "customers.write",
    isDurable: true,
    input: upsertInput,
    output: customer,
    errors: ["NOT_FOUND", "CONFLICT", "KEY_REUSED"],
  }),
  update: command({
    summary: "Change some fields of a customer (merge patch, RFC 7396)",
    http: ["PATCH /customers/{id}", "PUT /customers/{id}"],
    scope: "customers.write",
    input: updateInput,
    output: customer,
    errors: ["NOT_FOUND", "CONFLICT", "STALE", "KEY_REUSED"],
  }),
  delete: command({
    summary: "Delete a customer; refused while invoices exist",
    http: "DELETE /customers/{id}",
    scope: "customers.write",
    input: byId,
    output: customer,
    errors: ["NOT_FOUND", "CONFLICT", "STALE"],
  }),
  getInvoiceSummary: query({
    summary: "What a customer was invoiced, has paid and still owes",
    http: "GET /customers/{id}/invoice-summary",
    scope: "customers.read",
    input: byId,
    output: invoiceSummary,
    errors: ["NOT_FOUND"],
  }),
  enrich: command({
    summary: "Read the customer's website again; joins a run that is already under way for it",
    http: "POST /customers/{id}/enrichment",
    outcomes: ["accepted"],
    scope: "customers.write",
    input: byId,
    output: z.object({ queued: z.boolean(), run }),
    errors: ["NOT_FOUND", "INVALID", "OVERLOADED"],
  }),
  getEnrichment: query({
    summary: "The latest run, its progress, and every value with its evidence",
    http: "GET /customers/{id}/enrichment",
    scope: "customers.read",
    input: byId,
    output: z.object({
      customerId: uuid,
      status: z.enum(ENRICHMENT_STATUSES).nullable(),
      run: run.nullable(),
      values: z.array(enrichmentValue),
    }),
    errors: ["NOT_FOUND"],
  }),
  cancelEnrichment: command({
    summary: "Stop the run under way; from the answer on nothing of it lands",
    http: "POST /customers/{id}/enrichment/cancel",
    scope: "customers.write",
    input: byId,
    output: z.object({
      /** True when the latest run is cancelled (by this call or an earlier one). */
      cancelled: z.boolean(),
      run: run.nullable(),
    }),
    errors: ["NOT_FOUND"],
  }),
  clearEnrichment: command({
    summary: "Remove every value that enrichment wrote; what a person typed stays",
    http: "DELETE /customers/{id}/enrichment",
    scope: "customers.write",
    input: byId,
    output: z.object({ cleared: z.literal(true), fields: z.array(z.enum(PROFILE_FIELDS)) }),
    errors: ["NOT_FOUND"],
  }),
  togglePortal: command({
    summary: "Switch a customer's portal on or off; switching it on again makes a new link",
    scope: "customers.write",
    input: z.object({ customerId: uuid, enabled: z.boolean() }),
    output: portalState,
    errors: ["NOT_FOUND"],
    http: "PUT /customers/{customerId}/portal",
  }),
  rotatePortal: command({
    summary: "Make a new portal link; the old one answers 410 from now on",
    http: "POST /customers/{customerId}/portal/rotate",
    scope: "customers.write",
    input: z.object({ customerId: uuid }),
    output: portalState,
    errors: ["NOT_FOUND", "CONFLICT"],
  }),
  getByPortalId: query({
    summary: "What a portal link shows of the customer; null when there is none",
    http: "GET /portal/{portalId}",
    scope: "public",
    input: z.object({ portalId: portalIdInput }),
    output: z.object({
      customer: z.object({
        name: z.string(),
        portalEnabled: z.boolean(),
        portalId: z.string(),
        team: z.object({ name: z.string(), logoUrl: nullableText, baseCurrency: z.string() }),
      }),
      summary: invoiceSummary,
    }).nullable(),
    errors: ["GONE"],
  }),
  getPortalInvoices: query({
    summary: "The invoices behind a portal link, newest first",
    http: "GET /portal/{portalId}/invoices",
    scope: "public",
    input: z.object({ portalId: portalIdInput, cursor, pageSize: pageSize(10, 50) }),
    output: z.object({ data: z.array(portalInvoice), meta: z.object({ cursor: nullableText }) }),
    errors: ["GONE"],
  }),
});
