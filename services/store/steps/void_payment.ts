/** Taking back a payment that was recorded by mistake: the row stays, and its invoice is as if it had never come. */
import type { VoidPaymentInput } from "shared/contract/payments.ts";
import { OperationError } from "shared/errors.ts";
import { findInvoice, type InvoiceTableRow, setPaid } from "../queries/invoices.ts";
import { findPayment, listValidPayments, type PaymentRow, setVoided } from "../queries/payments.ts";
import { listDifferences } from "../rules/changes.ts";
import { dueOf } from "../rules/invoice_status.ts";
import { settledSince } from "../rules/settled_since.ts";
import type { Unit } from "../command/unit.ts";
import { lockWithCustomer } from "./lock_invoice.ts";
import { moveTotals } from "./move_totals.ts";
import { requireInvoiceVersion } from "./require_version.ts";
import { settleCredits } from "./settle_credits.ts";

interface Voided {
  readonly payment: PaymentRow;
  readonly invoice: InvoiceTableRow;
}

/**
 * What was taken back already stays as it is.
 * @throws {OperationError} NOT_FOUND, STALE, or CONFLICT once the money was returned.
 */
export async function voidPayment(unit: Unit, input: VoidPaymentInput): Promise<Voided> {
  const { payment, invoice } = await lockPayment(unit, input);
  if (payment.voidedAt) return { payment, invoice };
  await requireInvoiceVersion(unit, invoice);
  if (invoice.state === "refunded") {
    const reason = `the invoice's status is "refunded", and what was paid for it has been returned`;
    throw new OperationError("CONFLICT", `Cannot void the payment: ${reason}`);
  }
  const voided = { ...payment, voidedAt: new Date().toISOString() };
  const after = await writeVoided(unit, { payment: voided, invoice }, input.reason);
  if (dueOf(after) === 0) return { payment: voided, invoice: after };
  // A credit note that was not needed for what had been paid may settle it now.
  await settleCredits(unit, after);
  const settled = await findInvoice(unit.sql, unit.teamId, { id: invoice.id });
  // It is locked by this transaction.
  return { payment: voided, invoice: settled! };
}

/** Looked for once more when its invoice is locked: somebody else may have taken it back in this moment. */
async function lockPayment(unit: Unit, { id, externalId, invoiceId }: VoidPaymentInput): Promise<Voided> {
  const { sql, teamId } = unit;
  // One of the two is there.
  const known = await findPayment(sql, teamId, id ? { id } : { externalId: externalId! });
  const isTheirs = known && (invoiceId === undefined || known.invoiceId === invoiceId);
  const invoice = isTheirs ? await lockWithCustomer(unit, { id: known.invoiceId }) : undefined;
  const payment = invoice && await findPayment(sql, teamId, { id: known!.id });
  if (payment) return { payment, invoice };
  throw new OperationError("NOT_FOUND", "Cannot void the payment: there is no such payment");
}

async function writeVoided(
  unit: Unit,
  { payment, invoice: before }: Voided,
  reason: string,
): Promise<InvoiceTableRow> {
  const { sql, teamId } = unit;
  const payments = await unit.ask(listValidPayments, before.id);
  const others = payments.filter(({ id }) => id !== payment.id);
  const paidMinor = before.paidMinor - payment.amountMinor;
  const after = { ...before, paidMinor, paidAt: settledSince({ ...before, paidMinor }, others) };
  const { id: paymentId, ...facts } = payment;
  const { currency, exponent, totalMinor } = after;
  await moveTotals(unit, { before, after }, {
    name: "payments.voided",
    changes: listDifferences(before, after, ["paidMinor", "paidAt"]),
    data: { paymentId, ...facts, currency, exponent, paidMinor, totalMinor, reason },
    written: sql`
      voided as (${setVoided(sql, teamId, payment)}),
      paid as (${setPaid(sql, teamId, [after])}),
    `,
  });
  return after;
}
