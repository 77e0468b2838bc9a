/** A scheduled invoice is issued when its day has come on the seller's calendar: by the sweeper, or by a payment that is earlier. */
import { invoices } from "shared/contract/mod.ts";
import { ownContext } from "../own_context.ts";
import { runCommand } from "../command/command.ts";
import { lockWithCustomer } from "./lock_invoice.ts";
import { moveInvoice } from "./move_invoice.ts";
import { type InvoiceTableRow, listDueForIssue } from "../queries/invoices.ts";
import { findTeam } from "../queries/teams.ts";
import { dayIn } from "../rules/invoice_status.ts";
import type { Store } from "../store.ts";
import type { Unit } from "../command/unit.ts";

const BATCH = 1_000;

/** Each in a transaction of its own, so that one that cannot be issued holds up no other. @returns How many. */
export async function issueDueInvoices(store: Store): Promise<number> {
  const due = await listDueForIssue(store.sql, BATCH);
  for (const { teamId, id } of due) {
    try {
      const context = ownContext(store, teamId);
      const work = (unit: Unit) => issueOne(unit, id);
      await runCommand({ store, operation: invoices.record, input: { id }, context, work });
    } catch (error) {
      store.log.warn("a scheduled invoice could not be issued", { teamId, invoiceId: id, error });
    }
  }
  return due.length;
}

/** The invoice as it is, or issued a moment ago. With the customer's row and its own locked. */
export async function issueIfDue(unit: Unit, invoice: InvoiceTableRow): Promise<InvoiceTableRow> {
  if (invoice.state !== "scheduled") return invoice;
  const team = await findTeam(unit.sql, unit.teamId);
  if (!team || invoice.issueDate > dayIn(team.timeZone, new Date())) return invoice;
  return await moveInvoice(unit, invoice, "issued");
}

async function issueOne(unit: Unit, id: string): Promise<null> {
  const locked = await lockWithCustomer(unit, { id });
  if (locked) await issueIfDue(unit, locked);
  return null;
}
