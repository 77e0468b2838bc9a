/** Customers: what can be asked or ordered about them. */
import { z } from "zod";
import { command, domain, query } from "shared/operation.ts";
import { customerEnrichment } from "./customer_enrichment.ts";
import { customerListInput, listedCustomer } from "./customer_list.ts";
import { invoiceSummary, portalInvoice, portalState, statement } from "./customer_account.ts";
import {
  customer,
  savedCustomer,
  uncheckedUpsertInput,
  updateInput,
  upsertCounts,
  upsertInput,
  upsertResult,
} from "./customer_shapes.ts";
import { erasure } from "./erasures.ts";
import { event, eventNames } from "./messages.ts";
import { currency } from "./listed_codes.ts";
import {
  countedPageOf,
  cursor,
  day,
  forwardPageOf,
  MAX_INPUT_BYTES,
  moment,
  nullableText,
  pageSize,
  uuid,
  wholeNumber,
} from "./primitives.ts";

export { CUSTOMER_SORTS } from "./customer_list.ts";
export type { Customer } from "./customer_shapes.ts";

const MAX_BATCH_ITEMS = 500;

const byId = z.object({ id: uuid });

/** What is no link at all must be answered like an unknown one, so any short text is taken. */
const portalIdInput = z.string().max(100);

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
    input: byId.extend({
      expand: z.array(z.enum(["invoiceSummary", "history"])).max(2).nullish()
        .meta({ description: "Also what it owes, or its newest 10 events" }),
    }),
    output: customer.extend({
      invoiceSummary: invoiceSummary.optional(),
      history: z.array(event).optional(),
    }),
    errors: ["NOT_FOUND"],
  }),
  upsert: command({
    summary: "Create a customer, or update the one with this id or externalId",
    http: "POST /customers",
    outcomes: ["created", "ok"],
    scope: "customers.write",
    isDurable: true,
    identifiedBy: ["id", "externalId"],
    input: upsertInput,
    output: savedCustomer,
    errors: ["NOT_FOUND", "CONFLICT", "STALE", "KEY_REUSED"],
  }),
  upsertMany: command({
    summary: "Create or update up to 500 customers; each succeeds or fails by itself",
    http: "POST /customers/batch",
    scope: "customers.write",
    timeoutMs: 30_000,
    maxInputBytes: MAX_INPUT_BYTES,
    input: z.object({ items: z.array(uncheckedUpsertInput).min(1).max(MAX_BATCH_ITEMS) }),
    output: z.object({ counts: upsertCounts, results: z.array(upsertResult) }),
    errors: ["KEY_REUSED"],
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
    summary: "Delete a customer; refused while invoices exist, unless forced",
    http: "DELETE /customers/{id}",
    scope: "customers.write",
    timeoutMs: 30_000,
    /** Forced, its invoices stay, with the buyer as printed and without a customer. */
    input: byId.extend({ force: z.boolean().optional() }),
    output: customer,
    errors: ["NOT_FOUND", "CONFLICT", "STALE"],
  }),
  erase: command({
    summary:
      "Remove a customer's data for good, also of a deleted one; refused while invoices are open, unless forced",
    http: "POST /customers/{id}/erasure",
    outcomes: ["accepted"],
    scope: "customers.write",
    timeoutMs: 30_000,
    /** Forced, what is open stays to be paid, and what was never issued is canceled without its buyer. */
    input: byId.extend({ force: z.boolean().optional() }),
    output: erasure,
    errors: ["NOT_FOUND", "CONFLICT", "STALE", "KEY_REUSED"],
  }),
  getErasure: query({
    summary: "What was removed of an erased customer, and what is still searched for its data",
    http: "GET /customers/{id}/erasure",
    scope: "customers.read",
    input: byId,
    output: erasure,
    errors: ["NOT_FOUND"],
  }),
  getHistory: query({
    summary: "What happened to a customer and to what belongs to it, newest first; also once it is deleted",
    http: "GET /customers/{id}/history",
    scope: "customers.read",
    input: z.object({
      id: uuid,
      cursor,
      pageSize: pageSize(25, 100),
      names: eventNames.nullish().meta({
        description: "Only these; when left out, all that the key may read",
      }),
    }),
    output: forwardPageOf(event),
    errors: ["NOT_FOUND"],
  }),
  archive: command({
    summary: "Put a customer aside: everything stays, and its externalId becomes free for another",
    http: "POST /customers/{id}/archive",
    scope: "customers.write",
    input: byId,
    output: customer,
    errors: ["NOT_FOUND", "STALE"],
  }),
  restore: command({
    summary: "Take an archived customer back; refused while another one has its externalId",
    http: "POST /customers/{id}/restore",
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
  getStatement: query({
    summary: "Statement of account for a period: opening, lines with running balance, closing, by currency",
    http: "GET /customers/{id}/statement",
    scope: "customers.read",
    input: byId.extend({
      /** First day; when left out, from the beginning. */
      from: day.nullish(),
      /**
       * Last day. When left out, the seller's present day, or the later one of something that is dated ahead and counts
       * already: so the closing balance is what is owed.
       */
      to: day.nullish(),
      currency: currency.nullish(),
    }),
    output: statement,
    errors: ["NOT_FOUND"],
  }),
  ...customerEnrichment,
  togglePortal: command({
    summary: "Switch a customer's portal on or off; switching it on again makes a new link",
    scope: "customers.write",
    input: z.object({ customerId: uuid, enabled: z.boolean() }),
    output: portalState,
    errors: ["NOT_FOUND", "STALE"],
    http: "PUT /customers/{customerId}/portal",
  }),
  rotatePortal: command({
    summary:
      "Make a new portal link; the old one answers 410 from now on, or when its days of grace are over",
    http: "POST /customers/{customerId}/portal/rotate",
    scope: "customers.write",
    input: z.object({
      customerId: uuid,
      graceDays: wholeNumber(0, 14).default(0),
      /** When the new link ends; never, if not said. */
      expiresAt: moment.nullish(),
    }),
    output: portalState,
    errors: ["NOT_FOUND", "CONFLICT", "STALE"],
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
    output: forwardPageOf(portalInvoice),
    errors: ["GONE"],
  }),
});
