/** Which further pages of a site are worth a visit: the legal notice, then contact, then about us. */
import type { PageLink, ParsedPage } from "../parse/parsed_page.ts";
import type { PageRole } from "./site.ts";

const ROLES: readonly { role: PageRole; points: number; words: RegExp }[] = [
  {
    role: "legal",
    points: 30,
    words:
      /impressum|impresszum|imprint|mentions?-?\s?l[eé]gales|informations?-?\s?l[eé]gales|informazioni-?\s?legali|informaci[oó]n-?\s?legal|juridische|právní-?\s?(informace|ujednání)|dados-?\s?legais|info-?legal|aviso-?\s?legal|legal-?\s?(notice|info|disclosure)|note-?\s?legali|colofon|disclaimer-en-colofon|juridisk|oikeudelliset|nota-?\s?prawna|(^|\/)legal(\/|\.|$)|会社概要|特定商取引|運営会社|会社情報|tokushoho|gaiyo|(^|\/)kaisha|(^|\/)company-?(info|profile|outline)?(\/|\.|$)/i,
  },
  {
    role: "contact",
    points: 20,
    words:
      /kontakt|contact|kapcsolat|el[eé]rhet[oő]s[eé]g|επικοινων|epikoinonia|контакт|ileti[sş]im|kontaktai|saziņa|contatt|contacto|contato|fale-conosco|yhteys|ota-yhteytt|お問い?合わ?せ|問合せ|アクセス|toiawase|inquiry|get-?\s?in-?\s?touch|find-us|nous-trouver|hitta-hit|besuchen/i,
  },
  {
    role: "about",
    points: 10,
    words:
      /(^|[\/\s-])about|r[oó]lunk|o-?\s?n[aá]s(\/|\.|\s|$)|despre-?\s?(noi|companie)?|ποιοι|σχετικά|etairia|за-?\s?нас|za-?nas|o-?\s?nama|apie-?\s?mus|par-?\s?mums|meie-?st|hakk[iı]m[iı]zda|(^|\/)sobre(\/|\.|$)|über-?\s?uns|ueber-?\s?uns|wir-?\s?über|unternehmen|[aà]-?\s?propos|qui-?\s?sommes|notre-?\s?(histoire|entreprise|soci[eé]t[eé])|chi-?\s?siamo|azienda|qui[eé]nes-?\s?somos|sobre-?\s?(n[oó]s|nosotros)|nosotros|empresa|over-?\s?ons|om-?\s?oss|om-?\s?os(\/|\s|$)|om-?\s?f[oö]retaget|tietoa-?\s?meist[aä]|meist[aä]|yritys|o-?\s?nas|o-?\s?firmie|quem-?\s?somos|私たち|について|the-?\s?company|our-?\s?(story|company|team)|who-?\s?we-?\s?are|team(\/|\s|$)/i,
  },
];

/** Pages that carry these words without being what we look for. */
const BESIDE_THE_POINT =
  /privacy|datenschutz|cookie|(^|[\/_-])(terms|agb|login|signin|sign-?up|register|cart|careers?|karriere|jobs|blog|news|tag|products?|press|presse|feed)([\/_.-]|$)|\.(pdf|jpe?g|png|zip|docx?|xml)$|contact-lens|replytocom|add-to-cart/i;
const MAX_URL_CHARS = 500;

/** By a page's own address, and its title where the address says nothing. */
export function roleOf(url: string, title: string): PageRole {
  const path = decodePath(url);
  const role = ROLES.find(({ words }) => words.test(path)) ?? ROLES.find(({ words }) => words.test(title));
  return role?.role ?? "other";
}

/** What the address of a page says, where it is given for the home page. */
export function toldRole({ role, url, title }: { role: PageRole; url: string; title: string }): PageRole {
  return role === "home" ? roleOf(url, title) : role;
}

/** Best first, at most one for each role and then second choices; never the home page itself. */
export function choosePages(home: ParsedPage): string[] {
  const rated = home.links.flatMap((link) => rateLink(link, home));
  const worstFirst = rated.sort((a, b) => a.points - b.points).map((each) => [each.url, each] as const);
  const distinct = [...new Map(worstFirst).values()].sort((a, b) => b.points - a.points);
  const firsts = ROLES.flatMap(({ role }) => distinct.find((each) => each.role === role) ?? []);
  const others = distinct.filter((each) => !firsts.includes(each));
  return [...firsts, ...others].map((each) => each.url).slice(0, 3);
}

interface RatedLink {
  readonly url: string;
  readonly role: PageRole;
  readonly points: number;
}

function rateLink(link: PageLink, home: ParsedPage): RatedLink[] {
  const url = link.href.replace(/#.*$/, "");
  if (!isSameSite(url, home.url) || url.length > MAX_URL_CHARS || url === home.url) return [];
  const path = decodePath(url);
  const found = ROLES.find(({ words }) => words.test(path) || words.test(link.text));
  if (!found || BESIDE_THE_POINT.test(path)) return [];
  const depth = path.split("/").filter((part) => part !== "").length;
  const points = found.points + (found.words.test(link.text) ? 4 : 0) + (link.place === "main" ? 0 : 2) +
    (isBelow(url, home.url) ? 3 : 0) - depth - (link.text.length > 40 ? 3 : 0) - (/[?]/.test(url) ? 1 : 0);
  return [{ url, role: found.role, points }];
}

/** The same host and port; a customer's pages may share a host with others', so a common path counts in the rating. */
function isSameSite(url: string, homeUrl: string): boolean {
  if (!/^https?:/i.test(url)) return false;
  const [target, home] = [new URL(url), new URL(homeUrl)];
  const bare = (host: string) => host.replace(/^www\./, "");
  return bare(target.host) === bare(home.host) && target.username === "";
}

function isBelow(url: string, homeUrl: string): boolean {
  const folder = new URL(homeUrl).pathname.replace(/[^/]*$/, "");
  return new URL(url).pathname.startsWith(folder);
}

function decodePath(url: string): string {
  const { pathname } = new URL(url);
  try {
    return decodeURIComponent(pathname);
  } catch {
    // A stray per cent sign: the path is matched as it is.
    return pathname;
  }
}
