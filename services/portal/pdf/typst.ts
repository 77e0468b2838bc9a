/** The Typst compiler: the only file that loads it. */
import { Buffer } from "node:buffer";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import template from "./invoice.typ" with { type: "text" };
import { fontFiles } from "./packages.ts";

export interface Typesetter {
  /** @param data JSON of an {@linkcode InvoiceDocument}: it stays data and never becomes source. */
  typeset(data: string, maxBytes: number): Uint8Array;
}

export function createTypesetter(): Typesetter {
  const fontBlobs = fontFiles().map((file) => Buffer.from(Deno.readFileSync(file)));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
  return {
    typeset: (data, maxBytes) => {
      try {
        return typesetSomehow(compiler, data, maxBytes);
      } finally {
        // Else the memory of what was set before grows without end.
        compiler.evictCache(10);
      }
    },
  };
}

/**
 * PDF/UA-1 refuses characters that no font has. Then the fonts of the machine may help, and in the end a box in the
 * place of a character is better than no invoice; so is one without reading aids, which are a third of a long one.
 */
const ATTEMPTS = [
  { fallback: "false", pdfStandard: "ua-1", pdfTags: true },
  { fallback: "true", pdfStandard: "ua-1", pdfTags: true },
  { fallback: "true", pdfStandard: "1.7", pdfTags: true },
  { fallback: "true", pdfStandard: "1.7", pdfTags: false },
] as const;

function typesetSomehow(compiler: NodeCompiler, data: string, maxBytes: number): Uint8Array {
  let refusal: unknown;
  for (const { fallback, ...options } of ATTEMPTS) {
    try {
      const pdf = compiler.pdf({ mainFileContent: template, inputs: { data, fallback } }, options);
      if (pdf.length <= maxBytes) return pdf;
      refusal = new RangeError(`${pdf.length} bytes are more than a message may have`);
    } catch (error) {
      refusal = error;
    }
  }
  throw new Error(`Cannot typeset: ${describe(refusal)}`);
}

/** The compiler's errors carry their text as a code. */
function describe(refusal: unknown): string {
  const code = refusal instanceof Error && "code" in refusal ? refusal.code : undefined;
  return String(code ?? refusal);
}
