/** Removing a person for good: from every table at once, and the rest is put down to be searched for. */
import { OperationError } from "shared/errors.ts";
import type { Queryable } from "../database/connect.ts";
import { lockCustomer } from "../queries/customer_locks.ts";
import { type CustomerRow, deleteCustomer } from "../queries/customers.ts";
import { type ErasureRow, findErasure, insertErasure } from "../queries/erasures.ts";
import { forgetInternalNotes } from "../queries/internal_notes.ts";
import type { InvoiceTableRow } from "../queries/invoices.ts";
import { lockOutbox } from "../queries/outbox.ts";
import {
  cancelUnissued,
  countBelongings,
  countEntries,
  emptyEntries,
  emptyUnissued,
  forgetWords,
  giveSequence,
  listInvoicesOf,
  listPastContactTexts,
  listPastDrafts,
  listPastTexts,
  listRunsOf,
} from "../queries/personal_data.ts";
import type { CustomerPlace } from "../queries/customer_place.ts";
import { isUnissued } from "../rules/invoice_facts.ts";
import { dueOf } from "../rules/invoice_status.ts";
import { toOtherSpellings } from "../rules/other_spellings.ts";
import { toTraces, TRACE_FIELDS } from "../rules/personal_traces.ts";
import type { Unit } from "../command/unit.ts";
import { keepInvoices } from "./keep_invoices.ts";
import { recordedFact } from "./record_invoice.ts";
import { requireNoVersion, requireVersion } from "./require_version.ts";
import { stopRun } from "./runs.ts";
import { customerNotFound } from "./save_customer.ts";

/** As the trigger that fills `search_words` has them, beside names of contacts; those of tags are the team's own words. */
const WORD_FIELDS: readonly string[] = ["name", "contact", "city", "email", "website"];

/** In place of a person on what never became an invoice, and of what its lines said. */
const NOBODY = { name: "Erased", email: null, addressLines: [], vatNumber: null };

/**
 * Erasing once more changes nothing and answers how far it is.
 * @throws {OperationError} NOT_FOUND for whom there never was, CONFLICT while invoices are open, STALE.
 */
export async function eraseCustomer(
  unit: Unit,
  { id: customerId, force }: { id: string; force?: boolean },
): Promise<ErasureRow> {
  const { sql, teamId } = unit;
  const place = { teamId, customerId };
  const customer = await lockPerson(unit, customerId);
  const earlier = await findErasure(sql, teamId, customerId);
  if (earlier) return earlier;
  if (!customer && await countEntries(sql, place) === 0) throw customerNotFound();
  const invoices = await listInvoicesOf(sql, place);
  if (!force) requireSettled(invoices);
  const invoiceIds = invoices.map(({ id }) => id);
  const known = await gatherKnown(sql, place, customer);
  const belongings = await countBelongings(sql, place);
  const unissuedIds = await endInvoices(unit, place, invoices);
  await forgetInternalNotes(sql, teamId, invoiceIds);
  await endCustomer(unit, customerId, { customer, keptInvoices: invoices.length });
  const searchWords = await forgetWords(sql, teamId, known.words);
  const history = await emptyEntries(sql, place, { invoiceIds, unissuedIds });
  return await insertErasure(sql, {
    ...place,
    keptInvoices: invoices.length,
    removed: { ...belongings, searchWords, history },
    ids: [customerId, ...invoiceIds, ...known.runIds],
    traces: toTraces([customerId, ...known.traces]),
  });
}

/** A customer that is gone has no row to lock; without a lock two erasures at once would both tell of it. */
async function lockPerson(unit: Unit, id: string): Promise<CustomerRow | undefined> {
  const customer = await lockCustomer(unit.sql, unit.teamId, { id });
  if (customer) {
    await requireVersion(unit, customer);
    return customer;
  }
  requireNoVersion(unit);
  await lockOutbox(unit.sql);
  return undefined;
}

function requireSettled(invoices: readonly InvoiceTableRow[]): void {
  const open = invoices.filter((invoice) => isUnissued(invoice) || dueOf(invoice) > 0);
  if (open.length === 0) return;
  throw new OperationError(
    "CONFLICT",
    `Cannot erase the customer: ${open.length} of its invoices are open or were never issued`,
  );
}

/**
 * No law keeps what was never issued.
 * @returns Which these are, with those that had been canceled or deleted before.
 */
async function endInvoices(
  unit: Unit,
  place: CustomerPlace,
  invoices: readonly InvoiceTableRow[],
): Promise<readonly string[]> {
  const { sql, teamId } = unit;
  const unissued = invoices.filter(isUnissued);
  const state = "canceled";
  const canceledAt = new Date().toISOString();
  const ids = unissued.map(({ id }) => id);
  const emptied = [...ids, ...await listPastDrafts(sql, place, invoices.map(({ id }) => id))];
  await cancelUnissued(sql, teamId, { ids, state, canceledAt });
  await emptyUnissued(sql, teamId, { ids: emptied, buyer: NOBODY });
  await unit.emitAll(unissued.map((invoice) => ({
    ...recordedFact({ ...invoice, state }, {
      state: { before: invoice.state, after: state },
      canceledAt: { before: null, after: canceledAt },
    }),
    customerId: invoice.customerId,
    isByTheWay: true,
  })));
  return emptied;
}

/** What it is and was known by; read it before anything is removed. */
async function gatherKnown(sql: Queryable, place: CustomerPlace, customer: CustomerRow | undefined) {
  const past = await listPastTexts(sql, place, [...TRACE_FIELDS, ...WORD_FIELDS]);
  const present = Object.entries(customer ?? {}).map(([field, text]) => ({ field, text }));
  const textsOf = (fields: readonly string[]) =>
    [...past, ...present].flatMap(({ field, text }) =>
      fields.includes(field) && typeof text === "string" ? [text] : []
    );
  const ofContacts = await listPastContactTexts(sql, place, ["email", "phone"]);
  const contacts = await listPastContactTexts(sql, place, ["name"]);
  const runIds = await listRunsOf(sql, place);
  const texts = [...textsOf(WORD_FIELDS), ...contacts];
  const words = [...texts, ...texts.flatMap((text) => toOtherSpellings([text]) ?? [])];
  return { words, traces: [...textsOf(TRACE_FIELDS), ...ofContacts], runIds };
}

async function endCustomer(
  unit: Unit,
  customerId: string,
  { customer, keptInvoices }: { customer: CustomerRow | undefined; keptInvoices: number },
): Promise<void> {
  const { sql, teamId } = unit;
  if (customer) {
    await keepInvoices(unit, customerId);
    await stopRun(unit, customer, { status: "cancelled", reason: "The customer was erased" });
  }
  // What the relay has read is published before this, and what it reads later says nothing any more.
  await lockOutbox(sql);
  await unit.emit({ name: "customers.erased", customerId, data: { keptInvoices } });
  if (customer) await deleteCustomer(sql, teamId, customerId);
  else await giveSequence(sql, { teamId, customerId });
}
