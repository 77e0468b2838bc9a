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
  const languages = Object.fromEntries(Array.from(head.matchAll(LANGUAGE), ([, id, code]) => [id, code]));
  const find = openIndex(body);
  // A proxy, since the detector asks by `ngrams[group]`: the few groups of one text become objects, the others stay text.
  const ngrams = new Proxy({}, { get: (_, group) => parseScores(find(String(group))) });
  return { type: "XS60", languages, ngrams };
}

/** At least twice as many as there are letter groups; a power of two. */
const PLACES = 2 ** 17;

/**
 * Finds what the text says of a letter group. Of each group only where it stands is kept, at a place that its letters
 * tell, or at the next free one: a map of them all would weigh ten times as much.
 */
function openIndex(body: string): (group: string) => string | undefined {
  const places = new Int32Array(PLACES).fill(-1);
  let count = 0;
  for (const match of body.matchAll(NGRAM)) {
    if (++count > PLACES / 2) throw new RangeError("The tables of the language library are too large");
    let place = placeOf(readNgram(match).group);
    while (places[place] !== -1) place = nextPlace(place);
    places[place] = match.index;
  }
  if (count === 0) throw new TypeError("Cannot find the tables of the language library");
  const ngramAt = new RegExp(NGRAM, "y");
  return (group) => {
    for (let place = placeOf(group); places[place] !== -1; place = nextPlace(place)) {
      ngramAt.lastIndex = places[place]!;
      const found = readNgram(ngramAt.exec(body)!);
      if (found.group === group) return found.scores;
    }
    return undefined;
  };
}

function placeOf(group: string): number {
  let hash = 0;
  for (let at = 0; at < group.length; at++) hash = Math.imul(hash ^ group.charCodeAt(at), 0x9E3779B1);
  return (hash >>> 8) % PLACES;
}

function nextPlace(place: number): number {
  return (place + 1) % PLACES;
}

function readNgram([, quoted, bare = "", scores = ""]: RegExpExecArray): { group: string; scores: string } {
  return { group: quoted?.replace(/\\(.)/g, "$1") ?? bare, scores };
}

/** Such as `3:47,55:52`. */
function parseScores(said: string | undefined): Record<string, number> | undefined {
  return said &&
    Object.fromEntries(
      said.split(",").map((each) => each.split(":")).map(([id, score]) => [id, Number(score)]),
    );
}
