import { assert, assertEquals, assertNotEquals, assertStringIncludes } from "@std/assert";
import { aPng } from "shared/pictures/test_pictures.ts";
import {
  aLine,
  anExactInvoice,
  anInvoice,
  anInvoiceView,
  aSeller,
  aStatement,
  HOSTILE,
} from "../builders/mod.ts";
import { createReader } from "../reader.ts";
import { describeInvoice } from "./invoice_document.ts";
import { describeReceipt } from "./receipt_document.ts";
import { describeStatement } from "./statement_document.ts";
import { createTypesetter } from "./typst.ts";

type Fields = Parameters<typeof anInvoice>[0];

const typesetter = createTypesetter();
const PAID: Fields = {
  status: "paid",
  amountDue: 0,
  amountPaid: 4_150.5,
  paidAt: "2026-03-28T09:30:00.000Z",
};

function describe(fields: Fields = {}, locale = "en-GB") {
  return describeInvoice(anInvoiceView(fields), createReader(null, locale));
}

function typeset(fields: Fields = {}, locale = "en-GB"): Uint8Array {
  return typesetter.typeset(describe(fields, locale));
}

function latin1(pdf: Uint8Array): string {
  return new TextDecoder("latin1").decode(pdf);
}

function assertArchival(pdf: Uint8Array): void {
  const text = latin1(pdf);
  for (
    const mark of [
      "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
      "<pdfuaid:part>1</pdfuaid:part>",
      "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
      "/DisplayDocTitle true",
      "/StructTreeRoot",
      "/OutputIntents",
    ]
  ) assert(text.includes(mark), mark);
}

Deno.test("every kind of document is a PDF/A-3a and passes the check for PDF/UA-1", () => {
  for (const locale of ["en-GB", "de", "ar-KW"]) {
    const reader = createReader(null, locale);
    for (
      const order of [
        describe({}, locale),
        describe({ type: "credit_note", creditedInvoiceNumber: "INV-7", status: "paid" }, locale),
        describe({ status: "canceled" }, locale),
        describeReceipt(anInvoiceView(PAID), reader),
        describeStatement(aStatement(), reader),
        describeStatement(aStatement({ currencies: [] }), reader),
      ]
    ) {
      typesetter.checkAccessibility(order);
      assertArchival(typesetter.typeset(order));
    }
  }
});

Deno.test("the PDF has title, language and a table head", () => {
  const text = latin1(typeset());
  assertStringIncludes(text, "(Invoice INV-2026-0031)");
  assertStringIncludes(text, "/Lang (en)");
  assertStringIncludes(text, "/TH");
});

Deno.test("the PDF carries the e-invoice and says which, and claims none when there is none", () => {
  const text = latin1(typeset(anExactInvoice()));
  for (
    const mark of [
      "/AFRelationship /Alternative",
      "/Subtype /text#2Fxml",
      "(factur-x.xml)",
      "<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>",
      "<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>",
      "<pdfaSchema:prefix>fx</pdfaSchema:prefix>",
    ]
  ) assert(text.includes(mark), mark);
  assertEquals(latin1(typeset({ lines: [aLine({ taxRate: null })] })).includes("fx:"), false);
});

Deno.test("the PDF of the same invoice is the same file, of another invoice another", () => {
  assertEquals(typeset(anExactInvoice()), typeset(anExactInvoice()));
  assertEquals(typeset(), createTypesetter().typeset(describe()));
  assertNotEquals(typeset(), typeset({ invoiceNumber: "INV-2" }));
});

Deno.test("the PDF shows the seller's logo and colour, accessible and archival, the next seller's none of it", () => {
  const order = { ...describe(), color: "#806600", logo: aPng({ width: 512, height: 100 }) };
  typesetter.checkAccessibility(order);
  const pdf = typesetter.typeset(order);
  assertArchival(pdf);
  assertStringIncludes(latin1(pdf), "/Subtype /Image");
  assertEquals(typesetter.typeset(order), pdf);
  assertNotEquals(typesetter.typeset({ ...order, logo: aPng({ width: 100, height: 512 }) }), pdf);
  assertEquals(latin1(typeset()).includes("/Subtype /Image"), false);
});

Deno.test("the PDF takes any script and stays archival and accessible", () => {
  const names = [
    ...["Łódź żółć", "Ελλάδα", "Привет", "東京ポップアップ", "شركة البن", "בית קפה", "ร้านกาแฟ"],
    ...["한국 커피", "中国咖啡们", "हिन्दी", "Café ☕💥"],
  ];
  const lines = names.map((name) => aLine({ name }));
  for (const locale of ["en-GB", "ar-KW"]) {
    typesetter.checkAccessibility(describe({ lines }, locale));
    assertArchival(typeset({ lines }, locale));
  }
});

Deno.test("the PDF puts a sign where no font has a character, and is archival all the same", () => {
  // A private-use character is taken out before; a character of a script that was never encoded stays.
  const pdf = typeset({ lines: [aLine({ name: "Sign \u{1fbf0}\u{2fffd}\u{10ffff} and \u0378" })] });
  assertArchival(pdf);
});

Deno.test("the PDF comes out whatever a field says, and says it as text", () => {
  const party = { name: HOSTILE, email: HOSTILE, addressLines: [HOSTILE], vatNumber: HOSTILE };
  const hostile = { invoiceNumber: HOSTILE, note: HOSTILE, seller: party, buyer: party };
  const pdf = typeset({
    ...hostile,
    lines: [aLine({ name: HOSTILE })],
    paymentUrl: "https://pay.example/)>>",
  });
  assertArchival(pdf);
  assertStringIncludes(JSON.parse(describe(hostile).data).title, '#read("/etc/passwd")');
});

Deno.test("the PDF takes the longest invoice", () => {
  const lines = Array.from({ length: 500 }, () => aLine({ name: crypto.randomUUID().repeat(13) }));
  assertArchival(typeset({ lines }));
});

Deno.test("an invoice says the same whatever was paid since and whatever day it is", () => {
  const issued = describe({ amountPaid: 0, amountDue: 4_150.5, paymentStatus: "unpaid", payments: [] });
  assertEquals(describe(PAID), issued);
  const view = { ...anInvoiceView(), today: "2031-01-01" };
  assertEquals(describeInvoice(view, createReader(null, "en-GB")), issued);
});

Deno.test("an invoice is paid as it said when it was issued, not as the seller says now", () => {
  const seller = { ...anInvoice().seller, paymentDetails: [{ label: "IBAN", text: "OLD" }] };
  const view = anInvoiceView({ seller }, aSeller({ paymentDetails: [{ label: "IBAN", text: "NEW" }] }));
  const { data } = describeInvoice(view, createReader(null, "en-GB"));
  assertEquals(JSON.parse(data).howToPay.details, [{ label: "IBAN", text: "OLD" }]);
});

Deno.test("a withdrawn invoice says so, has nothing to pay and is no e-invoice", () => {
  const stampOf = (fields: Fields) => JSON.parse(describe(fields).data).stamp?.text;
  assertEquals(stampOf({}), undefined);
  assertEquals(stampOf({ status: "refunded" }), "Refunded");
  assertEquals(stampOf({ status: "canceled" }), "Void");
  const withdrawn = describe({ ...anExactInvoice(), status: "canceled" });
  assertEquals([JSON.parse(withdrawn.data).howToPay, withdrawn.eInvoice], [null, undefined]);
});
