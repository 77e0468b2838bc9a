/** What was received for an invoice: its payments, those that were taken back, and what was given back. */
import type { Invoice } from "shared/contract/invoice_shapes.ts";
import type { Messages } from "./messages/mod.ts";

export interface Received {
  readonly kind: "payment" | "reversal" | "refund";
  readonly at: string;
  /** Negative for what went back. */
  readonly amount: number;
  readonly method: string | null;
  readonly reference: string | null;
}

/** The oldest first; together they are what the seller has. */
export function listReceived(invoice: Invoice): Received[] {
  const valid = invoice.payments.map(({ paidAt: at, amount, method, reference }): Received => {
    return { kind: "payment", at, amount, method, reference };
  });
  const voided = invoice.voidedPayments.flatMap(({ paidAt, amount, method, reference, voidedAt }) => [
    { kind: "payment", at: paidAt, amount, method, reference } as const,
    // Each of them has the moment.
    goingBack("reversal", voidedAt!, amount),
  ]);
  const all = [...valid, ...voided, ...listRefund(invoice)];
  return all.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** A refund gives back all that was paid, at once, and what a credit note had settled that cannot stay as credit. */
function listRefund({ type, status, refundedAt, amountPaid, amountCredited }: Invoice): Received[] {
  const amount = amountPaid + amountCredited;
  const isRefund = type === "invoice" && status === "refunded" && refundedAt !== null && amount > 0;
  return isRefund ? [goingBack("refund", refundedAt, amount)] : [];
}

function goingBack(kind: "reversal" | "refund", at: string, amount: number): Received {
  return { kind, at, amount: -amount, method: null, reference: null };
}

/** Of its payments, what the seller still has. */
export function keptOf(invoice: Invoice): number {
  return invoice.status === "refunded" ? 0 : invoice.amountPaid;
}

export function titleOfReceived({ kind }: Received, messages: Messages): string {
  const titles = {
    payment: messages.paymentReceived,
    reversal: messages.paymentReversed,
    refund: messages.paymentReturned,
  };
  return titles[kind];
}
