/** A change of money as a whole: the totals by currency, the figures that lists sort by, and the event that tells of it. */
import type { NewFact, Unit } from "./command.ts";
import type { InvoiceTableRow } from "./queries/invoices.ts";
import { contributionOf, NO_CONTRIBUTION, subtract } from "./rules/invoice_status.ts";

export interface InvoiceChange {
  /** Undefined of a new one. */
  readonly before: InvoiceTableRow | undefined;
  readonly after: InvoiceTableRow;
}

/** Its customer is that of the invoice. */
export type MovingFact = Omit<NewFact, "customerId" | "totals">;

/** Call it with the customer's row locked, after the invoice was written or with what writes it. */
export async function moveTotals(
  unit: Unit,
  { before, after }: InvoiceChange,
  fact: MovingFact,
): Promise<void> {
  const { customerId, currency, exponent, issueDate } = after;
  // A draft may change its currency, and then counted for nothing in the old one.
  const change = subtract(contributionOf(after), before ? contributionOf(before) : NO_CONTRIBUTION);
  await unit.emit({ ...fact, customerId, totals: { currency, exponent, issueDate, ...change } });
}
