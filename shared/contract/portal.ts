/** What can be asked about a customer's own view, of the store and of the portal service. */
import { z } from "zod";
import { command, document, domain, query } from "shared/operation.ts";
import { invoiceRow } from "./invoice_shapes.ts";
import { currency } from "./listed_codes.ts";
import {
  dayOrNothing,
  facts,
  keptDocument,
  link,
  listing,
  ofInvoice,
  period,
  PLAIN_PAGES,
  portalAccount,
  portalInvoiceView,
  portalStatement,
  reader,
  selection,
  visitor,
} from "./portal_shapes.ts";
import { cursor, pageSize, uuid } from "./primitives.ts";

/** Answered by the store; null when there is no such link, GONE when it was replaced, revoked or has expired. */
export const portalAccounts = domain("portalAccounts", "store", {
  get: query({
    summary: "The account behind a portal link",
    scope: "public",
    input: link.extend(listing),
    output: portalAccount.nullable(),
    errors: ["GONE"],
  }),
  getInvoice: query({
    summary: "One invoice behind a portal link or file key; a link to one invoice needs no id",
    scope: "public",
    input: link.extend({ invoiceId: uuid.optional() }),
    output: portalInvoiceView.nullable(),
    errors: ["UNAUTHENTICATED", "GONE"],
  }),
  getStatement: query({
    summary: "What happened on the account behind a portal link",
    scope: "public",
    input: link.extend({ ...period, currency: currency.nullish() }),
    output: portalStatement.nullable(),
    errors: ["GONE"],
  }),
  listInvoices: query({
    summary: "The invoices behind a portal link, newest first, for files of many",
    scope: "public",
    input: link.extend({ ...selection, cursor, pageSize: pageSize(200, 200) }),
    output: z.object({
      customer: reader,
      data: z.array(invoiceRow),
      cursor: z.string().nullable(),
    }).nullable(),
    errors: ["GONE"],
  }),
  /** For the gateway, which keeps open pages fresh. */
  locate: query({
    summary: "Whose account a portal link opens, or of which customer the invoice is that a file key opens",
    scope: "system",
    input: link.extend({ invoiceId: uuid.optional() }),
    output: z.object({ teamId: uuid, customerId: uuid }).nullable(),
    errors: ["GONE"],
  }),
});

/** Answered by the gateway itself, as `eventStreams` is. */
export const portalStreams = domain("portalStreams", "gateway", {
  open: document({
    summary: "Server-sent events that say that an account changed, for a page that is open",
    http: "GET /p/{portalId}/live",
    scope: "public",
    input: link.extend({ after: z.number().int().min(0) }),
    output: "text/event-stream",
    errors: ["GONE", "RATE_LIMITED"],
  }),
});

/** What was handed out once is handed out again, byte for byte. For the portal service only. */
export const portalDocuments = domain("portalDocuments", "store", {
  find: query({
    summary: "The document that says these things about an invoice, if it was ever made",
    scope: "system",
    input: facts,
    output: keptDocument.nullable(),
    errors: ["GONE"],
  }),
  keep: command({
    summary: "Keep a document for ever; answers the one that was kept first",
    scope: "system",
    input: facts.extend(keptDocument.shape),
    output: keptDocument,
    errors: ["NOT_FOUND", "GONE"],
  }),
});

/** Drawn by the portal service. Unknown and ended links get a page of their own with the outcome in a header. */
export const portal = domain("portal", "portal", {
  accountPage: document({
    summary: "The account as a page",
    http: "GET /p/{portalId}/",
    scope: "public",
    input: link.extend({ ...listing, ...visitor }),
    output: "text/html; charset=utf-8",
  }),
  invoicePage: document({
    summary: "One invoice as a page",
    http: "GET /p/{portalId}/invoices/{invoiceId}",
    scope: "public",
    input: link.extend(ofInvoice),
    output: "text/html; charset=utf-8",
  }),
  invoicePdf: document({
    summary: "One invoice or credit note as a PDF, with the e-invoice inside; the same bytes for ever",
    http: "GET /p/{portalId}/invoices/{invoiceId}.pdf",
    scope: "public",
    input: link.extend(ofInvoice),
    output: "application/pdf",
  }),
  receiptPage: document({
    summary: "What was received for an invoice, as a page",
    http: "GET /p/{portalId}/receipts/{invoiceId}",
    scope: "public",
    input: link.extend(ofInvoice),
    output: "text/html; charset=utf-8",
  }),
  receiptPdf: document({
    summary: "The receipt of a paid invoice as a PDF",
    http: "GET /p/{portalId}/receipts/{invoiceId}.pdf",
    scope: "public",
    input: link.extend(ofInvoice),
    output: "application/pdf",
  }),
  statementPage: document({
    summary: "A statement of account as a page: of a period, or of the last twelve months",
    http: "GET /p/{portalId}/statement",
    scope: "public",
    input: link.extend({ from: dayOrNothing, to: dayOrNothing, ...visitor }),
    output: "text/html; charset=utf-8",
  }),
  statementPdf: document({
    summary: "A statement of account as a PDF, of all time or of a period",
    http: "GET /p/{portalId}/statement.pdf",
    scope: "public",
    input: link.extend({ ...period, currency: currency.nullish(), ...visitor }),
    output: "application/pdf",
  }),
  accountCsv: document({
    summary: "The invoices of the account as a table (CSV, UTF-8)",
    http: "GET /p/{portalId}/account.csv",
    scope: "public",
    input: link.extend({ ...selection, ...visitor }),
    output: "text/csv; charset=utf-8",
  }),
  archive: document({
    summary:
      "Invoices as PDFs in one archive (ZIP), by selection, period or all, with a list of what is in it",
    http: "GET /p/{portalId}/invoices.zip",
    scope: "public",
    input: link.extend({ ...selection, ...visitor }),
    output: "application/zip",
  }),
  /** The form of the page that says that a link has ended; the gateway reads it. */
  requestLink: document({
    summary: "Ask for a new link by e-mail; the same answer whatever was typed",
    scope: "public",
    input: link.extend({ email: z.string().max(254), ...visitor }),
    output: "text/html; charset=utf-8",
  }),
  /** For the gateway, which shows it when it cannot ask for the right page. */
  plainPage: document({
    summary: "A page that stands for another one that is not to be had",
    scope: "system",
    input: z.object({ page: z.enum(PLAIN_PAGES), ...visitor }),
    output: "text/html; charset=utf-8",
  }),
  download: document({
    summary: "An invoice or receipt in the way of compatible clients, by a link to it or with a file key",
    http: "GET /files/download/invoice",
    scope: "public",
    input: z.object({
      /** As `portalLinks.create` made it; it can expire and be revoked. Those of compatible programs are longer: unknown, not wrong. */
      token: z.string().max(1_000).optional(),
      /** Of an invoice, together with `fk`; goes before a token. */
      id: uuid.optional(),
      /** As `files.getKey` gave it. */
      fk: z.string().max(1_000).optional(),
      type: z.enum(["invoice", "receipt"]).default("invoice"),
      /** `true`: shown in the browser instead of saved. Compatible clients may send anything, which then does nothing. */
      preview: z.boolean().optional().catch(false),
      ...visitor,
    }),
    output: "application/pdf",
    errors: ["UNAUTHENTICATED", "NOT_FOUND", "GONE"],
  }),
});
