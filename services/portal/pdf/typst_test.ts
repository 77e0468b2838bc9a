import { assert, assertEquals, assertNotEquals, assertStringIncludes } from "@std/assert";
import { aLine, anInvoice, anInvoiceView, HOSTILE } from "../builders.ts";
import { createReader } from "../reader.ts";
import { describeInvoice } from "./invoice_document.ts";
import { createTypesetter } from "./typst.ts";

const typesetter = createTypesetter();

function typeset(fields: Parameters<typeof anInvoice>[0] = {}, locale = "en-GB"): Uint8Array {
  const document = describeInvoice(anInvoiceView(fields), createReader(null, locale));
  return typesetter.typeset(JSON.stringify(document), 1_000_000);
}

function latin1(pdf: Uint8Array): string {
  return new TextDecoder("latin1").decode(pdf);
}

function isAccessible(pdf: Uint8Array): boolean {
  return latin1(pdf).includes("pdfuaid") && latin1(pdf).includes("/StructTreeRoot");
}

Deno.test("the PDF is a PDF/UA-1 with title, language and a table head", () => {
  const pdf = typeset();
  const text = latin1(pdf);
  assert(text.startsWith("%PDF-"));
  assert(isAccessible(pdf));
  assertStringIncludes(text, "(Invoice INV-2026-0031)");
  assertStringIncludes(text, "/Lang (en)");
  assertStringIncludes(text, "/TH");
});

Deno.test("the PDF of the same invoice is the same file, of another invoice another", () => {
  assertEquals(typeset(), typeset());
  assertNotEquals(typeset(), typeset({ invoiceNumber: "INV-2" }));
});

Deno.test("the PDF of an invoice does not depend on the day", () => {
  const reader = createReader(null, undefined);
  const view = anInvoiceView({ paymentStatus: "unpaid", amountPaid: 0, amountDue: 4_150.5, payments: [] });
  assertEquals(describeInvoice(view, reader).stamp, null);
  assertEquals(describeInvoice({ ...view, today: "2026-02-06" }, reader).stamp, null);
});

Deno.test("the PDF takes Arabic, Japanese, Polish, Greek and Cyrillic and stays accessible", () => {
  const lines = ["Łódź żółć", "Ελλάδα", "Привет", "東京ポップアップ", "شركة البن"].map((name) =>
    aLine({ name })
  );
  assert(isAccessible(typeset({ lines })));
  assert(isAccessible(typeset({ lines }, "ar-KW")));
});

Deno.test("the PDF comes out whatever a field says, and says it as text", () => {
  const party = { name: HOSTILE, email: HOSTILE, addressLines: [HOSTILE], vatNumber: HOSTILE };
  const hostile = { invoiceNumber: HOSTILE, note: HOSTILE, seller: party, buyer: party };
  const pdf = typeset({
    ...hostile,
    lines: [aLine({ name: HOSTILE })],
    paymentUrl: "https://pay.example/)>>",
  });
  assert(latin1(pdf).startsWith("%PDF-"));
  assertStringIncludes(
    describeInvoice(anInvoiceView(hostile), createReader(null, "en")).title,
    '#read("/etc/passwd")',
  );
});

Deno.test("the PDF of the longest invoice fits into one message", () => {
  const lines = Array.from({ length: 500 }, () => aLine({ name: crypto.randomUUID().repeat(13) }));
  assert(typeset({ lines }).length <= 1_000_000);
});

Deno.test("the PDF is stamped when paid, withdrawn, refunded or part paid", () => {
  const stampOf = (fields: Parameters<typeof anInvoice>[0]) =>
    describeInvoice(anInvoiceView(fields), createReader(null, "en")).stamp;
  assertEquals(stampOf({ status: "paid", amountDue: 0 }), "Paid");
  assertEquals(stampOf({ status: "canceled" }), "Void");
  assertEquals(stampOf({ status: "refunded" }), "Refunded");
  assertEquals(stampOf({}), "Part paid");
});
