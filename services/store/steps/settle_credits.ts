/** Credit notes against the invoice that they credit: what of each settles it, and what stays as credit. */
import { OperationError } from "shared/errors.ts";
import { lockCreditNotes, setCredited } from "../queries/credit_notes.ts";
import { findInvoice, type InvoiceFacts, type InvoiceTableRow, lockInvoice } from "../queries/invoices.ts";
import { allocateCredits } from "../rules/allocate_credits.ts";
import { listDifferences } from "../rules/changes.ts";
import { isSettled } from "../rules/invoice_status.ts";
import type { Unit } from "../command/unit.ts";
import { moveTotals } from "./move_totals.ts";

/** @throws {OperationError} NOT_FOUND or CONFLICT when the invoice that is to be credited is not there or cannot be. */
export async function requireCreditable(unit: Unit, note: InvoiceFacts): Promise<void> {
  if (note.creditedInvoiceNumber === null) return;
  if (note.type !== "credit_note") throw uncreditable("only a credit note credits an invoice");
  const invoice = await findInvoice(unit.sql, unit.teamId, { invoiceNumber: note.creditedInvoiceNumber });
  if (!invoice) throw new OperationError("NOT_FOUND", "Cannot credit the invoice: there is no such invoice");
  if (invoice.type !== "invoice") throw uncreditable("it is a credit note itself");
  if (invoice.customerId !== note.customerId) throw uncreditable("it belongs to another customer");
  if (invoice.currency !== note.currency) throw uncreditable(`its currency is "${invoice.currency}"`);
  if (invoice.issuedAt === null) throw uncreditable(`its status is "${invoice.state}"`);
}

/** After a credit note or a credited invoice came into force or ceased to be. With the customer's row locked. */
export async function settleCredits(unit: Unit, recorded: InvoiceTableRow): Promise<void> {
  const { sql, teamId } = unit;
  const invoiceNumber = recorded.type === "invoice" ? recorded.invoiceNumber : recorded.creditedInvoiceNumber;
  const invoice = invoiceNumber ? await lockInvoice(sql, teamId, { invoiceNumber }) : undefined;
  if (!invoice) return;
  const notes = await lockCreditNotes(sql, teamId, invoice.invoiceNumber);
  const allocated = allocateCredits(invoice, notes);
  for (const [index, note] of notes.entries()) {
    await changeCredited(unit, note, allocated.ofNotes[index]!);
  }
  await changeCredited(unit, invoice, allocated.ofInvoice);
}

async function changeCredited(unit: Unit, before: InvoiceTableRow, creditedMinor: number): Promise<void> {
  if (creditedMinor === before.creditedMinor) return;
  const after = { ...before, creditedMinor };
  const paidAt = before.type === "invoice" && isSettled(after)
    ? before.paidAt ?? new Date().toISOString()
    : null;
  await setCredited(unit.sql, unit.teamId, before.id, { creditedMinor, paidAt });
  const amountMinor = creditedMinor - before.creditedMinor;
  const { id: invoiceId, currency, exponent } = before;
  const data = { invoiceId, currency, exponent, amountMinor, creditedMinor };
  const changes = listDifferences(before, { creditedMinor, paidAt }, ["creditedMinor", "paidAt"]);
  await moveTotals(unit, { before, after }, { name: "invoices.credited", changes, data });
}

function uncreditable(reason: string): OperationError {
  return new OperationError("CONFLICT", `Cannot credit the invoice: ${reason}`);
}
