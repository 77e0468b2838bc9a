import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { aLine, anInvoiceView, aPayment, aSeller, HOSTILE } from "../builders/mod.ts";
import { LIVE_SCRIPT } from "../live.ts";
import { createReader } from "../reader.ts";
import { renderInvoicePage } from "./invoice_page.ts";

function render(view = anInvoiceView(), locale = "en-GB"): string {
  return renderInvoicePage(view, createReader(null, locale)).markup;
}

function textOf(page: string): string {
  return page.replace(/<style>.*?<\/style>/s, "").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

Deno.test("the invoice page shows what is left, the lines and the sums", () => {
  const text = textOf(render(anInvoiceView({ discount: 100 })));
  assertStringIncludes(text, "€1,890.50 of €4,150.50");
  assertStringIncludes(text, "Was due 7 March 2026, 38 days late");
  assertStringIncludes(text, "Installation, two fitters 8 €105.00 21% €840.00");
  assertStringIncludes(text, "Discount \u2212€100.00");
  assertStringIncludes(text, "Paid \u2212€2,260.00");
  assertStringIncludes(text, "Left to pay €1,890.50");
});

Deno.test("the invoice page tells of a payment that was taken back, newest first", () => {
  const voided = aPayment({ amount: 100, method: null, voidedAt: "2026-04-02T09:00:00Z" });
  const text = textOf(render(anInvoiceView({ voidedPayments: [voided] })));
  const [reversed, received] = ["Payment reversed \u2212€100.00", "Payment received €100.00"];
  assertStringIncludes(text, reversed);
  assertEquals(text.indexOf(received) > text.indexOf(reversed), true);
});

Deno.test("the invoice page tells when money was given back, and when an invoice was withdrawn", () => {
  const refunded = { status: "refunded", refundedAt: "2026-04-05T09:00:00Z", amountDue: 0 } as const;
  const text = textOf(render(anInvoiceView(refunded)));
  assertStringIncludes(text, "Payment returned \u2212€2,260.00 5 Apr 2026");
  // Nothing below the total: it would look as if the rest were still to be paid.
  assertStringIncludes(text, "Total €4,150.50 What happened");
  const unpaid = textOf(render(anInvoiceView({ ...refunded, payments: [], amountPaid: 0 })));
  assertStringIncludes(unpaid, "What happened Refunded 5 Apr 2026");
  const canceled = { status: "canceled", canceledAt: "2026-04-06T09:00:00Z", amountDue: 0 } as const;
  assertStringIncludes(textOf(render(anInvoiceView(canceled))), "What happened Void 6 Apr 2026");
});

Deno.test("the invoice page says what stands in the reader's favour, and no more of a credit note than that", () => {
  const overpaid = { status: "paid", amountDue: 0, amountPaid: 4_230.5, creditAmount: 80 } as const;
  assertStringIncludes(
    textOf(render(anInvoiceView(overpaid))),
    "This invoice is settled. Thank you. In your favour: €80.00",
  );
  const canceled = { status: "canceled", amountDue: 0, creditAmount: 2_260 } as const;
  assertStringIncludes(
    textOf(render(anInvoiceView(canceled))),
    "nothing to pay. In your favour: €2,260.00",
  );
  const note = { type: "credit_note", status: "paid", amount: 240, amountDue: 0 } as const;
  const used = textOf(render(anInvoiceView({ ...note, creditedInvoiceNumber: "INV-7", creditAmount: 0 })));
  assertStringIncludes(used, "€240.00 Credits invoice INV-7 PDF");
  assertFalse(used.includes("in your favour"));
  const half = textOf(render(anInvoiceView({ ...note, creditedInvoiceNumber: "INV-7", creditAmount: 40 })));
  assertStringIncludes(half, "€240.00 In your favour: €40.00");
});

Deno.test("the invoice page offers payment while something is open and the address is https", () => {
  const paymentUrl = "https://pay.example/x";
  assertStringIncludes(render(anInvoiceView({ paymentUrl })), `href="${paymentUrl}"`);
  assertFalse(render(anInvoiceView({ paymentUrl: "http://pay.example/x" })).includes("pay.example"));
  assertFalse(render(anInvoiceView({ paymentUrl, status: "canceled" })).includes("pay.example"));
});

Deno.test("the invoice page of a paid invoice says so and asks for nothing", () => {
  const page = render(
    anInvoiceView({ status: "paid", paymentStatus: "paid", amountDue: 0, amountPaid: 4_150.5 }),
  );
  assertStringIncludes(page, "This invoice is settled");
  assertFalse(page.includes("IBAN"));
});

Deno.test("the invoice page says that a withdrawn invoice needs no payment", () => {
  const text = textOf(render(anInvoiceView({ status: "canceled" })));
  assertStringIncludes(text, "There is nothing to pay");
  assertFalse(text.includes("Left to pay"));
});

Deno.test("the invoice page names the invoice that a credit note credits, and no day when it is due", () => {
  const text = textOf(render(anInvoiceView({ type: "credit_note", creditedInvoiceNumber: "INV-7" })));
  assertStringIncludes(text, "Issued 5 Feb 2026 Credits invoice INV-7");
  assertFalse(/Due|Invoice issued/.test(text), text);
  assertStringIncludes(textOf(render()), "Issued 5 Feb 2026 Due 7 Mar 2026");
});

Deno.test("the invoice page calls a credit note so, and shows what credit notes took off an invoice", () => {
  const note = textOf(render(anInvoiceView({ type: "credit_note", status: "paid", amountDue: 0 })));
  assertStringIncludes(note, "Credit note INV-2026-0031");
  assertStringIncludes(note, "This amount is in your favour.");
  assertFalse(note.includes("Left to pay"));
  const text = textOf(render(anInvoiceView({ amountCredited: 90.5, amountDue: 1_800 })));
  assertStringIncludes(text, "Credit notes \u2212€90.50");
});

Deno.test("the invoice page says what is left where a credit note took off a part, and that nobody paid", () => {
  const text = textOf(
    render(anInvoiceView({ amountPaid: 0, payments: [], amountCredited: 90.5, amountDue: 4_060 })),
  );
  assertStringIncludes(text, "Left to pay €4,060.00 of €4,150.50");
  assertStringIncludes(text, "INV-2026-0031 Part credited");
  assertFalse(text.includes("Part paid"));
});

Deno.test("the invoice page tells of the credit notes among what happened, and that nothing else settled it", () => {
  const credits = [
    {
      id: "0192a000-0000-7000-8000-000000000061",
      invoiceNumber: "CN-1",
      issueDate: "2026-03-01",
      amount: 4_000,
    },
    {
      id: "0192a000-0000-7000-8000-000000000062",
      invoiceNumber: "CN-2",
      issueDate: "2026-04-01",
      amount: 150.5,
    },
  ];
  const settled = {
    status: "paid",
    amountPaid: 0,
    amountCredited: 4_150.5,
    amountDue: 0,
  } as const;
  const view = { ...anInvoiceView({ ...settled, payments: [], paidAt: "2026-04-01T09:00:00Z" }), credits };
  const text = textOf(render(view));
  assertStringIncludes(
    text,
    "Credit note \u2212€150.50 1 Apr 2026 · CN-2 Credit note \u2212€4,000.00 1 Mar 2026 · CN-1 Invoice issued",
  );
  assertStringIncludes(text, "Credited €4,150.50 Settled by credit note. PDF");
  assertFalse(/Thank you|Receipt/.test(text), text);
  assertStringIncludes(render(view), `href="./${credits[0]!.id}"`);
  assertFalse(render({ ...view, opensAccount: false }).includes(credits[0]!.id));
});

Deno.test("the invoice page leaves the tax column out when nothing is taxed", () => {
  const lines = [aLine({ taxRate: null })];
  assertFalse(render(anInvoiceView({ tax: 0, lines })).includes("num i-tax"));
});

Deno.test("the invoice page sets figures that leave no room for words below these", () => {
  const pieces = { quantity: 1_000_000.123456, price: 12_345.12345678, amount: 12_345_124_980.81 };
  const text = textOf(render(anInvoiceView({ lines: [aLine(pieces), aLine()] })));
  assertStringIncludes(
    text,
    "Description Amount Installation, two fitters 1,000,000.123456 × €12,345.12345678 · 21% ",
  );
  assertStringIncludes(text, "€12,345,124,980.81 Installation, two fitters 8 × €105.00 · 21% €840.00");
  const untaxed = anInvoiceView({ tax: 0, lines: [aLine({ ...pieces, taxRate: null })] });
  assertStringIncludes(textOf(render(untaxed)), "€12,345.12345678 €12,345,124,980.81");
});

Deno.test("the invoice page reaches its file without naming the link again", () => {
  assertStringIncludes(render(), 'href="./0192a000-0000-7000-8000-000000000031.pdf"');
  assertStringIncludes(render(), `href="../."`);
});

Deno.test("the invoice page leads to the account only where the link opens it", () => {
  assertStringIncludes(render(), "All invoices");
  assertFalse(render({ ...anInvoiceView(), opensAccount: false }).includes("All invoices"));
});

Deno.test("the invoice page leads to a receipt as soon as something was paid", () => {
  const receipt = 'href="../receipts/0192a000-0000-7000-8000-000000000031"';
  assertStringIncludes(render(), receipt);
  assertFalse(render(anInvoiceView({ amountPaid: 0 })).includes(receipt));
});

Deno.test("the invoice page turns no data into markup", () => {
  const party = { name: HOSTILE, email: HOSTILE, addressLines: [HOSTILE], vatNumber: HOSTILE };
  const page = render(anInvoiceView(
    {
      invoiceNumber: HOSTILE,
      customerName: HOSTILE,
      note: HOSTILE,
      lines: [aLine({ name: HOSTILE })],
      seller: party,
      buyer: party,
    },
    aSeller({ name: HOSTILE }),
  ));
  assertEquals(page.split("<script").length, 2);
  assertStringIncludes(page, `<script>${LIVE_SCRIPT}</script>`);
  assertFalse(/<[^>]*\sonerror=/.test(page));
  assertFalse(page.includes("\u202e"));
});
