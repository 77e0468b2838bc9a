import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { anInvoiceView, aPayment, aSeller, HOSTILE } from "../builders/mod.ts";
import { createReader } from "../reader.ts";
import { hasReceiptPage, renderReceiptPage } from "./receipt_page.ts";

const ID = "0192a000-0000-7000-8000-000000000031";

function render(view = anInvoiceView()): string {
  return renderReceiptPage(view, createReader(null, "en-GB")).markup;
}

function textOf(page: string): string {
  return page.replace(/<style>.*?<\/style>/s, "").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

Deno.test("the receipt page shows what was received, when, how, and what is left", () => {
  const text = textOf(render());
  assertStringIncludes(text, "28 Mar 2026 bank transfer €2,260.00");
  assertStringIncludes(text, "Received with thanks. €1,890.50 left");
  assertStringIncludes(text, "Amount paid €2,260.00");
});

Deno.test("the receipt page has its file once all is paid, and leads back to the invoice", () => {
  const page = render(
    anInvoiceView({ status: "paid", paidAt: "2026-04-02T09:00:00Z", amountPaid: 4_150.5, amountDue: 0 }),
  );
  assertStringIncludes(page, `href="./${ID}.pdf"`);
  assertStringIncludes(page, `href="../invoices/${ID}"`);
  assertFalse(render().includes(`${ID}.pdf`));
});

Deno.test("there is a receipt page only for what was paid", () => {
  assertEquals(hasReceiptPage(anInvoiceView()), true);
  assertEquals(hasReceiptPage(anInvoiceView({ amountPaid: 0 })), false);
  assertEquals(hasReceiptPage(anInvoiceView({ type: "credit_note" })), false);
  const credited = {
    status: "paid",
    paidAt: "2026-04-02T09:00:00Z",
    amountCredited: 4_150.5,
    amountDue: 0,
  } as const;
  assertEquals(hasReceiptPage(anInvoiceView({ ...credited, amountPaid: 0 })), false);
});

Deno.test("the receipt page of a payment that was taken back says so", () => {
  const voided = aPayment({ amount: 100, method: null, voidedAt: "2026-04-02T09:00:00Z" });
  const view = anInvoiceView({ amountPaid: 0, amountDue: 4_150.5, payments: [], voidedPayments: [voided] });
  assertEquals(hasReceiptPage(view), true);
  const text = textOf(render(view));
  assertStringIncludes(text, "28 Mar 2026 €100.00 2 Apr 2026 Payment reversed \u2212€100.00");
  assertStringIncludes(text, "Amount paid €0.00");
  assertFalse(/Received with thanks/.test(text));
});

Deno.test("the receipt page of money that was given back thanks nobody", () => {
  const text = textOf(
    render(anInvoiceView({ status: "refunded", refundedAt: "2026-04-05T09:00:00Z", amountDue: 0 })),
  );
  assertStringIncludes(text, "5 Apr 2026 Payment returned \u2212€2,260.00");
  assertStringIncludes(text, "Amount paid €0.00");
  assertFalse(/Received with thanks/.test(text));
});

Deno.test("the receipt page turns no data into markup", () => {
  const payments = [aPayment({ method: HOSTILE, reference: HOSTILE })];
  const page = render(anInvoiceView({ invoiceNumber: HOSTILE, payments }, aSeller({ name: HOSTILE })));
  assertEquals(page.split("<script").length, 2);
  assertFalse(/<[^>]*\sonerror=/.test(page));
});
