/** The organisation's name: every place where a site may say it, weighed by agreement with its domain. */
import { metaOf } from "../parse/parsed_page.ts";
import { type Candidate, fold } from "./candidate.ts";
import { roleOf } from "./choose_pages.ts";
import { ADDRESSEE, LEGAL_FORM } from "./legal_forms.ts";
import { isNoName, likeness, PAGE_WORD, tidyName } from "./name_form.ts";
import { isPersonName } from "./person_name.ts";
import { isStreet } from "./read_street.ts";
import type { Site, SitePage } from "./site.ts";

const EXTRACTOR = "names/2";
/** Of each kind of place. */
const MAX_EACH = 10;
const MAX_LEGAL_CHARS = 70;
const MAX_LEGAL_NAMES = 3;
const SEPARATOR = /\s+[|–—·•:»›]+\s+|\s+-\s+|\s*[|»›—｜【】]\s*|:\s+/;
const COPYRIGHT =
  /(?:©|\(c\)|copyright)\s*:?\s*(?:copyright\s*)?(?:(?:©|\(c\))\s*)?(?:\d{4}\s*(?:[-–]\s*(?:\d{4}|present))?)?\s*(?:by\s+|,\s*)?([^\s.,|•·©][^|•·©]{1,60}?)(?=\.?$|(?<!(?<!\p{L})(?:\p{Lu}|PT|CV|UD|St|Ste|Dr|Mt|Sv|Św|Szt|св|прп|им|ім))\.\s|[|•·])/iu;
/** `Acme © 2026` */
const COPYRIGHT_BEHIND =
  /^(?!.*(?:copyright|rights).*©)([^|•·©]{2,40}?)[\s,–-]*(?:©|\(c\))\s*(?:copyright\s*)?\d{4}(?:\s*[-–]\s*\d{4})?\s*(?:$|[.,|•·]|all rights)/iu;
const AFTER_OWNER =
  /\s*(?:,?\s*(?:all rights reserved|alle rechte|tous droits|todos los derechos|alla rättigheter|tutti i diritti|\d{4}|powered by|designed by)).*$/i;

const REGISTERED =
  /^(?:会社名|商号|屋号|社名|法人名|施設名|医院名|company name|legal name|trading name|firmenname|raison sociale|dénomination(?: sociale)?|raz[oó]n social|denominaci[oó]n(?: social)?|denominazione(?: sociale)?|ragione sociale|denominação social|razão social|nazwa firmy|obchodní (?:firma|jméno)|bedrijfsnaam|handelsnaam|företagsnamn|firmanavn|yrityksen nimi|firmanavn|obchodn[ée] (?:firma|meno|jméno)|cégnév|επωνυμία|naziv (?:tvrtke|podjetja|firme)|įmonės pavadinimas|uzņēmuma nosaukums|ettevõtte nimi|(?:полное |сокращ[её]нное )?наименование(?: организации)?|(?:ticar[ei]t?t? )?[uü]nvan[ıi]?|firma adı|שם החברה|nama perusahaan|tên công ty|ชื่อบริษัท|nom de l['’]entreprise|公司名[稱称]|企业名称|اسم الشركة|business name|registered name)\s*(?:[:：]\s*(.*))?$/iu;
/** Said of many things, unless a name follows at once. */
const REGISTERED_HERE =
  /^(?:firma|firmenname|unternehmen|company|société|azienda|empresa|denumire(?:a)?|фирма|назва|назив|naziv|nafn|pavadinimas|nosaukums)\s*[:：]\s*(\S.*)$/iu;

/** Korean rows have no colon, and label and name stand on one line. */
const REGISTERED_KOREAN =
  /^(?:회사명|상호명?|법인명(?:\(상호\))?)\s*[:：]?\s+(\S[^:：]{1,40}?)(?=\s+\S+\s*[:：]|$)/u;
/** `ТОО «Степь»`: such names are quoted behind their form. */
const QUOTED =
  /(?<!\p{L})(?:ТОО|ООО|О[АД]О|ЗАО|ПАО|АО|ИП|ТОВ|ПП|АТ|ЧТ?УП|НКО|ответственностью)\s+[«"„“]([^»"“”]{2,50})[»"“”]/u;

export function readNames(site: Site): Candidate[] {
  const { home } = site;
  const raw = [
    { text: metaOf(home, "og:site_name"), confidence: 0.72, source: "meta" as const },
    { text: metaOf(home, "application-name"), confidence: 0.6, source: "meta" as const },
    { text: metaOf(home, "apple-mobile-web-app-title"), confidence: 0.55, source: "meta" as const },
    ...titleParts(home).slice(0, MAX_EACH).map((part) => ({
      text: part.text,
      confidence: part.confidence,
      source: "meta" as const,
    })),
    ...copyrightOwners(home).filter((text) => !isAnothersDomain(text, site)).slice(0, MAX_EACH).map((
      text,
    ) => ({
      text,
      confidence: 0.55,
      source: "text" as const,
    })),
    ...logoAlts(home).slice(0, MAX_EACH).map((text) => ({
      text,
      confidence: 0.48,
      source: "image" as const,
    })),
    // A promise stands in title and heading alike; only a name is like the domain.
    ...headings(home).filter((text) => likeness(text, site) > 0).slice(0, MAX_EACH).map((text) => ({
      text,
      confidence: 0.4,
      source: "text" as const,
    })),
    ...homeLinks(home).map((text) => ({ text, confidence: 0.45, source: "text" as const })),
    ...registeredNames(site).map((text) => ({ text, confidence: 0.7, source: "text" as const })),
    ...legalNames(site).map(({ text, isAll }) => ({
      text,
      // Before an address or a number it may be that of whoever runs the shop of another name.
      confidence: isAll ? 0.58 : 0.52,
      source: "text" as const,
    })),
    ...addressees(site).map((text) => ({ text, confidence: 0.56, source: "text" as const })),
    ...aboveAddresses(site).map((text) => ({ text, confidence: 0.5, source: "text" as const })),
    ...namedLines(site).slice(0, MAX_EACH).map((text) => ({
      text,
      confidence: 0.4,
      source: "text" as const,
    })),
  ];
  return raw.flatMap(({ text, confidence, source }) => {
    const value = tidyName(text);
    if (value.length < 2 || value.length > 70 || isNoName(value) || !/\p{L}/u.test(value)) return [];
    const rated = confidence + likeness(value, site);
    return [{
      field: "name",
      value,
      confidence: rated,
      source,
      page: pageOf(site, value),
      quote: value,
      extractor: EXTRACTOR,
    }];
  });
}

interface TitlePart {
  readonly text: string;
  readonly confidence: number;
}

/** Only who runs the site is called by a legal form in its title. */
const FORM_GAIN = 0.12;
const MAX_WORDS = 7;
/** A promise is longer. */
const MAX_WORDS_OF_ALL = 4;

function titleParts(home: SitePage): TitlePart[] {
  const menu = new Set(menuWords(home));
  const titles = [home.title, metaOf(home, "og:title")].filter((title) => title !== "");
  const parts = titles.flatMap((title) => {
    const told = title.split(SEPARATOR).map((part) => part.trim());
    const left = told.filter((part) => part !== "" && !PAGE_WORD.test(part) && !menu.has(fold(part)));
    const isAll = left.length === 1 && isPlain(left[0] ?? "");
    // A title that says nothing else, or only what the page is called, names whose it is.
    const confidence = !isAll ? 0.45 : told.length === 1 ? 0.52 : 0.57;
    return left.map((text) => ({ text, confidence: confidence + (LEGAL_FORM.test(text) ? FORM_GAIN : 0) }));
  });
  const byText = new Map(parts.map((part) => [part.text, part]));
  return [...byText.values()].filter(({ text }) => countWords(text) <= MAX_WORDS);
}

/** What it does may follow behind a comma. */
function isPlain(text: string): boolean {
  return countWords(text) <= MAX_WORDS_OF_ALL && !text.includes(",");
}

function countWords(text: string): number {
  return text.split(/\s+/).length;
}

/** What leads to other pages is called like them, and a title begins with its page. */
function menuWords(home: SitePage): string[] {
  const root = rootOf(home.url);
  const others = home.links.filter(({ href, text, place }) =>
    place !== "main" && text !== "" && text.length <= 30 && /^https?:/.test(href) &&
    !leadsHome(href.replace(/(?:index|home)\.\w+$/, ""), root) && new URL(href).pathname !== "/"
  );
  return others.map(({ text }) => fold(text));
}

/** The first heading is often the name, and often a promise. */
function headings(home: SitePage): string[] {
  return home.lines.filter((line) => line.tag === "h1" && line.text.length <= 50).map((line) => line.text);
}

function copyrightOwners(home: SitePage): string[] {
  const lines = home.lines.filter((line) => line.text.length < 200);
  const owners = lines.flatMap(({ text }) => {
    const before = COPYRIGHT_BEHIND.exec(text)?.[1];
    return before ?? COPYRIGHT.exec(text)?.[1]?.replace(AFTER_OWNER, "") ?? [];
  });
  // What it does may follow behind a dash.
  return [...new Set(owners.flatMap((owner) => [owner, owner.split(SEPARATOR)[0] ?? owner]))];
}

/** `© pixelhof.example`, who made the site. */
function isAnothersDomain(text: string, site: Site): boolean {
  const name = tidyName(text);
  return /^[\w-]{2,40}(?:\.[a-z]{2,6}){1,2}$/i.test(name) && likeness(name, site) <= 0;
}

function logoAlts(home: SitePage): string[] {
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

/** Beside the logo, or in its stead. */
function homeLinks(home: SitePage): string[] {
  const links = home.links.filter(({ href, place, text }) =>
    place === "header" && leadsHome(href.replace(/(?:index|home)\.\w+$/, ""), rootOf(home.url)) && text !== ""
  );
  // What the menu says again is a word for its beginning.
  return links.slice(0, 2).flatMap(({ text }) => text.split(SEPARATOR)).filter((text) => text.length <= 50);
}

function rootOf(url: string): string {
  return url.replace(/[^/]*$/, "");
}

function leadsHome(href: string | undefined, homeUrl: string): boolean {
  return href !== undefined && href.replace(/[?#].*$/, "") === homeUrl.replace(/[?#].*$/, "");
}

/** `会社名` in a table, `Raison sociale : Acme SAS` in a notice. */
function registeredNames(site: Site): string[] {
  const pages = site.pages.filter((page) => page.role !== "other");
  return pages.flatMap((page) =>
    page.lines.flatMap(({ text }, index) => {
      if (page.foreignLines.has(index)) return [];
      const told = REGISTERED_HERE.exec(text)?.[1] ?? REGISTERED_KOREAN.exec(text)?.[1] ??
        QUOTED.exec(text)?.[1];
      if (told !== undefined) return told;
      const match = text.length < 100 ? REGISTERED.exec(text) : null;
      return match ? match[1] || page.lines[index + 1]?.text || [] : [];
    })
  ).filter((text) => text.length <= 60).slice(0, 3);
}

interface LegalName {
  readonly text: string;
  /** Nothing else stood on its line. */
  readonly isAll: boolean;
}

/** Short lines of the legal page and the footer that hold a legal form. */
function legalNames(site: Site): LegalName[] {
  const pages = site.pages.filter((page) => page.role !== "other");
  return pages.flatMap((page) => {
    const lines = page.lines.filter((line, index) =>
      line.text.length < MAX_LEGAL_CHARS && !page.foreignLines.has(index) &&
      (ownRole(page) === "legal" || line.place === "footer" ||
        (LEGAL_FORM.test(line.text) && likeness(line.text, site) >= 0.15))
    );
    const names = lines.map((line) => ({ text: nameIn(line.text), line: line.text }));
    return names.filter(({ text }) => LEGAL_FORM.test(text) && !/[:©@|]|^\d+[\s,.-]/.test(text))
      .slice(0, MAX_LEGAL_NAMES).map(({ text, line }) => ({ text, isAll: text === line }));
  });
}

/** Without the address that may follow. */
function nameIn(text: string): string {
  return ADDRESSEE.exec(text)?.[1] ?? text.replace(/,\s[^,]*\d.*$/, "");
}

/** `Acme Tools Ltd, Mill Lane 4, Leeds`, on pages that give the address. */
function addressees({ pages }: Site): string[] {
  return pages.filter(isNotice).flatMap((page) =>
    page.lines.flatMap(({ text }, index) =>
      text.length < 200 && !page.foreignLines.has(index) ? ADDRESSEE.exec(text)?.[1] ?? [] : []
    )
  ).slice(0, 3);
}

const MAX_ABOVE = 2;

/** The line on top of an address, where a letter would have the name; a building may stand between. */
function aboveAddresses({ pages }: Site): string[] {
  return pages.filter(isNotice).flatMap((page) =>
    page.lines.flatMap(({ text }, index) => {
      if (!isStreet(text.replace(/,$/, "")) || page.foreignLines.has(index)) return [];
      const above = page.lines.slice(Math.max(0, index - MAX_ABOVE), index).reverse();
      const [near, far] = above.map((line) => line.text.replace(/,$/, ""));
      const top = near !== undefined && /^\d|floor|house|building|suite/i.test(near) ? far : near;
      return top !== undefined && isAddressed(top) ? [top] : [];
    })
  ).slice(0, MAX_LEGAL_NAMES);
}

/** A short line without numbers that is no sentence, no label and nobody's own name. */
function isAddressed(text: string): boolean {
  const words = countWords(text);
  if (words < 2 || text.length > 60 || !/^\p{Lu}/u.test(text) || /[\d@:;?!©|]|\.$|www\./.test(text)) {
    return false;
  }
  // `Vivolino Private Care` is written like a name, too.
  return words > 2 || !isPersonName(text);
}

/** Short lines that are called like the domain, where nothing else says the name. */
function namedLines(site: Site): string[] {
  return site.pages.filter(isNotice).flatMap((page) =>
    page.lines.filter(({ text, place }, index) =>
      text.length <= 40 && place !== "header" && !/[@:/]|www\./.test(text) && !page.foreignLines.has(index) &&
      likeness(text, site) >= 0.15
    ).map(({ text }) => text)
  );
}

function isNotice(page: SitePage): boolean {
  return /legal|contact/.test(ownRole(page));
}

/** What the address of a page says, where it is the only one. */
function ownRole({ role, url, title }: SitePage): string {
  return role === "home" ? roleOf(url, title) : role;
}

function pageOf(site: Site, value: string): SitePage {
  const told = (page: SitePage) =>
    page.title.includes(value) || page.lines.some((line) => line.text.includes(value)) ||
    page.html.includes(value);
  return site.pages.find(told) ?? site.home;
}
