/** A possible value of a field, with the page and the words that speak for it. */
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import { cleanText } from "../parse/clean_text.ts";
import type { ParsedPage } from "../parse/parsed_page.ts";

export type Source = FoundValue["source"];

export interface Candidate {
  readonly field: string;
  readonly value: string;
  /** How often a value found like this is right, 0 to 1. */
  readonly confidence: number;
  readonly source: Source;
  readonly page: ParsedPage;
  /** Stands on the page; the verifier looks it up there. */
  readonly quote: string;
  /** `name/version` of the rules that found it. */
  readonly extractor: string;
}

/** Below this a value is rather a guess, and is not told. */
export const MIN_CONFIDENCE = 0.5;
export const MAX_QUOTE_CHARS = 200;

/** The part of a long line around the words that matter. */
export function quoteAround(line: string, words: string): string {
  if (line.length <= MAX_QUOTE_CHARS) return line;
  const at = Math.max(0, line.indexOf(words));
  const start = Math.max(0, Math.min(at - 60, line.length - MAX_QUOTE_CHARS));
  return cutQuote(line.slice(start));
}

/** As much as the contract takes, and no half of a character. */
export function cutQuote(text: string): string {
  return text.slice(0, MAX_QUOTE_CHARS).toWellFormed().replaceAll("\ufffd", "").trim();
}

/** Most text has no accents, and is quickly done with. */
const PLAIN = /^[\t\n\r\x20-\x7e]*$/;

/** For comparing values: letters and digits only, without accents and case. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, "");
  return text.normalize("NFKC").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
    .replaceAll("ß", "ss").replaceAll("ø", "o").replaceAll("æ", "ae").replaceAll("ł", "l")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** All that a quote may be taken from: the source, what is drawn, and what head, links and pictures say. */
export function stateQuotes(page: ParsedPage): (quote: string) => boolean {
  const made: string[] = [];
  const texts: readonly (() => string)[] = [
    () => page.html,
    () => page.lines.map((line) => line.text).join(" "),
    () => [page.title, page.language, ...page.metas.map((meta) => meta.content)].join("\n"),
    () => page.links.map((link) => `${link.text}\n${link.raw}`).join("\n"),
    () => [...page.images, ...page.icons].map((picture) => picture.raw).join("\n"),
    // Cleaning a whole source is dear, and hardly ever needed.
    () => cleanText(page.html),
  ];
  return (quote) => texts.some((make, index) => (made[index] ??= make()).includes(quote));
}
