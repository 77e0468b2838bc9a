/** The order of a compatible client as a recording of ours: what its lines are called, and which sums count. */
import Big from "big.js";
import type { RecordInvoiceInput } from "shared/contract/invoice_shapes.ts";
import type { NewInvoice } from "shared/contract/new_invoice.ts";
import { type FieldError, invalidField, OperationError } from "shared/errors.ts";
import { computeInvoiceAmounts } from "./invoice_amounts.ts";
import { dayIn } from "./invoice_status.ts";
import { exponentOf } from "./money.ts";

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
  const lines = withTax(order, namedLines(order), currency);
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

function namedLines(order: NewInvoice): Line[] {
  const items = order.lineItems ?? [];
  if (items.length === 0) return [{ name: "Item 1", quantity: "1", price: netAmount(order) }];
  return items.map(({ name, quantity, price, taxRate }, index) => ({
    name: name?.replaceAll(/\s+/g, " ") || `Item ${index + 1}`,
    quantity: quantity ?? "1",
    price: price ?? "0",
    taxRate: taxRate ?? templateRate(order),
  }));
}

/** What a line must be for the amount to come out: its rates, if any, would be of what nobody has stated. */
function netAmount(order: NewInvoice): string {
  return new Big(order.amount ?? 0).plus(order.discount ?? 0).minus(statedTax(order) ?? 0).toFixed();
}

function templateRate({ template }: NewInvoice): string | undefined {
  const vat = template.includeVat === false ? 0 : template.vatRate ?? 0;
  const tax = template.includeTax === false ? 0 : template.taxRate ?? 0;
  const rate = new Big(vat).plus(tax);
  return rate.eq(0) ? undefined : rate.toFixed();
}

/** Undefined when none is stated that the template includes. */
function statedTax({ vat, tax, template }: NewInvoice): Big | undefined {
  const stated = [
    template.includeVat === false ? null : vat,
    template.includeTax === false ? null : tax,
  ].flatMap((sum) => sum ?? []);
  return stated.length === 0 ? undefined : stated.reduce((all, sum) => all.plus(sum), new Big(0));
}

const MAX_DECIMALS = 6;

/** Stated taxes that the rates do not lead to are one rate over everything. */
function withTax(order: NewInvoice, lines: Line[], currency: string): Line[] {
  const stated = statedTax(order);
  if (!stated) return lines;
  const { subtotalMinor, discountMinor, taxMinor, exponent } = addUp(order, lines, currency);
  const statedMinor = stated.times(new Big(10).pow(exponent)).round(0, Big.roundHalfUp);
  if (statedMinor.eq(taxMinor)) return lines;
  const base = subtotalMinor - discountMinor;
  const rate = base > 0 ? statedMinor.div(base).times(100).round(MAX_DECIMALS, Big.roundHalfUp) : undefined;
  if (!rate || rate.gt(100)) {
    const field = order.vat === null || order.vat === undefined ? "/tax" : "/vat";
    throw invalidField(field, "too_large", "Must not be more than what is taxed");
  }
  return lines.map((line) => ({ ...line, taxRate: rate.toFixed() }));
}

/** A minor unit for each line may be lost where others round. */
function requireStatedAmount(order: NewInvoice, lines: Line[], currency: string): void {
  const { totalMinor, exponent } = addUp(order, lines, currency);
  if (order.amount === null || order.amount === undefined) return;
  const unit = new Big(10).pow(exponent);
  if (new Big(order.amount).times(unit).minus(totalMinor).abs().lte(lines.length)) return;
  const sum = new Big(totalMinor).div(unit).toFixed(exponent);
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
