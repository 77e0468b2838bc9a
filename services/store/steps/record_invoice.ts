/** Recording an invoice: what may change once it is issued, and how its customer's totals move along. */
import { HEADERS } from "shared/bus/mod.ts";
import type { Invoice, RecordInvoiceInput, ShownInvoice } from "shared/contract/invoice_shapes.ts";
import type { Changes } from "shared/contract/messages.ts";
import { OperationError } from "shared/errors.ts";
import type { Statement, Transaction } from "../database/connect.ts";
import { addSurroundings, surround } from "./invoice_surroundings.ts";
import { moveTotals, type MovingFact, movingFact } from "./move_totals.ts";
import { type LockedBuyer, lockFreeParties, lockParties } from "../queries/buyers.ts";
import { listLines, replaceLines } from "../queries/invoice_lines.ts";
import {
  findInvoice,
  findWholeInvoice,
  insertInvoices,
  type InvoiceFacts,
  type InvoiceTableRow,
  lockInvoice,
  type NewInvoice,
  updateInvoice,
  type WholeInvoice,
} from "../queries/invoices.ts";
import { enqueueEvents, type NewEvent } from "../queries/outbox.ts";
import { requireAbsence, requireInvoiceVersion, requireNoVersion } from "./require_version.ts";
import { computeInvoiceAmounts, type LineAmounts } from "../rules/invoice_amounts.ts";
import { spell } from "../rules/changes.ts";
import { contractNames, invoiceChanges } from "../rules/invoice_changes.ts";
import { toFacts } from "../rules/invoice_facts.ts";
import { dayIn, type Moments } from "../rules/invoice_status.ts";
import { toInvoice } from "../rules/invoice_view.ts";
import { exponentOf } from "../rules/money.ts";
import { newOrderedId } from "../rules/ordered_id.ts";
import type { Unit } from "../command/unit.ts";
import { requireCreditable, settleCredits } from "./settle_credits.ts";

interface RecordOptions {
  /** An invoice that is there already is somebody else's. */
  readonly isNew?: boolean;
  /** Beside what its event says of every invoice. */
  readonly told?: Readonly<Record<string, unknown>>;
}

/** Of what is nearly always new, and then concerns no other invoice. */
export function mayBeShared({ id, type = "invoice" }: RecordInvoiceInput): boolean {
  return id === undefined && type === "invoice";
}

/** @throws {OperationError} NOT_FOUND for the customer, CONFLICT for a change of what is frozen, INVALID for amounts. */
export async function recordInvoice(
  unit: Unit,
  input: RecordInvoiceInput,
  { isNew = false, told }: RecordOptions = {},
): Promise<ShownInvoice> {
  const exponent = exponentOf(input.currency, "/currency");
  const amounts = computeInvoiceAmounts(input, exponent);
  const { parties, existing } = await readCircumstances(unit, input);
  if (existing && isNew) throw numberTaken(input.invoiceNumber);
  if (existing) requireAbsence(unit, "invoice");
  if (existing) await requireInvoiceVersion(unit, existing);
  else requireNoVersion(unit, "invoice");
  const today = dayIn(parties.team.timeZone, new Date());
  const facts = toFacts(input, { parties, amounts, exponent, existing, today });
  await requireCreditable(unit, facts);
  const recorded = existing
    ? await changeInvoice(unit, existing, facts, amounts.lines)
    : createInvoice(unit, { facts, lines: amounts.lines, now: parties.now, told });
  const isCredited = recorded.creditedInvoiceNumber !== null || recorded.creditedMinor > 0;
  const isMoved = recorded.state !== existing?.state;
  if (isCredited && isMoved) await settleCredits(unit, recorded);
  // What was made a moment ago is known; of anything else there is more than what was just said.
  const isKnown = !existing && !isCredited;
  const invoice = isKnown ? withLines(recorded, amounts.lines) : await getWhole(unit, recorded.id);
  unit.context.reply[HEADERS.version] = String(invoice.version);
  return await show(unit, toInvoice(invoice, today), isKnown ? parties.buyer : undefined);
}

function numberTaken(invoiceNumber: string): OperationError {
  return new OperationError(
    "CONFLICT",
    `Cannot make the invoice: number "${invoiceNumber}" is taken; give another, or leave it out to get the next`,
  );
}

/** The invoice as it is within this transaction. */
export async function showRecorded(unit: Unit, id: string, today: string): Promise<ShownInvoice> {
  const invoice = await getWhole(unit, id);
  unit.context.reply[HEADERS.version] = String(invoice.version);
  return await show(unit, toInvoice(invoice, today));
}

const UNSEEN = { viewedAt: null, internalNote: null };

/** @param buyer Of an invoice that nobody can have seen yet; nothing more is asked then. */
async function show(unit: Unit, invoice: Invoice, buyer?: LockedBuyer): Promise<ShownInvoice> {
  const { store, sql, teamId } = unit;
  if (buyer) return surround(store, teamId, invoice, { ...buyer, ...UNSEEN, customerId: buyer.id });
  const [shown] = await addSurroundings({ ...store, sql }, teamId, [invoice]);
  // It was written in this transaction.
  return shown!;
}

function withLines(invoice: InvoiceTableRow, lines: readonly LineAmounts[]): WholeInvoice {
  return { ...invoice, lines: lines.map((line, index) => ({ position: index + 1, ...line })), payments: [] };
}

async function getWhole(unit: Unit, id: string): Promise<WholeInvoice> {
  const whole = await findWholeInvoice(unit.sql, unit.teamId, id);
  // It was written or locked in this transaction.
  return whole!;
}

/**
 * Nearly every invoice is new, so one statement locks the customer and looks for the invoice. Where it waited for the
 * lock, it looked before that: what somebody else has recorded meanwhile is met by the insert, and all is tried again.
 */
async function readCircumstances(unit: Unit, input: RecordInvoiceInput) {
  const key = input.customerId ? { id: input.customerId } : { externalId: input.customerExternalId! };
  const parties = await unit.ask(unit.isShared ? lockFreeParties : lockParties, { key, invoice: input });
  if (!parties) throw new OperationError("NOT_FOUND", "Cannot record the invoice: there is no such customer");
  if (unit.isShared && parties.isRecorded) throw toBeChangedAlone();
  const existing = input.id || parties.isRecorded ? await lockRecorded(unit, input) : undefined;
  if (input.customerExternalId && input.customerExternalId !== parties.buyer.externalId) {
    throw new OperationError("CONFLICT", "customerId and customerExternalId name two customers");
  }
  return { parties, existing };
}

function toBeChangedAlone(): OperationError {
  return new OperationError("CONFLICT", "An invoice that is there already is changed by one alone");
}

/** By id when one is given, else by external id, else by number. */
async function lockRecorded(unit: Unit, input: RecordInvoiceInput): Promise<InvoiceTableRow | undefined> {
  const { sql, teamId } = unit;
  if (input.id) return await requireRecorded(unit, input.id);
  const byNumber = { invoiceNumber: input.invoiceNumber };
  if (!input.externalId) return await lockInvoice(sql, teamId, byNumber);
  const [known, sameNumber] = await Promise.all([
    lockInvoice(sql, teamId, { externalId: input.externalId }),
    findInvoice(sql, teamId, byNumber),
  ]);
  if (known || !sameNumber) return known;
  // Its own publisher had no id for it until now.
  if (sameNumber.externalId === null) return await lockInvoice(sql, teamId, { id: sameNumber.id });
  throw new OperationError("CONFLICT", "Cannot record the invoice: another one has this invoiceNumber");
}

async function requireRecorded(unit: Unit, id: string): Promise<InvoiceTableRow> {
  const known = await lockInvoice(unit.sql, unit.teamId, { id });
  if (known) return known;
  throw new OperationError("NOT_FOUND", "Cannot record the invoice: there is none with this id");
}

/** All that is written is known before, so it is one statement, and nobody waits for it but the commit. */
function createInvoice(
  unit: Unit,
  { facts, lines, now, told }: {
    facts: InvoiceFacts;
    lines: readonly LineAmounts[];
    now: string;
    told: RecordOptions["told"];
  },
): InvoiceTableRow {
  const row = { teamId: unit.teamId, id: newOrderedId(), ...facts };
  const after = {
    ...row,
    ...{ paidMinor: 0, creditedMinor: 0, paidAt: null, internalNote: null },
    ...{ version: 1, createdAt: now, updatedAt: now },
  };
  const changes = invoiceChanges(undefined, after, { before: [], after: lines });
  const { data, ...fact } = recordedFact(after, changes);
  const whole = movingFact({ before: undefined, after }, { ...fact, data: { ...data, ...told } });
  unit.write(writeInvoices, { row, lines, event: unit.toEvent(whole) });
  unit.context.reply[HEADERS.outcome] = "created";
  return after;
}

/** Together, with the events that tell of them. */
function writeInvoices(
  sql: Transaction,
  teamId: string,
  invoices: readonly (NewInvoice & { readonly event: NewEvent })[],
): Statement {
  return enqueueEvents(
    sql,
    teamId,
    invoices.map(({ event }) => event),
    insertInvoices(sql, teamId, invoices),
  );
}

async function changeInvoice(
  unit: Unit,
  before: InvoiceTableRow,
  facts: InvoiceFacts,
  lines: readonly LineAmounts[],
): Promise<InvoiceTableRow> {
  const oldLines = await listLines(unit.sql, unit.teamId, before.id);
  const changed = listChanges(before, facts);
  if (!sameLines(oldLines, lines)) changed.push("lines");
  if (changed.length === 0) return before;
  requireChangeable(before, changed);
  const after = await updateInvoice(unit.sql, unit.teamId, before.id, facts);
  if (changed.includes("lines")) await replaceLines(unit.sql, unit.teamId, before.id, lines);
  const lineChange = changed.includes("lines") ? { before: oldLines, after: lines } : undefined;
  const changes = invoiceChanges(before, after, lineChange);
  await moveTotals(unit, { before, after }, recordedFact(after, changes));
  return after;
}

/** What may still be said about an invoice that a customer has received. */
const CHANGEABLE_AFTER_ISSUE = ["state", "dueDate", "note", "paymentUrl", "externalId"];

function requireChangeable(invoice: InvoiceTableRow, changed: readonly string[]): void {
  if (invoice.state === "draft" || invoice.state === "scheduled") return;
  const frozen = changed.filter((field) => !CHANGEABLE_AFTER_ISSUE.includes(field));
  if (frozen.length === 0) return;
  const names = contractNames(frozen);
  const errors = names.map((name) => ({
    pointer: `/${name}`,
    code: "frozen",
    message: "Stays as it was issued",
  }));
  throw new OperationError("CONFLICT", `Cannot change ${names.join(", ")}: the invoice has been issued`, {
    details: { errors },
  });
}

/** They follow from the state. */
const MOMENTS: readonly string[] = ["issuedAt", "canceledAt", "refundedAt"] satisfies (keyof Moments)[];

function listChanges(before: InvoiceTableRow, facts: InvoiceFacts): string[] {
  const names = (Object.keys(facts) as (keyof InvoiceFacts)[]).filter((name) => !MOMENTS.includes(name));
  return names.filter((name) => spell(before[name]) !== spell(facts[name]));
}

function sameLines(before: readonly LineAmounts[], after: readonly LineAmounts[]): boolean {
  const summarize = (
    line: LineAmounts,
  ) => [
    line.name,
    Number(line.quantity),
    Number(line.priceMinor),
    line.taxRate === null ? null : Number(line.taxRate),
  ];
  return JSON.stringify(before.map(summarize)) === JSON.stringify(after.map(summarize));
}

export function recordedFact(invoice: InvoiceTableRow, changes: Changes): MovingFact {
  const { id: invoiceId, type, invoiceNumber, state, currency, totalMinor, exponent, dueDate } = invoice;
  return {
    name: "invoices.recorded",
    changes,
    data: { invoiceId, type, invoiceNumber, state, currency, exponent, totalMinor, dueDate },
  };
}
