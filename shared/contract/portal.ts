/** The customer's own view: what the store tells the portal service, and what the portal service draws. */
import { z } from "zod";
import { command, document, domain, query } from "shared/operation.ts";
import { brandLogo } from "./branding.ts";
import { invoice, invoiceRow, party } from "./invoices.ts";
import { payment } from "./payments.ts";
import { statement } from "./customer_account.ts";
import { currency, cursor, day, pageSize, uuid } from "./primitives.ts";

/** A path segment that is no link at all must be answered like an unknown one, so any short text is taken. */
export const link = z.object({ portalId: z.string().min(1).max(100) });

const seller = party.extend({
  /** As set; `#rrggbb`. */
  color: z.string().nullable(),
  logo: brandLogo.nullable(),
  phone: z.string().nullable(),
  /** Lines for "how to pay", such as an IBAN; label and text. */
  paymentDetails: z.array(z.object({ label: z.string(), text: z.string() })),
  /** IANA name; overdue is judged by this calendar. */
  timeZone: z.string(),
});

/** For whom it is drawn; the locale is a language tag (BCP 47), when the customer's language is known. */
const reader = z.object({
  name: z.string(),
  locale: z.string().nullable(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().nullable(),
});

/** What is open in one currency, by age; the five amounts add up to `outstanding`. */
const aging = z.object({
  currency: z.string(),
  outstanding: z.number(),
  overdue: z.number(),
  overdueCount: z.number().int(),
  openCount: z.number().int(),
  notDue: z.number(),
  days1To30: z.number(),
  days31To60: z.number(),
  days61To90: z.number(),
  over90Days: z.number(),
  oldestDueDate: z.string().nullable(),
  nextDueDate: z.string().nullable(),
  /** In the customer's favour: paid too much, or an unused credit note. */
  credit: z.number(),
  /** Paid this calendar year. */
  paidThisYear: z.number(),
});

const portalAccount = z.object({
  seller,
  customer: reader,
  /** The seller's calendar day. */
  today: z.string(),
  /** Of the team's feed (`events.list`): what happened after it is not in here. */
  position: z.number().int(),
  /** Largest open sum first; money never crosses currencies. */
  balances: z.array(aging),
  counts: z.object({ all: z.number(), open: z.number(), overdue: z.number(), paid: z.number() }),
  firstInvoiceDate: z.string().nullable(),
  invoices: z.array(invoiceRow.extend({ firstLine: z.string().nullable() })),
  page: z.object({ cursor: z.string().nullable(), hasPreviousPage: z.boolean() }),
  payments: z.array(payment.extend({ invoiceNumber: z.string() })),
});

export type PortalAccount = z.infer<typeof portalAccount>;

const portalInvoiceView = z.object({
  seller,
  customer: reader,
  today: z.string(),
  /** As in the account. */
  position: z.number().int(),
  /** False for a link to this invoice alone. */
  opensAccount: z.boolean(),
  invoice,
});

export type PortalInvoiceView = z.infer<typeof portalInvoiceView>;

const portalStatement = z.object({
  seller,
  customer: reader.extend({ addressLines: z.array(z.string()) }),
  statement,
});

export type PortalStatement = z.infer<typeof portalStatement>;

const PORTAL_SORTS = ["newest", "oldest", "due", "amount"] as const;

/** A form without script sends an empty field as well, and a page is no place to scold: what is no day is none. */
const dayOrNothing = day.nullish().catch(null);

const listing = {
  status: z.enum(["all", "open", "overdue", "paid"]).default("all"),
  /** Of a longer one the beginning: nobody who searches a page should be told that there is none. */
  q: z.string().transform((text) => [...text].slice(0, 100).join("")).nullish(),
  /** Of the issue date, both days included. */
  from: dayOrNothing,
  to: dayOrNothing,
  sort: z.enum(PORTAL_SORTS).catch("newest").default("newest"),
  cursor,
  pageSize: pageSize(25, 200),
};

/** Both ends belong to it; by issue date, or for a statement by the day of each line. */
const period = { from: day.nullish(), to: day.nullish() };

const selection = { ...period, status: listing.status, ids: z.array(uuid).max(200).nullish() };

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
    summary: "Whose account a portal link opens",
    scope: "system",
    input: link,
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

/** SHA-256, hexadecimal. */
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const keptDocument = z.object({
  bytesHash: hash,
  /** Base64; null for what was too large to be kept. */
  bytes: z.base64().nullable(),
});

const facts = link.extend({ invoiceId: uuid, factsHash: hash });

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

/** Pages without an account: no such thing, too many requests, not now; a link that has ended, a new one asked for. */
export const PLAIN_PAGES = ["gone", "sent", "missing", "busy", "unavailable"] as const;

export type PlainPage = typeof PLAIN_PAGES[number];

/** Accept-Language of the visitor, as sent. */
const visitor = { language: z.string().max(200).optional() };

const ofInvoice = { invoiceId: z.string().max(100), ...visitor };

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
      /** As `portalLinks.create` made it; it can expire and be revoked. */
      token: z.string().min(1).max(100).optional(),
      /** Of an invoice, together with `fk`; goes before a token. */
      id: uuid.optional(),
      /** As `files.getKey` gave it. */
      fk: z.string().max(100).optional(),
      type: z.enum(["invoice", "receipt"]).default("invoice"),
      /** Shown in the browser instead of saved. */
      preview: z.boolean().optional(),
      ...visitor,
    }),
    output: "application/pdf",
    errors: ["UNAUTHENTICATED", "NOT_FOUND", "GONE"],
  }),
});
