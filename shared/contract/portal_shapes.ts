/** The customer's own view: what the store tells the portal service, and what the portal service draws. */
import { z } from "zod";
import { brandLogo } from "./branding.ts";
import { invoice, invoiceRow, party } from "./invoice_shapes.ts";
import { payment } from "./payments.ts";
import { statement } from "./customer_account.ts";
import { cursor, day, pageSize, uuid } from "./primitives.ts";

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
  /** BCP 47; the last choice of a page, before English. */
  locale: z.string().nullable(),
});

/** For whom it is drawn; the locale is a language tag (BCP 47), when the customer's language is known. */
export const reader = z.object({
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

/** As its line in the list says it: a page of many is sent from service to service, so nothing else is in it. */
const accountInvoice = invoiceRow.pick({
  id: true,
  type: true,
  invoiceNumber: true,
  status: true,
  currency: true,
  issueDate: true,
  dueDate: true,
  amount: true,
  amountPaid: true,
  amountCredited: true,
  amountDue: true,
  paidAt: true,
}).extend({ firstLine: z.string().nullable() });

const accountPayment = payment.pick({
  invoiceId: true,
  amount: true,
  currency: true,
  paidAt: true,
  method: true,
}).extend({ invoiceNumber: z.string() });

export const portalAccount = z.object({
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
  /** Of what can be paid online the one that is due first. */
  nextToPay: invoiceRow.pick({ invoiceNumber: true, currency: true, amountDue: true, paymentUrl: true })
    .nullable(),
  invoices: z.array(accountInvoice),
  page: z.object({ cursor: z.string().nullable(), hasPreviousPage: z.boolean() }),
  /** The last twenty that count, newest first; below zero what was given back. */
  payments: z.array(accountPayment),
});

export type PortalAccount = z.infer<typeof portalAccount>;

export const portalInvoiceView = z.object({
  seller,
  customer: reader,
  today: z.string(),
  /** As in the account. */
  position: z.number().int(),
  /** False for a link to this invoice alone. */
  opensAccount: z.boolean(),
  invoice,
  /** The credit notes that have settled some of it, and how much each; the oldest first. */
  credits: z.array(invoiceRow.pick({ id: true, invoiceNumber: true, issueDate: true, amount: true })),
});

export type PortalInvoiceView = z.infer<typeof portalInvoiceView>;

export const portalStatement = z.object({
  seller,
  customer: reader.extend({ addressLines: z.array(z.string()) }),
  statement,
});

export type PortalStatement = z.infer<typeof portalStatement>;

const PORTAL_SORTS = ["newest", "oldest", "due", "amount"] as const;

/** A form without script sends an empty field as well, and a page is no place to scold: what is no day is none. */
export const dayOrNothing = day.nullish().catch(null);

export const listing = {
  status: z.enum(["all", "open", "overdue", "paid"]).default("all"),
  /** Of a longer one the beginning: nobody who searches a page should be told that there is none. */
  q: z.string().transform((text) => [...text].slice(0, 100).join("")).nullish(),
  /** Of the issue date, both days included. */
  from: dayOrNothing,
  to: dayOrNothing,
  sort: z.enum(PORTAL_SORTS).catch("newest").default("newest"),
  /** Of one that is no good the first page. */
  cursor: cursor.catch(null),
  pageSize: pageSize(25, 200),
};

/** Both ends belong to it; by issue date, or for a statement by the day of each line. */
export const period = { from: day.nullish(), to: day.nullish() };

export const selection = { ...period, status: listing.status, ids: z.array(uuid).max(200).nullish() };

/** SHA-256, hexadecimal. */
const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const keptDocument = z.object({
  bytesHash: hash,
  /** Base64; null for what was too large to be kept. */
  bytes: z.base64().nullable(),
});

export const facts = link.extend({ invoiceId: uuid, factsHash: hash });

/** Pages without an account: no such thing, too many requests, not now; a link that has ended, a new one asked for. */
export const PLAIN_PAGES = ["gone", "sent", "missing", "busy", "unavailable"] as const;

export type PlainPage = typeof PLAIN_PAGES[number];

/** Accept-Language of the visitor, as sent. */
export const visitor = { language: z.string().max(200).optional() };

export const ofInvoice = { invoiceId: z.string().max(100), ...visitor };
