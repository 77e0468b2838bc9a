/** Recording an invoice: what may change once it is issued, and how its customer's totals move along. */
import { HEADERS } from "shared/bus/mod.ts";
import type { Party, RecordInvoiceInput } from "shared/contract/invoices.ts";
import type { Changes } from "shared/contract/messages.ts";
import { OperationError } from "shared/errors.ts";
import type { Unit } from "./command.ts";
import { type CustomerRow, lockCustomer } from "./queries/customers.ts";
import { changeTotals, refreshCustomerSummary } from "./queries/customer_totals.ts";
import {
  findInvoice,
  insertInvoice,
  type InvoiceFacts,
  type InvoiceTableRow,
  listLines,
  lockInvoice,
  replaceLines,
  updateInvoice,
} from "./queries/invoices.ts";
import { getTeam, toSeller } from "./queries/teams.ts";
import { computeInvoiceAmounts, type InvoiceAmounts, type LineAmounts } from "./rules/invoice_amounts.ts";
import { spell } from "./rules/changes.ts";
import { invoiceChanges } from "./rules/invoice_changes.ts";
import {
  contributionOf,
  dayIn,
  type InvoiceState,
  type Moments,
  momentsOf,
  NO_CONTRIBUTION,
  subtract,
} from "./rules/invoice_status.ts";
import { exponentOf } from "./rules/money.ts";
import { requireCreditable, settleCredits } from "./settle_credits.ts";

/** @throws {OperationError} NOT_FOUND for the customer, CONFLICT for a change of what is frozen, INVALID for amounts. */
export async function recordInvoice(unit: Unit, input: RecordInvoiceInput): Promise<InvoiceTableRow> {
  const exponent = exponentOf(input.currency, "/currency");
  const amounts = computeInvoiceAmounts(input, exponent);
  const customer = await findBuyer(unit, input);
  const existing = await findRecorded(unit, input);
  const facts = await toFacts(unit, input, { customer, amounts, exponent, existing });
  await requireCreditable(unit, facts);
  const recorded = existing
    ? await changeInvoice(unit, existing, facts, amounts.lines)
    : await createInvoice(unit, facts, amounts);
  const isCredited = recorded.creditedInvoiceNumber !== null || recorded.creditedMinor > 0;
  const isMoved = recorded.state !== existing?.state;
  const invoice = isCredited && isMoved ? await settleCredits(unit, recorded, moveTotals) : recorded;
  unit.context.reply[HEADERS.version] = String(invoice.version);
  return invoice;
}

/** Moves the totals by the difference that a change of this invoice makes; call it with the customer's row locked. */
export async function moveTotals(
  unit: Unit,
  before: InvoiceTableRow | undefined,
  after: InvoiceTableRow,
): Promise<void> {
  if (!after.customerId) return;
  // A draft may change its currency, and then counted for nothing in the old one.
  const change = subtract(contributionOf(after), before ? contributionOf(before) : NO_CONTRIBUTION);
  const { teamId, customerId, currency, exponent } = after;
  await changeTotals(unit.sql, { teamId, customerId, currency, exponent, ...change });
  await refreshCustomerSummary(unit.sql, teamId, customerId);
}

async function findBuyer(unit: Unit, input: RecordInvoiceInput): Promise<CustomerRow> {
  const key = input.customerId ? { id: input.customerId } : { externalId: input.customerExternalId! };
  const customer = await lockCustomer(unit.sql, unit.teamId, key);
  if (!customer) {
    throw new OperationError("NOT_FOUND", "Cannot record the invoice: there is no such customer");
  }
  return customer;
}

/** By id when one is given, else by external id, else by number. */
async function findRecorded(unit: Unit, input: RecordInvoiceInput): Promise<InvoiceTableRow | undefined> {
  if (input.id) return await requireRecorded(unit, input.id);
  const byNumber = { invoiceNumber: input.invoiceNumber };
  if (!input.externalId) return await lockInvoice(unit.sql, unit.teamId, byNumber);
  const known = await lockInvoice(unit.sql, unit.teamId, { externalId: input.externalId });
  if (known) return known;
  const sameNumber = await findInvoice(unit.sql, unit.teamId, byNumber);
  if (!sameNumber) return undefined;
  throw new OperationError("CONFLICT", "Cannot record the invoice: another one has this invoiceNumber");
}

async function requireRecorded(unit: Unit, id: string): Promise<InvoiceTableRow> {
  const known = await lockInvoice(unit.sql, unit.teamId, { id });
  if (known) return known;
  throw new OperationError("NOT_FOUND", "Cannot record the invoice: there is none with this id");
}

interface Circumstances {
  readonly customer: CustomerRow;
  readonly amounts: InvoiceAmounts;
  readonly exponent: number;
  readonly existing: InvoiceTableRow | undefined;
}

async function toFacts(unit: Unit, input: RecordInvoiceInput, about: Circumstances): Promise<InvoiceFacts> {
  const { customer, amounts, exponent, existing } = about;
  const { lines: _, ...sums } = amounts;
  const state = await issueToday(unit, nextState(input.status, existing), input.issueDate);
  return {
    type: input.type ?? existing?.type ?? "invoice",
    creditedInvoiceNumber: input.creditedInvoiceNumber ?? existing?.creditedInvoiceNumber ?? null,
    customerId: customer.id,
    externalId: input.externalId ?? existing?.externalId ?? null,
    invoiceNumber: input.invoiceNumber,
    state,
    ...momentsOf(existing, state, new Date().toISOString()),
    currency: input.currency,
    exponent,
    issueDate: input.issueDate,
    dueDate: input.dueDate,
    ...sums,
    note: input.note || null,
    paymentUrl: input.paymentUrl || null,
    // As printed: once issued they stay, whatever becomes of the customer or the team.
    ...(existing && existing.state !== "draft" && existing.state !== "scheduled"
      ? { seller: existing.seller, buyer: existing.buyer }
      : await presentParties(unit, customer)),
  };
}

export async function presentParties(
  unit: Unit,
  customer: CustomerRow,
): Promise<{ seller: Party; buyer: Party }> {
  const team = await getTeam(unit.sql, unit.teamId);
  if (!team) throw new OperationError("NOT_FOUND", "There is no such team");
  return { seller: toSeller(team), buyer: toBuyer(customer) };
}

export function toBuyer(customer: CustomerRow): Party {
  const text = (value: unknown) => typeof value === "string" && value !== "" ? value : undefined;
  const place = [text(customer.zip), text(customer.city)].filter(Boolean).join(" ");
  const lines = [customer.addressLine1, customer.addressLine2, place, customer.state, customer.country];
  return {
    name: customer.name,
    email: text(customer.billingEmail) ?? customer.email,
    addressLines: lines.flatMap((line) => text(line) ?? []),
    vatNumber: text(customer.vatNumber) ?? null,
  };
}

function nextState(
  asked: RecordInvoiceInput["status"],
  existing: InvoiceTableRow | undefined,
): InvoiceState {
  if (asked === undefined) return existing?.state ?? "issued";
  const next = asked === "unpaid" ? "issued" : asked;
  if (!existing || mayBecome(existing, next)) return next;
  throw new OperationError(
    "CONFLICT",
    `Cannot set the invoice to "${asked}": its status is "${existing.state}"`,
  );
}

function mayBecome({ state, paidMinor }: InvoiceTableRow, next: InvoiceState): boolean {
  if (state === next || state === "draft" || state === "scheduled") return true;
  // Of a canceled one, what had been paid may be returned.
  if (state === "canceled") return next === "refunded" && paidMinor > 0;
  return state === "issued" && (next === "canceled" || next === "refunded");
}

/** What is scheduled for a day that has come is issued. */
async function issueToday(unit: Unit, state: InvoiceState, issueDate: string): Promise<InvoiceState> {
  if (state !== "scheduled") return state;
  const team = await getTeam(unit.sql, unit.teamId);
  return team && issueDate <= dayIn(team.timeZone, new Date()) ? "issued" : state;
}

async function createInvoice(
  unit: Unit,
  facts: InvoiceFacts,
  amounts: InvoiceAmounts,
): Promise<InvoiceTableRow> {
  const invoice = await insertInvoice(unit.sql, unit.teamId, facts);
  await replaceLines(unit.sql, unit.teamId, invoice.id, amounts.lines);
  await moveTotals(unit, undefined, invoice);
  await tellRecorded(unit, invoice, invoiceChanges(undefined, invoice, { before: [], after: amounts.lines }));
  unit.context.reply[HEADERS.outcome] = "created";
  return invoice;
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
  await moveTotals(unit, before, after);
  const lineChange = changed.includes("lines") ? { before: oldLines, after: lines } : undefined;
  await tellRecorded(unit, after, invoiceChanges(before, after, lineChange));
  return after;
}

/** What may still be said about an invoice that a customer has received. */
const CHANGEABLE_AFTER_ISSUE = ["state", "dueDate", "note", "paymentUrl", "externalId"];

function requireChangeable(invoice: InvoiceTableRow, changed: readonly string[]): void {
  if (invoice.state === "draft" || invoice.state === "scheduled") return;
  const frozen = changed.filter((field) => !CHANGEABLE_AFTER_ISSUE.includes(field));
  if (frozen.length === 0) return;
  const names = frozen.map((name) => name === "totalMinor" ? "amount" : name.replace(/Minor$/, ""));
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
    line.priceMinor,
    line.taxRate === null ? null : Number(line.taxRate),
  ];
  return JSON.stringify(before.map(summarize)) === JSON.stringify(after.map(summarize));
}

export async function tellRecorded(unit: Unit, invoice: InvoiceTableRow, changes: Changes): Promise<void> {
  const { id: invoiceId, type, invoiceNumber, state, currency, totalMinor, exponent, dueDate } = invoice;
  await unit.emit({
    name: "invoices.recorded",
    customerId: invoice.customerId,
    changes,
    data: { invoiceId, type, invoiceNumber, state, currency, exponent, totalMinor, dueDate },
  });
}
