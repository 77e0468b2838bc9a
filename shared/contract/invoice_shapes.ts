/** What an invoice looks like: as other services record it and as people see it. */
import { z } from "zod";
import { currency } from "./listed_codes.ts";
import {
  acrossFields,
  amount,
  clearable,
  day,
  decimal,
  moment,
  money,
  nullableText,
  optional,
  paragraph,
  required,
  requiredText,
  text,
  unitPrice,
  uuid,
  webUrl,
} from "./primitives.ts";
import { changes } from "./messages.ts";
import { payment } from "./payments.ts";
import { usedRate } from "./rates.ts";

/** The compatible seven; overdue and paid are derived, never stored. */
export const INVOICE_STATUSES = [
  "draft",
  "scheduled",
  "unpaid",
  "overdue",
  "paid",
  "canceled",
  "refunded",
] as const;

/** What a publisher may say; the rest follows from payments and the calendar. */
const RECORDABLE_STATUSES = ["draft", "scheduled", "unpaid", "canceled", "refunded"] as const;

/** Amounts are positive in both; the type decides the sign. */
export const INVOICE_TYPES = ["invoice", "credit_note"] as const;

export const PAYMENT_STATUSES = ["unpaid", "partially_paid", "paid", "overpaid"] as const;

const lineInput = z.object({
  name: requiredText(500),
  quantity: decimal,
  price: unitPrice,
  /** Per cent, 0 to 100. */
  taxRate: optional(
    decimal.refine((value) => Number(value) >= 0 && Number(value) <= 100, "Must be from 0 to 100"),
  ),
});

/** A rule about both days, for `refine`. */
export const dueAfterIssue = [
  ({ issueDate, dueDate }: { issueDate: string; dueDate: string }) =>
    !isDay(issueDate) || !isDay(dueDate) || issueDate <= dueDate,
  acrossFields("dueDate", { code: "before_issue_date", error: "Must not be before issueDate" }),
] as const;

function isDay(value: string): boolean {
  return day.safeParse(value).success;
}

export const recordInput = z.object({
  /** Of an invoice that exists already; the externalId or the invoiceNumber also find it. */
  id: optional(uuid),
  /** When left out: as it was, and an invoice if it is new. */
  type: optional(z.enum(INVOICE_TYPES)),
  /** For a credit note: the invoice whose open amount it lowers. What it does not use up stays as credit. */
  creditedInvoiceNumber: optional(requiredText(100)),
  customerId: optional(uuid),
  customerExternalId: optional(text(200)),
  externalId: optional(requiredText(200)),
  invoiceNumber: requiredText(100),
  currency,
  issueDate: day,
  dueDate: day,
  status: optional(z.enum(RECORDABLE_STATUSES)),
  lines: z.array(lineInput).min(1).max(500),
  /** Taken off the sum of the lines before tax, in major units. */
  discount: optional(amount),
  note: paragraph(5_000).nullish(),
  paymentUrl: webUrl.nullish(),
})
  .refine(
    (value) => value.customerId || value.customerExternalId,
    required("customerId", "Needs customerId or customerExternalId"),
  )
  .refine(
    ({ creditedInvoiceNumber, type }) => creditedInvoiceNumber === undefined || type !== "invoice",
    acrossFields("creditedInvoiceNumber", {
      code: "not_a_credit_note",
      error: "Only a credit note credits an invoice",
    }),
  )
  .refine(...dueAfterIssue);

/** What an order may move an invoice to; `paid` records a payment of what is open. */
const NEXT_STATUSES = ["draft", "scheduled", "unpaid", "paid", "canceled", "refunded"] as const;

export const updateInput = z.object({
  id: uuid,
  status: z.enum(NEXT_STATUSES).optional(),
  /** Of the payment; now, when left out. */
  paidAt: moment.nullish(),
  /** For the team alone; null clears it. */
  internalNote: clearable(paragraph(5_000)),
}).refine(
  ({ status, paidAt }) => !paidAt || status === "paid",
  acrossFields("paidAt", { code: "not_paid", error: "Needs status paid" }),
);

export const line = z.object({
  name: z.string(),
  quantity: z.number(),
  /** For one piece: with more decimals than the currency, where it was recorded so. */
  price: money,
  taxRate: z.number().nullable(),
  /** Quantity times price, rounded half away from zero to what can be paid; before discount and tax. */
  amount: money,
});

/** Name and address as they stood when the invoice was issued. */
export const party = z.object({
  name: z.string(),
  email: z.string().nullable(),
  addressLines: z.array(z.string()),
  vatNumber: z.string().nullable(),
  /** Of a seller: where the money goes, such as an IBAN. Absent from what was issued before it was kept. */
  paymentDetails: z.array(z.object({ label: z.string(), text: z.string() })).optional(),
});

export const invoice = z.object({
  id: uuid,
  type: z.enum(INVOICE_TYPES),
  creditedInvoiceNumber: z.string().nullable(),
  customerId: uuid.nullable(),
  customerName: z.string(),
  externalId: z.string().nullable(),
  invoiceNumber: z.string(),
  status: z.enum(INVOICE_STATUSES),
  paymentStatus: z.enum(PAYMENT_STATUSES),
  currency: z.string(),
  issueDate: z.string(),
  dueDate: z.string(),
  subtotal: money,
  discount: money,
  tax: money,
  amount: money,
  amountPaid: money,
  /** Of an invoice: settled by credit notes. Of a credit note: what of it has been used that way. */
  amountCredited: money,
  amountDue: money,
  /** What stands to the customer's credit: paid too much, paid for a canceled invoice, an unused credit note. */
  creditAmount: money,
  note: z.string().nullable(),
  paymentUrl: z.string().nullable(),
  seller: party,
  buyer: party,
  lines: z.array(line),
  /** Those that count; `amountPaid` is their sum. */
  payments: z.array(payment),
  /** Recorded by mistake, and taken back. */
  voidedPayments: z.array(payment),
  /** Since when it has been settled. */
  paidAt: z.string().nullable(),
  /** Null for what was never in force. */
  issuedAt: z.string().nullable(),
  canceledAt: z.string().nullable(),
  refundedAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  version: z.number().int(),
});

/** In lists: without lines and payments. */
export const invoiceRow = invoice.omit({
  lines: true,
  payments: true,
  voidedPayments: true,
  seller: true,
  buyer: true,
});

/** What compatible clients read beside an invoice, and is no part of it. */
export const surroundings = z.object({
  /**
   * As it is now, where `buyer` is as printed. Of a deleted one the buyer, with an id of zeros: compatible clients take
   * no invoice without a customer, and `customerId` is null.
   */
  customer: z.object({ id: uuid, name: z.string(), email: nullableText, website: nullableText }),
  /** When a person first opened it in the portal. */
  viewedAt: nullableText,
  /** The mesh sends no mail. */
  sentTo: z.null(),
  sentAt: z.null(),
  reminderSentAt: z.null(),
  /** What the team has noted for itself; no customer sees it. */
  internalNote: nullableText,
  /** Not told apart from other taxes: `tax` has all of them. */
  vat: z.null(),
  /** In the customer's portal, as a page and as a file; null while that shows no such invoice. */
  previewUrl: nullableText,
  pdfUrl: nullableText,
});

export const shownInvoice = invoice.extend(surroundings.shape);

export type InvoiceSurroundings = z.infer<typeof surroundings>;
export type ShownInvoice = z.infer<typeof shownInvoice>;
export type Invoice = z.infer<typeof invoice>;
export type InvoiceRow = z.infer<typeof invoiceRow>;
export type Party = z.infer<typeof party>;
export type UpdateInvoiceInput = z.output<typeof updateInput>;
export type RecordInvoiceInput = z.output<typeof recordInput>;

/** What can happen to an invoice. */
const HISTORY_KINDS = [
  "recorded",
  "changed",
  "issued",
  "payment",
  "payment_voided",
  "credited",
  "canceled",
  "refunded",
] as const;

export const historyEntry = z.object({
  kind: z.enum(HISTORY_KINDS),
  /** What was changed; empty for all other kinds. */
  fields: z.array(z.string()),
  /** Of a payment, a credit or a refund; negative when a payment or a credit was taken back. */
  amount: money.nullable(),
  currency: z.string(),
  at: z.string(),
  actor: z.string(),
  door: z.string(),
  /** Why, when whoever did it said so. */
  reason: nullableText,
  /**
   * Each field before and after, as in the event that told of it: sums in minor units, and the `priceMinor` of a line
   * with decimals where its price is finer than the currency.
   */
  changes,
});

export type HistoryEntry = z.infer<typeof historyEntry>;

/** What could not be converted, and why. */
const unconvertedSum = z.object({
  currency: z.string(),
  amount: money,
  count: z.number().int(),
  reason: z.literal("no_rate"),
});

export const invoicesSummary = z.object({
  currency: z.string(),
  totalAmount: money,
  /** Of all that were asked for, converted or not. */
  invoiceCount: z.number().int(),
  /** Only when there is more than one currency. Credit notes count below zero. */
  breakdown: z.array(z.object({
    currency: z.string(),
    originalAmount: money,
    convertedAmount: money,
    count: z.number().int(),
  })).optional(),
  /** Every currency as it is, without conversion. */
  totals: z.array(z.object({ currency: z.string(), totalAmount: money, invoiceCount: z.number().int() })),
  unconverted: z.array(unconvertedSum),
  rates: z.array(usedRate),
  asOf: z.string(),
});

export type InvoicesSummary = z.infer<typeof invoicesSummary>;

export const INVOICE_SORTS = [
  "created_at",
  "due_date",
  "issue_date",
  "amount",
  "status",
  "customer",
  "invoice_number",
] as const;
