/**
 * The language library without its weight. It keeps its tables as the program text of an object of fifty thousand objects:
 * to have that parsed costs a thread sixty megabytes. The same file read as text costs a tenth, and the library's own
 * detector, which only looks one letter group up after the other, cannot tell the difference.
 */

export interface LanguageDetector {
  /** Two letters (ISO 639-1), or nothing. */
  detect(text: string): { readonly language: string };
}

/** What the detector reads of its tables. */
interface LanguageTables {
  readonly type: string;
  readonly languages: Readonly<Record<number, string>>;
  /** How much a letter group speaks for each language, by the language's number. */
  readonly ngrams: Readonly<Record<string, Readonly<Record<number, number>> | undefined>>;
}

interface DetectorModule {
  createEld(): {
    readonly instance: LanguageDetector;
    readonly loadData: (tables: LanguageTables) => unknown;
  };
}

const LANGUAGE = /(\d+):'(\w+)'/g;
const NGRAM = /(?:'((?:[^'\\]|\\.)*)'|([^\s'",:{}]+)):\{([\d:,]+)\}/g;

/** Loads the library; to be called once, for a megabyte of text is looked through. */
export async function openDetector(): Promise<LanguageDetector> {
  try {
    return await openLean();
  } catch {
    // Its files lie elsewhere now: it works as well as ever, and weighs what it weighs.
    return (await import("eld/extrasmall")).eld;
  }
}

async function openLean(): Promise<LanguageDetector> {
  const text = await importText("../ngrams/extrasmall.js");
  // The cast: what the library's own entries, beside which these two files lie, import and call.
  const { createEld } = await import(fileOfLibrary("../languageDetector.js")) as DetectorModule;
  const { instance, loadData } = createEld();
  loadData(parseTables(text));
  return instance;
}

async function importText(path: string): Promise<string> {
  const { default: text } = await import(fileOfLibrary(path), { with: { type: "text" } });
  return text;
}

/** The package tells its entries only. */
function fileOfLibrary(path: string): string {
  return new URL(path, import.meta.resolve("eld/extrasmall")).href;
}

function parseTables(text: string): LanguageTables {
  const [head = "", body = ""] = text.split("ngrams:{", 2);
  const scores = new Map<string, string>();
  for (const [, quoted, bare = "", said = ""] of body.matchAll(NGRAM)) {
    scores.set(quoted?.replace(/\\(.)/g, "$1") ?? bare, said);
  }
  if (scores.size === 0) throw new TypeError("Cannot find the tables of the language library");
  const languages = Object.fromEntries(Array.from(head.matchAll(LANGUAGE), ([, id, code]) => [id, code]));
  // A proxy, since the detector asks by `ngrams[group]`: the few groups of one text become objects, the others stay text.
  const ngrams = new Proxy({}, { get: (_, group) => parseScores(scores.get(String(group))) });
  return { type: "XS60", languages, ngrams };
}

/** Such as `3:47,55:52`. */
function parseScores(said: string | undefined): Record<string, number> | undefined {
  return said &&
    Object.fromEntries(
      said.split(",").map((each) => each.split(":")).map(([id, score]) => [id, Number(score)]),
    );
}
