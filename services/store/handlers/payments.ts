/** The operations of `payments.*`. */
import { type Handlers, HEADERS } from "shared/bus/mod.ts";
import type { RecordPaymentInput } from "shared/contract/payments.ts";
import { payments } from "shared/contract/mod.ts";
import { invalidField, OperationError } from "shared/errors.ts";
import { handleCommand } from "../command/command.ts";
import type { InvoiceKey, InvoiceTableRow } from "../queries/invoices.ts";
import { listSameExternal, type PaymentRow } from "../queries/payments.ts";
import { dueOf, paymentStatusOf, statusOf } from "../rules/invoice_status.ts";
import { toPayment } from "../rules/invoice_view.ts";
import { toMajor, toMinor } from "../rules/money.ts";
import { newOrderedId } from "../rules/ordered_id.ts";
import { issueIfDue } from "../steps/issue_scheduled.ts";
import { lockWithCustomer } from "../steps/lock_invoice.ts";
import { requireAbsence, requireInvoiceVersion } from "../steps/require_version.ts";
import { sellersToday, sellersTodayForAll } from "../steps/sellers_today.ts";
import { voidPayment } from "../steps/void_payment.ts";
import { writePayment } from "../steps/write_payment.ts";
import type { Store } from "../store.ts";
import type { Unit } from "../command/unit.ts";

export function paymentHandlers(store: Store): Handlers<typeof payments> {
  return {
    record: handleCommand(store, payments.record, recordPayment, () => true),
    void: handleCommand(store, payments.void, async (unit, input) => {
      const { payment, invoice } = await voidPayment(unit, input);
      return answer(payment, invoice, await sellersToday(unit.sql, unit.teamId));
    }),
  };
}

async function recordPayment(unit: Unit, input: RecordPaymentInput) {
  const { invoice, earlier, today } = await readCircumstances(unit, input);
  if (unit.isShared && invoice.state === "scheduled") throw toBeDoneAlone();
  const before = await issueIfDue(unit, invoice);
  requireCurrencyOf(before, input);
  const payment = toPaymentRow(input, before);
  const known = findSamePayment(earlier, payment);
  if (known) requireAbsence(unit, "payment");
  if (known) return answer(known, before, today);
  await requireInvoiceVersion(unit, invoice);
  requireInForce(before);
  const after = await writePayment(unit, before, payment);
  unit.context.reply[HEADERS.outcome] = "created";
  return answer(payment, after, today);
}

/** All three are sent together and run in this order, so an earlier payment is looked for when the invoice is locked. */
async function readCircumstances(unit: Unit, input: RecordPaymentInput) {
  const [invoice, earlier, today] = await Promise.all([
    lockWithCustomer(unit, toKey(input)),
    input.externalId ? unit.ask(listSameExternal, input.externalId) : [],
    unit.ask(sellersTodayForAll, undefined),
  ]);
  if (!invoice) throw new OperationError("NOT_FOUND", "Cannot record the payment: there is no such invoice");
  if (!unit.claim(invoice.id)) throw toBeDoneAlone();
  return { invoice, earlier, today };
}

function toBeDoneAlone(): OperationError {
  return new OperationError("CONFLICT", "An invoice that changes twice is changed by one alone");
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

/** @throws {OperationError} for a currency other than the invoice's: whoever says "5 USD" does not mean 5 EUR. */
function requireCurrencyOf(
  invoice: InvoiceTableRow,
  { currency = invoice.currency }: RecordPaymentInput,
): void {
  if (currency === invoice.currency) return;
  throw invalidField("/currency", "other_currency", `Must be the invoice's, which is "${invoice.currency}"`);
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

/**
 * The same external id is the same payment, also when it was voided, since a publisher that repeats it knows nothing of that.
 * With other content it is a mistake, or, after a voided one, the payment that replaces it.
 */
function findSamePayment(earlier: readonly PaymentRow[], payment: PaymentRow): PaymentRow | undefined {
  const { invoiceId, amountMinor } = payment;
  const same = earlier.find((each) => each.invoiceId === invoiceId && each.amountMinor === amountMinor);
  if (same || earlier.every(({ voidedAt }) => voidedAt)) return same;
  throw new OperationError("CONFLICT", "Another payment has this externalId");
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
