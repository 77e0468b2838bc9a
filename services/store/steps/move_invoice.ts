/** An invoice on its way from one state to another, without anything else being said about it. */
import { lockParties } from "../queries/buyers.ts";
import { findInvoice, type InvoiceFacts, type InvoiceTableRow, updateInvoice } from "../queries/invoices.ts";
import { invoiceChanges } from "../rules/invoice_changes.ts";
import { isUnissued, presentParties } from "../rules/invoice_facts.ts";
import { type InvoiceState, momentsOf } from "../rules/invoice_status.ts";
import type { Unit } from "../command/unit.ts";
import { moveTotals } from "./move_totals.ts";
import { recordedFact } from "./record_invoice.ts";
import { settleCredits } from "./settle_credits.ts";

/** Names and addresses of what was not issued yet are those of now. With the customer's row locked, and its own. */
export async function moveInvoice(
  unit: Unit,
  before: InvoiceTableRow,
  state: InvoiceState,
): Promise<InvoiceTableRow> {
  const { sql, teamId } = unit;
  const { customerId } = before;
  const parties = customerId && isUnissued(before)
    ? (await lockParties(sql, teamId, [{ key: { id: customerId } }]))[0]
    : undefined;
  const after = await updateInvoice(sql, teamId, before.id, {
    ...pickFacts(before),
    state,
    ...momentsOf(before, state, new Date().toISOString()),
    ...(parties && presentParties(parties)),
  });
  await moveTotals(unit, { before, after }, recordedFact(after, invoiceChanges(before, after)));
  if (after.creditedInvoiceNumber === null && after.creditedMinor === 0) return after;
  await settleCredits(unit, after);
  return (await findInvoice(sql, teamId, { id: after.id }))!;
}

/** What a row holds beside its facts is not written back. */
function pickFacts(row: InvoiceTableRow): InvoiceFacts {
  const { teamId: _team, id: _id, paidMinor: _paid, creditedMinor: _credited, paidAt: _paidAt, ...rest } =
    row;
  const { internalNote: _note, version: _version, createdAt: _createdAt, updatedAt: _updatedAt, ...facts } =
    rest;
  return facts;
}
