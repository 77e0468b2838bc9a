import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { aStatement, HOSTILE } from "../builders/mod.ts";
import { createReader } from "../reader.ts";
import { renderStatementPage } from "./statement_page.ts";

function render(found = aStatement(), isTooLong = false): string {
  return renderStatementPage({ found, isTooLong, reader: createReader(null, "en-GB") }).markup;
}

function textOf(page: string): string {
  return page.replace(/<style>.*?<\/style>/s, "").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

Deno.test("the statement page goes from the opening balance line by line to the closing one", () => {
  const text = textOf(render());
  assertStringIncludes(text, "1 January 2026 – 14 April 2026");
  assertStringIncludes(text, "Opening balance Balance €1,000.00");
  assertStringIncludes(text, "5 Feb 2026 Invoice INV-2026-0031 Charged €4,150.50 Balance €5,150.50");
  assertStringIncludes(text, "28 Mar 2026 Payment for INV-2026-0031 card Credited €2,260.00");
  assertStringIncludes(text, "Total of the period Charged €4,150.50 Credited €2,260.00");
  assertStringIncludes(text, "Balance due €2,890.50");
});

Deno.test("the statement page has the file of the same period, and any year at a touch", () => {
  const page = render();
  assertStringIncludes(page, 'href="statement.pdf?from=2026-01-01&amp;to=2026-04-14"');
  assertStringIncludes(page, 'href="statement?from=2025-01-01&amp;to=2025-12-31"');
  assertStringIncludes(page, 'name="from" value="2026-01-01"');
  assertStringIncludes(page, 'href="invoices/0192a000-0000-7000-8000-000000000031"');
});

Deno.test("the statement page says when nothing happened, and when it was too much", () => {
  assertStringIncludes(render(aStatement({ currencies: [] })), "Nothing happened in this period");
  const tooLong = render(aStatement(), true);
  assertStringIncludes(tooLong, "Please choose a shorter one.");
  assertFalse(tooLong.includes("statement.pdf"));
});

Deno.test("the statement page turns no data into markup", () => {
  const found = aStatement();
  const [account] = found.statement.currencies;
  const lines = account!.lines.map((line) => ({ ...line, invoiceNumber: HOSTILE, description: HOSTILE }));
  const page = render(aStatement({ currencies: [{ ...account!, lines }] }));
  assertEquals(page.split("<script").length, 1);
  assertFalse(/<[^>]*\sonerror=/.test(page));
});
