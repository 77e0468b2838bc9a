/** The industry and the kind of company: by schema.org type, else by the words that the site uses. */
import type { Candidate } from "./candidate.ts";
import { COMPANY_TYPES, INDUSTRIES, SCHEMA_COMPANY_TYPES, SCHEMA_INDUSTRIES } from "./industry_words.ts";
import { findOrganisations, typesOf } from "./json_ld.ts";
import { metaOf } from "./parsed_page.ts";
import type { Site } from "./site.ts";

const EXTRACTOR = "classes/1";
const MAX_BODY_CHARS = 20_000;

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
    weights: { "B2C": 0.5, "B2B": 0.45, "Non-profit": 1.2, "Government": 1.2, "Marketplace": 0.6 },
  },
];

export function readClasses(site: Site): Candidate[] {
  return CLASSES.flatMap((each) => [...byType(site, each), ...byWords(site, each)]);
}

function byType(site: Site, { field, types }: Class): Candidate[] {
  return site.pages.flatMap((page) =>
    findOrganisations(page).flatMap((node) => {
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
}

function byWords(site: Site, { field, words, weights }: Class): Candidate[] {
  const parts = weighedText(site);
  const scores = Object.entries(words).map(([value, stems]) => score(value, stems, parts))
    .map((each) => ({ ...each, points: each.points * (weights[each.value] ?? 1) }))
    .sort((a, b) => b.points - a.points);
  const [best, second] = scores;
  if (!best || best.points < 3) return [];
  const lead = (best.points - (second?.points ?? 0)) / best.points;
  const confidence = Math.min(0.8, 0.52 + lead * 0.4);
  const { value, words: quote } = best;
  return [{ field, value, confidence, source: "derived", page: site.home, quote, extractor: EXTRACTOR }];
}

interface Part {
  readonly text: string;
  readonly weight: number;
}

function weighedText({ home, pages }: Site): Part[] {
  const headings = home.lines.filter((line) => /^h[1-3]$/.test(line.tag)).map((line) => line.text).join("\n");
  const body = home.lines.map((line) => line.text).join("\n").slice(0, MAX_BODY_CHARS);
  const about = pages.filter((page) => page.role === "about").flatMap((page) =>
    page.lines.map((line) => line.text)
  );
  return [
    { text: `${home.title}\n${metaOf(home, "og:title")}`, weight: 4 },
    { text: `${metaOf(home, "description")}\n${metaOf(home, "og:description")}`, weight: 4 },
    { text: metaOf(home, "keywords"), weight: 2 },
    { text: headings, weight: 2 },
    { text: body, weight: 1 },
    { text: about.join("\n").slice(0, MAX_BODY_CHARS), weight: 1 },
  ];
}

function score(value: string, stems: string, parts: readonly Part[]): Score {
  let points = 0;
  let first = "";
  for (const stem of stems.split(" ")) {
    const pattern = toPattern(stem);
    for (const { text, weight } of parts) {
      const hits = text.match(pattern)?.length ?? 0;
      // A word that is repeated says a little more, not ten times more.
      points += weight * Math.min(2, Math.sqrt(hits));
      if (hits > 0 && first === "") first = pattern.exec(text)?.[0] ?? "";
      pattern.lastIndex = 0;
    }
  }
  return { value, points, words: first };
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
