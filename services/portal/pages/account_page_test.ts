import {
  assert,
  assertEquals,
  assertFalse,
  assertLess,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { aBalance, anAccount, anEmptyAccount, aPayment, aRow, aSeller, HOSTILE } from "../builders/mod.ts";
import type { Listing } from "../links.ts";
import { LIVE_SCRIPT } from "../live.ts";
import { createReader } from "../reader.ts";
import { STYLE_SHEETS } from "../style.ts";
import { renderAccountPage } from "./account_page.ts";

function render(account = anAccount(), listing: Listing = { status: "all" }, locale = "en-GB"): string {
  const reader = createReader(locale, undefined);
  return renderAccountPage({ account, listing, reader }).markup;
}

/** What a reader sees, with the style sheet and all tags taken away. */
function textOf(page: string): string {
  return page.replace(/<(style|script|title)>.*?<\/\1>/gs, "").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

Deno.test("the account page says what is owed, how late, and since when", () => {
  const text = textOf(render());
  assertStringIncludes(text, "Balance due on 14 April 2026");
  assertStringIncludes(text, "€ 12,110 . 50");
  assertStringIncludes(text, "€5,690.50 is past due");
  assertStringIncludes(text, "7 Mar 2026");
  assertStringIncludes(text, "Over 90 days late None");
});

Deno.test("the account page shows the rest of a part-paid invoice and how late it is", () => {
  const invoices = [
    aRow({
      paymentStatus: "partially_paid",
      amount: 4_150.5,
      amountPaid: 2_260,
      amountDue: 1_890.5,
      dueDate: "2026-03-07",
    }),
  ];
  const text = textOf(render(anAccount({ invoices })));
  assertStringIncludes(text, "€1,890.50 left, 38 days late");
  assertStringIncludes(text, "Part paid");
});

Deno.test("the account page does not say that somebody paid who only got a credit note for a part", () => {
  const fields = { status: "overdue", amountCredited: 420, amountDue: 6_000, dueDate: "2026-03-07" } as const;
  const text = textOf(render(anAccount({ invoices: [aRow(fields)] })));
  assertStringIncludes(text, "€6,000.00 left, 38 days late €6,420.00 Part credited");
  assertFalse(text.includes("Part paid"));
});

Deno.test("the account page calls settled what is behind its tab: paid, or credited", () => {
  const text = textOf(render(anAccount({ counts: { all: 3, open: 1, overdue: 0, paid: 2 } })));
  assertStringIncludes(text, "All 3 Open 1 Overdue 0 Settled 2");
});

Deno.test("the account page gives withdrawn and refunded invoices their own words and no due date", () => {
  const invoices = [aRow({ status: "canceled" }), aRow({ status: "refunded" })];
  const page = render(anAccount({ invoices }));
  assertMatch(page, /badge b-void.*?Void/s);
  assertMatch(page, /badge b-refunded.*?Refunded/s);
  assertFalse(page.includes('<time datetime="2026-05-02">'));
});

Deno.test("the account page shows credit notes below zero, and what stands in the reader's favour", () => {
  const invoices = [aRow({ type: "credit_note", status: "paid", amount: 240, amountDue: 0 })];
  const balances = [aBalance({ credit: 12.5 }), aBalance({ currency: "KWD", outstanding: 0, credit: 1.255 })];
  const text = textOf(render(anAccount({ invoices, balances })));
  assertStringIncludes(text, "\u2212€240.00");
  assertStringIncludes(text, "Credit");
  assertStringIncludes(text, "In your favour: €12.50 , KWD 1.255");
});

Deno.test("the account page shows each currency by its own decimals and adds nothing up", () => {
  const balances = [
    aBalance({
      currency: "JPY",
      outstanding: 128_000,
      notDue: 128_000,
      overdue: 0,
      days1To30: 0,
      days31To60: 0,
    }),
    aBalance({ currency: "KWD", outstanding: 1_250.5 }),
  ];
  const text = textOf(render(anAccount({ balances })));
  assertStringIncludes(text, "JP¥ 128,000");
  assertStringIncludes(text, "Other currencies: KWD 1,250.500");
});

Deno.test("the account page draws what is late, however little it is beside the rest, and fills its bar", () => {
  const balance = aBalance({ notDue: 9_000_000, days1To30: 0, days31To60: 0, over90Days: 0.01 });
  const bands = [
    ...render(anAccount({ balances: [balance] })).matchAll(/class="a\d" x="([\d.]+)" width="([\d.]+)"/g),
  ];
  const [[open, late], ends] = [
    bands.map((band) => Number(band[2])),
    bands.map((band) => Number(band[1]) + Number(band[2])),
  ];
  assertEquals([bands.length, ends.at(-1)], [2, 1_000]);
  assert(late! >= 10 && open! > 900, `${open} and ${late}`);
});

Deno.test("the account page tells what is late in any currency, and counts what is open in all of them", () => {
  const yen = aBalance({
    currency: "JPY",
    outstanding: 128_000,
    overdue: 0,
    overdueCount: 0,
    oldestDueDate: null,
  });
  const euro = aBalance({ overdue: 10, oldestDueDate: "2026-03-07" });
  const dinar = aBalance({ currency: "KWD", overdue: 1.25, oldestDueDate: "2026-02-01", notDue: 0 });
  const text = textOf(render(anAccount({ balances: [yen, euro, dinar] })));
  assertStringIncludes(
    text,
    "4 open invoices. €10.00 , KWD 1.250 are past due , the oldest since 1 Feb 2026",
  );
  assertStringIncludes(text, "Overdue JP¥0 and €10.00 , KWD 1.250");
  assertStringIncludes(text, "Not yet due JP¥6,420 and €6,420.00 Paid");
  assertFalse(text.includes("Nothing is past due"));
  assertStringIncludes(textOf(render(anAccount({ balances: [yen] }))), "Nothing is past due.");
});

Deno.test("the account page leads to how it is paid where nothing can be paid online, and tells it before the history", () => {
  const page = render();
  assertStringIncludes(page, 'href="#pay">How to pay');
  assert(page.indexOf('id="pay"') < page.indexOf('id="hist-h"'));
  assertFalse(render(anAccount({ seller: aSeller({ paymentDetails: [] }) })).includes("#pay"));
});

Deno.test("the account page says of an invoice that a credit note settled it", () => {
  const fields = {
    status: "paid",
    amountDue: 0,
    amountCredited: 6_420,
    paidAt: "2026-04-12T09:00:00Z",
  } as const;
  assertStringIncludes(
    textOf(render(anAccount({ invoices: [aRow(fields)] }))),
    "Settled by credit note €6,420.00 Credited",
  );
  const part = textOf(render(anAccount({ invoices: [aRow({ ...fields, amountPaid: 20 })] })));
  assertStringIncludes(part, "Paid 12 Apr 2026 €6,420.00");
});

Deno.test("the account page says that nothing is to pay, with the last payment", () => {
  const text = textOf(render(anAccount({ balances: [aBalance({ outstanding: 0 })] })));
  assertStringIncludes(text, "Nothing to pay");
  assertStringIncludes(text, "€2,260.00 on 28 Mar 2026");
  const payments = [aPayment({ amount: -120, method: null }), aPayment({ amount: 120 })];
  const refunded = textOf(render(anAccount({ balances: [aBalance({ outstanding: 0 })], payments })));
  assertStringIncludes(refunded, "Your last payment: €120.00");
  assertStringIncludes(refunded, "Payment returned \u2212€120.00");
});

Deno.test("the account page offers to pay only where a safe payment address is", () => {
  const next = { invoiceNumber: "INV-7", currency: "EUR", amountDue: 12.5 };
  const page = render(anAccount({ nextToPay: { ...next, paymentUrl: "https://pay.example/7" } }));
  assertStringIncludes(page, 'href="https://pay.example/7"');
  assertStringIncludes(textOf(page), "Pay INV-7 ( €12.50 )");
  const unsafe = render(anAccount({ nextToPay: { ...next, paymentUrl: "javascript:alert(1)" } }));
  assertFalse(unsafe.includes('class="btn"'));
});

Deno.test("the account page packs what the list is narrowed to, by tab and days but not by words", () => {
  const narrowed = render(anAccount(), { status: "paid", from: "2026-01-01" });
  assertStringIncludes(narrowed, 'href="invoices.zip?status=paid&amp;from=2026-01-01"');
  assertStringIncludes(textOf(narrowed), "These invoices (ZIP)");
  for (const listing of [{ status: "all" }, { status: "paid", q: "beans" }] as const) {
    const page = render(anAccount(), listing);
    assertStringIncludes(page, 'href="invoices.zip"');
    assertStringIncludes(textOf(page), "All invoices (ZIP)");
  }
});

Deno.test("the account page of a new customer has no tiles, filters or history", () => {
  const page = render(anEmptyAccount());
  assertStringIncludes(page, "No invoices yet");
  for (const part of ['class="tiles"', "<form", "<table", "hist-h"]) assertFalse(page.includes(part));
});

Deno.test("the account page keeps status and search in its links", () => {
  const account = anAccount({ page: { cursor: "next+page/=", hasPreviousPage: true } });
  const page = render(account, { status: "open", q: "a&b" });
  assertStringIncludes(page, "?status=open&amp;q=a%26b&amp;cursor=next%2Bpage%2F%3D#list");
  assertStringIncludes(page, "?status=paid&amp;q=a%26b#list");
  assertStringIncludes(page, 'name="q" maxlength="100" value="a&amp;b"');
  assertMatch(page, /aria-current="true">Open/);
});

Deno.test("the account page says when a search finds nothing", () => {
  assertStringIncludes(render(anAccount({ invoices: [] }), { status: "all", q: "x" }), "No invoice matches.");
});

Deno.test("the account page turns no data into markup, whatever field it stands in", () => {
  const logo = { hash: "ab", width: 1, height: 1 };
  const clean = render(
    anAccount({ seller: aSeller({ logo }), invoices: [aRow({ paymentUrl: null })] }),
  );
  const hostile = render(anAccount({
    seller: aSeller({
      name: HOSTILE,
      email: HOSTILE,
      phone: HOSTILE,
      logo: { ...logo, hash: HOSTILE },
      timeZone: HOSTILE,
      paymentDetails: aSeller().paymentDetails.map(() => ({ label: HOSTILE, text: HOSTILE })),
    }),
    customer: { name: HOSTILE, locale: HOSTILE, country: null },
    invoices: [aRow({ invoiceNumber: HOSTILE, firstLine: HOSTILE, paymentUrl: HOSTILE })],
    payments: [aPayment({ method: HOSTILE, invoiceNumber: HOSTILE })],
  }));
  assertEquals(shapeOf(hostile), shapeOf(clean));
});

/** Elements with the names of their attributes, in order. */
function shapeOf(page: string): string[] {
  return [...page.matchAll(/<(\/?[a-z0-9]+)((?:\s+[a-z:-]+="[^"]*")*)\s*\/?>/gi)].map((
    [, element, attributes],
  ) => `${element} ${(attributes ?? "").replace(/="[^"]*"/g, "")}`);
}

Deno.test("the account page has one small script, no foreign address and no preview data", async () => {
  const script = `<script>${LIVE_SCRIPT}</script>`;
  assertStringIncludes(render(), script);
  assertLess(await gzipSize(LIVE_SCRIPT), 1024);
  const page = render().replace(script, "");
  assertFalse(/<script|\son[a-z]+=|property="og:/i.test(page));
  assertFalse(/(?:src|href)="(?:https?:)?\/\//.test(page));
  assertStringIncludes(page, 'name="robots" content="noindex');
});

Deno.test("the account page speaks the customer's language and direction", () => {
  assertStringIncludes(render(anAccount(), { status: "all" }, "de-DE"), '<html lang="de-DE" dir="ltr">');
  const arabic = render(anAccount(), { status: "all" }, "ar-KW");
  assertStringIncludes(arabic, '<html lang="ar-KW" dir="rtl">');
  assertStringIncludes(arabic, "الفواتير");
});

Deno.test("the account page with 50 invoices weighs at most 8 KB, its style sheet at most 5 KB", async () => {
  const invoices = Array.from({ length: 50 }, (_, index) =>
    aRow({
      id: crypto.randomUUID(),
      invoiceNumber: `INV-2026-${index}`,
      amount: index * 123.45,
      firstLine: `Work of week ${index}, part ${index % 7}`,
    }));
  const page = render(anAccount({ invoices }));
  const sheet = STYLE_SHEETS.account;
  const markup = page.replace(sheet, "").replace(LIVE_SCRIPT, "");
  assertLess(await gzipSize(markup), 8 * 1024);
  assertLess(await gzipSize(sheet), 5 * 1024);
  assert(page.includes(sheet));
});

async function gzipSize(text: string): Promise<number> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}
