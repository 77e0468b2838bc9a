import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { Buffer } from "node:buffer";
import { inflateSync } from "node:zlib";
import { anExactInvoice, anInvoiceView, aSeller, aStatement } from "../builders/mod.ts";
import { createReader } from "../reader.ts";
import { describeInvoice } from "./invoice_document.ts";
import type { DocumentOrder } from "./order.ts";
import { describeReceipt } from "./receipt_document.ts";
import { describeStatement } from "./statement_document.ts";
import { createTypesetter } from "./typst.ts";

const typesetter = createTypesetter();

/** Of each document, with how many columns its table has. */
function documentsIn(language: string): Record<string, { order: DocumentOrder; columns: number }> {
  const reader = createReader(null, language);
  const view = (fields = {}) => anInvoiceView(anExactInvoice(fields), aSeller());
  const paid = { status: "paid", amountDue: 0, paidAt: "2026-03-28T09:30:00.000Z" } as const;
  return {
    invoice: { order: describeInvoice(view({ paymentUrl: "https://pay.example/31" }), reader), columns: 5 },
    "credit note": {
      order: describeInvoice(view({ type: "credit_note", creditedInvoiceNumber: "INV-7" }), reader),
      columns: 5,
    },
    receipt: { order: describeReceipt(view(paid), reader), columns: 5 },
    statement: { order: describeStatement(aStatement(), reader), columns: 5 },
  };
}

function readPdf(order: DocumentOrder) {
  const bytes = Buffer.from(typesetter.typeset(order));
  const text = bytes.toString("latin1");
  const objectAt = (number: string) =>
    text.slice(text.lastIndexOf(`\n${number} 0 obj`)).split("\nendobj")[0]!;
  const root = objectAt(/\/Root (\d+) 0 R/.exec(text.slice(text.lastIndexOf("trailer")))![1]!);
  const metadata = objectAt(/\/Metadata (\d+) 0 R/.exec(root)![1]!);
  return { bytes, text, root, metadata: metadata.slice(metadata.indexOf("<x:xmpmeta")) };
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Names of elements that are opened and not closed, or the other way round. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  for (const [, slash, name, end] of xml.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (end) continue;
    if (!slash) open.push(name!);
    else if (open.pop() !== name) return [name!];
  }
  return open;
}

Deno.test("every PDF has the parts that PDF/A-3a and PDF/UA-1 ask for, in every direction", () => {
  for (const language of ["en", "ar"]) {
    for (const [kind, { order, columns }] of Object.entries(documentsIn(language))) {
      const { text, root } = readPdf(order);
      for (const key of ["/OutputIntents", "/StructTreeRoot", "/Marked true", "/DisplayDocTitle true"]) {
        assertStringIncludes(root, key, `${kind} ${language}`);
      }
      assertStringIncludes(root, `/Lang (${language})`);
      assertStringIncludes(root, language === "ar" ? "/Direction /R2L" : "/Direction /L2R");
      assertStringIncludes(text.slice(text.lastIndexOf("trailer")), "/ID [", kind);
      assertEquals(countOf(text, /\/S \/H1\b/g), 1, kind);
      assertEquals(
        [countOf(text, /\/S \/TH\b/g), countOf(text, /\/Scope \/Column/g)],
        [columns, columns],
        kind,
      );
      // A page with links is walked in the order of the structure; each font is in the file; each link says where it leads.
      assertEquals(countOf(text, /\/Tabs \/S/g), countOf(text, /\/Annots/g), kind);
      assertEquals(countOf(text, /\/FontFile\d? /g), countOf(text, /\/Type \/FontDescriptor/g), kind);
      const links = text.split("endobj").filter((object) => object.includes("/Subtype /Link"));
      assertEquals(links.length, kind === "invoice" ? 1 : 0, kind);
      for (const link of links) assertStringIncludes(link, "/Contents (");
      assertEquals(text.match(/\/(JavaScript|Launch|Movie|Sound|OpenAction|Encrypt)\b/), null, kind);
    }
  }
});

Deno.test("the metadata of a PDF are whole, name it, and describe each property that PDF/A does not know", () => {
  for (const [kind, { order }] of Object.entries(documentsIn("de"))) {
    const { metadata } = readPdf(order);
    assertEquals(unbalanced(metadata.slice(0, metadata.indexOf("</x:xmpmeta>") + 12)), [], kind);
    assertStringIncludes(metadata, JSON.parse(order.data).title);
    const described = [...metadata.matchAll(/<pdfaProperty:name>(\w+)</g)].map(([, name]) => name);
    const used = [...metadata.matchAll(/<(?:pdfuaid|fx):(\w+)>/g)].map(([, name]) => name);
    assertEquals(used.filter((name) => !described.includes(name)), [], kind);
    assertEquals(used.includes("ConformanceLevel"), order.eInvoice !== undefined, kind);
  }
});

Deno.test("the e-invoice in a PDF is the e-invoice, listed as another form of the whole document", () => {
  const { invoice, "credit note": credit, receipt } = documentsIn("en");
  for (const { order } of [invoice!, credit!]) {
    const { bytes, text, root } = readPdf(order);
    const file = /\/AF \[(\d+) 0 R\]/.exec(root)?.[1];
    assert(file, "the catalog lists no file");
    const specification = text.slice(text.indexOf(`\n${file} 0 obj`)).split("endobj")[0]!;
    for (
      const part of ["/AFRelationship /Alternative", "/F (factur-x.xml)", "/UF (factur-x.xml)", "/Desc ("]
    ) {
      assertStringIncludes(specification, part);
    }
    const start = text.indexOf("stream\n", text.indexOf("/Type /EmbeddedFile")) + 7;
    const end = text.indexOf("\nendstream", start);
    assertEquals(inflateSync(bytes.subarray(start, end)).toString(), order.eInvoice);
  }
  assertEquals(countOf(readPdf(receipt!.order).text, /EmbeddedFile/g), 0);
});
