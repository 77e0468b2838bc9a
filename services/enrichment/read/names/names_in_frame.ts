/** Names in the frame of the home page: beside its logo, in its heading, behind the sign of copyright. */
import type { PageLine } from "../../parse/parsed_page.ts";
import { likeness, tidyName } from "./name_form.ts";
import { addressLabels, isSharedHost } from "../address_labels.ts";
import { fold } from "../candidate.ts";
import { isHomeLink, leadsHome, SEPARATOR } from "./names_in_head.ts";
import type { Site, SitePage } from "../site.ts";

const COPYRIGHT =
  /(?:©|\(c\)|copy(?:right|wright))\s*:?\s*(?:copyright\s*)?(?:(?:©|\(c\))\s*)?(?:\d{4}\s*(?:[-–]\s*(?:\d{4}|present))?)?\s*(?:by\s+|,\s*|[-–—]\s+)?([^\s.,|•·©][^|•·©]{1,60}?)(?=\.?$|(?<!(?<!\p{L})(?:\p{Lu}|PT|CV|UD|St|Ste|Dr|Mt|Sv|Św|Szt|св|прп|им|ім))\.\s|[|•·©])/iu;
/** `Acme © 2026` */
const COPYRIGHT_BEHIND =
  /^(?!.*(?:copyright|rights).*©)([^|•·©]{2,40}?)[\s,–-]*(?:©|\(c\))\s*(?:copyright\s*)?\d{4}(?:\s*[-–]\s*\d{4})?\s*(?:$|[.,|•·]|all rights)/iu;
const MAX_BRAND_CHARS = 40;
const MAX_TOLD_CHARS = 3_000;
const SIGN = /©|\(c\)|copy(?:right|wright)/i;
const YEAR_ALONE =
  /^(?:copyright\s*)?(?:©|\(c\))?\s*(?:copyright\s*)?\d{4}(?:\s*[-–]\s*\d{4})?\s*(?:©|\(c\))?\.?$/i;
const AFTER_OWNER =
  /\s*(?:,?\s*(?:all rights reserved|alle rechte|tous droits|todos los derechos|alla rättigheter|tutti i diritti|\d{4}|powered by|designed by)).*$/i;

/** The first heading is often the name, and often a promise. */
export function headings(home: SitePage): string[] {
  return home.lines.filter((line) => line.tag === "h1" && line.text.length <= 50).map((line) => line.text);
}

export function copyrightOwners(home: SitePage): string[] {
  const owners = home.lines.flatMap(({ text }, index) =>
    text.length < 200 && SIGN.test(text) ? ownersIn(text, home.lines[index - 1]) : []
  );
  // What it does may follow behind a dash.
  return [...new Set(owners.flatMap(partsOf))];
}

function partsOf(owner: string): string[] {
  const [first = owner, ...others] = owner.split(SEPARATOR);
  // What has commas is no name: `Acme — Lisbon, Portugal`.
  return others.some((other) => other.includes(",")) ? [first] : [owner, first];
}

function ownersIn(text: string, above: PageLine | undefined): string[] {
  const before = COPYRIGHT_BEHIND.exec(text)?.[1];
  if (before !== undefined) return [before];
  const behind = COPYRIGHT.exec(text)?.[1]?.replace(AFTER_OWNER, "");
  if (behind !== undefined && /\p{L}/u.test(behind)) return [behind];
  // The sign and the year alone stand below the name.
  return above?.place === "footer" && YEAR_ALONE.test(text) ? [above.text] : [];
}

/** `© pixelhof.example`, who made the site. */
export function isAnothersDomain(text: string, site: Site): boolean {
  const name = tidyName(text);
  return /^[\w-]{2,40}(?:\.[a-z]{2,6}){1,2}$/i.test(name) && likeness(name, site) <= 0;
}

export function logoAlts(home: SitePage): string[] {
  const logos = home.images.filter((image) => /logo|brand/.test(image.context + image.src.toLowerCase()));
  const framed = logos.filter((image) => image.place === "header" || leadsHome(image.linksTo, home.url));
  const [first] = home.images;
  const others = home.images.filter((image) =>
    (image.place === "header" || image === first) && leadsHome(image.linksTo, home.url) &&
    !framed.includes(image)
  );
  return [...framed, ...others].map((image) =>
    image.alt.replace(/\b(the\s+)?(company\s+)?(logo(type)?|startseite|home(page)?)\b/gi, "")
  );
}

/** What a page begins with may be its brand, where no link says so. */
export function headBrands(home: SitePage): string[] {
  const [first] = home.lines;
  const menu = home.links.filter(({ place }) => place === "header").map(({ text }) => text);
  return first?.place === "header" && first.text.length <= MAX_BRAND_CHARS && !menu.includes(first.text)
    ? [first.text]
    : [];
}

const MIN_LABEL_CHARS = 5;

/** `acmetools.example` is spelled `Acme Tools` somewhere in its texts. */
export function spelledLabels(site: Site): string[] {
  const [label = ""] = addressLabels(site);
  const bare = fold(label);
  // On a host of many a folder of one word may be called like the trade.
  const isWord = isSharedHost(site.home.url) && !/[-_]/.test(label);
  if (isWord || bare.length < MIN_LABEL_CHARS || !/^[a-z0-9]+$/.test(bare)) return [];
  const spelled = [...bare].join("[ &'’.-]{0,3}");
  const pattern = new RegExp(`(?<![\\p{L}\\d@./:-])${spelled}(?![\\p{L}\\d@/-]|\\.\\p{L})`, "iu");
  // The whole pattern is dear.
  const looksLike = new RegExp([...bare.slice(0, 4)].join("[ &'’.-]{0,3}"), "i");
  const found = site.pages.flatMap(({ lines }, page) =>
    lines.flatMap(({ text }, index) =>
      text.length <= MAX_TOLD_CHARS && looksLike.test(text) && !site.pages[page]!.foreignLines.has(index)
        ? pattern.exec(text)?.[0] ?? []
        : []
    )
  );
  return found.filter((text) => /^[\p{Lu}\d]/u.test(text));
}

/** Beside the logo, or in its stead. */
export function homeLinks(home: SitePage): string[] {
  const links = home.links.filter(({ href, place, text }) =>
    place === "header" && text !== "" && isHomeLink(href, home.url)
  );
  // What the menu says again is a word for its beginning.
  return links.slice(0, 2).flatMap(({ text }) => text.split(SEPARATOR)).filter((text) => text.length <= 50);
}
