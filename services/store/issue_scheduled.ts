/** A scheduled invoice is issued when its day has come on the seller's calendar: by the sweeper, or by a payment that is earlier. */
import { invoiceChanges } from "./rules/invoice_changes.ts";
import { invoices } from "shared/contract/mod.ts";
import { ownContext } from "./own_context.ts";
import { runCommand, type Unit } from "./command.ts";
import { lockWithCustomer } from "./lock_invoice.ts";
import { moveTotals } from "./move_totals.ts";
import { lockParties } from "./queries/buyers.ts";
import { findInvoice, type InvoiceTableRow, listDueForIssue, updateInvoice } from "./queries/invoices.ts";
import { getTeam } from "./queries/teams.ts";
import { recordedFact } from "./record_invoice.ts";
import { presentParties } from "./rules/invoice_facts.ts";
import { dayIn, momentsOf } from "./rules/invoice_status.ts";
import { settleCredits } from "./settle_credits.ts";
import type { Store } from "./store.ts";

const BATCH = 1_000;

/** Each in a transaction of its own, so that one that cannot be issued holds up no other. @returns How many. */
export async function issueDueInvoices(store: Store): Promise<number> {
  const due = await listDueForIssue(store.sql, BATCH);
  for (const { teamId, id } of due) {
    try {
      const context = ownContext(store, teamId);
      await runCommand(store, invoices.record, { id }, context, (unit) => issueOne(unit, id));
    } catch (error) {
      store.log.warn("a scheduled invoice could not be issued", { teamId, invoiceId: id, error });
    }
  }
  return due.length;
}

/** The invoice as it is, or issued a moment ago. With the customer's row and its own locked. */
export async function issueIfDue(unit: Unit, invoice: InvoiceTableRow): Promise<InvoiceTableRow> {
  if (invoice.state !== "scheduled") return invoice;
  const team = await getTeam(unit.sql, unit.teamId);
  if (!team || invoice.issueDate > dayIn(team.timeZone, new Date())) return invoice;
  return await issue(unit, invoice);
}

async function issueOne(unit: Unit, id: string): Promise<null> {
  const locked = await lockWithCustomer(unit, { id });
  if (locked) await issueIfDue(unit, locked);
  return null;
}

/** Names and addresses are frozen as they are now. */
async function issue(unit: Unit, before: InvoiceTableRow): Promise<InvoiceTableRow> {
  const { sql, teamId } = unit;
  const parties = before.customerId ? await lockParties(sql, teamId, { id: before.customerId }) : undefined;
  const after = await updateInvoice(sql, teamId, before.id, {
    ...pickFacts(before),
    state: "issued",
    ...momentsOf(before, "issued", new Date().toISOString()),
    ...(parties && presentParties(parties)),
  });
  await moveTotals(unit, { before, after }, recordedFact(after, invoiceChanges(before, after)));
  if (!after.creditedInvoiceNumber) return after;
  await settleCredits(unit, after);
  return (await findInvoice(sql, teamId, { id: after.id }))!;
}

/** What a row holds beside its facts is not written back. */
function pickFacts(row: InvoiceTableRow) {
  const { teamId: _team, id: _id, paidMinor: _paid, creditedMinor: _credited, paidAt: _paidAt, ...rest } =
    row;
  const { version: _version, createdAt: _createdAt, updatedAt: _updatedAt, ...facts } = rest;
  return facts;
}
