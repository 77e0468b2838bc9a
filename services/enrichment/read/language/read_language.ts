/** The language of the home page's text, by its letters; by its own claim where there is too little text. */
import { metaOf, type ParsedPage } from "../../parse/parsed_page.ts";
import type { Candidate } from "../candidate.ts";
import type { Site } from "../site.ts";

const EXTRACTOR = "languages/1";

const SAMPLE_CHARS = 2_000;
const MIN_MAIN_CHARS = 150;
/** What templates come with, and nobody has replaced. */
const FILLER = /lorem ipsum|dolor sit amet|consectetur adipi/i;

/** What `hearLanguage` is to hear of a home page. */
export function languageSample(page: ParsedPage): string {
  const lines = page.lines.filter((line) => !FILLER.test(line.text));
  const main = lines.filter((line) => line.place === "main").map((line) => line.text).join(" ");
  // Of a page that is nearly empty the frame has to do.
  const drawn = main.length < MIN_MAIN_CHARS ? lines.map((line) => line.text).join(" ") : main;
  return `${page.title} ${metaOf(page, "description")} ${drawn}`.slice(0, SAMPLE_CHARS);
}

export function readLanguage(site: Site): Candidate[] {
  const { home } = site;
  const claimed = toTag(home.language);
  const heard = site.heard === undefined || (claimed === undefined && isNoEnglish(site.heard, home))
    ? undefined
    : toTag(unheardOf(home, site.heard) ?? site.heard);
  const value = heard === undefined
    ? claimed ?? languageOfLetters(home) ?? languageOfCountry(site)
    : withRegion(heard, claimed);
  if (value === undefined) return [];
  const agrees = heard !== undefined && claimed?.split("-")[0] === heard;
  const isTold = heard !== undefined || claimed !== undefined;
  const confidence = agrees ? 0.98 : isTold ? (heard === undefined ? 0.75 : 0.88) : 0.6;
  const isClaimed = heard === undefined && claimed !== undefined;
  const quote = agrees || isClaimed ? home.language : home.title || (home.lines[0]?.text ?? "").slice(0, 200);
  const source = isClaimed ? "meta" : "derived";
  return [{ field: "primaryLanguage", value, confidence, source, page: home, quote, extractor: EXTRACTOR }];
}

/** Names and addresses alone sound like English, which is never written without these words. */
const ENGLISH =
  /(?<!\p{L})(?:the|and|of|to|for|with|our|we|us|your|in|is|are|you|all|by|home|about|services?)(?!\p{L})/iu;

function isNoEnglish(heard: string, home: ParsedPage): boolean {
  return heard === "en" && !ENGLISH.test(home.title) && !home.lines.some(({ text }) => ENGLISH.test(text));
}

/** Countries where a site may as well be written in another language. */
const MANY_LANGUAGES = new Set(["CH", "BE", "LU", "CA", "IN", "SG", "HK", "MY", "ZA", "AE", "IL"]);

/** Where nothing is said at all, as in a frame: what is mostly written there. */
function languageOfCountry({ countries: [code] }: Site): string | undefined {
  if (code === undefined || MANY_LANGUAGES.has(code)) return undefined;
  return new Intl.Locale(`und-${code}`).maximize().language;
}

/** Letters that one language alone is written in. */
const LETTERS: readonly (readonly [language: string, letters: RegExp])[] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["ka", /\p{Script=Georgian}/gu],
  ["hy", /\p{Script=Armenian}/gu],
];
const MIN_LETTERS = 20;

/** Where there is too little text to hear, and the page claims nothing. */
function languageOfLetters(home: ParsedPage): string | undefined {
  const text = home.lines.map((line) => line.text).join(" ").slice(0, SAMPLE_CHARS);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return LETTERS.find(([, own]) => {
    const count = text.match(own)?.length ?? 0;
    return count >= MIN_LETTERS && count * 3 >= letters;
  })?.[0];
}

/** What the ear does not know, or takes for its neighbour. */
function unheardOf(home: ParsedPage, heard: string): string | undefined {
  if (heard === "zh") return hasKana(home) ? "ja" : undefined;
  const isSlavic = heard === "sr" || heard === "bg";
  return isSlavic && home.lines.some(({ text }) => MACEDONIAN.test(text)) ? "mk" : undefined;
}

/** Serbian has `ђ` and `ћ` in their place, Bulgarian neither. */
const MACEDONIAN = /[ѓќ]/iu;

/** A Japanese table is made of the same signs as Chinese, but for a word or two. */
function hasKana(home: ParsedPage): boolean {
  return home.lines.some(({ text }) => /[\u3041-\u309f\u30a1-\u30fa\u30fc]{2}/.test(text));
}

/** The claim may know the region, which no letter shows. */
function withRegion(heard: string, claimed: string | undefined): string {
  const base = claimed?.split("-")[0];
  if (claimed === undefined || base === undefined) return heard;
  return base === heard || NEIGHBOURS.some((family) => family.has(base) && family.has(heard))
    ? claimed
    : heard;
}

/** What no ear tells apart, the page itself knows. */
const NEIGHBOURS: readonly ReadonlySet<string>[] = [
  new Set(["bs", "hr", "sr", "sh", "me", "cnr"]),
  new Set(["id", "ms"]),
  // Of each the ear knows the larger one only.
  new Set(["mk", "bg", "sr"]),
  new Set(["gl", "pt", "es"]),
  new Set(["af", "nl"]),
  new Set(["lb", "de"]),
];

function toTag(language: string): string | undefined {
  try {
    const { language: base, region } = new Intl.Locale(language.replaceAll("_", "-"));
    return region === undefined ? base : `${base}-${region}`;
  } catch {
    // Not a language tag: the page claims nothing that could be used.
    return undefined;
  }
}
