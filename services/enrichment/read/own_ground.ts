/**
 * Where a company speaks of itself: in the frame of a page, on pages made for it, and elsewhere near its own name or a word
 * for contact. An address in the middle of a text may be anybody's.
 */
import { metaOf, type ParsedPage } from "../parse/parsed_page.ts";
import { addressLabels } from "./address_labels.ts";
import { fold } from "./candidate.ts";
import { roleOf } from "./choose_pages.ts";
import type { Site, SitePage } from "./site.ts";

const REACH = 3;
/** A frame without a name ends with the sign. */
const REACH_TO_END = 5;
const MAX_LABEL_CHARS = 60;
const MIN_NAME_CHARS = 4;
const MAX_NAMED_CHARS = 400;
const CONTACT =
  /(?<!\p{L})(?:contact\p{L}*|kontakt\p{L}*|contatt\p{L}+|conta[ct]t?o\p{L}*|impressum|address|adresse?n?|anschrift|adres\p{L}?|osoite|endere[cç]o|morada|direcci[oó]n|indirizzo|cím|naslov|visit us|find us|where (?:we are|to find us)|find(?:en)? sie uns|besuchen|so erreichen|standort\p{L}*|office|büro|hq|headquarters?|hauptsitz|zentrale|filial\p{L}*|niederlassung\p{L}*|branch(?:es)?|store|showroom|oddział\p{L}*|pobočk\p{L}+|provozovn\p{L}+|prevádzk\p{L}+|head office|sede|siège|siedziba|siedzib[ąy]|sídlo|sídl\p{L}+|zetel|registered office|place of business|säte|domicili[oé]\p{L}*|székhely\p{L}*|sediul?|buveinė|adres[eėa]\p{L}*|iroda|kde nás|où (?:nous|sommes)|dónde estamos|dove siamo|onde estamos|bezoek|besök|besøg|käynti|get in touch|yhteys\p{L}*|kapcsolat\p{L}*|elérhetőség\p{L}*|sijain\p{L}+|toimipis\p{L}+|iletişim|fabrika|merkez|контакт\p{L}*|офис\p{L}*|opening hours|öffnungszeiten|tel|telefon|telephone|phone|tlf|tfn|puh|mail|e-mail|email)(?!\p{L})|〒|所在地|住所|本社|電話|アクセス|お問い?合わ?せ|адрес|διεύθυνση|επικοινων|כתובת|טלפון|צור קשר|주소|본사|연락처|전화/iu;

/** Nothing but a number to call or an address to write to. */
const REACHABLE = /^[^\p{L}\d]*(?:\+?\(?\d[\d\s().\/-]{7,20}\d|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)$/u;

export function isOwnGround(page: SitePage, index: number, site: Site): boolean {
  const line = page.lines[index];
  if (!line) return false;
  if (line.place !== "main" || page.role === "legal" || page.role === "contact") return true;
  // Also where somebody gave such a page for the home page.
  if (/legal|contact/.test(roleOf(page.url, page.title))) return true;
  const near = page.lines.slice(Math.max(0, index - REACH), index + REACH + 1);
  const own = ownNames(site);
  const isTold = near.some(({ text }, at) => {
    const isItself = at === Math.min(REACH, index);
    if (text.length <= MAX_LABEL_CHARS || isItself) {
      if (CONTACT.test(text) || REACHABLE.test(text)) return true;
    }
    const folded = fold(text.slice(0, MAX_NAMED_CHARS));
    return own.some((name) => folded.includes(name));
  });
  return isTold || endsHere(page, index);
}

/** Asked for again and again; a page's head stays the same object. */
const namesOf = new WeakMap<object, readonly string[]>();

interface OwnPage {
  readonly domain: string | undefined;
  readonly home: ParsedPage;
}

/** Its name in its address, and what its home page calls it; folded. */
export function ownNames({ domain = "", home }: OwnPage): readonly string[] {
  const known = namesOf.get(home.metas);
  if (known) return known;
  const parts = home.title.split(/\s[|–—·•:-]\s|[|｜]/);
  const names = [...addressLabels({ domain, home }), metaOf(home, "og:site_name"), ...parts].map(fold);
  const own = names.filter((name) => name.length >= MIN_NAME_CHARS);
  namesOf.set(home.metas, own);
  return own;
}

function endsHere(page: SitePage, index: number): boolean {
  return page.lines.slice(index, index + REACH_TO_END).some(({ text }) =>
    /©|copyright|\(c\) \d{4}/i.test(text)
  );
}
