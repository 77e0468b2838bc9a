/** `deno task bench:portal [--record]`: how fast documents are made, alone and through a whole mesh. */
import { parseArgs } from "node:util";
import { createLog } from "shared/log.ts";
import { printLine } from "../../infra/dev/print.ts";
import { type DevMesh, startDevMesh } from "../../infra/test_run/dev_mesh.ts";
import { aLine, anExactInvoice, anInvoiceView } from "../../services/portal/builders.ts";
import { describeInvoice } from "../../services/portal/pdf/invoice_document.ts";
import { PdfRenderer } from "../../services/portal/pdf/renderer.ts";
import { createReader } from "../../services/portal/reader.ts";
import { httpClient } from "../mesh_client.ts";
import { type Line, measure, renderTable } from "./measure.ts";
import { recordSection } from "./record_section.ts";

const { values: flags } = parseArgs({ options: { record: { type: "boolean", default: false } } });
const ARCHIVED = 500;
const SCRIPTS = ["Łódź żółć", "Ελλάδα", "Привет", "東京ポップアップ", "شركة البن", "한국 커피"];

const lines = [...await measureRendering(), ...await measureMesh()];
const notes: string[] = [];
printLine(`\n${renderTable(lines)}\n`);
await using mesh = await startDevMesh();
notes.push(...await measureArchive(mesh));
notes.forEach((note) => printLine(note));
if (flags.record) await record();

/** In a worker, as the portal does it; each is another document, so that nothing is remembered whole. */
async function measureRendering(): Promise<Line[]> {
  const pdfs = new PdfRenderer({ log: createLog({ service: "bench", level: "error" }) });
  const never = new AbortController().signal;
  const reader = createReader(null, "en-GB");
  const render = (scripts: readonly string[]) => (index: number) => {
    const invoice = anExactInvoice({ invoiceNumber: `INV-${index}`, note: `Note ${index}` });
    const written = scripts.map((name) => aLine({ name: `${name} ${index}`, taxRate: null }));
    const fields = scripts.length > 0 ? { lines: written } : invoice;
    const view = anInvoiceView({ ...invoice, ...fields });
    return pdfs.render(describeInvoice(view, reader), never);
  };
  const measured = [
    await measure("PDF, warm, Latin with e-invoice, in the worker", 200, render([]), 20),
    await measure("PDF, warm, six scripts, in the worker", 200, render(SCRIPTS), 20),
  ];
  pdfs.close();
  return measured;
}

async function measureMesh(): Promise<Line[]> {
  await using mesh = await startDevMesh();
  const { path, ids } = await anAccount(mesh, 60);
  const read = (file: string) => fetchWhole(`${mesh.file.gatewayUrl}${path}${file}`);
  const first = await measure(
    "PDF, first time, over HTTP and NATS, kept",
    25,
    (n) => read(`/invoices/${ids[n]}.pdf`),
    0,
  );
  const again = await measure("PDF, again, over HTTP and NATS", 30, () => read(`/invoices/${ids[0]}.pdf`), 2);
  return [first, again];
}

async function measureArchive(mesh: DevMesh): Promise<string[]> {
  const { path } = await anAccount(mesh, ARCHIVED);
  const pid = mesh.reload().pids.portal!;
  const url = `${mesh.file.gatewayUrl}${path}/invoices.zip`;
  const made = await readArchive(url, pid);
  const kept = await readArchive(url, pid);
  return [
    `Archive of ${ARCHIVED} invoices, none made before: ${describe(made)}`,
    `The same again: ${describe(kept)}`,
  ];
}

interface Reading {
  readonly firstByteMs: number;
  readonly wholeMs: number;
  readonly bytes: number;
  /** Of the portal's process, at its highest, above what it had before. */
  readonly extraMib: number;
}

async function readArchive(url: string, pid: number): Promise<Reading> {
  const before = residentMib(pid);
  const startedAt = performance.now();
  const response = await fetch(url);
  let [firstByteMs, bytes, highest] = [0, 0, before];
  for await (const chunk of response.body!) {
    firstByteMs ||= performance.now() - startedAt;
    bytes += chunk.length;
    highest = Math.max(highest, residentMib(pid));
  }
  return { firstByteMs, wholeMs: performance.now() - startedAt, bytes, extraMib: highest - before };
}

function describe({ firstByteMs, wholeMs, bytes, extraMib }: Reading): string {
  return `first byte ${firstByteMs.toFixed(0)} ms, ${(bytes / 1e6).toFixed(1)} MB in ${
    (wholeMs / 1_000).toFixed(1)
  } s, at most ${extraMib.toFixed(0)} MiB more resident memory in the portal`;
}

function residentMib(pid: number): number {
  const status = Deno.readTextFileSync(`/proc/${pid}/status`);
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
}

async function anAccount(mesh: DevMesh, count: number): Promise<{ path: string; ids: string[] }> {
  const http = httpClient(mesh);
  const { body: customer } = await http("POST", "/customers", {
    body: { name: "Meridian", email: "billing@meridian.example" },
  });
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const lines = SCRIPTS.map((name) => ({
      name: `${name} ${n}`,
      quantity: 1,
      price: "100.00",
      taxRate: 21,
    }));
    const days = { issueDate: "2026-01-10", dueDate: "2026-12-31" };
    const body = { customerId: customer.id, invoiceNumber: `F-${n}`, currency: "EUR", ...days, lines };
    ids.push((await http("POST", "/invoices", { body })).body.id);
  }
  const { body } = await http("PUT", `/customers/${customer.id}/portal`, { body: { enabled: true } });
  return { path: `/p/${body.portalId}`, ids };
}

async function fetchWhole(url: string): Promise<void> {
  const response = await fetch(url);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${response.status} instead of a document`);
}

async function record(): Promise<void> {
  const machine = `${navigator.hardwareConcurrency} cores, ${
    Math.round(Deno.systemMemoryInfo().total / 2 ** 30)
  } GiB`;
  await recordSection(
    "Portal documents",
    `\`deno task bench:portal --record\` writes this section: ${
      new Date().toISOString().slice(0, 10)
    }, ${machine}, Deno ${Deno.version.deno}; load average at the end ${Deno.loadavg()[0]!.toFixed(1)}.

${renderTable(lines)}

${notes.map((note) => `- ${note}.`).join("\n")}
`,
  );
}
