/** What an invoice's state, its payments and the calendar make of it. */
import type { INVOICE_STATUSES, PAYMENT_STATUSES } from "shared/contract/invoices.ts";

export type InvoiceState = "draft" | "scheduled" | "issued" | "canceled" | "refunded";
export type InvoiceStatus = typeof INVOICE_STATUSES[number];
export type PaymentStatus = typeof PAYMENT_STATUSES[number];

export interface Standing {
  readonly state: InvoiceState;
  readonly totalMinor: number;
  readonly paidMinor: number;
  readonly dueDate: string;
}

/** @param today The seller's calendar day, `YYYY-MM-DD`. */
export function statusOf(invoice: Standing, today: string): InvoiceStatus {
  if (invoice.state !== "issued") return invoice.state;
  if (invoice.paidMinor >= invoice.totalMinor) return "paid";
  return invoice.dueDate < today ? "overdue" : "unpaid";
}

export function paymentStatusOf(invoice: Pick<Standing, "totalMinor" | "paidMinor">): PaymentStatus {
  if (invoice.paidMinor > invoice.totalMinor) return "overpaid";
  if (invoice.paidMinor === invoice.totalMinor) return "paid";
  return invoice.paidMinor > 0 ? "partially_paid" : "unpaid";
}

/** What an invoice adds to its customer's totals; only issued ones count. */
export function contributionOf(invoice: Standing): Contribution {
  if (invoice.state !== "issued") return { count: 0, totalMinor: 0, paidMinor: 0, outstandingMinor: 0 };
  return {
    count: 1,
    totalMinor: invoice.totalMinor,
    paidMinor: invoice.paidMinor,
    outstandingMinor: dueOf(invoice),
  };
}

export interface Contribution {
  readonly count: number;
  readonly totalMinor: number;
  readonly paidMinor: number;
  readonly outstandingMinor: number;
}

export function subtract(after: Contribution, before: Contribution): Contribution {
  return {
    count: after.count - before.count,
    totalMinor: after.totalMinor - before.totalMinor,
    paidMinor: after.paidMinor - before.paidMinor,
    outstandingMinor: after.outstandingMinor - before.outstandingMinor,
  };
}

/** What is still to pay; nothing on an invoice that is not in force. */
export function dueOf(invoice: Pick<Standing, "state" | "totalMinor" | "paidMinor">): number {
  return invoice.state === "issued" ? Math.max(0, invoice.totalMinor - invoice.paidMinor) : 0;
}

/** The calendar day of a moment in a time zone. */
export function dayIn(timeZone: string, at: Date): string {
  return formatOf(timeZone).format(at);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes a hundred times as long as using it, and there are as many as time zones. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  // Swedish dates are written as ISO 8601 writes them.
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone });
  formats.set(timeZone, format);
  return format;
}
