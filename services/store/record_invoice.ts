/** Recording an invoice: what may change once it is issued, and how its customer's totals move along. */
import { HEADERS } from "shared/bus/mod.ts";
import type { Invoice, Party, RecordInvoiceInput } from "shared/contract/invoices.ts";
import { OperationError } from "shared/errors.ts";
import type { Unit } from "./command.ts";
import { type BuyerRow, lockBuyer } from "./queries/customers.ts";
import { changeTotals, refreshCustomerSummary } from "./queries/customer_totals.ts";
import {
  findInvoice,
  findWholeInvoice,
  insertInvoice,
  type InvoiceFacts,
  type InvoiceTableRow,
  lockInvoice,
  replaceLines,
  updateInvoice,
  type WholeInvoice,
} from "./queries/invoices.ts";
import { getTeam, type TeamRow, toSeller } from "./queries/teams.ts";
import { computeInvoiceAmounts, type InvoiceAmounts, type LineAmounts } from "./rules/invoice_amounts.ts";
import { contributionOf, dayIn, type InvoiceState, type Standing, subtract } from "./rules/invoice_status.ts";
import { toInvoice } from "./rules/invoice_view.ts";
import { exponentOf } from "./rules/money.ts";
import { newOrderedId } from "./rules/ordered_id.ts";

/** @throws {OperationError} NOT_FOUND for the customer, CONFLICT for a change of what is frozen, INVALID for amounts. */
export async function recordInvoice(unit: Unit, input: RecordInvoiceInput): Promise<Invoice> {
  const exponent = exponentOf(input.currency, "/currency");
  const amounts = computeInvoiceAmounts(input, exponent);
  const { buyer, existing, team } = await readCircumstances(unit, input);
  const facts = toFacts(input, { buyer, amounts, exponent, existing, team });
  const invoice = existing
    ? await changeInvoice(unit, existing, facts, amounts.lines)
    : await createInvoice(unit, facts, amounts);
  unit.context.reply[HEADERS.version] = String(invoice.version);
  return toInvoice(invoice, dayIn(team.timeZone, new Date()));
}

/** Moves the totals by the difference that a change of this invoice makes; call it with the customer's row locked. */
export async function moveTotals(
  unit: Unit,
  before: InvoiceTableRow | undefined,
  after: MovedInvoice,
): Promise<void> {
  if (!after.customerId) return;
  const nothing = { count: 0, totalMinor: 0, paidMinor: 0, outstandingMinor: 0 };
  // A draft may change its currency, and then counted for nothing in the old one.
  const change = subtract(contributionOf(after), before ? contributionOf(before) : nothing);
  const { teamId } = unit;
  const { customerId, currency, exponent } = after;
  // Sent together; the connection runs them in this order.
  await Promise.all([
    changeTotals(unit.sql, { teamId, customerId, currency, exponent, ...change }),
    refreshCustomerSummary(unit.sql, teamId, customerId),
  ]);
}

export type MovedInvoice = Standing & Pick<InvoiceFacts, "customerId" | "currency" | "exponent">;

/**
 * Three questions sent at once. The connection runs them in this order, each with a view of its own, so the invoice is
 * looked for when the customer's lock is held, and what somebody else has just recorded is seen.
 */
async function readCircumstances(unit: Unit, input: RecordInvoiceInput) {
  const { sql, teamId } = unit;
  const key = input.customerId ? { id: input.customerId } : { externalId: input.customerExternalId! };
  const [buyer, existing, team] = await Promise.all([
    lockBuyer(sql, teamId, key),
    lockRecorded(unit, input),
    getTeam(sql, teamId),
  ]);
  if (!team) throw new OperationError("NOT_FOUND", "There is no such team");
  if (!buyer) throw new OperationError("NOT_FOUND", "Cannot record the invoice: there is no such customer");
  return { buyer, existing, team };
}

/** By external id when one is given, else by number. */
async function lockRecorded(unit: Unit, input: RecordInvoiceInput): Promise<InvoiceTableRow | undefined> {
  const { sql, teamId } = unit;
  const byNumber = { invoiceNumber: input.invoiceNumber };
  if (!input.externalId) return await lockInvoice(sql, teamId, byNumber);
  const [known, sameNumber] = await Promise.all([
    lockInvoice(sql, teamId, { externalId: input.externalId }),
    findInvoice(sql, teamId, byNumber),
  ]);
  if (known || !sameNumber) return known;
  throw new OperationError("CONFLICT", "Cannot record the invoice: another one has this invoiceNumber");
}

interface Circumstances {
  readonly buyer: BuyerRow;
  readonly amounts: InvoiceAmounts;
  readonly exponent: number;
  readonly existing: InvoiceTableRow | undefined;
  readonly team: TeamRow;
}

function toFacts(input: RecordInvoiceInput, about: Circumstances): InvoiceFacts {
  const { buyer, amounts, exponent, existing, team } = about;
  const { lines: _, ...sums } = amounts;
  return {
    customerId: buyer.id,
    externalId: input.externalId ?? existing?.externalId ?? null,
    invoiceNumber: input.invoiceNumber,
    state: nextState(input.status, existing?.state),
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
      : { seller: toSeller(team), buyer: toBuyer(buyer) }),
  };
}

function toBuyer(customer: BuyerRow): Party {
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

function nextState(asked: RecordInvoiceInput["status"], present: InvoiceState | undefined): InvoiceState {
  if (asked === undefined) return present ?? "issued";
  const next = asked === "unpaid" ? "issued" : asked;
  if (!present || mayBecome(present, next)) return next;
  throw new OperationError("CONFLICT", `Cannot set the invoice to "${asked}": its status is "${present}"`);
}

function mayBecome(present: InvoiceState, next: InvoiceState): boolean {
  if (present === next || present === "draft" || present === "scheduled") return true;
  return present === "issued" && (next === "canceled" || next === "refunded");
}

async function createInvoice(
  unit: Unit,
  facts: InvoiceFacts,
  { lines }: InvoiceAmounts,
): Promise<WholeInvoice> {
  const id = newOrderedId();
  const [invoice] = await Promise.all([
    insertInvoice(unit.sql, unit.teamId, { id, ...facts, lines }),
    moveTotals(unit, undefined, { ...facts, paidMinor: 0 }),
    tellRecorded(unit, { id, ...facts }),
  ]);
  unit.context.reply[HEADERS.outcome] = "created";
  return { ...invoice, lines: lines.map((line, index) => ({ position: index + 1, ...line })), payments: [] };
}

async function changeInvoice(
  unit: Unit,
  before: InvoiceTableRow,
  facts: InvoiceFacts,
  lines: readonly LineAmounts[],
): Promise<WholeInvoice> {
  const { sql, teamId } = unit;
  const whole = await findWholeInvoice(sql, teamId, before.id);
  const changed = listChanges(before, facts);
  if (!sameLines(whole!.lines, lines)) changed.push("lines");
  if (changed.length === 0) return whole!;
  requireChangeable(before, changed);
  const after = await updateInvoice(sql, teamId, before.id, facts);
  if (changed.includes("lines")) await replaceLines(sql, teamId, before.id, lines);
  await moveTotals(unit, before, after);
  await tellRecorded(unit, after);
  return (await findWholeInvoice(sql, teamId, before.id))!;
}

/** What may still be said about an invoice that a customer has received. */
const CHANGEABLE_AFTER_ISSUE = ["state", "dueDate", "note", "paymentUrl", "externalId"];

function requireChangeable(invoice: InvoiceTableRow, changed: readonly string[]): void {
  if (invoice.state === "draft" || invoice.state === "scheduled") return;
  const frozen = changed.filter((field) => !CHANGEABLE_AFTER_ISSUE.includes(field));
  if (frozen.length === 0) return;
  throw new OperationError("CONFLICT", `Cannot change ${frozen.join(", ")}: the invoice has been issued`);
}

function listChanges(before: InvoiceTableRow, facts: InvoiceFacts): string[] {
  const names = Object.keys(facts) as (keyof InvoiceFacts)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(facts[name]));
}

function sameLines(before: readonly LineAmounts[], after: readonly LineAmounts[]): boolean {
  const spell = (
    line: LineAmounts,
  ) => [
    line.name,
    Number(line.quantity),
    line.priceMinor,
    line.taxRate === null ? null : Number(line.taxRate),
  ];
  return JSON.stringify(before.map(spell)) === JSON.stringify(after.map(spell));
}

async function tellRecorded(unit: Unit, invoice: InvoiceFacts & { id: string }): Promise<void> {
  const { id: invoiceId, invoiceNumber, state, currency, totalMinor, exponent, dueDate } = invoice;
  await unit.emit({
    name: "invoices.recorded",
    customerId: invoice.customerId,
    data: { invoiceId, invoiceNumber, state, currency, exponent, totalMinor, dueDate },
  });
}
