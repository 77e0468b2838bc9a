/** The operations of `payments.*`. */
import { type Handlers, HEADERS } from "shared/bus/mod.ts";
import type { RecordPaymentInput } from "shared/contract/payments.ts";
import { payments } from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import { runCommand, type Unit } from "../command.ts";
import { lockCustomer } from "../queries/customers.ts";
import {
  findInvoice,
  type InvoiceKey,
  type InvoiceTableRow,
  lockInvoice,
  setPaid,
} from "../queries/invoices.ts";
import { findPayment, insertPayment, type NewPayment, type PaymentRow } from "../queries/payments.ts";
import { issueIfDue } from "../issue_scheduled.ts";
import { moveTotals } from "../record_invoice.ts";
import { listDifferences } from "../rules/changes.ts";
import { dueOf, isSettled, paymentStatusOf, statusOf } from "../rules/invoice_status.ts";
import { toPayment } from "../rules/invoice_view.ts";
import { requireBounded, toMajor, toMinor } from "../rules/money.ts";
import type { Store } from "../store.ts";
import { sellersToday } from "./invoices.ts";

export function paymentHandlers(store: Store): Handlers<typeof payments> {
  return {
    record: (input, context) =>
      runCommand(store, payments.record, input, context, (unit) => recordPayment(unit, input)),
  };
}

async function recordPayment(unit: Unit, input: RecordPaymentInput) {
  const before = await issueIfDue(unit, await lockPaidInvoice(unit, input));
  const payment = toNewPayment(input, before);
  const inserted = await insertPayment(unit.sql, unit.teamId, payment);
  if (!inserted) return await answer(unit, await requireSamePayment(unit, payment), before);
  requireInForce(before);
  const paidMinor = requireBounded(before.paidMinor + inserted.amountMinor, "/amount");
  const isPaid = isSettled({ ...before, paidMinor });
  const after = await setPaid(unit.sql, unit.teamId, before.id, {
    paidMinor,
    paidAt: isPaid ? before.paidAt ?? inserted.paidAt : null,
  });
  await moveTotals(unit, before, after);
  await tellRecorded(unit, inserted, { before, after });
  unit.context.reply[HEADERS.outcome] = "created";
  return await answer(unit, inserted, after);
}

/** Everyone locks the customer before the invoice. */
async function lockPaidInvoice(unit: Unit, input: RecordPaymentInput): Promise<InvoiceTableRow> {
  const key = toKey(input);
  const found = await findInvoice(unit.sql, unit.teamId, key);
  if (!found) throw new OperationError("NOT_FOUND", "Cannot record the payment: there is no such invoice");
  if (found.customerId) await lockCustomer(unit.sql, unit.teamId, { id: found.customerId });
  const locked = await lockInvoice(unit.sql, unit.teamId, { id: found.id });
  if (!locked) throw new OperationError("NOT_FOUND", "Cannot record the payment: there is no such invoice");
  return locked;
}

function toKey(input: RecordPaymentInput): InvoiceKey {
  if (input.invoiceId) return { id: input.invoiceId };
  if (input.invoiceExternalId) return { externalId: input.invoiceExternalId };
  return { invoiceNumber: input.invoiceNumber! };
}

function toNewPayment(input: RecordPaymentInput, invoice: InvoiceTableRow): NewPayment {
  return {
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

/** The same external id is the same payment; with other content it is somebody's mistake. */
async function requireSamePayment(unit: Unit, payment: NewPayment): Promise<PaymentRow> {
  const earlier = await findPayment(unit.sql, unit.teamId, payment.externalId!);
  const isSame = earlier?.invoiceId === payment.invoiceId && earlier.amountMinor === payment.amountMinor;
  if (isSame) return earlier;
  throw new OperationError("CONFLICT", "Another payment has this externalId");
}

async function tellRecorded(
  unit: Unit,
  payment: PaymentRow,
  { before, after: invoice }: { before: InvoiceTableRow; after: InvoiceTableRow },
): Promise<void> {
  const { currency, exponent, paidMinor, totalMinor } = invoice;
  await unit.emit({
    name: "payments.recorded",
    customerId: invoice.customerId,
    changes: listDifferences(before, invoice, ["paidMinor", "paidAt"]),
    data: {
      paymentId: payment.id,
      invoiceId: invoice.id,
      externalId: payment.externalId,
      amountMinor: payment.amountMinor,
      paidAt: payment.paidAt,
      method: payment.method,
      reference: payment.reference,
      currency,
      exponent,
      paidMinor,
      totalMinor,
    },
  });
}

async function answer(unit: Unit, payment: PaymentRow, invoice: InvoiceTableRow) {
  const today = await sellersToday(unit.sql, unit.teamId);
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
