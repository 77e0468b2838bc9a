/** The organisation's name: every place where a site may say it, weighed by agreement with its domain. */
import { metaOf } from "../../parse/parsed_page.ts";
import type { Candidate, Source } from "../candidate.ts";
import { fold, MIN_CONFIDENCE } from "../candidate.ts";
import { LEGAL_FORM } from "../legal_forms.ts";
import { mergeCandidates } from "../merge_candidates.ts";
import { isNoName, likeness, tidyName } from "./name_form.ts";
import {
  copyrightOwners,
  headBrands,
  headings,
  homeLinks,
  isAnothersDomain,
  logoAlts,
  spelledLabels,
} from "./names_in_frame.ts";
import { titleParts, wholeTitles } from "./names_in_head.ts";
import {
  aboveAddresses,
  addressees,
  legalNames,
  namedLines,
  operators,
  personsAboveAddresses,
  registeredNames,
} from "./names_in_notices.ts";
import type { Site, SitePage } from "../site.ts";

const EXTRACTOR = "names/3";
/** Of each kind of place. */
const MAX_EACH = 10;
/** The best of all there is, where nothing is sure: a site is seldom without a name. */
const LEAST_OF_FALLBACK = 0.44;

/** Of a name that is made of the same words as the address. */
const MIN_LIKENESS = 0.15;

/** `About Acme`, `Welcome to Acme` */
const GREETING = /^(?:about|welcome to|über|willkommen bei) \p{Lu}/iu;

interface Told {
  readonly text: string;
  readonly confidence: number;
  readonly source: Source;
}

export function readNames(site: Site): Candidate[] {
  const told = [...inHead(site), ...inFrame(site), ...inNotices(site)].flatMap((each) =>
    toCandidate(each, site)
  );
  const found = told.filter(({ value }) => !isBeginning(value, told, site));
  const [best] = mergeCandidates(found).get("name") ?? [];
  if (best === undefined || best.confidence < LEAST_OF_FALLBACK) {
    return [...found, ...inFallback(site)];
  }
  return best.confidence >= MIN_CONFIDENCE ? found : [...found, { ...best, confidence: MIN_CONFIDENCE }];
}

/** `Transport` of Transport Roe, where only the longer one is like the address. */
function isBeginning(name: string, told: readonly Candidate[], site: Site): boolean {
  const start = `${name.toLowerCase()} `;
  return likeness(name, site) < MIN_LIKENESS &&
    told.some(({ value }) => value.toLowerCase().startsWith(start) && likeness(value, site) >= MIN_LIKENESS);
}

function inHead(site: Site): Told[] {
  const { home } = site;
  const siteName = metaOf(home, "og:site_name");
  const told = (text: string, confidence: number): Told => ({ text, confidence, source: "meta" });
  return [
    // `acmetools` is the address again, as no firm writes itself.
    told(siteName, /^[a-z\d.-]+$/.test(siteName) ? 0.35 : 0.72),
    told(metaOf(home, "application-name"), 0.6),
    told(metaOf(home, "apple-mobile-web-app-title"), 0.55),
    ...titleParts(site).slice(0, MAX_EACH).map(({ text, confidence }) => told(text, confidence)),
    ...wholeTitles(site).map((text) => told(text, 0.6)),
  ];
}

function inFrame(site: Site): Told[] {
  const { home } = site;
  const told = (texts: readonly string[], confidence: number, source: Source): Told[] =>
    texts.slice(0, MAX_EACH).map((text) => ({ text, confidence, source }));
  const owners = copyrightOwners(home).filter((text) => !isAnothersDomain(text, site));
  return [
    ...told(owners.filter((text) => !isAddress(text) && !isToldOnce(text, site)), 0.55, "text"),
    ...told(owners.filter((text) => !isAddress(text) && isToldOnce(text, site)), 0.52, "text"),
    ...told(owners.filter(isAddress), 0.3, "text"),
    ...told(logoAlts(home), 0.48, "image"),
    // A promise stands in title and heading alike; only a name is like the domain.
    ...told(headings(home).filter((text) => likeness(text, site) > 0 || GREETING.test(text)), 0.4, "text"),
    ...told(homeLinks(home), 0.45, "text"),
    ...told(headBrands(home), 0.45, "text"),
    ...told(spelledLabels(site), 0.35, "text"),
  ];
}

/** `© acme-tools.example` says where it stands, and not what its owner is called. */
function isAddress(text: string): boolean {
  return /^(?:www\.)?[\w-]{2,40}(?:\.[\w-]{2,40})?\.[a-z]{2,6}$/.test(text.trim());
}

/** `© Roewebs`, who built the site: named on no other line, and not in its head or address. */
function isToldOnce(owner: string, site: Site): boolean {
  const own = fold(owner);
  if (own === "" || LEGAL_FORM.test(owner) || likeness(owner, site) >= MIN_LIKENESS) return false;
  const told = site.pages.flatMap(({ title, metas, lines }) => [
    title,
    ...metas.map(({ content }) => content),
    ...lines.map(({ text }) => text),
  ]);
  return told.filter((text) => fold(text).includes(own)).length <= site.pages.length;
}

function inNotices(site: Site): Told[] {
  const told = (texts: readonly string[], confidence: number): Told[] =>
    texts.slice(0, MAX_EACH).map((text) => ({ text, confidence, source: "text" }));
  return [
    ...told(registeredNames(site), 0.7),
    ...legalNames(site).map(({ text, isAll }) => ({
      text,
      // Before an address or a number it may be that of whoever runs the shop of another name.
      confidence: isAll ? 0.58 : 0.52,
      source: "text" as const,
    })),
    ...told(addressees(site), 0.56),
    ...told(operators(site), 0.52),
    ...told(aboveAddresses(site), 0.5),
    ...told(namedLines(site), 0.4),
  ];
}

/** A firm without a name of its own is called like its owner. */
function inFallback(site: Site): Candidate[] {
  return personsAboveAddresses(site).flatMap((text) =>
    toCandidate({ text, confidence: MIN_CONFIDENCE, source: "text" }, site)
  ).map((found) => ({ ...found, confidence: MIN_CONFIDENCE }));
}

function toCandidate({ text, confidence, source }: Told, site: Site): Candidate[] {
  // What is left of `About Us` without its greeting is no name either.
  if (isNoName(text.trim())) return [];
  const value = tidyName(text);
  if (value.length < 2 || value.length > 70 || isNoName(value) || !/\p{L}/u.test(value)) return [];
  const rated = confidence + likeness(value, site);
  const page = pageOf(site, value);
  return [{ field: "name", value, confidence: rated, source, page, quote: value, extractor: EXTRACTOR }];
}

function pageOf(site: Site, value: string): SitePage {
  const told = (page: SitePage) =>
    page.title.includes(value) || page.lines.some((line) => line.text.includes(value)) ||
    page.html.includes(value);
  return site.pages.find(told) ?? site.home;
}
