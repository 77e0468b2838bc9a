/** The industry and the kind of company: by schema.org type, else by the words that the site uses of itself. */
import { textOf, typesOf } from "../../parse/json_ld.ts";
import { metaOf } from "../../parse/parsed_page.ts";
import { addressLabels } from "../address_labels.ts";
import { BRANCHES } from "./branches.ts";
import { type Candidate, quoteAround } from "../candidate.ts";
import { foldWords, type Hit, Lexicon, type Part } from "./class_words.ts";
import { SCHEMA_COMPANY_TYPES, SCHEMA_INDUSTRIES } from "./schema_types.ts";
import type { Site, SitePage } from "../site.ts";
import { TYPE_SIGNS } from "./type_signs.ts";

const EXTRACTOR = "classes/4";
const MAX_BODY_CHARS = 20_000;
/** Fewer than a word in the body that is said twice is chance… */
const MIN_POINTS = 1.5;
/** …unless nothing speaks for anything else: pages that say little of themselves say it once. */
const MIN_LONE_POINTS = 0.65;
const LONE_LEAD = 0.5;
/** Points from which only the lead over the second counts. */
const SURE_POINTS = 14;
/** What further branches of the same industry add to its best one. */
const SIDE_BRANCH_SHARE = 0.4;

const COMPANY_TYPES = Object.keys(TYPE_SIGNS);
/** Others have clients and show their work too. */
const AGENCY_INDUSTRIES = new Set(["Software", "Media", "Consulting"]);
/** What a page links to that sells, in any language; shops come with these words. */
const CART_LINK =
  /[/=](?:(?:shopping[-_]?)?cart|basket|checkout|warenkorb|kasse|panier|carrito|cesta|carrello|carrinho|winkelwagen|winkelmand|varukorg|kundvagn|kassan?|kurv|handlekurv|ostoskori|koszyk|kosik|nakupni-kosik|kosar|cos|korzina|kosarica|krepselis|grozs|ostukorv|sepet)(?:\.\w+)?(?:[/?#]|$)/i;
const SCHEMA_CLASSES = [
  { field: "industry", classes: SCHEMA_INDUSTRIES },
  { field: "companyType", classes: SCHEMA_COMPANY_TYPES },
];

const branchWords = new Lexicon(BRANCHES.map(([, , words]) => words));
const typeWords = new Lexicon(Object.values(TYPE_SIGNS));

type PageHit = Hit<SitePage>;
interface Score {
  readonly value: string;
  readonly points: number;
  readonly best: PageHit["best"];
}

export function readClasses(site: Site): Candidate[] {
  const parts = weighedText(site);
  const branches = branchWords.find(parts);
  const signs = typeWords.find(parts);
  return [
    ...bySchema(site),
    ...toCandidates("industry", scoreIndustries(branches)),
    ...toCandidates("companyType", scoreTypes(branches, signs)),
  ];
}

function bySchema({ pages }: Site): Candidate[] {
  return pages.flatMap((page) =>
    page.organisations.flatMap((node) =>
      SCHEMA_CLASSES.flatMap(({ field, classes }) => {
        const type = typesOf(node).find((each) => classes[each] !== undefined && page.html.includes(each));
        const value = type && classes[type];
        const found = { field, source: "jsonld" as const, page, extractor: EXTRACTOR, confidence: 0.85 };
        return type && value ? [{ ...found, value, quote: type }] : [];
      })
    )
  );
}

function weighedText({ domain = "", home, pages }: Site): Part<SitePage>[] {
  const about = pages.filter((page) => page.role === "about");
  const told = ["description", "og:description", "keywords"].map((name) => metaOf(home, name));
  const headings = home.lines.filter((line, index) =>
    /^h[1-3]$/.test(line.tag) && !home.foreignLines.has(index)
  ).map((line) => line.text);
  const parts = [
    { page: home, texts: [home.title, metaOf(home, "og:title")], weight: 4 },
    { page: home, texts: told.slice(0, 2), weight: 3 },
    { page: home, texts: [told[2] ?? ""], weight: 1.5 },
    { page: home, texts: headings, weight: 1.5 },
    { page: home, texts: statements(home), weight: 2 },
    { page: home, texts: cartLinks(home), weight: 2 },
    ...about.map((page) => ({ page, texts: [metaOf(page, "description")], weight: 1.5 })),
    ...[home, ...about].map((page) => ({ page, texts: [bodyOf(page)], weight: 0.7 })),
  ];
  return [
    ...parts.flatMap(({ page, texts, weight }) =>
      texts.map((text) => ({ text, words: foldWords(text), weight, origin: page }))
    ),
    ...domainPart(home, domain),
  ].filter(({ text }) => text !== "");
}

/** `dachdecker-sund.example`, `sund.dental`: not enough by itself, as a name may begin like anything. */
function domainPart(home: SitePage, domain: string): Part<SitePage>[] {
  // With its ending where the page has it, so that it can be quoted.
  const written = [domain, ...addressLabels({ domain, home })].filter((name) => home.html.includes(name));
  return written.slice(0, 1).map((text) => ({
    text,
    words: foldWords(text.replace(/[.-]/g, " ")),
    weight: 1.2,
    origin: home,
  }));
}

/** What it says of itself in JSON-LD, where pages are often empty until a script fills them. */
function statements({ organisations, jsonLd }: SitePage): string[] {
  const source = jsonLd.join("\n");
  const texts = organisations.map((node) => textOf(node.description));
  return [...new Set(texts)].filter((text) => text !== "" && source.includes(text)).slice(0, 1);
}

/** As they stand in the source. */
function cartLinks({ links }: SitePage): string[] {
  return links.map(({ raw }) => raw).filter((raw) => CART_LINK.test(raw)).slice(0, 1);
}

function bodyOf(page: SitePage): string {
  const own = page.lines.filter((_, index) => !page.foreignLines.has(index));
  return own.map((line) => line.text).join("\n").slice(0, MAX_BODY_CHARS);
}

function scoreIndustries(branches: readonly PageHit[]): Score[] {
  const byIndustry = Map.groupBy(branches.entries(), ([index]) => BRANCHES[index]![0]);
  return [...byIndustry].map(([value, hits]) => {
    const sorted = hits.map(([, hit]) => hit).sort((a, b) => b.points - a.points);
    const [first, ...others] = sorted;
    // `Other` is many industries, which say nothing for each other.
    const share = value === "Other" ? 0 : SIDE_BRANCH_SHARE;
    const points = (first?.points ?? 0) + share * others.reduce((sum, hit) => sum + hit.points, 0);
    return { value, points, best: first?.best };
  });
}

/** The leading branches bring their usual kind of company with them; signs of how it sells come on top. */
function scoreTypes(branches: readonly PageHit[], signs: readonly PageHit[]): Score[] {
  const leaders = [...branches.entries()].sort(([, a], [, b]) => b.points - a.points).slice(0, 3);
  const top = leaders[0]?.[1].points ?? 0;
  // Software that nobody can try or subscribe to is made for businesses.
  const isService = (signs[COMPANY_TYPES.indexOf("SaaS")]?.points ?? 0) >= MIN_POINTS;
  const usualOf = (branch: number) => {
    const usual = BRANCHES[branch]![1];
    return usual === "SaaS" && !isService ? "B2B" : usual;
  };
  const mayBeAgency = leaders.some(([branch, { points }]) =>
    AGENCY_INDUSTRIES.has(BRANCHES[branch]![0]) && points >= top / 2
  );
  return COMPANY_TYPES.filter((value) => value !== "Agency" || mayBeAgency).map((value) => {
    const usual = leaders.filter(([branch]) => usualOf(branch) === value).map(([, hit]) => hit);
    const sign = signs[COMPANY_TYPES.indexOf(value)]!;
    const points = usual.reduce((sum, hit) => sum + hit.points * (hit.points / (top || 1)), 0) + sign.points;
    return { value, points, best: usual[0]?.best ?? sign.best };
  });
}

/** The line that says it, around where it does; what goes on in the next line is quoted with that. */
function quoteOf(text: string, folded: string): string {
  const says = (piece: string, words: string) => foldWords(piece).join(" ").includes(words);
  const line = text.split("\n").find((each) => says(each, folded)) ?? text.replaceAll("\n", " ");
  const first = folded.split(" ", 1)[0]!;
  return quoteAround(line, line.split(/\s/).find((piece) => says(piece, first)) ?? "");
}

function toCandidates(field: string, scores: readonly Score[]): Candidate[] {
  const [first, second] = [...scores].sort((a, b) => b.points - a.points);
  if (!first?.best || first.points < MIN_LONE_POINTS) return [];
  const lead = (first.points - (second?.points ?? 0)) / first.points;
  if (first.points < MIN_POINTS && lead < LONE_LEAD) return [];
  const confidence = 0.55 + 0.25 * lead * Math.min(1, first.points / SURE_POINTS);
  const { part, word } = first.best;
  const found = { field, value: first.value, confidence, quote: quoteOf(part.text, word), page: part.origin };
  return [{ ...found, source: "derived", extractor: EXTRACTOR }];
}
