/** The sums below an invoice's lines, the same on the page and in the PDF. */
import type { Invoice } from "shared/contract/invoice_shapes.ts";
import { standingOf } from "./invoice_standing.ts";
import type { Reader } from "./reader.ts";

export interface Total {
  readonly label: string;
  readonly amount: string;
  /** The one that the reader looks for. */
  readonly isMain: boolean;
}

export function totalsOf(invoice: Invoice, today: string, reader: Reader): Total[] {
  const { messages, format } = reader;
  const write = (label: string, amount: number, isMain = false): Total => {
    return { label, amount: format.money(amount, invoice.currency), isMain };
  };
  const { state } = standingOf(invoice, today);
  const isClosed = state === "void" || state === "refunded" || state === "credit";
  const totals = [write(messages.subtotal, invoice.subtotal)];
  if (invoice.discount !== 0) totals.push(write(messages.discount, -invoice.discount));
  if (hasTax(invoice)) totals.push(write(messages.tax, invoice.tax));
  totals.push(write(messages.total, invoice.amount, isClosed));
  // Nothing is to be paid: what came in and went back is told among what happened.
  if (isClosed) return totals;
  if (invoice.amountPaid !== 0) totals.push(write(messages.paid, -invoice.amountPaid));
  if (invoice.amountCredited !== 0) totals.push(write(messages.credited, -invoice.amountCredited));
  totals.push(write(messages.leftToPay, invoice.amountDue, true));
  return totals;
}

export function hasTax(invoice: Invoice): boolean {
  return invoice.tax !== 0 || invoice.lines.some((line) => line.taxRate !== null);
}
