/** Moving an invoice on by its status alone, as compatible clients do, and what the team notes beside it. */
import type { ShownInvoice, UpdateInvoiceInput } from "shared/contract/invoice_shapes.ts";
import { OperationError } from "shared/errors.ts";
import { setInternalNote } from "../queries/internal_notes.ts";
import type { InvoiceTableRow } from "../queries/invoices.ts";
import { nextState } from "../rules/invoice_facts.ts";
import { dueOf, statusOf } from "../rules/invoice_status.ts";
import { newOrderedId } from "../rules/ordered_id.ts";
import type { Unit } from "../command/unit.ts";
import { issueIfDue } from "./issue_scheduled.ts";
import { lockWithCustomer } from "./lock_invoice.ts";
import { moveInvoice } from "./move_invoice.ts";
import { recordedFact, showRecorded } from "./record_invoice.ts";
import { requireInvoiceVersion } from "./require_version.ts";
import { sellersToday } from "./sellers_today.ts";
import { requireCreditable } from "./settle_credits.ts";
import { writePayment } from "./write_payment.ts";

/**
 * What is asked for and is so already changes nothing.
 * @throws {OperationError} NOT_FOUND, STALE, or CONFLICT when its status does not lead to the one that is asked for.
 */
export async function updateInvoice(unit: Unit, input: UpdateInvoiceInput): Promise<ShownInvoice> {
  const known = await requireInvoice(unit, input.id, "change");
  await requireInvoiceVersion(unit, known);
  const today = await sellersToday(unit.sql, unit.teamId);
  const invoice = await noteBeside(unit, await issueIfDue(unit, known), input);
  if (input.status === "paid") await payInFull(unit, invoice, { paidAt: input.paidAt, today });
  else if (input.status) await moveOn(unit, invoice, { status: input.status, today });
  return await showRecorded(unit, invoice.id, today);
}

/** @throws {OperationError} NOT_FOUND */
export async function requireInvoice(unit: Unit, id: string, verb: string): Promise<InvoiceTableRow> {
  const invoice = await lockWithCustomer(unit, { id });
  if (invoice) return invoice;
  throw new OperationError("NOT_FOUND", `Cannot ${verb} the invoice: there is none with this id`);
}

async function noteBeside(
  unit: Unit,
  before: InvoiceTableRow,
  { internalNote }: UpdateInvoiceInput,
): Promise<InvoiceTableRow> {
  if (internalNote === undefined || internalNote === before.internalNote) return before;
  await setInternalNote(unit.sql, unit.teamId, before.id, internalNote);
  const changes = { internalNote: { before: before.internalNote, after: internalNote } };
  await unit.emit({ ...recordedFact(before, changes), customerId: before.customerId });
  return { ...before, internalNote };
}

type Asked = Exclude<UpdateInvoiceInput["status"], "paid" | undefined>;

async function moveOn(
  unit: Unit,
  invoice: InvoiceTableRow,
  { status, today }: { status: Asked; today: string },
): Promise<void> {
  const asked = nextState(status, invoice, today);
  // What is scheduled for a day that has come is issued.
  const state = asked === "scheduled" && invoice.issueDate <= today ? "issued" : asked;
  if (status === "unpaid" && statusOf(invoice, today) === "paid") {
    throw new OperationError(
      "CONFLICT",
      `Cannot set the invoice to "unpaid": what was paid stays recorded; a wrong payment can be voided`,
    );
  }
  if (state === invoice.state) return;
  if (state === "issued") await requireCreditable(unit, invoice);
  await moveInvoice(unit, invoice, state);
}

/** A payment of what is open. */
async function payInFull(
  unit: Unit,
  invoice: InvoiceTableRow,
  { paidAt, today }: { paidAt: string | null | undefined; today: string },
): Promise<void> {
  const status = statusOf(invoice, today);
  if (status === "paid") return;
  if (invoice.state !== "issued") {
    const hint = status === "draft" || status === "scheduled" ? `; set it to "unpaid" first` : "";
    throw new OperationError(
      "CONFLICT",
      `Cannot set the invoice to "paid": its status is "${status}"${hint}`,
    );
  }
  await writePayment(unit, invoice, {
    id: newOrderedId(),
    invoiceId: invoice.id,
    externalId: null,
    amountMinor: dueOf(invoice),
    paidAt: (paidAt ? new Date(paidAt) : new Date()).toISOString(),
    method: null,
    reference: null,
  });
}
