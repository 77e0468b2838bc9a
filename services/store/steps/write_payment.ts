/** A payment on its way into the books: the row, what it makes of its invoice, and what is told. */
import { invalidField } from "shared/errors.ts";
import type { Statement, Transaction } from "../database/connect.ts";
import { type InvoiceTableRow, setPaid } from "../queries/invoices.ts";
import { enqueueEvents, type NewEvent } from "../queries/outbox.ts";
import { insertPayments, listValidPayments, type NewPayment, type PaymentRow } from "../queries/payments.ts";
import { listDifferences } from "../rules/changes.ts";
import { isSettled } from "../rules/invoice_status.ts";
import { requireBounded } from "../rules/money.ts";
import { settledSince } from "../rules/settled_since.ts";
import type { Unit } from "../command/unit.ts";
import { type InvoiceChange, type MovingFact, movingFact } from "./move_totals.ts";

/**
 * All that is written is known before, so it is one statement, and nobody waits for it but the commit; only the last of
 * several payments asks for the others. With the invoice's row and its customer's locked.
 * @returns The invoice after it.
 * @throws {OperationError} INVALID for what cannot have arrived yet, or is too much.
 */
export async function writePayment(
  unit: Unit,
  before: InvoiceTableRow,
  payment: PaymentRow,
): Promise<InvoiceTableRow> {
  requireArrived(payment);
  const paidMinor = requireBounded(before.paidMinor + payment.amountMinor, "/amount");
  const now = { ...before, paidMinor };
  const isNews = before.paidAt === null && isSettled(now);
  const earlier = isNews && before.paidMinor > 0 ? await unit.ask(listValidPayments, before.id) : [];
  const after = { ...now, paidAt: isNews ? settledSince(now, [...earlier, payment]) : before.paidAt };
  const change = { before, after };
  const event = unit.toEvent(movingFact(change, recordedFact(payment, change)));
  unit.write(writePayments, { payment, invoice: after, event });
  return after;
}

interface WrittenPayment extends NewPayment {
  readonly invoice: InvoiceTableRow;
  readonly event: NewEvent;
}

/** Together, each of another invoice, with the events that tell of them. */
function writePayments(sql: Transaction, teamId: string, payments: readonly WrittenPayment[]): Statement {
  const written = sql`
    stored as (${insertPayments(sql, teamId, payments)}),
    paid as (${setPaid(sql, teamId, payments.map(({ invoice }) => invoice))}),
  `;
  return enqueueEvents(sql, teamId, payments.map(({ event }) => event), written);
}

/** As far ahead as calendars and the booking days of banks may be. */
const MAX_AHEAD_MS = 24 * 3_600_000;

function requireArrived({ paidAt }: PaymentRow): void {
  if (Date.parse(paidAt) <= Date.now() + MAX_AHEAD_MS) return;
  throw invalidField("/paidAt", "in_the_future", "Must not be more than a day ahead: it counts from now on");
}

function recordedFact(
  { id: paymentId, ...payment }: PaymentRow,
  { before, after }: InvoiceChange & { before: InvoiceTableRow },
): MovingFact {
  const { currency, exponent, paidMinor, totalMinor } = after;
  return {
    name: "payments.recorded",
    changes: listDifferences(before, after, ["paidMinor", "paidAt"]),
    data: { paymentId, ...payment, currency, exponent, paidMinor, totalMinor },
  };
}
