/** What can be done with invoices. */
import { z } from "zod";
import { command, domain, query } from "shared/operation.ts";
import {
  historyEntry,
  INVOICE_SORTS,
  INVOICE_STATUSES,
  invoiceRow,
  invoicesSummary,
  recordInput,
  shownInvoice,
  surroundings,
  updateInput,
} from "./invoice_shapes.ts";
import { newInvoice } from "./new_invoice.ts";
import { cursor, MAX_INPUT_BYTES, pageOf, pageSize, sortBy, uuid, writtenDay } from "./primitives.ts";

export const invoices = domain("invoices", "store", {
  record: command({
    summary: "Record an invoice or a credit note; the same id, externalId or invoiceNumber updates it",
    http: "POST /invoices",
    outcomes: ["created", "ok"],
    scope: "invoices.write",
    isDurable: true,
    identifiedBy: ["id", "externalId", "invoiceNumber"],
    maxInputBytes: MAX_INPUT_BYTES,
    input: recordInput,
    output: shownInvoice,
    errors: ["NOT_FOUND", "CONFLICT", "STALE", "KEY_REUSED"],
  }),
  create: command({
    summary:
      "Make a new invoice as compatible clients order it; POST /invoices takes it too, by its deliveryType",
    http: "POST /invoices/new",
    outcomes: ["created"],
    scope: "invoices.write",
    input: newInvoice,
    output: shownInvoice,
    errors: ["NOT_FOUND", "CONFLICT", "KEY_REUSED"],
  }),
  update: command({
    summary: "Move an invoice on: issue, pay in full, cancel, refund; or note something beside it",
    http: ["PATCH /invoices/{id}", "PUT /invoices/{id}"],
    scope: "invoices.write",
    input: updateInput,
    output: shownInvoice,
    errors: ["NOT_FOUND", "CONFLICT", "STALE", "KEY_REUSED"],
  }),
  delete: command({
    summary: "Delete a draft or a canceled invoice; answers it as it was",
    http: "DELETE /invoices/{id}",
    scope: "invoices.write",
    input: z.object({ id: uuid }),
    output: shownInvoice,
    errors: ["NOT_FOUND", "CONFLICT", "STALE", "KEY_REUSED"],
  }),
  get: query({
    summary: "List invoices, a page at a time",
    http: "GET /invoices",
    scope: "invoices.read",
    input: z.object({
      q: z.string().max(200).nullish(),
      sort: sortBy(INVOICE_SORTS),
      cursor,
      pageSize: pageSize(25, 100),
      customers: z.array(uuid).max(100).nullish(),
      ids: z.array(uuid).max(100).nullish(),
      statuses: z.array(z.enum(INVOICE_STATUSES)).max(7).nullish(),
      /** Range of due dates, both ends included. */
      start: writtenDay.nullish(),
      end: writtenDay.nullish(),
      /** The mesh keeps no recurring invoices: what asks for them finds none. */
      recurring: z.boolean().nullish(),
      recurringIds: z.array(uuid).max(100).nullish(),
    }),
    output: pageOf(invoiceRow.extend(surroundings.shape)),
  }),
  getById: query({
    summary: "One invoice with its lines and payments",
    http: "GET /invoices/{id}",
    scope: "invoices.read",
    input: z.object({ id: uuid }),
    output: shownInvoice,
    errors: ["NOT_FOUND"],
  }),
  getHistory: query({
    summary: "What happened to an invoice, oldest first: the newest 1000 entries",
    http: "GET /invoices/{id}/history",
    scope: "invoices.read",
    input: z.object({ id: uuid }),
    output: z.object({ data: z.array(historyEntry) }),
    errors: ["NOT_FOUND"],
  }),
  getSummary: query({
    summary: "What the team's invoices add up to, in its base currency, at the newest rates",
    http: "GET /invoices/summary",
    scope: "invoices.read",
    input: z.object({
      statuses: z.array(z.enum(INVOICE_STATUSES)).max(7).nullish(),
      /** One of them: the spelling of older clients. */
      status: z.enum(INVOICE_STATUSES).nullish(),
    }),
    output: invoicesSummary,
  }),
  getPaymentStatus: query({
    summary: "How punctually the team is paid: invoices of the last twelve months, by due date",
    http: "GET /invoices/payment-status",
    scope: "invoices.read",
    input: z.object({}),
    output: z.object({
      /** Of ten invoices so many were paid in time; 0 when there were none. */
      score: z.number().int().min(0).max(10),
      /** `good` from 8 on, `average` from 5 on. */
      paymentStatus: z.enum(["none", "good", "average", "bad"]),
      paidInTime: z.number().int(),
      paidLate: z.number().int(),
      overdue: z.number().int(),
      /** Due dates from this day on. */
      from: z.string(),
      asOf: z.string(),
    }),
  }),
});
