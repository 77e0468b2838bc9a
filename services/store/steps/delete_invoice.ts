/** Deleting an invoice that counts for nothing; what it was stays told in the history. */
import type { ShownInvoice } from "shared/contract/invoice_shapes.ts";
import { OperationError } from "shared/errors.ts";
import { lockCreditNotes } from "../queries/credit_notes.ts";
import { deleteInvoiceRow } from "../queries/deleted_invoices.ts";
import { listLines } from "../queries/invoice_lines.ts";
import type { InvoiceTableRow } from "../queries/invoices.ts";
import { listDifferences } from "../rules/changes.ts";
import { invoiceChanges } from "../rules/invoice_changes.ts";
import { statusOf } from "../rules/invoice_status.ts";
import type { Unit } from "../command/unit.ts";
import { moveTotals } from "./move_totals.ts";
import { showRecorded } from "./record_invoice.ts";
import { requireInvoiceVersion } from "./require_version.ts";
import { sellersToday } from "./sellers_today.ts";
import { requireInvoice } from "./update_invoice.ts";

/** @throws {OperationError} NOT_FOUND, STALE, or CONFLICT for what is in force, has been paid or is credited. */
export async function deleteInvoice(unit: Unit, id: string): Promise<ShownInvoice> {
  const { sql, teamId } = unit;
  const invoice = await requireInvoice(unit, id, "delete");
  await requireInvoiceVersion(unit, invoice);
  const today = await sellersToday(sql, teamId);
  await requireWithoutWeight(unit, invoice, today);
  const shown = await showRecorded(unit, id, today);
  const lines = await listLines(sql, teamId, id);
  await deleteInvoiceRow(sql, teamId, id);
  const changes = {
    ...invoiceChanges(invoice, {}, { before: lines, after: [] }),
    ...listDifferences(invoice, {}, ["paidMinor", "creditedMinor", "internalNote"]),
  };
  const { type, invoiceNumber, state } = invoice;
  const data = { invoiceId: id, type, invoiceNumber, state };
  await moveTotals(unit, { before: invoice, after: undefined }, { name: "invoices.deleted", changes, data });
  return shown;
}

async function requireWithoutWeight(unit: Unit, invoice: InvoiceTableRow, today: string): Promise<void> {
  if (invoice.paidMinor > 0) throw undeletable("payments towards it are recorded; a wrong one can be voided");
  const status = statusOf(invoice, today);
  if (status !== "draft" && status !== "canceled") {
    const hint = status === "refunded" ? "" : `; set it to "canceled" first`;
    throw undeletable(`its status is "${status}"${hint}`);
  }
  const notes = await lockCreditNotes(unit.sql, unit.teamId, invoice.invoiceNumber);
  if (notes.length > 0) throw undeletable(`credit note "${notes[0]!.invoiceNumber}" names it`);
}

function undeletable(reason: string): OperationError {
  return new OperationError("CONFLICT", `Cannot delete the invoice: ${reason}`);
}
