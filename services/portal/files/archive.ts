/** Many invoices as one ZIP, made while it is read: a few documents ahead, never more in memory. */
import { createHash } from "node:crypto";
import { makeZip } from "client-zip";
import type { InvoiceRow } from "shared/contract/invoice_shapes.ts";
import { ERROR_KINDS, OperationError } from "shared/errors.ts";
import { pdfFileName } from "../pdf/file_name.ts";
import { csvRow } from "./csv_row.ts";

/** More would take longer than anybody waits: then a period has to be chosen. */
const MAX_FILES = 2_000;

const AHEAD = 4;

export interface ArchiveSource {
  readonly pages: AsyncIterator<readonly InvoiceRow[]>;
  readonly makePdf: (invoice: InvoiceRow, signal: AbortSignal) => Promise<Uint8Array>;
  /** Ends what is being made when nobody reads any more. */
  readonly controller: AbortController;
  readonly maxFiles?: number;
}

interface Entry {
  readonly name: string;
  readonly lastModified: Date;
  readonly input: Uint8Array | string;
}

export function streamArchive(source: ArchiveSource): ReadableStream<Uint8Array> {
  const zip = makeZip(listEntries(source), { buffersAreUTF8: true }).getReader();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await zip.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async (reason) => {
      source.controller.abort(reason);
      await zip.cancel(reason).catch(() => {});
    },
  }, { highWaterMark: 0 });
}

interface File {
  readonly invoice: InvoiceRow;
  readonly name: string;
  /** Undefined when it could not be made. */
  readonly pdf: Promise<Uint8Array | undefined>;
}

async function* listEntries(source: ArchiveSource): AsyncGenerator<Entry> {
  const manifest = [csvRow(MANIFEST_COLUMNS)];
  const missing: string[] = [];
  let newest = "1980-01-01";
  for await (const { invoice, name, pdf } of makeAhead(source, missing)) {
    const bytes = await pdf;
    source.controller.signal.throwIfAborted();
    if (invoice.issueDate > newest) newest = invoice.issueDate;
    manifest.push(describe(invoice, name, bytes));
    if (bytes) yield { name, lastModified: noonOf(invoice.issueDate), input: bytes };
    else missing.push(`${invoice.invoiceNumber}: could not be made, please download it by itself`);
  }
  const lastModified = noonOf(newest);
  yield { name: "manifest.csv", lastModified, input: manifest.join("") };
  if (missing.length > 0) {
    yield { name: "MISSING.txt", lastModified, input: missing.join("\r\n") + "\r\n" };
  }
}

/** Begins with the next few while the first of them is written. */
async function* makeAhead(source: ArchiveSource, missing: string[]): AsyncGenerator<File> {
  const { controller: { signal }, maxFiles = MAX_FILES } = source;
  const ahead: File[] = [];
  const names = new Set<string>();
  let count = 0;
  for await (const invoice of listRows(source.pages)) {
    if (++count > maxFiles) {
      missing.push(`Only the newest ${maxFiles} invoices are here: choose a period for the others`);
      break;
    }
    const pdf = makeTwice(() => source.makePdf(invoice, signal), signal);
    ahead.push({ invoice, name: nameOf(invoice, names), pdf });
    if (ahead.length >= AHEAD) yield ahead.shift()!;
  }
  yield* ahead;
}

async function* listRows(pages: AsyncIterator<readonly InvoiceRow[]>): AsyncGenerator<InvoiceRow> {
  for (let page = await pages.next(); !page.done; page = await pages.next()) yield* page.value;
}

/** A second try for what may pass; one document that cannot be made must not cost the reader all others. */
async function makeTwice(
  make: () => Promise<Uint8Array>,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  try {
    return await make();
  } catch (error) {
    const mayPass = error instanceof OperationError && ERROR_KINDS[error.code].isRetryable;
    if (!mayPass || signal.aborted) return undefined;
  }
  return await make().catch(() => undefined);
}

/** Systems that do not tell capitals apart would write one file over the other. */
function nameOf({ invoiceNumber }: InvoiceRow, taken: Set<string>): string {
  const name = pdfFileName(invoiceNumber);
  let unique = name;
  for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = name.replace(/\.pdf$/, ` (${n}).pdf`);
  taken.add(unique.toLowerCase());
  return unique;
}

const MANIFEST_COLUMNS = [
  "file",
  "number",
  "type",
  "status",
  "issueDate",
  "dueDate",
  "currency",
  "total",
  "due",
  "bytes",
  "sha256",
] as const;

/** A missing file has neither size nor sum. */
function describe(invoice: InvoiceRow, name: string, bytes: Uint8Array | undefined): string {
  const { invoiceNumber, type, status, issueDate, dueDate, currency, amount, amountDue } = invoice;
  return csvRow([
    ...[name, invoiceNumber, type, status, issueDate, dueDate, currency, amount, amountDue],
    bytes?.length ?? null,
    bytes ? createHash("sha256").update(bytes).digest("hex") : null,
  ]);
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
