/** What was received for an invoice: its payments, and those that were taken back with their reversals. */
import type { Invoice } from "shared/contract/invoice_shapes.ts";

export interface Received {
  readonly at: string;
  readonly amount: number;
  readonly isReversal: boolean;
  readonly method: string | null;
  readonly reference: string | null;
}

/** Together they are what is paid. Of what was taken back nobody is told how it came: it may be somebody else's. */
export function listReceived({ payments, voidedPayments }: Invoice): Received[] {
  const unnamed = { method: null, reference: null };
  const valid = payments.map(({ paidAt: at, amount, method, reference }) => {
    return { at, amount, method, reference, isReversal: false };
  });
  const voided = voidedPayments.flatMap(({ paidAt, amount, voidedAt }) => [
    { at: paidAt, amount, ...unnamed, isReversal: false },
    // Each of them has the moment.
    { at: voidedAt!, amount: -amount, ...unnamed, isReversal: true },
  ]);
  return [...valid, ...voided].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
