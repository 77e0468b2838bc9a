/** The invoices of an account as a table, page by page while somebody reads. */
import type { InvoiceRow } from "shared/contract/invoice_shapes.ts";
import { csvRow } from "./csv_row.ts";

const COLUMNS = [
  "number",
  "type",
  "status",
  "issueDate",
  "dueDate",
  "currency",
  "subtotal",
  "discount",
  "tax",
  "total",
  "paid",
  "credited",
  "due",
  "creditedInvoice",
] as const;

/** @param pages Asked for one at a time. */
export function streamAccountCsv(pages: AsyncIterator<readonly InvoiceRow[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let text = csvRow(COLUMNS);
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value: rows } = await pages.next();
      if (!done) text += rows.map(toRow).join("");
      if (text !== "") controller.enqueue(encoder.encode(text));
      text = "";
      if (done) controller.close();
    },
    cancel: async () => void await pages.return?.(),
  }, { highWaterMark: 0 });
}

function toRow(row: InvoiceRow): string {
  const { invoiceNumber, type, status, issueDate, dueDate, currency } = row;
  const { subtotal, discount, tax, amount, amountPaid, amountCredited, amountDue } = row;
  return csvRow([
    ...[invoiceNumber, type, status, issueDate, dueDate, currency],
    ...[subtotal, discount, tax, amount, amountPaid, amountCredited, amountDue],
    row.creditedInvoiceNumber,
  ]);
}
