import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { aLine, anExactInvoice, anInvoiceView, aPayment, aStatement } from "../builders/mod.ts";
import { createReader } from "../reader.ts";
import { describeInvoice } from "./invoice_document.ts";
import { describeReceipt, hasReceipt } from "./receipt_document.ts";
import { describeStatement } from "./statement_document.ts";
import { createTypesetter } from "./typst.ts";

type Fields = Parameters<typeof anExactInvoice>[0];

const typesetter = createTypesetter();
const reader = createReader(null, "en-GB");
const PAID: Fields = { status: "paid", amountPaid: 2_268.13, amountCredited: 100, amountDue: 0 };

function readInvoice(fields: Fields = {}): string[] {
  return typesetter.readPages(describeInvoice(anInvoiceView(anExactInvoice(fields)), reader));
}

function anAccountOf(count: number) {
  const [account] = aStatement().statement.currencies;
  const line = account!.lines[0]!;
  const lines = Array.from(
    { length: count },
    (_, n) => ({ ...line, invoiceNumber: `Line number ${n + 1}.` }),
  );
  return { ...account!, lines };
}

function documentsOf(count: number) {
  const lines = Array.from({ length: count }, (_, n) => aLine({ name: `Line number ${n + 1}.` }));
  const paid = anInvoiceView(anExactInvoice({ ...PAID, lines, paidAt: "2026-03-28T23:30:00.000Z" }));
  const credit = { type: "credit_note", creditedInvoiceNumber: "INV-7", lines } as const;
  const sold = { head: "Description Qty", sums: ["Subtotal", "Total €2,368.13"] };
  const read = (pages: string[]) => pages.map((page) => page.replaceAll("\u00a0", " "));
  const statement = aStatement({ currencies: [anAccountOf(count)] });
  return {
    invoice: { ...sold, pages: read(readInvoice({ lines })) },
    "credit note": { ...sold, pages: read(readInvoice(credit)) },
    receipt: {
      head: "Description Qty",
      sums: ["Subtotal", "Amount paid"],
      pages: read(typesetter.readPages(describeReceipt(paid, reader))),
    },
    statement: {
      head: "Date Document",
      sums: ["Total of the period", "Balance due €2,890.50"],
      pages: read(typesetter.readPages(describeStatement(statement, reader))),
    },
  };
}

function assertSays(pages: readonly string[], ...phrases: string[]): void {
  // A sign and its figure never part at the end of a line.
  const text = pages.join("\n").replaceAll("\u00a0", " ");
  for (const phrase of phrases) assertStringIncludes(text, phrase);
}

Deno.test("an invoice says who, when, what, and each sum", () => {
  assertSays(
    readInvoice(),
    "Halden Studio AS Storgata 14 0184 Oslo Norway billing@halden.example Tax number NO 923 456 789 MVA",
    "Billed to Meridian Coffee Roasters B.V. Wijnhaven 3 3011 WG Rotterdam Netherlands",
    "Issued 5 February 2026 Due 7 March 2026 Total €2,368.13",
    "Description Qty Price Tax Amount Fascia sign, brushed steel 2 €1,000.00 21% €2,000.00",
    "Printed guide 10 €12.50 9% €125.00 Samples 1 €75.00 0% €75.00",
    "Subtotal €2,200.00 Discount −€220.00 Tax 21% on €1,800.00 €378.00 Tax 9% on €112.50 €10.13",
    "Tax 0% on €67.50 €0.00 Total €2,368.13",
    "How to pay",
    "Halden Studio AS · INV-2026-0031 Page 1 of 1",
  );
});

Deno.test("a long word may break, and who copies it gets nothing that is not seen", () => {
  const email = "accounts-receivable@a-long-name.example";
  const { seller } = anExactInvoice();
  const pages = readInvoice({ seller: { ...seller, email }, lines: [aLine({ name: "Q".repeat(300) })] });
  assertEquals(pages.join().includes("\u200b"), false);
  const runs = pages.join().split(/\s/);
  assert(!runs.some((run) => run.length > 60), "a line that leaves its column");
  assertStringIncludes(runs.join(""), email);
});

Deno.test("a credit note says what it credits, and asks for nothing", () => {
  const pages = readInvoice({ type: "credit_note", creditedInvoiceNumber: "INV-7" });
  assertSays(pages, "Credit note INV-2026-0031", "Credits invoice INV-7 Total €2,368.13");
  assertEquals(/Due|How to pay/.test(pages.join()), false);
});

Deno.test("a receipt says what was paid, how, and what was settled otherwise", () => {
  const payments = [
    aPayment({ amount: 2_000, method: "card", reference: "R-1" }),
    aPayment({ amount: 268.13 }),
  ];
  const paid = anInvoiceView(anExactInvoice({ ...PAID, payments, paidAt: "2026-03-28T23:30:00.000Z" }));
  assertSays(
    typesetter.readPages(describeReceipt(paid, reader)),
    "Receipt INV-2026-0031 Paid",
    "Paid on 29 March 2026 Invoice INV-2026-0031 Issued 5 February 2026",
    "Total €2,368.13 Credit notes −€100.00 Amount paid €2,268.13",
    "28 Mar 2026 card · R-1 €2,000.00 28 Mar 2026 bank transfer €268.13",
  );
});

Deno.test("there is a receipt of a paid invoice, and of nothing else", () => {
  const paidAt = "2026-03-28T09:30:00.000Z";
  const isThere = (fields: Fields) => hasReceipt(anInvoiceView(anExactInvoice(fields)));
  assertEquals(isThere({ ...PAID, paidAt }), true);
  assertEquals(isThere({ ...PAID, paidAt: null }), false);
  assertEquals(isThere({ ...PAID, paidAt, amountPaid: 0, amountCredited: 2_368.13 }), false);
  assertEquals(isThere({ ...PAID, paidAt, status: "refunded" }), false);
  assertEquals(isThere({ ...PAID, paidAt, type: "credit_note" }), false);
});

Deno.test("a statement goes from the opening balance line by line to the closing one", () => {
  const [account] = aStatement().statement.currencies;
  assertSays(
    typesetter.readPages(describeStatement(aStatement(), reader)),
    "From 1 January 2026 To 14 April 2026",
    "Opening balance €1,000.00 5 Feb 2026 Invoice INV-2026-0031 €4,150.50 €5,150.50",
    "28 Mar 2026 Payment for INV-2026-0031 card €2,260.00 €2,890.50",
    "Total of the period €4,150.50 €2,260.00 Balance due €2,890.50",
  );
  const untouched = aStatement({ from: null, currencies: [{ ...account!, lines: [] }] });
  assertSays(typesetter.readPages(describeStatement(untouched, reader)), "Balance due €2,890.50");
  const inCredit = aStatement({ from: null, currencies: [{ ...account!, closing: -40 }] });
  const pages = typesetter.readPages(describeStatement(inCredit, reader));
  assertSays(pages, `${reader.messages.statement.inYourFavour} €40.00`);
  assertEquals(pages.join().includes("Opening balance"), false);
  assertSays(
    typesetter.readPages(describeStatement(aStatement({ currencies: [] }), reader)),
    reader.messages.statement.nothing,
  );
});

Deno.test("currencies have the decimals that they have, and what is taken off has a minus", () => {
  const lines = [aLine({ price: 1_234.567, amount: 9_876.536 }), aLine({ quantity: -2, amount: -210 })];
  assertSays(
    readInvoice({ currency: "KWD", lines }),
    "8 KWD 1,234.567",
    "KWD 9,876.536",
    "two fitters −2 KWD 105.000 21% −KWD 210.000",
  );
  assertSays(readInvoice({ currency: "JPY", amount: 2_368 }), "Total JP¥2,368 ");
  const fine = [aLine({ name: "Energy", quantity: 1_043, price: 0.2871, amount: 299.45 })];
  assertSays(readInvoice({ lines: fine }), "Energy 1,043 €0.2871 21% €299.45");
});

Deno.test("figures that leave no room for words stand below these, and large sums have their room", () => {
  const line = aLine({
    quantity: 999_999_999.999999,
    price: 4_499_999.12345678,
    amount: 45_000_000_000_000,
  });
  const large = { currency: "KWD", lines: [line, aLine()], subtotal: line.amount, amount: line.amount };
  assertSays(
    readInvoice({ ...large, discount: 0, tax: 0 }),
    "Description Amount Installation, two fitters 999,999,999.999999 × KWD 4,499,999.12345678 · 21%",
    "KWD 45,000,000,000,000.000 Installation, two fitters 8 × KWD 105.000 · 21% KWD 840.000",
  );
});

Deno.test("each page repeats the table's head, and the sums never stand alone", () => {
  for (let count = 17; count <= 62; count++) {
    const lines = Array.from({ length: count }, (_, n) => aLine({ name: `Line number ${n + 1}` }));
    const pages = readInvoice({ lines, note: null });
    for (const page of pages) {
      assertEquals(page.includes("Line number"), page.includes("Description Qty"), `of ${count} lines`);
    }
    const last = pages.find((page) => page.includes("Subtotal"))!;
    assertStringIncludes(last, `Line number ${count} 8`);
  }
});

Deno.test("every document has its lines once, in order, under a head, and its sums with the last of them", () => {
  for (const count of [1, 20, 25, 26, 27, 28, 29, 30, 31, 200]) {
    for (const [kind, { pages, head, sums }] of Object.entries(documentsOf(count))) {
      const what = `${kind} of ${count} lines`;
      const counted = [...pages.join(" ").matchAll(/Line number (\d+)\./g)].map(([, n]) => Number(n));
      assertEquals(counted, Array.from({ length: count }, (_, n) => n + 1), what);
      for (const page of pages) {
        assertEquals(page.split(head).length - 1, page.includes("Line number") ? 1 : 0, what);
      }
      const last = pages.find((page) => page.includes(`Line number ${count}.`))!;
      for (const sum of sums) assertStringIncludes(last, sum, what);
    }
  }
});

Deno.test("the balances of a statement in several currencies stand with their last lines", () => {
  const currencies = ["EUR", "JPY", "KWD", "USD"];
  for (let count = 4; count <= 16; count++) {
    const accounts = currencies.map((currency, n) => ({
      ...anAccountOf(count),
      currency,
      closing: 111 * (n + 1),
    }));
    const pages = typesetter.readPages(describeStatement(aStatement({ currencies: accounts }), reader));
    const text = pages.join("\f").replaceAll("\u00a0", " ");
    const parts = text.split(/Line number \d+\. /).filter((part) => part.includes("Balance due"));
    assertEquals(parts.length, currencies.length);
    for (const part of parts) {
      assertEquals(part.split("Balance due")[0]!.includes("\f"), false, `${count}: ${part}`);
    }
    // The name of a currency is not left behind by its table.
    for (const currency of currencies) {
      assert(new RegExp(`\\b${currency} Date`).test(text), `${count}: ${currency}`);
    }
  }
});

Deno.test("a note and a history that are longer than a page go on on the next one", () => {
  const note = Array.from({ length: 120 }, (_, n) => `Note line ${n + 1}.`).join("\n");
  const pages = readInvoice({ note });
  for (const line of note.split("\n")) assertSays(pages, line);
  assert(pages.filter((page) => page.includes("Note line")).length > 1);
  const payments = Array.from({ length: 90 }, (_, n) => aPayment({ amount: 1, reference: `R-${n + 1}.` }));
  const paid = anInvoiceView(anExactInvoice({ ...PAID, payments, paidAt: "2026-03-28T23:30:00.000Z" }));
  const history = typesetter.readPages(describeReceipt(paid, reader));
  for (const { reference } of payments) assertSays(history, reference!);
});

Deno.test("a long invoice has every line, on numbered pages", () => {
  const lines = Array.from({ length: 500 }, (_, n) => aLine({ name: `Line number ${n + 1}.` }));
  const pages = readInvoice({ lines });
  const text = pages.join();
  for (let n = 1; n <= 500; n++) assertStringIncludes(text, `Line number ${n}. 8 €105.00`);
  pages.forEach((page, index) => assertStringIncludes(page, `Page ${index + 1} of ${pages.length}`));
});

Deno.test("what a text says is never read as the typesetter's language", () => {
  const name = `#let x = 1 $y^2$ *b* _i_ @ref <label> [c] \\ // end`;
  const words = readInvoice({ lines: [aLine({ name })], note: name }).join().replaceAll(/\s+/g, " ");
  assertEquals(words.split(name).length, 3, words);
});

Deno.test("a name of any length leaves the foot of the page its one line", () => {
  const view = anInvoiceView(anExactInvoice());
  const seller = { ...view.seller, name: "Very long name ".repeat(30) };
  const [page] = typesetter.readPages(describeInvoice({ ...view, seller }, reader));
  const foot = page!.slice(page!.indexOf("Very long name"));
  assert(foot.length < 120 && foot.endsWith("… Page 1 of 1"), foot);
});
