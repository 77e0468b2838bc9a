/** A change of money as a whole: the totals by currency, the figures that lists sort by, and the event that tells of it. */
import type { Statement } from "../database/connect.ts";
import type { InvoiceTableRow } from "../queries/invoices.ts";
import { type Contribution, contributionOf, NO_CONTRIBUTION, subtract } from "../rules/invoice_status.ts";
import type { NewFact, Unit } from "../command/unit.ts";

export interface InvoiceChange {
  /** Undefined of a new one. */
  readonly before: InvoiceTableRow | undefined;
  readonly after: InvoiceTableRow;
}

interface InvoiceDeletion {
  readonly before: InvoiceTableRow;
  readonly after: undefined;
}

/** Its customer is that of the invoice. */
export type MovingFact = Omit<NewFact, "customerId" | "totals">;

/** Call it with the customer's row locked, after the invoice was written or with what writes it. */
export function moveTotals(unit: Unit, change: InvoiceChange | InvoiceDeletion, fact: MovingFact): Statement {
  return unit.emit(movingFact(change, fact));
}

/** The fact, and what it changes of its customer's totals. */
export function movingFact({ before, after }: InvoiceChange | InvoiceDeletion, fact: MovingFact): NewFact {
  // One of both is there.
  const { customerId, currency, exponent, issueDate } = (after ?? before)!;
  // A draft may change its currency, and then counted for nothing in the old one.
  const change = subtract(weigh(after), weigh(before));
  return { ...fact, customerId, totals: { currency, exponent, issueDate, ...change } };
}

function weigh(invoice: InvoiceTableRow | undefined): Contribution {
  return invoice ? contributionOf(invoice) : NO_CONTRIBUTION;
}
