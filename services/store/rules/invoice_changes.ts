/** What an event says of a change of an invoice. */
import type { Changes } from "shared/contract/messages.ts";
import { listDifferences } from "./changes.ts";

/** Sums in minor units; the parties follow from the customer and the team, and are frozen at issue. */
const INVOICE_FIELDS = [
  "type",
  "creditedInvoiceNumber",
  "customerId",
  "externalId",
  "invoiceNumber",
  "state",
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
];

/** A message of the stream has an end: of more lines than this only the number is told. */
const MAX_LINES_BYTES = 60_000;

/** @param lines When they changed. */
export function invoiceChanges(
  before: object | undefined,
  after: object,
  lines?: { before: readonly object[]; after: readonly object[] },
): Changes {
  const changes = listDifferences(before ?? {}, after, INVOICE_FIELDS);
  if (!lines) return changes;
  if (JSON.stringify(lines).length <= MAX_LINES_BYTES) return { ...changes, lines };
  return { ...changes, lineCount: { before: lines.before.length, after: lines.after.length } };
}
