/** The Typst compiler: the only file that loads it. */
import { Buffer } from "node:buffer";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { markArchive } from "./archive_marks.ts";
import invoice from "./invoice.typ" with { type: "text" };
import type { DocumentOrder, Template } from "./order.ts";
import { fontFiles } from "./packages.ts";
import sheet from "./sheet.typ" with { type: "text" };
import statement from "./statement.typ" with { type: "text" };

const TEMPLATES: Readonly<Record<Template, string>> = {
  invoice: `${sheet}\n${invoice}`,
  statement: `${sheet}\n${statement}`,
};

/** There is no such folder: a template can name nothing but what is laid there in memory. */
const WORKSPACE = "/documents";
const LOGO_PATH = "/logo.png";

export interface Typesetter {
  typeset(order: DocumentOrder): Uint8Array;
  /** For tests: refuses what is not accessible, and what the archive would take all the same. */
  checkAccessibility(order: DocumentOrder): void;
  /** For tests: what stands on each page, run by run, as it was set. */
  readPages(order: DocumentOrder): string[];
}

export function createTypesetter(): Typesetter {
  const fontBlobs = fontFiles().map((file) => Buffer.from(Deno.readFileSync(file)));
  const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs }] });
  return {
    typeset: (order) => {
      try {
        return typesetSomehow(compiler, order);
      } finally {
        // Else the memory of what was set before grows without end.
        compiler.evictCache(10);
      }
    },
    checkAccessibility: (order) => void compile(compiler, order, { fallback: "false", pdfStandard: "ua-1" }),
    readPages: (order) => toTexts(compiler.svg(layOutWhole(compiler, order, "true"))),
  };
}

interface Attempt {
  /** Whether fonts of the machine may help. */
  readonly fallback: "true" | "false";
  readonly pdfStandard: "a-3a" | "ua-1" | "1.7";
}

/**
 * A standard refuses characters that no font has. Then the fonts of the machine may help, then a sign in their place;
 * and in the end a file of no standard is better than no invoice.
 */
function typesetSomehow(compiler: NodeCompiler, order: DocumentOrder): Uint8Array {
  const hasEInvoice = order.eInvoice !== undefined;
  const archive = (data: string, fallback: Attempt["fallback"]) =>
    markArchive(compile(compiler, { ...order, data }, { fallback, pdfStandard: "a-3a" }), hasEInvoice);
  try {
    return archive(order.data, "false");
  } catch {
    // Once more, with other fonts.
  }
  try {
    return archive(order.data, "true");
  } catch (refusal) {
    const readable = replaceUncovered(order.data, describe(refusal));
    try {
      return archive(readable, "true");
    } catch {
      return compile(compiler, { ...order, data: readable }, { fallback: "true", pdfStandard: "1.7" });
    }
  }
}

function compile(compiler: NodeCompiler, order: DocumentOrder, attempt: Attempt): Uint8Array {
  try {
    const document = layOutWhole(compiler, order, attempt.fallback);
    return compiler.pdf(document, { pdfStandard: attempt.pdfStandard, pdfTags: true });
  } catch (error) {
    throw new Error(`Cannot typeset: ${describe(error)}`, { cause: error });
  }
}

/**
 * As often as needed, with the last row of a table on the page of its sums where they would stand there alone. To keep
 * them together moves what comes after, so that one of the next tables may need it in turn.
 */
function layOutWhole(
  compiler: NodeCompiler,
  order: DocumentOrder,
  fallback: Attempt["fallback"],
): NodeTypstDocument {
  if (order.logo) compiler.mapShadow(WORKSPACE + LOGO_PATH, Buffer.from(order.logo));
  const split = new Set<number>();
  for (;;) {
    const document = layOut(compiler, order, { fallback, split });
    const part = findPart(compiler, document, split);
    if (part === undefined || split.size === MAX_SPLITS) return document;
    split.add(part);
  }
}

/** A statement has a table for each currency; that many of them at the end of a page are no accident. */
const MAX_SPLITS = 8;

function layOut(
  compiler: NodeCompiler,
  { template, data, eInvoice, color, logo }: DocumentOrder,
  { fallback, split }: Pick<Attempt, "fallback"> & { split: ReadonlySet<number> },
): NodeTypstDocument {
  const inputs = {
    ...{ data, fallback, split: [...split].join() },
    ...(eInvoice !== undefined && { eInvoice }),
    ...(color !== undefined && { color }),
    ...(logo !== undefined && { logo: LOGO_PATH }),
  };
  const compiled = compiler.compile({ mainFileContent: TEMPLATES[template], inputs });
  if (!compiled.result) throw new Error("The template does not compile");
  return compiled.result;
}

/** The first table whose sums stand on another page than its last row. */
function findPart(
  compiler: NodeCompiler,
  document: NodeTypstDocument,
  split: ReadonlySet<number>,
): number | undefined {
  const answers: boolean[] = compiler.query(document, { selector: "<is-whole>", field: "value" });
  const part = answers.findIndex((isWhole, index) => !isWhole && !split.has(index));
  return part < 0 ? undefined : part;
}

/** The picture of a page has its text too, for selecting it. */
function toTexts(svg: string): string[] {
  const unescape = (text: string) => text.replaceAll("&lt;", "<").replaceAll("&amp;", "&");
  return svg.split('class="typst-page"').slice(1).map((page) =>
    unescape([...page.matchAll(/class="tsel"[^>]*>([^<]*)</g)].map(([, text]) => text).join(" "))
  );
}

/** As the compiler names them, each between backticks and quotes. */
const UNCOVERED = /the text `\\?"(.+?)\\?"` could not be displayed/g;

/** U+FFFD says that something stood here. */
function replaceUncovered(data: string, refusal: string): string {
  const texts = [...refusal.matchAll(UNCOVERED)].map((match) => unescape(match[1]!));
  const letters = new Set(texts.flatMap((text) => [...text]));
  return [...data].map((letter) => letters.has(letter) ? "\ufffd" : letter).join("");
}

/** The compiler writes what cannot be seen as `\u{…}`. */
function unescape(text: string): string {
  return text.replace(/\\+u\{([0-9a-f]+)\}/gi, (_, digits) => String.fromCodePoint(parseInt(digits, 16)));
}

/** The compiler's errors carry their text as a code. */
function describe(refusal: unknown): string {
  const code = refusal instanceof Error && "code" in refusal ? refusal.code : undefined;
  return String(code ?? refusal);
}
