/** What an invoice's state, its payments and the calendar make of it. */
import type { INVOICE_STATUSES, INVOICE_TYPES, PAYMENT_STATUSES } from "shared/contract/invoice_shapes.ts";

export type InvoiceState = "draft" | "scheduled" | "issued" | "canceled" | "refunded";
export type InvoiceStatus = typeof INVOICE_STATUSES[number];
export type PaymentStatus = typeof PAYMENT_STATUSES[number];
export type InvoiceType = typeof INVOICE_TYPES[number];

export interface Standing {
  readonly type: InvoiceType;
  readonly state: InvoiceState;
  readonly totalMinor: number;
  readonly paidMinor: number;
  /** Of an invoice: settled by credit notes. Of a credit note: what of it has been used that way. */
  readonly creditedMinor: number;
  readonly dueDate: string;
}

/** @param today The seller's calendar day, `YYYY-MM-DD`. */
export function statusOf(invoice: Standing, today: string): InvoiceStatus {
  if (invoice.state !== "issued") return invoice.state;
  // Of a credit note nothing is to be paid.
  if (invoice.type === "credit_note" || isSettled(invoice)) return "paid";
  return invoice.dueDate < today ? "overdue" : "unpaid";
}

type Amounts = Omit<Standing, "state" | "dueDate">;

export function paymentStatusOf(invoice: Amounts): PaymentStatus {
  const settledMinor = invoice.paidMinor + invoice.creditedMinor;
  if (invoice.type === "credit_note" || settledMinor === invoice.totalMinor) return "paid";
  if (settledMinor > invoice.totalMinor) return "overpaid";
  return settledMinor > 0 ? "partially_paid" : "unpaid";
}

export function isSettled(invoice: Amounts): boolean {
  return invoice.paidMinor + invoice.creditedMinor >= invoice.totalMinor;
}

/** What an invoice adds to its customer's totals: issued ones count, credit notes lower the sum. */
export function contributionOf(invoice: Standing): Contribution {
  const isIssued = invoice.state === "issued";
  return {
    count: isIssued && invoice.type === "invoice" ? 1 : 0,
    issuedCount: isIssued ? 1 : 0,
    shownCount: invoice.state === "draft" || invoice.state === "scheduled" ? 0 : 1,
    totalMinor: netOf(invoice),
    paidMinor: isIssued ? invoice.paidMinor : 0,
    outstandingMinor: dueOf(invoice),
    creditMinor: creditOf(invoice),
  };
}

export interface Contribution {
  readonly count: number;
  /** In force, credit notes too. */
  readonly issuedCount: number;
  /** Ever sent to the customer. */
  readonly shownCount: number;
  readonly totalMinor: number;
  readonly paidMinor: number;
  readonly outstandingMinor: number;
  readonly creditMinor: number;
}

export const NO_CONTRIBUTION: Contribution = {
  count: 0,
  issuedCount: 0,
  shownCount: 0,
  totalMinor: 0,
  paidMinor: 0,
  outstandingMinor: 0,
  creditMinor: 0,
};

export function subtract(after: Contribution, before: Contribution): Contribution {
  return {
    count: after.count - before.count,
    issuedCount: after.issuedCount - before.issuedCount,
    shownCount: after.shownCount - before.shownCount,
    totalMinor: after.totalMinor - before.totalMinor,
    paidMinor: after.paidMinor - before.paidMinor,
    outstandingMinor: after.outstandingMinor - before.outstandingMinor,
    creditMinor: after.creditMinor - before.creditMinor,
  };
}

/** What was invoiced by it. Of a credit note that was paid out, what it had settled before still counts. */
function netOf({ type, state, totalMinor, creditedMinor }: Standing): number {
  if (state === "issued") return type === "invoice" ? totalMinor : -totalMinor;
  return state === "refunded" && type === "credit_note" ? 0 - creditedMinor : 0;
}

/** What is still to pay; nothing on an invoice that is not in force. The column `due_minor` says the same. */
export function dueOf(invoice: Omit<Standing, "dueDate">): number {
  if (invoice.state !== "issued" || invoice.type === "credit_note") return 0;
  return Math.max(0, invoice.totalMinor - invoice.paidMinor - invoice.creditedMinor);
}

/** What stands to the customer's credit: paid too much, paid for an invoice that was canceled, an unused credit note. */
export function creditOf(invoice: Omit<Standing, "dueDate">): number {
  const { type, state, totalMinor, paidMinor, creditedMinor } = invoice;
  if (type === "credit_note") return state === "issued" ? totalMinor - creditedMinor : 0;
  if (state === "canceled") return paidMinor + creditedMinor;
  return state === "issued" ? Math.max(0, paidMinor + creditedMinor - totalMinor) : 0;
}

/** When an invoice came into force and when it ceased to be; each moment is kept once it is known. */
export interface Moments {
  readonly issuedAt: string | null;
  readonly canceledAt: string | null;
  readonly refundedAt: string | null;
}

export function momentsOf(before: Moments | undefined, state: InvoiceState, now: string): Moments {
  const keep = (moment: keyof Moments, isReached: boolean) => before?.[moment] ?? (isReached ? now : null);
  return {
    issuedAt: keep("issuedAt", state === "issued"),
    canceledAt: keep("canceledAt", state === "canceled"),
    refundedAt: keep("refundedAt", state === "refunded"),
  };
}

/** The calendar day of a moment in a time zone. */
export function dayIn(timeZone: string, at: Date): string {
  const minute = Math.floor(at.getTime() / 60_000);
  const known = days.get(timeZone);
  // A day begins with a minute, and to ask for it takes a while.
  if (known?.minute === minute) return known.day;
  const format = known?.format ?? new Intl.DateTimeFormat("sv-SE", { timeZone });
  const day = format.format(at);
  days.set(timeZone, { minute, day, format });
  return day;
}

/** By time zone, of which there are few. Swedish dates are written as ISO 8601 writes them. */
const days = new Map<string, { minute: number; day: string; format: Intl.DateTimeFormat }>();
