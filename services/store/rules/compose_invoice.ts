/** The order of a compatible client as a recording of ours: what its lines are called, and which sums count. */
import type { RecordInvoiceInput } from "shared/contract/invoice_shapes.ts";
import type { NewInvoice } from "shared/contract/new_invoice.ts";
import { type FieldError, invalidField, OperationError } from "shared/errors.ts";
import { computeInvoiceAmounts } from "./invoice_amounts.ts";
import { dayIn } from "./invoice_status.ts";
import {
  addExact,
  type Exact,
  exponentOf,
  rateFor,
  roundToMinor,
  subtractExact,
  toFixed,
  toMinor,
} from "./money.ts";

interface Frame {
  readonly invoiceNumber: string;
  /** For an order that names none. */
  readonly currency: string;
  /** The seller's. */
  readonly timeZone: string;
  readonly now: Date;
}

type Line = RecordInvoiceInput["lines"][number];

/**
 * Lines count, then the discount, then the taxes as stated, else by their rates. The stated amount is only compared: a
 * sum that nobody can follow is no invoice.
 * @throws {OperationError} INVALID, in the words of the order.
 */
export function composeInvoice(order: NewInvoice, frame: Frame): RecordInvoiceInput {
  const currency = order.template.currency ?? frame.currency;
  const lines = withTax(order, namedLines(order, currency), currency);
  const discount = order.discount ?? undefined;
  requireStatedAmount(order, lines, currency);
  return {
    type: "invoice",
    customerId: order.customerId,
    invoiceNumber: frame.invoiceNumber,
    currency,
    ...datesOf(order, frame),
    status: order.deliveryType === "scheduled" ? "scheduled" : "unpaid",
    lines,
    discount,
    note: order.noteDetails || null,
  };
}

/** What is scheduled is issued by its issue date. */
function datesOf({ deliveryType, scheduledAt, issueDate, dueDate }: NewInvoice, { timeZone, now }: Frame) {
  if (deliveryType !== "scheduled" || !scheduledAt) return { issueDate, dueDate };
  const at = new Date(scheduledAt);
  if (at <= now) throw invalidField("/scheduledAt", "in_the_past", "Must be in the future");
  const day = dayIn(timeZone, at);
  if (dueDate < day) throw invalidField("/dueDate", "before_issue_date", "Must not be before scheduledAt");
  return { issueDate: day, dueDate };
}

function namedLines(order: NewInvoice, currency: string): Line[] {
  const items = order.lineItems ?? [];
  if (items.length === 0) return [{ name: "Item 1", quantity: "1", price: netAmount(order, currency) }];
  return items.map(({ name, quantity, price, taxRate }, index) => ({
    name: name?.replaceAll(/\s+/g, " ") || `Item ${index + 1}`,
    quantity: quantity ?? "1",
    price: price ?? "0",
    taxRate: taxRate ?? templateRate(order),
  }));
}

/** What a line must be for the amount to come out: its rates, if any, would be of what nobody has stated. */
function netAmount(order: NewInvoice, currency: string): string {
  const gross = addExact([order.amount ?? "0", order.discount ?? "0"]);
  const net = subtractExact(gross, statedTax(order) ?? "0");
  // Stated as a sum, and so it has no parts of a minor unit, as a price may have.
  toMinor(net, exponentOf(currency, "/template/currency"), "/amount");
  return net;
}

function templateRate({ template }: NewInvoice): string | undefined {
  const vat = template.includeVat === false ? "0" : template.vatRate ?? "0";
  const tax = template.includeTax === false ? "0" : template.taxRate ?? "0";
  const rate = addExact([vat, tax]);
  return rate === "0" ? undefined : rate;
}

/** Undefined when none is stated that the template includes. */
function statedTax({ vat, tax, template }: NewInvoice): Exact | undefined {
  const stated = [
    template.includeVat === false ? null : vat,
    template.includeTax === false ? null : tax,
  ].flatMap((sum) => sum ?? []);
  return stated.length === 0 ? undefined : addExact(stated);
}

/** Stated taxes that the rates do not lead to are one rate over everything. */
function withTax(order: NewInvoice, lines: Line[], currency: string): Line[] {
  const stated = statedTax(order);
  if (!stated) return lines;
  const { subtotalMinor, discountMinor, taxMinor, exponent } = addUp(order, lines, currency);
  const statedMinor = roundToMinor(stated, exponent);
  if (statedMinor === taxMinor) return lines;
  const base = subtotalMinor - discountMinor;
  if (statedMinor > base || base <= 0) {
    const field = order.vat === null || order.vat === undefined ? "/tax" : "/vat";
    throw invalidField(field, "too_large", "Must not be more than what is taxed");
  }
  const taxRate = rateFor(statedMinor, base);
  return lines.map((line) => ({ ...line, taxRate }));
}

/** A minor unit for each line may be lost where others round. */
function requireStatedAmount(order: NewInvoice, lines: Line[], currency: string): void {
  const { totalMinor, exponent } = addUp(order, lines, currency);
  if (order.amount === null || order.amount === undefined) return;
  if (Math.abs(roundToMinor(order.amount, exponent) - totalMinor) <= lines.length) return;
  const sum = toFixed(totalMinor, exponent);
  throw invalidField(
    "/amount",
    "does_not_add_up",
    `Lines, discount and taxes add up to ${sum} ${currency}; leave it out, or state that`,
  );
}

function addUp(order: NewInvoice, lines: Line[], currency: string) {
  const exponent = exponentOf(currency, "/template/currency");
  try {
    return { exponent, ...computeInvoiceAmounts({ lines, discount: order.discount ?? undefined }, exponent) };
  } catch (error) {
    throw inWordsOfOrder(error);
  }
}

/** It calls the lines otherwise. */
function inWordsOfOrder(error: unknown): unknown {
  if (!(error instanceof OperationError) || !error.details.errors) return error;
  const errors = error.details.errors.map((each): FieldError => ({
    ...each,
    pointer: each.pointer.replace(/^\/lines\b/, "/lineItems"),
  }));
  const fields = errors.map(({ pointer }) => pointer).join(", ");
  return new OperationError(error.code, `Not valid: ${fields}`, { details: { errors }, cause: error });
}
