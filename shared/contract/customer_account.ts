/** What a customer owes: sums by currency, summary, statement of account, and what its portal shows of them. */
import { z } from "zod";
import { INVOICE_TYPES } from "./invoice_shapes.ts";
import { money, nullableText, uuid } from "./primitives.ts";
import { usedRate } from "./rates.ts";

/** Sums of one currency; sums never cross currencies. */
export const currencyTotals = z.object({
  currency: z.string(),
  /** Issued invoices; credit notes are not counted, but lower `totalAmount`. */
  invoiceCount: z.number().int(),
  totalAmount: money,
  paidAmount: money,
  outstandingAmount: money,
  /** Paid too much, paid for canceled invoices, and unused credit notes. */
  creditAmount: money,
});

/** What is open, by age on the seller's calendar day; the five add up to `outstandingAmount`. */
const agingBuckets = z.object({
  currency: z.string(),
  outstandingAmount: money,
  notDue: money,
  days1To30: money,
  days31To60: money,
  days61To90: money,
  over90Days: money,
});

/**
 * The first five are in the team's base currency: paid at the rate of each payment's day, the rest at the newest rate.
 * When nothing of it can be converted they are those of the currency with the most to pay, and `currency` says so.
 */
export const invoiceSummary = z.object({
  totalAmount: money,
  paidAmount: money,
  outstandingAmount: money,
  /** All issued invoices, converted or not: the same count as everywhere. */
  invoiceCount: z.number().int(),
  currency: z.string(),
  /** Every currency as it is, without conversion. */
  totals: z.array(currencyTotals),
  aging: z.array(agingBuckets),
  /** In `currency`; adds up to the `outstandingAmount` above. */
  convertedAging: agingBuckets,
  /** Invoices with no rate to the base currency: an invoice stands here as a whole, or not at all. */
  unconverted: z.array(z.object({
    currency: z.string(),
    totalAmount: money,
    paidAmount: money,
    outstandingAmount: money,
    invoiceCount: z.number().int(),
    reason: z.literal("no_rate"),
  })),
  /** The rates that were used. */
  rates: z.array(usedRate),
  /** The seller's calendar day. */
  asOf: z.string(),
});

export type InvoiceSummary = z.infer<typeof invoiceSummary>;

export const STATEMENT_KINDS = [
  "invoice",
  "credit_note",
  "payment",
  "reversal",
  "cancellation",
  "refund",
] as const;

const statementLine = z.object({
  /**
   * Issue date, or the seller's calendar day of payment, reversal, cancellation or refund. A payment that was taken back
   * stays on its day, and its reversal has its own: no statement of an earlier period changes.
   */
  date: z.string(),
  kind: z.enum(STATEMENT_KINDS),
  invoiceId: uuid,
  invoiceNumber: z.string(),
  /** What it says of a payment, or of one that is reversed: its reference or its means. */
  description: nullableText,
  /** One of the two is null. */
  debit: money.nullable(),
  credit: money.nullable(),
  /** After this line. */
  balance: money,
});

export const statement = z.object({
  customer: z.object({ id: uuid, name: z.string() }),
  /** Null: from the beginning. */
  from: nullableText,
  to: z.string(),
  /** For each currency: opening + debits − credits = closing. */
  currencies: z.array(z.object({
    currency: z.string(),
    opening: money,
    lines: z.array(statementLine),
    totalDebit: money,
    totalCredit: money,
    closing: money,
  })),
});

export type Statement = z.infer<typeof statement>;

export const portalState = z.object({
  id: uuid,
  portalEnabled: z.boolean(),
  portalId: nullableText,
  portalUrl: nullableText,
});

export const portalInvoice = z.object({
  id: uuid,
  invoiceNumber: nullableText,
  status: z.enum(["paid", "unpaid", "overdue"]),
  amount: money.nullable(),
  currency: nullableText,
  issueDate: nullableText,
  dueDate: nullableText,
  /** Inert: the page and file addresses beside it need no further secret. */
  token: z.string(),
  amountPaid: money,
  amountDue: money,
  /** A credit note's amount is in the customer's favour. */
  type: z.enum(INVOICE_TYPES),
  pageUrl: z.string(),
  pdfUrl: z.string(),
});
