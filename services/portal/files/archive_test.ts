import { assert, assertEquals, assertRejects } from "@std/assert";
import { createHash } from "node:crypto";
import type { InvoiceRow } from "shared/contract/invoice_shapes.ts";
import { OperationError } from "shared/errors.ts";
import { aRow } from "../builders/mod.ts";
import { type ArchiveSource, streamArchive } from "./archive.ts";

const PDF = new TextEncoder().encode("%PDF-1.7");

function rows(...numbers: string[]): InvoiceRow[] {
  return numbers.map((invoiceNumber) => aRow({ invoiceNumber }));
}

async function* pagesOf(...pages: InvoiceRow[][]) {
  for (const page of pages) yield await Promise.resolve(page);
}

function open(source: Partial<ArchiveSource>): ReadableStream<Uint8Array> {
  const makePdf = () => Promise.resolve(PDF);
  return streamArchive({ pages: pagesOf([]), makePdf, controller: new AbortController(), ...source });
}

/** Names and contents: nothing in our archives is compressed. */
async function read(source: Partial<ArchiveSource>): Promise<Record<string, string>> {
  const bytes = await new Response(open(source) as ReadableStream<Uint8Array<ArrayBuffer>>).bytes();
  const view = new DataView(bytes.buffer);
  const text = (start: number, length: number) =>
    new TextDecoder().decode(bytes.subarray(start, start + length));
  const files: Record<string, string> = {};
  for (let at = 0; at < bytes.length - 46; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const [size, nameLength, start] = [
      view.getUint32(at + 24, true),
      view.getUint16(at + 28, true),
      view.getUint32(at + 42, true),
    ];
    const skip = view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    files[text(at + 46, nameLength)] = text(start + 30 + skip, size);
  }
  return files;
}

Deno.test("an archive holds each document under a name of its own, and a list of them", async () => {
  const files = await read({ pages: pagesOf(rows("a/1", "A/1"), rows("請求書", "../../x", "=1+1")) });
  assertEquals(Object.keys(files), [
    "a-1.pdf",
    "A-1 (2).pdf",
    "請求書.pdf",
    "x.pdf",
    "=1+1.pdf",
    "manifest.csv",
  ]);
  assertEquals(files["a-1.pdf"], "%PDF-1.7");
  const manifest = files["manifest.csv"]!.trim().split("\r\n");
  assertEquals(manifest.length, 1 + 5);
  const sum = createHash("sha256").update("%PDF-1.7").digest("hex");
  for (const row of manifest.slice(1)) assert(row.endsWith(`,8,"${sum}"`), row);
  assert(manifest[5]!.startsWith(`"'=1+1.pdf","'=1+1"`));
});

Deno.test("an archive without documents still says so", async () => {
  assertEquals(Object.keys(await read({})), ["manifest.csv"]);
});

Deno.test("an archive says which document is missing and holds all others; what may pass is tried twice", async () => {
  const tries: Record<string, number> = {};
  const makePdf = ({ invoiceNumber: number }: InvoiceRow) => {
    tries[number] = (tries[number] ?? 0) + 1;
    if (number === "broken") return Promise.reject(new Error("cannot"));
    const isBusy = number === "busy" && tries[number] === 1;
    return isBusy ? Promise.reject(new OperationError("OVERLOADED", "busy")) : Promise.resolve(PDF);
  };
  const files = await read({ pages: pagesOf(rows("one", "broken", "busy")), makePdf });
  assertEquals(Object.keys(files), ["one.pdf", "busy.pdf", "manifest.csv", "MISSING.txt"]);
  assertEquals(files["MISSING.txt"], "broken: could not be made, please download it by itself\r\n");
  assertEquals(tries, { one: 1, broken: 1, busy: 2 });
});

Deno.test("an archive that would be too long says what is left out", async () => {
  const files = await read({ pages: pagesOf(rows("1", "2", "3")), maxFiles: 2 });
  assertEquals(Object.keys(files), ["1.pdf", "2.pdf", "manifest.csv", "MISSING.txt"]);
});

Deno.test("an archive is made a few documents ahead of its reader and no more", async () => {
  let made = 0;
  const makePdf = () => Promise.resolve((made++, PDF));
  const reader = open({ pages: pagesOf(rows(...Array.from({ length: 100 }, (_, n) => `${n}`))), makePdf })
    .getReader();
  assertEquals(made, 0);
  await reader.read();
  assert(made > 0 && made < 10, `${made} were made`);
  await reader.cancel();
});

Deno.test("an archive ends what it is making when its reader leaves", async () => {
  const stopped = Promise.withResolvers<void>();
  let made = 0;
  const makePdf = (_: InvoiceRow, signal: AbortSignal) => {
    if (++made < 3) return Promise.resolve(PDF);
    signal.addEventListener("abort", () => stopped.resolve());
    return new Promise<Uint8Array>((_, reject) =>
      signal.addEventListener("abort", () => reject(signal.reason))
    );
  };
  const reader = open({ pages: pagesOf(rows("1", "2", "3", "4", "5", "6")), makePdf }).getReader();
  await reader.read();
  await reader.cancel();
  await stopped.promise;
  assert(made <= 6);
});

Deno.test("an archive whose list breaks off is broken, not short", async () => {
  async function* breaking() {
    yield await Promise.resolve(rows("1"));
    throw new OperationError("UNAVAILABLE", "gone");
  }
  await assertRejects(() => read({ pages: breaking() }), OperationError);
});
