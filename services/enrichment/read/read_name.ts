/** The organisation's name: whatever the page calls itself, weighed by agreement with its domain and with itself. */
import { metaOf } from "../parse/parsed_page.ts";
import { type Candidate, fold } from "./candidate.ts";
import { roleOf } from "./choose_pages.ts";
import type { Site, SitePage } from "./site.ts";

const EXTRACTOR = "names/2";
/** Of each kind of place. */
const MAX_EACH = 10;
const SEPARATOR = /\s+[|–—·•:»›]+\s+|\s+-\s+|\s*[|»›—｜【】]\s*|:\s+/;
const NO_NAME =
  /^(home|homepage|startseite|start|accueil|inicio|início|etusivu|hem|hjem|forside|domů|domov|strona główna|főoldal|kezdőlap|acasă|αρχική|начало|početna|domača stran|pagrindinis|sākums|avaleht|ana sayfa|welcome|willkommen|bienvenue|bienvenid[oa]s?|benvenut[io]|welkom|välkommen|velkommen|tervetuloa|witamy|vítejte|bem-vindo|index|untitled|kontakt|contact|impressum|about|about us|über uns|blog|menu|logo|ホーム|トップ|トップページ|just another wordpress site|page not found|404|official site|official website|offizielle website|site officiel|sitio oficial|sito ufficiale|login|sign in|shop|my site|mysite|website|new page|blank|back|zurück|retour|tillbaka)$|^(?:https?:|www\.)/i;
/** What pages are called after what stands on them, whoever's they are. */
const PAGE_WORD =
  /^(?:kontakt(?:y|i|ai|id|er)?|kontakta oss|kontakt oss|kontakt os|contact us|contacts|contactez[- ]nous|nous contacter|contatti|contattaci|contacto|contactos|cont[aá]ctanos|contato|contatos|contacta?(?:te)?|yhteystiedot|ota yhteytt[aä]|kapcsolat|el[eé]rhet[oő]s[eé]g(?:ek|[uü]nk)?|ileti[sş]im|επικοινωνία|контакт[иы]?|контакти|zwiąż się z nami|saziņa|קשר|צור קשר|お問い?合わ?せ|連絡先|문의|오시는 길|o n[aá]s|o firmie|o společnosti|o nama|o podjetju|om oss|om os|om f[oö]retaget|meist[aä]|tietoa meist[aä]|yritys|yritysesittely|over ons|wie zijn wij|wer wir sind|unternehmen|[uü]ber mich|qui sommes[- ]nous ?\??|[aà] propos|la soci[eé]t[eé]|l['’]entreprise|chi siamo|azienda|l['’]azienda|qui[eé]nes somos|nosotros|sobre (?:n[oó]s|nosotros|mim)|acerca de|la empresa|quem somos|a empresa|despre noi|r[oó]lunk|hakk[iı]m[iı]zda|kurumsal|σχετικά|ποιοι είμαστε|εταιρεία|о нас|про нас|о компании|за нас|apie mus|par mums|meist|company|company profile|our company|our story|our team|team|who we are|the company|会社概要|会社情報|企業情報|会社案内|회사 ?소개|אודות|legal notice|imprint|legal information|mentions l[eé]gales|informations l[eé]gales|aviso legal|nota legal|note legali|colofon|impresszum|privacy|privacy (?:policy|notice|statement)|datenschutz(?:erkl[aä]rung)?|politique de confidentialit[eé]|pol[ií]tica de privacidade?|informativa (?:sulla )?privacy|privacyverklaring|integritetspolicy|tietosuoja(?:seloste)?|polityka prywatno[sś]ci|gizlilik politikas[iı]|terms|terms (?:of (?:use|service)|and conditions)|agb|cookies?|cookie policy|document|donate|services|our services|products|leistungen|palvelut|tj[aä]nster|services proposés|servizi|servicios|servi[cç]os|us[lł]ugi|slu[zž]by|hizmetler(?:imiz)?|услуги|послуги|faq|news|галерея|галерија|galerie|gallery)$/iu;

export const LEGAL_FORM =
  /(?:\b(?:GmbH(?: & Co\.? KG)?|UG(?: \(haftungsbeschr(?:ä|ae)nkt\))?|AG|KG|OHG|e\.\s?K\.|e\.\s?U\.|e\.\s?V\.|Ltd\.?|Limited|LLC|L\.L\.C\.|Inc\.?|Corp\.?|PLC|S\.?A\.?R\.?L\.?|S\.?A\.?S\.?|S\.?r\.?l\.?|S\.?p\.?A\.?|S\.?L\.?U?\.?|B\.?V\.?|N\.?V\.?|AB|AS|ASA|ApS|A\/S|Oyj?|Sp\. z o\.?o\.?|Lda\.?|Ltda\.?|d\.o\.o\.|s\.r\.o\.|Kft\.?|Zrt\.?|EURL|SASU|LLP|SRL|Pty\.? Ltd\.?|Pvt\.? Ltd\.?|Co\.?,? Ltd\.?|UAB|SIA|OÜ)(?=[\s,.)]|$))|株式会社|有限会社|合同会社|協同組合|医療法人(?:社団|財団)?|주식회사|유한회사|\(주\)|㈜|ЕООД|ООД|(?<!\p{L})(?:ТОО|ООО|ОАО|ЗАО|ИП|ФОП|ТОВ)(?!\p{L})|ΕΠΕ|ΙΚΕ|(?:San\. ve Tic\. )?(?:Ltd\. Şti|A\.Ş)\.?|בע["״]מ/u;
const COPYRIGHT =
  /(?:©|\(c\)|copyright)\s*(?:copyright\s*)?(?:(?:©|\(c\))\s*)?(?:\d{4}\s*(?:[-–]\s*(?:\d{4}|present))?)?\s*(?:by\s+|,\s*)?([^\s.,|•·©][^|•·©]{1,60}?)(?=\.?$|(?<!(?<!\p{L})(?:St|Ste|Dr|Mt|Sv|Św|Szt|св|прп|им|ім))\.\s|[|•·])/iu;
/** `Acme © 2026` */
const COPYRIGHT_BEHIND =
  /^(?!.*(?:copyright|rights).*©)([^|•·©]{2,40}?)[\s,–-]*(?:©|\(c\))\s*(?:copyright\s*)?\d{4}(?:\s*[-–]\s*\d{4})?\s*(?:$|[.,|•·]|all rights)/iu;
const AFTER_OWNER =
  /\s*(?:,?\s*(?:all rights reserved|alle rechte|tous droits|todos los derechos|alla rättigheter|tutti i diritti|\d{4}|powered by|designed by)).*$/i;

const REGISTERED =
  /^(?:会社名|商号|屋号|社名|法人名|施設名|医院名|company name|legal name|trading name|firmenname|raison sociale|dénomination(?: sociale)?|raz[oó]n social|denominaci[oó]n(?: social)?|denominazione(?: sociale)?|ragione sociale|denominação social|razão social|nazwa firmy|obchodní (?:firma|jméno)|bedrijfsnaam|handelsnaam|företagsnamn|firmanavn|yrityksen nimi)\s*(?:[:：]\s*(.*))?$/iu;

/** Korean rows have no colon, and label and name stand on one line. */
const REGISTERED_KOREAN =
  /^(?:회사명|상호명?|법인명(?:\(상호\))?)\s*[:：]?\s+(\S[^:：]{1,40}?)(?=\s+\S+\s*[:：]|$)/u;
/** `ТОО «Степь»`: such names are quoted behind their form. */
const QUOTED = /(?<!\p{L})(?:ТОО|ООО|ОАО|ЗАО|АО|ИП|ТОВ)\s+[«"„“]([^»"“”]{2,50})[»"“”]/u;

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
    ...copyrightOwners(home).slice(0, MAX_EACH).map((text) => ({
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
    ...legalNames(site).map((text) => ({ text, confidence: 0.58, source: "text" as const })),
    ...addressees(site).map((text) => ({ text, confidence: 0.56, source: "text" as const })),
    ...namedLines(site).slice(0, MAX_EACH).map((text) => ({
      text,
      confidence: 0.4,
      source: "text" as const,
    })),
  ];
  return raw.flatMap(({ text, confidence, source }) => {
    const value = tidy(text);
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

function isNoName(value: string): boolean {
  return NO_NAME.test(value) || PAGE_WORD.test(value);
}

const FOREIGN_LETTERS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}]/u;
const FOREIGN_LETTERS_GAIN = 0.1;

/** How well a name fits the domain: the same, its beginning or its initials. */
function likeness(name: string, site: Site): number {
  // Addresses are written in Latin letters: nothing can be compared.
  if (FOREIGN_LETTERS.test(name) && !/\p{Script=Latin}{3}/u.test(name)) return FOREIGN_LETTERS_GAIN;
  const label = fold((site.domain ?? "").split(".")[0] ?? "");
  const bare = fold(name.replace(LEGAL_FORM, ""));
  if (label.length < 2 || bare === "") return 0;
  if (bare === label || fold(name) === label) return 0.25;
  const words = name.replace(LEGAL_FORM, "").replaceAll("&", " and ").split(/[\s/–-]+/).map(fold).filter(
    Boolean,
  );
  const initials = words.map((word) => word[0]).join("");
  if (initials.length >= 2 && initials === label) return 0.15;
  if (words.length >= 2 && label.length >= 4 && beginsWords(label, words)) return 0.15;
  const [first = ""] = words;
  if (first.length >= 5 && label.startsWith(first) && words.length <= 3) return 0.02;
  if (bare.length >= 4 && label.length >= 4 && (label.includes(bare) || bare.includes(label))) {
    return bare.length <= label.length * 3 ? 0.15 : 0;
  }
  return -0.05;
}

/** `prairiestatecu` is made of beginnings of `Prairie State Credit Union`, word by word. */
function beginsWords(label: string, [word, ...others]: readonly string[], isFirst = true): boolean {
  if (label === "") return true;
  if (word === undefined) return false;
  for (let length = commonBeginning(label, word); length >= 1; length--) {
    if (beginsWords(label.slice(length), others, false)) return true;
  }
  // Words are left out of addresses, but hardly the first.
  return !isFirst && beginsWords(label, others, false);
}

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

interface TitlePart {
  readonly text: string;
  readonly confidence: number;
}

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
    return left.map((text) => ({ text, confidence }));
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
      const told = REGISTERED_KOREAN.exec(text)?.[1] ?? QUOTED.exec(text)?.[1];
      if (told !== undefined) return told;
      const match = text.length < 100 ? REGISTERED.exec(text) : null;
      return match ? match[1] || page.lines[index + 1]?.text || [] : [];
    })
  ).filter((text) => text.length <= 60).slice(0, 3);
}

/** Short lines of the legal page and the footer that hold a legal form. */
function legalNames(site: Site): string[] {
  const pages = site.pages.filter((page) => page.role !== "other");
  return pages.flatMap((page) =>
    page.lines.filter((line, index) =>
      line.text.length < 70 && !page.foreignLines.has(index) &&
      (ownRole(page) === "legal" || line.place === "footer" ||
        (LEGAL_FORM.test(line.text) && likeness(line.text, site) >= 0.15))
    )
      .map((line) => line.text).filter((text) => LEGAL_FORM.test(text) && !/[:©@|]|^\d+[\s,.-]/.test(text))
      .slice(
        0,
        3,
      )
  );
}

const ADDRESSEE = new RegExp(`^([^:©@|,\\d]{2,50}?${LEGAL_FORM.source}),\\s`, "u");

/** `Acme Tools Ltd, Mill Lane 4, Leeds`, on pages that give the address. */
function addressees({ pages }: Site): string[] {
  return pages.filter(isNotice).flatMap((page) =>
    page.lines.flatMap(({ text }, index) =>
      text.length < 200 && !page.foreignLines.has(index) ? ADDRESSEE.exec(text)?.[1] ?? [] : []
    )
  ).slice(0, 3);
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

function tidy(text: string): string {
  return text.replace(/[\s|,]*\S+@\S+.*$/, "").replace(
    /^(welcome to|willkommen bei|bienvenue chez|home\s*[-–|:]|about|über|kontakt|contact|name(?=\s.*\b(?:Ltd|Inc|Corp|LLC)\b))\s+/i,
    "",
  )
    .replace(
      /[\s,.|–—:;-]+$/,
      (end) =>
        end.startsWith(".") &&
          /\b(Inc|Ltd|Corp|Co|S\.A|d\.o\.o|s\.r\.o|e\.V|e\.K)$/.test(text.slice(0, -end.length))
          ? "."
          : "",
    )
    .replace(/[®™]/g, "").trim();
}

function pageOf(site: Site, value: string): SitePage {
  const told = (page: SitePage) =>
    page.title.includes(value) || page.lines.some((line) => line.text.includes(value)) ||
    page.html.includes(value);
  return site.pages.find(told) ?? site.home;
}
