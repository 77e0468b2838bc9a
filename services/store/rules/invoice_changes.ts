/** What an event says of a change of an invoice. */
import type { Changes } from "shared/contract/messages.ts";
import { listDifferences } from "./changes.ts";
import type { LineAmounts } from "./invoice_amounts.ts";

/** Sums in minor units; what follows from payments and credit notes is told with those. */
export const INVOICE_FIELDS: readonly string[] = [
  "type",
  "creditedInvoiceNumber",
  "customerId",
  "externalId",
  "invoiceNumber",
  "state",
  "issuedAt",
  "canceledAt",
  "refundedAt",
  "currency",
  "exponent",
  "issueDate",
  "dueDate",
  "subtotalMinor",
  "discountMinor",
  "taxMinor",
  "totalMinor",
  "note",
  "paymentUrl",
  "seller",
  "buyer",
];

const CONTRACT_NAMES: Readonly<Record<string, string>> = {
  state: "status",
  // It follows from that.
  exponent: "currency",
  totalMinor: "amount",
  paidMinor: "amountPaid",
  creditedMinor: "amountCredited",
  lineCount: "lines",
};

/** Fields of an event as whoever reads or records invoices calls them. */
export function contractNames(fields: readonly string[]): string[] {
  return [...new Set(fields.map((field) => CONTRACT_NAMES[field] ?? field.replace(/Minor$/, "")))];
}

/** A message of the stream has an end: of more lines than this only the number is told. */
const MAX_LINES_BYTES = 60_000;

/** @param lines When they changed. */
export function invoiceChanges(
  before: object | undefined,
  after: object,
  lines?: { before: readonly LineAmounts[]; after: readonly LineAmounts[] },
): Changes {
  const changes = listDifferences(before ?? {}, after, INVOICE_FIELDS);
  if (!lines) return changes;
  const told = { before: lines.before.map(toTold), after: lines.after.map(toTold) };
  if (JSON.stringify(told).length <= MAX_LINES_BYTES) return { ...changes, lines: told };
  return { ...changes, lineCount: { before: lines.before.length, after: lines.after.length } };
}

/** Without their positions, which their order says. A price of parts of a minor unit has decimals. */
function toTold({ name, quantity, priceMinor, taxRate, amountMinor }: LineAmounts) {
  return { name, quantity, priceMinor: Number(priceMinor), taxRate, amountMinor };
}
