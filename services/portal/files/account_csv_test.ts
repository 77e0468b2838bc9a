import { assertEquals } from "@std/assert";
import type { InvoiceRow } from "shared/contract/invoice_shapes.ts";
import { aRow } from "../builders/mod.ts";
import { streamAccountCsv } from "./account_csv.ts";

async function* pagesOf(pages: readonly InvoiceRow[][], onEnd = () => {}) {
  try {
    for (const page of pages) yield await Promise.resolve(page);
  } finally {
    onEnd();
  }
}

function read(...pages: InvoiceRow[][]): Promise<string> {
  return new Response(streamAccountCsv(pagesOf(pages)) as ReadableStream<Uint8Array<ArrayBuffer>>).text();
}

Deno.test("streamAccountCsv writes every invoice of every page, each amount in its column", async () => {
  const sums = {
    subtotal: 1,
    discount: 2,
    tax: 3,
    amount: 4,
    amountPaid: 5,
    amountCredited: 6,
    amountDue: 7,
  };
  const facts = {
    status: "unpaid",
    issueDate: "2026-01-02",
    dueDate: "2026-02-01",
    currency: "EUR",
  } as const;
  const text = await read(
    [aRow({ ...facts, ...sums, invoiceNumber: "=1+1" })],
    [aRow({ ...facts, ...sums, invoiceNumber: 'Second, "last"', creditedInvoiceNumber: "INV-1" })],
  );
  assertEquals(text.split("\r\n"), [
    '"number","type","status","issueDate","dueDate","currency","subtotal","discount","tax","total","paid","credited",' +
    '"due","creditedInvoice"',
    `"'=1+1","invoice","unpaid","2026-01-02","2026-02-01","EUR",1,2,3,4,5,6,7,`,
    '"Second, ""last""","invoice","unpaid","2026-01-02","2026-02-01","EUR",1,2,3,4,5,6,7,"INV-1"',
    "",
  ]);
});

Deno.test("streamAccountCsv of no invoices is its head alone", async () => {
  assertEquals((await read([])).split("\r\n").length, 2);
});

Deno.test("streamAccountCsv asks for nothing more when its reader leaves", async () => {
  const ended = Promise.withResolvers<void>();
  const pages = Array.from({ length: 9 }, () => [aRow()]);
  const reader = streamAccountCsv(pagesOf(pages, ended.resolve)).getReader();
  await reader.read();
  await reader.cancel();
  await ended.promise;
});
