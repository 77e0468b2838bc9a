/** Names in the head of a page: the parts of its title, and what its metas call the site. */
import { metaOf } from "../../parse/parsed_page.ts";
import { fold } from "../candidate.ts";
import { LEGAL_FORM } from "../legal_forms.ts";
import { decodeURIComponentSafe } from "../country_hints.ts";
import { isNoName, likeness } from "./name_form.ts";
import type { Site, SitePage } from "../site.ts";

export const SEPARATOR = /\s+[|–—―·•●:»›~⋆★>/]+\s+|\s+-{1,2}\s+|\s*[|»›—｜【】『』]\s*|:\s+/;
/** Only who runs the site is called by a legal form in its title. */
const FORM_GAIN = 0.12;
/** What each page's title ends with, whatever the page. */
const SHARED_GAIN = 0.12;
/** The page's head begins with the same words. */
const BRAND_GAIN = 0.06;
const MIN_BRAND_CHARS = 4;
const MAX_BRAND_LINES = 3;
const MAX_WORDS = 7;
/** A promise is longer. */
const MAX_WORDS_OF_ALL = 4;

export interface TitlePart {
  readonly text: string;
  readonly confidence: number;
}

export function titleParts(site: Site): TitlePart[] {
  const { home } = site;
  const menu = new Set(menuWords(home));
  const isPage = (part: string) => isNoName(part) || menu.has(fold(part));
  const titles = [home.title, metaOf(home, "og:title")].filter((title) => title !== "");
  const parts = titles.flatMap((title) => {
    const told = partsOf(title);
    const left = told.filter((part) => part !== "" && !isPage(part));
    const isAll = left.length === 1 && isPlain(left[0] ?? "");
    // A title that says nothing else, or only what the page is called, names whose it is.
    const confidence = !isAll ? 0.45 : told.length === 1 ? 0.52 : 0.57;
    return left.flatMap((text) => [
      { text, confidence: confidence + gainOf(text, site) },
      ...beforeComma(text, site),
    ]);
  });
  const byText = new Map(parts.map((part) => [part.text, part]));
  return [...byText.values()].filter(({ text }) => countWords(text) <= MAX_WORDS);
}

function partsOf(title: string): string[] {
  return title.split(SEPARATOR).map((part) => part.trim());
}

function gainOf(text: string, site: Site): number {
  return (LEGAL_FORM.test(text) ? FORM_GAIN : 0) + (isShared(text, site) ? SHARED_GAIN : 0) +
    (isBrand(text, site.home) ? BRAND_GAIN : 0);
}

/** Pages have titles of their own, which have nothing else in common. */
function isShared(text: string, { pages, home }: Site): boolean {
  const others = pages.filter((page) => page !== home && page.title !== home.title && page.title !== "");
  return others.length > 0 && others.every(({ title }) => partsOf(title).includes(text));
}

/** `NORTHLIGHT` beside the menu of `Northlight Operations`. */
function isBrand(text: string, home: SitePage): boolean {
  const own = fold(text);
  const first = home.lines.filter(({ place }) => place === "header").slice(0, MAX_BRAND_LINES);
  return first.map((line) => fold(line.text)).some((line) =>
    line.length >= MIN_BRAND_CHARS && own.startsWith(line)
  );
}

/** `Acme Tools, Leeds`: where the name is like the domain, its town follows. */
function beforeComma(text: string, site: Site): TitlePart[] {
  const [name = "", ...others] = text.split(/,\s/);
  return others.length > 0 && /^\p{Lu}/u.test(name) && likeness(name, site) >= 0.15
    ? [{ text: name, confidence: 0.46 }]
    : [];
}

/** `Roe | Doe Accountants`, where a sign that parts titles is part of the name: a line begins like it. */
export function wholeTitles({ home, pages }: Site): string[] {
  const whole = fold(home.title);
  if (partsOf(home.title).length < 2 || countWords(home.title) > MAX_WORDS || isNoName(home.title)) return [];
  const isLine = pages.some(({ lines }) =>
    lines.some(({ text }) => text.length <= 80 && LEGAL_FORM.test(text) && fold(text).startsWith(whole))
  );
  return isLine ? [home.title] : [];
}

/** What it does may follow behind a comma. */
function isPlain(text: string): boolean {
  return countWords(text) <= MAX_WORDS_OF_ALL && !text.includes(",");
}

export function countWords(text: string): number {
  return text.split(/\s+/).length;
}

/** What leads to other pages is called like them, and a title begins with its page. */
function menuWords(home: SitePage): string[] {
  const framed = home.links.filter(({ text, place }) => place !== "main" && text !== "");
  const others = framed.filter(({ href, text }, index) =>
    text.length <= 30 && /^https?:/.test(href) &&
    !isHomeLink(href, home.url) && !isRoot(href) && !(index === 0 && leadsUp(href, text))
  );
  return others.map(({ text }) => fold(text));
}

/** `#vrh` under the first link of all, which is called otherwise. */
function leadsUp(href: string, text: string): boolean {
  const target = fold(decodeURIComponentSafe(new URL(href).hash));
  return target !== "" && !fold(text).includes(target) && !target.includes(fold(text));
}

function isRoot(href: string): boolean {
  const { pathname, hash } = new URL(href);
  return pathname === "/" && hash === "";
}

/** `#services` leads to a part of the page that the menu names. */
const TO_THE_TOP = /^[^#]*(?:#(?:!|\/?|top|page-?top|home|hero|start|body|header|main|inicio|accueil)?)?$/i;

/** Whether it leads to the page's beginning, or to that of its folder. */
export function isHomeLink(href: string, homeUrl: string): boolean {
  if (!TO_THE_TOP.test(href)) return false;
  const bare = href.replace(/[?#].*$/, "").replace(/(?:index|home)\.\w+$/, "");
  return leadsHome(bare, homeUrl.replace(/[^/]*$/, "")) || leadsHome(href, homeUrl);
}

export function leadsHome(href: string | undefined, homeUrl: string): boolean {
  return href !== undefined && href.replace(/[?#].*$/, "") === homeUrl.replace(/[?#].*$/, "");
}
