/** The industry and the kind of company: by schema.org type, else by the words that the site uses. */
import type { Candidate } from "./candidate.ts";
import { cleanText } from "./clean_text.ts";
import { COMPANY_TYPES, INDUSTRIES, SCHEMA_COMPANY_TYPES, SCHEMA_INDUSTRIES } from "./industry_words.ts";
import { typesOf } from "./json_ld.ts";
import { metaOf } from "./parsed_page.ts";
import type { Site, SitePage } from "./site.ts";

const EXTRACTOR = "classes/1";
const MAX_BODY_CHARS = 20_000;
/** Fewer hits than two words in a text are chance. */
const MIN_POINTS = 1;
/** Points from which only the lead over the second counts. */
const SURE_POINTS = 6;

interface Class {
  readonly field: string;
  readonly words: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, readonly string[]>>;
  /** Words of these are common everywhere, so they need more of them. */
  readonly weights: Readonly<Record<string, number>>;
}

const CLASSES: readonly Class[] = [
  {
    field: "industry",
    words: INDUSTRIES,
    types: SCHEMA_INDUSTRIES,
    weights: {
      "Retail": 0.7,
      "E-commerce": 0.8,
      "Media": 0.8,
      "Consulting": 0.9,
      "Education": 0.8,
      "Software": 0.9,
    },
  },
  {
    field: "companyType",
    words: COMPANY_TYPES,
    types: SCHEMA_COMPANY_TYPES,
    weights: { "B2C": 0.5, "B2B": 0.45, "Non-profit": 1.2, "Government": 0.8, "Marketplace": 0.6 },
  },
];

export function readClasses(site: Site): Candidate[] {
  return CLASSES.flatMap((each) => [...byType(site, each), ...byWords(site, each)]);
}

function byType(site: Site, { field, types }: Class): Candidate[] {
  return site.pages.flatMap((page) =>
    page.organisations.flatMap((node) => {
      const own = typesOf(node);
      const [value] = Object.entries(types).find(([, names]) => names.some((name) => own.includes(name))) ??
        [];
      const quote = own.find((name) => page.html.includes(name)) ?? "";
      return value
        ? [{ field, value, confidence: 0.85, source: "jsonld", page, quote, extractor: EXTRACTOR } as const]
        : [];
    })
  );
}

interface Score {
  readonly value: string;
  readonly points: number;
  /** The first word that counted, as it stands on the page. */
  readonly words: string;
  readonly page: SitePage;
}

function byWords(site: Site, { field, words, weights }: Class): Candidate[] {
  const parts = weighedText(site);
  const scores = Object.entries(words).flatMap(([value, stems]) => score(value, stems, parts) ?? [])
    .map((each) => ({ ...each, points: each.points * (weights[each.value] ?? 1) }))
    .sort((a, b) => b.points - a.points);
  const [best, second] = scores;
  if (!best || best.points < MIN_POINTS) return [];
  const lead = (best.points - (second?.points ?? 0)) / best.points;
  const confidence = Math.min(0.8, 0.5 + lead * 0.35 * Math.min(1, best.points / SURE_POINTS));
  const { value, words: quote, page } = best;
  return [{ field, value, confidence, source: "derived", page, quote, extractor: EXTRACTOR }];
}

interface Part {
  readonly page: SitePage;
  readonly text: string;
  readonly weight: number;
}

function weighedText({ home, pages }: Site): Part[] {
  const headings = home.lines.filter((line) => /^h[1-3]$/.test(line.tag)).map((line) => line.text);
  const about = pages.filter((page) => page.role === "about");
  return [
    { page: home, text: `${home.title}\n${metaOf(home, "og:title")}`, weight: 4 },
    { page: home, text: `${metaOf(home, "description")}\n${metaOf(home, "og:description")}`, weight: 4 },
    { page: home, text: metaOf(home, "keywords"), weight: 2 },
    { page: home, text: headings.join("\n"), weight: 2 },
    ...[home, ...about].map((page) => ({ page, text: bodyOf(page), weight: 1 })),
  ];
}

function bodyOf(page: SitePage): string {
  return page.lines.map((line) => line.text).join("\n").slice(0, MAX_BODY_CHARS);
}

function score(value: string, stems: string, parts: readonly Part[]): Score | undefined {
  let points = 0;
  let first: { words: string; page: SitePage } | undefined;
  for (const stem of stems.split(" ")) {
    for (const { text, weight, page } of parts) {
      const hits = text.match(toPattern(stem)) ?? [];
      // A word that is repeated says a little more, not ten times more.
      points += weight * Math.min(2, Math.sqrt(hits.length));
      if (hits[0] !== undefined) first ??= { words: cleanText(hits[0]), page };
    }
  }
  return first && { value, points, ...first };
}

const patterns = new Map<string, RegExp>();

/** Stems start a word, except in Japanese, where words are not parted. */
function toPattern(stem: string): RegExp {
  const known = patterns.get(stem);
  if (known) return known;
  const isJapanese = /\p{Script=Han}|\p{Script=Katakana}/u.test(stem);
  const pattern = new RegExp(isJapanese ? stem : `(?<!\\p{L})${stem.replaceAll("_", "[\\s-]")}`, "giu");
  patterns.set(stem, pattern);
  return pattern;
}
