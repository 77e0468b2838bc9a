/** The operations of `payments.*`. */
import { type Handlers, HEADERS } from "shared/bus/mod.ts";
import type { RecordPaymentInput } from "shared/contract/payments.ts";
import { payments } from "shared/contract/mod.ts";
import { invalidField, OperationError } from "shared/errors.ts";
import { runCommand, type Unit } from "../command.ts";
import { issueIfDue } from "../issue_scheduled.ts";
import { lockWithCustomer } from "../lock_invoice.ts";
import { type InvoiceChange, moveTotals, type MovingFact } from "../move_totals.ts";
import { type InvoiceKey, type InvoiceTableRow, setPaid } from "../queries/invoices.ts";
import { findPayment, insertPayment, type PaymentRow } from "../queries/payments.ts";
import { requireInvoiceVersion } from "../require_version.ts";
import { listDifferences } from "../rules/changes.ts";
import { dueOf, isSettled, paymentStatusOf, statusOf } from "../rules/invoice_status.ts";
import { toPayment } from "../rules/invoice_view.ts";
import { requireBounded, toMajor, toMinor } from "../rules/money.ts";
import { newOrderedId } from "../rules/ordered_id.ts";
import type { Store } from "../store.ts";
import { sellersToday } from "./invoices.ts";

export function paymentHandlers(store: Store): Handlers<typeof payments> {
  return {
    record: (input, context) =>
      runCommand(store, payments.record, input, context, (unit) => recordPayment(unit, input)),
  };
}

async function recordPayment(unit: Unit, input: RecordPaymentInput) {
  const { invoice, earlier, today } = await readCircumstances(unit, input);
  const before = await issueIfDue(unit, invoice);
  const payment = toPaymentRow(input, before);
  if (earlier) return answer(requireSamePayment(earlier, payment), before, today);
  await requireInvoiceVersion(unit, invoice);
  requireInForce(before);
  requireArrived(payment);
  const paidMinor = requireBounded(before.paidMinor + payment.amountMinor, "/amount");
  const isPaid = isSettled({ ...before, paidMinor });
  const after = { ...before, paidMinor, paidAt: isPaid ? before.paidAt ?? payment.paidAt : null };
  writePayment(unit, payment, { before, after });
  unit.context.reply[HEADERS.outcome] = "created";
  return answer(payment, after, today);
}

/** Sent together; the connection runs it in this order: an earlier payment is looked for with the invoice locked. */
async function readCircumstances(unit: Unit, input: RecordPaymentInput) {
  const { sql, teamId } = unit;
  const [invoice, earlier, today] = await Promise.all([
    lockWithCustomer(unit, toKey(input)),
    input.externalId ? findPayment(sql, teamId, input.externalId) : undefined,
    sellersToday(sql, teamId),
  ]);
  if (!invoice) throw new OperationError("NOT_FOUND", "Cannot record the payment: there is no such invoice");
  return { invoice, earlier, today };
}

/** All that is written is known before, so it is one statement, and nobody waits for it but the commit. */
function writePayment(
  unit: Unit,
  payment: PaymentRow,
  change: InvoiceChange & { before: InvoiceTableRow },
): void {
  const { sql } = unit;
  const written = sql`
    stored as (${insertPayment(sql, change.before, payment)}),
    paid as (${setPaid(sql, change.after)}),
  `;
  unit.waitAtEnd(moveTotals(unit, change, { ...recordedFact(payment, change), written }));
}

function toKey(input: RecordPaymentInput): InvoiceKey {
  if (input.invoiceId) return { id: input.invoiceId };
  if (input.invoiceExternalId) return { externalId: input.invoiceExternalId };
  return { invoiceNumber: input.invoiceNumber! };
}

function toPaymentRow(input: RecordPaymentInput, invoice: InvoiceTableRow): PaymentRow {
  return {
    id: newOrderedId(),
    invoiceId: invoice.id,
    externalId: input.externalId ?? null,
    amountMinor: toMinor(input.amount, invoice.exponent, "/amount"),
    paidAt: new Date(input.paidAt).toISOString(),
    method: input.method || null,
    reference: input.reference || null,
  };
}

function requireInForce(invoice: InvoiceTableRow): void {
  if (invoice.type === "credit_note") {
    throw new OperationError("CONFLICT", "Cannot record the payment: this is a credit note");
  }
  if (invoice.state === "issued") return;
  throw new OperationError(
    "CONFLICT",
    `Cannot record the payment: the invoice's status is "${invoice.state}"`,
  );
}

/** As far ahead as calendars and the booking days of banks may be. */
const MAX_AHEAD_MS = 24 * 3_600_000;

function requireArrived({ paidAt }: PaymentRow): void {
  if (Date.parse(paidAt) <= Date.now() + MAX_AHEAD_MS) return;
  throw invalidField("/paidAt", "in_the_future", "Must not be more than a day ahead: it counts from now on");
}

/** The same external id is the same payment; with other content it is somebody's mistake. */
function requireSamePayment(earlier: PaymentRow, payment: PaymentRow): PaymentRow {
  const isSame = earlier.invoiceId === payment.invoiceId && earlier.amountMinor === payment.amountMinor;
  if (isSame) return earlier;
  throw new OperationError("CONFLICT", "Another payment has this externalId");
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

function answer(payment: PaymentRow, invoice: InvoiceTableRow, today: string) {
  return {
    payment: toPayment(payment, invoice),
    invoice: {
      id: invoice.id,
      status: statusOf(invoice, today),
      paymentStatus: paymentStatusOf(invoice),
      amountPaid: toMajor(invoice.paidMinor, invoice.exponent),
      amountDue: toMajor(dueOf(invoice), invoice.exponent),
    },
  };
}
