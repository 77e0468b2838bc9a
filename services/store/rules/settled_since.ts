/** Since when an invoice has been settled: the same, in whichever order its payments were recorded. */
import type { InvoiceTableRow } from "../queries/invoices.ts";
import type { PaymentRow } from "../queries/payments.ts";
import { isSettled } from "./invoice_status.ts";

type Settled = Pick<InvoiceTableRow, "type" | "totalMinor" | "paidMinor" | "creditedMinor" | "paidAt">;

/**
 * @param payments All that count.
 * @returns The moment of the payment after which nothing was missing; null when something is.
 */
export function settledSince(
  invoice: Settled,
  payments: readonly Pick<PaymentRow, "amountMinor" | "paidAt">[],
): string | null {
  if (!isSettled(invoice)) return null;
  let missingMinor = invoice.totalMinor - invoice.creditedMinor;
  // By credit notes alone.
  if (invoice.creditedMinor > 0 && missingMinor <= 0) return invoice.paidAt;
  for (const { amountMinor, paidAt } of payments.toSorted(byMoment)) {
    missingMinor -= amountMinor;
    if (missingMinor <= 0) return paidAt;
  }
  return null;
}

function byMoment(one: { readonly paidAt: string }, other: { readonly paidAt: string }): number {
  return Date.parse(one.paidAt) - Date.parse(other.paidAt);
}
