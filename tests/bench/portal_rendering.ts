/** Drawing alone, without the mesh: pages on this thread, PDFs in their worker, as the portal does both. */
import { createLog } from "shared/log.ts";
import {
  aLine,
  anAccount,
  anExactInvoice,
  anInvoiceView,
  aPayment,
  aRow,
} from "../../services/portal/builders/mod.ts";
import { renderAccountPage } from "../../services/portal/pages/account_page.ts";
import { describeInvoice } from "../../services/portal/pdf/invoice_document.ts";
import { PdfRenderer } from "../../services/portal/pdf/renderer.ts";
import { createReader } from "../../services/portal/reader.ts";
import { type Line, measure } from "./measure.ts";
import { SCRIPTS } from "./portal_accounts.ts";

const never = new AbortController().signal;

function anAccountOfRows(count: number) {
  const invoices = Array.from({ length: count }, (_, n) =>
    aRow({
      id: crypto.randomUUID(),
      invoiceNumber: `INV-2026-${1000 + n}`,
      firstLine: `${SCRIPTS[n % SCRIPTS.length]} ${n}`,
      amount: 1_000 + n * 37.25,
      amountDue: n % 5 === 0 ? 1_000 + n * 37.25 : 0,
      status: n % 5 === 0 ? "overdue" : "paid",
    }));
  const payments = Array.from({ length: 20 }, (_, n) => aPayment({ invoiceNumber: `INV-2026-${n}` }));
  return anAccount({ invoices, payments });
}

export async function measurePage(): Promise<Line> {
  const account = anAccountOfRows(50);
  const listing = { status: "all", sort: "newest", pageSize: 50 } as const;
  const reader = createReader("en-GB", undefined);
  const encoder = new TextEncoder();
  const render = () =>
    Promise.resolve(encoder.encode(renderAccountPage({ account, listing, reader }).markup));
  return await measure("account page of 50 rows, drawn", 1_000, render, 300);
}

/** Each is another document with another text, so that nothing is remembered whole. */
export async function measurePdfs(): Promise<Line[]> {
  const pdfs = new PdfRenderer({ log: createLog({ service: "bench", level: "error" }) });
  const reader = createReader(null, "en-GB");
  const render = (scripts: readonly string[]) => (index: number) => {
    const written = scripts.map((name) => aLine({ name: `${shuffle(name, index)} ${index}`, taxRate: null }));
    const named = { invoiceNumber: `INV-${index}`, note: `Note ${index}` };
    const view = anInvoiceView(anExactInvoice({ ...named, ...(written.length > 0 && { lines: written }) }));
    return pdfs.render(describeInvoice(view, reader), never);
  };
  try {
    return [
      await measure("PDF in the worker, warm, Latin, with e-invoice", 200, render([]), 30),
      await measure("PDF in the worker, warm, six scripts", 200, render(SCRIPTS), 30),
    ];
  } finally {
    pdfs.close();
  }
}

function shuffle(text: string, seed: number): string {
  const letters = [...text];
  return letters.map((_, index) => letters[(index * 7 + seed) % letters.length]).join("");
}
