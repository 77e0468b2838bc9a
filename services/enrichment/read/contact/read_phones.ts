/** The site's phone number: from call links, and from text beside a word for phone. */
import { type Candidate, fold, quoteAround } from "../candidate.ts";
import { cleanText } from "../../parse/clean_text.ts";
import { decodeURIComponentSafe } from "../country_hints.ts";
import { isOwnGround, ownNames } from "../own_ground.ts";
import { isPersonName } from "../names/person_name.ts";
import { parsePhone, type Phone } from "./phone_number.ts";
import { keepEnds, type PageLine } from "../../parse/parsed_page.ts";
import { isForeignLink, type Site, type SitePage } from "../site.ts";

const EXTRACTOR = "phones/2";
const MAX_BESIDE_CHARS = 40;
/** Nothing else on the line, as in an address. */
const BARE_GAIN = 0.06;
const MAX_ENTRY_CHARS = 50;
const SENTENCE_MALUS = 0.1;
const PROSE = /\p{Ll}[?!.]\s+\p{Lu}\p{Ll}+\s\p{Ll}+\s/u;
/** In the middle of a text, with nothing near it that speaks of the company. */
const STRAY_MALUS = 0.3;
/** For the number of somebody who is named beside it, where there is one of the house. */
const PERSON_MALUS = 0.12;
const MAX_BESIDE_PERSON = 60;
const MAX_NAME_CHARS = 40;
/** Name, title and mail address. */
const CARD_LINES = 3;
/** `Puheenjohtaja Kaisa Luukkanen` */
const ROLE_BEFORE = /^\s*\p{Lu}\p{Ll}{6,}(?=\s\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+\s*$)/u;
const MAX_LINE_CHARS = 500;
const MAX_NUMBERS = 400;
const NUMBER = /(?:\+|\(\+|\b00|\(?\d)[\d\s\u00a0().\-/–‐－]{5,24}\d/g;
const PHONE_WORD =
  /(^|[^\p{L}])(tel(ef[oó]n[oe]?|efoon|e?fon|ephone|\.|:)?|phone|fon|call|ring|mob(il[ey]?|ile|\.)?|handy|cell|t[eé]l(\.|[eé]phone)?|tlf|tfn|puh(elin\p{L}*)?|matkapuhelin|gsm|whatsapp|celular|cellulare|m[oó]vil|dzwo[nń]|tālr(?:u\p{L}+)?|тел(?:ефон)?|τηλ(?:έφωνο)?|điện thoại|contact no\.?|t:|p:|m:|t\.|p\.|☎|📞|✆)(?=[^\p{L}]|$)|電話|TEL/iu;
const FAX_WORD = /(^|[^\p{L}])((tele)?fax|t[ée]l[ée]copie|факс|φαξ|faks|f:)|ファックス|FAX/iu;
/** `Tel./Fax:` is both. */
const FAX_TOO = /(?<!\p{L})t[eé]l\p{L}*\.?(?:\s?[/&+,]\s?|\s(?:i|e|y|a|und|and|et|og|ja)\s)(?:tele)?fax/iu;
/** `15.00 – 22.00`, `2021 - 2025` */
const SPAN = /^\(?(?:\d{1,2}[.:]\d{2}\s*[-–‐]\s*\d{1,2}[.:]\d{2}|(?:19|20)\d{2}\s*[-–‐/]\s*(?:19|20)\d{2})$/;
/** In a sentence: `is reached at 05 56 …`. */
const REACHED =
  /(?:joignable(?: \p{L}+)?(?: au| sur)?|reach(?:ed)? (?:us |me )?(?:at|on|under)|erreich\p{L}*(?: \p{L}+){0,4} unter|(?:unter|under) der (?:ruf)?nummer|(?:au|al|ao) (?:num[eé]ro|n°)|ll[aá]m\p{L}+(?: \p{L}+)?(?: al)?|chiam\p{L}+(?: \p{L}+)? (?:al|lo)|lig(?:ue|ar)(?: para)?|appel\p{L}+(?: \p{L}+)?(?: au)?|(?:za)?volejte(?: na)?|volajte|zadzwoń(?: \p{L}+)?|dzwoń|ring(?: oss| os| på)?|soita(?: meille)?|bel(?: ons)?(?: op)?|звоните|телефонувати|arayın|hívj\p{L}+|sunați(?: la)?)[^\p{L}\d]{0,4}$/iu;
/** `T +44 … | F +44 …` */
const LETTER = /(?:^|[^\p{L}])([TPMF])\s*$/u;
/** `Reception:` says as much as a word for phone. */
const ANY_WORD = /\p{L}[\p{L}.]+\s*:\s*$/u;
/** Not for those who only want to talk. */
const EMERGENCY =
  /emergency|notdienst|notruf|notfall|vakt|jour|urgence|urgenza|emergencia|päivyst|lost card|24 ?h/i;
const SEGMENTS = /[|•·;]|\s[–-]\s|,\s/;
const OTHER_NUMBER =
  /©|(?<!\p{L})(?:iban|bic|hr[ab]|ust|vat|siren|siret|kvk|btw|tva|rcs|org\.?\s?n|orgnr|abn|acn|cif|nif|nip|regon|cnpj|p?\.?\s?iva|konto|account|registr|steuer|licen[cs]e|isbn|copyright|y-tunnus|cvr|gisa|ičo?|dič|routing|nmls)/iu;

export function readPhones(site: Site): Candidate[] {
  const called = site.pages.flatMap((page) => [...fromLinks(page, site), ...fromLines(page, site)]);
  const found = called.length > 0 ? called : site.pages.flatMap((page) => fromMessengers(page, site));
  // A number is a person's wherever else it stands.
  const ofPersons = new Set(found.filter(({ isOfPerson }) => isOfPerson).map(({ value }) => value));
  return found.map(({ isOfPerson: _, ...candidate }) =>
    ofPersons.has(candidate.value)
      ? { ...candidate, confidence: candidate.confidence - PERSON_MALUS }
      : candidate
  );
}

type Found = Candidate & { readonly isOfPerson: boolean };

/** `Jane Roe, tel. 1`, or a card that begins with a name. */
function isPersons(page: SitePage, index: number, { beside, site }: { beside: string; site: Site }): boolean {
  const own = ownNames(site);
  const parts = beside.split(/[,|•·;:(]|\s[–-]\s/).map((part) => part.replace(ROLE_BEFORE, "").trim());
  // In a page's frame other things stand above, such as the names of networks.
  const isCard = page.lines[index]?.place === "main";
  const above = isCard
    ? page.lines.slice(Math.max(0, index - CARD_LINES), index).map(({ text }) => text)
    : [];
  // With its first number a card is over.
  const card = above.slice(above.findLastIndex((text) => /(?:\d[\s()./-]{0,2}){7}/.test(text)) + 1);
  return [...parts, ...card].some((text) =>
    text.length <= MAX_NAME_CHARS && isPersonName(text) && !own.some((name) => isPartOf(fold(text), name))
  );
}

function isPartOf(text: string, name: string): boolean {
  return text.includes(name) || name.includes(text);
}

/** Many have no other number than that of their messenger. */
const MESSENGER =
  /^https?:\/\/(?:wa\.me\/|(?:api|web)\.whatsapp\.com\/send\/?\?(?:[^#]*&)?phone=)(?:\+|%2B)?(\d{9,15})(?!\d)/i;
const MESSENGER_MALUS = 0.08;

function fromMessengers(page: SitePage, site: Site): Found[] {
  const links = page.links.filter((link) => MESSENGER.test(link.href) && !isForeignLink(page, link));
  return keepEnds(links, MAX_NUMBERS).flatMap((link) => {
    const phone = parsePhone(`+${MESSENGER.exec(link.href)?.[1]}`, site.countries);
    if (!phone) return [];
    const rated = rate(page, { isFramed: link.place !== "main", isLabelled: false, isLink: false });
    const found = { value: phone.spelled, confidence: rated - MESSENGER_MALUS, source: "link" as const };
    return [{ ...toCandidate(page, { ...found, quote: link.raw.slice(0, 200) }), isOfPerson: false }];
  });
}

function fromLinks(page: SitePage, site: Site): Found[] {
  const links = page.links.filter((link) => /^tel:/i.test(link.href) && !isForeignLink(page, link));
  return keepEnds(links, MAX_NUMBERS).flatMap((link) => {
    const dialled = cleanText(decodeURIComponentSafe(link.href.slice(4)));
    // What people see is cared for; the link behind it is often a template's.
    const seen = link.text.match(NUMBER)?.[0];
    const seenPhone = seen === undefined ? undefined : parsePhone(seen, site.countries);
    const phone = seenPhone ?? parsePhone(dialled, site.countries);
    if (!phone) return [];
    const rated = rate(page, { isFramed: link.place !== "main", isLabelled: true, isLink: true });
    const confidence = rated - (phone.isMobile ? 0.04 : 0);
    const quote = seen !== undefined && seenPhone ? seen : link.raw;
    const beside = seen ? link.text.slice(0, link.text.indexOf(seen)) : "";
    const isOfPerson = isPersons(page, link.line, { beside, site });
    const found = { value: phone.spelled, confidence, source: "link" as const, quote: quote.slice(0, 200) };
    return [{ ...toCandidate(page, found), isOfPerson }];
  });
}

function fromLines(page: SitePage, site: Site): Found[] {
  const numbers = page.lines.flatMap((line, index) => {
    if (line.text.length > MAX_LINE_CHARS || page.foreignLines.has(index)) return [];
    const around = { line: withPlainDigits(line), before: page.lines[index - 1], index };
    return (around.line.text.match(NUMBER) ?? []).map((words) => ({ words, ...around }));
  });
  const kept = keepEnds(numbers, MAX_NUMBERS);
  return kept.flatMap(({ words, ...around }) => readNumber(words, { ...around, page, site }));
}

/** Japanese pages write digits as wide as their letters. */
function withPlainDigits(line: PageLine): PageLine {
  return /[０-９]{3}/.test(line.text) ? { ...line, text: line.text.normalize("NFKC") } : line;
}

interface Surroundings {
  readonly line: PageLine;
  readonly index: number;
  readonly before: PageLine | undefined;
  readonly page: SitePage;
  readonly site: Site;
}

function readNumber(words: string, { line, index, before, page, site }: Surroundings): Found[] {
  const at = line.text.indexOf(words);
  const label = line.text.slice(Math.max(0, at - 30), at) || (isLabel(before) ? before.text : "");
  const isFax = FAX_WORD.test(label) && !FAX_TOO.test(label);
  const letter = LETTER.exec(label)?.[1];
  if (isFax || letter === "F" || OTHER_NUMBER.test(label)) return [];
  if (SPAN.test(words.trim())) return [];
  const isReached = REACHED.test(label);
  const isLabelled = PHONE_WORD.test(label) || ANY_WORD.test(label) || isReached ||
    letter !== undefined;
  const phone = parseWritten(words, site.countries) ??
    (isLabelled ? parseWritten(words, neighboursOf(site)) : undefined);
  if (!phone) return [];
  const segment = line.text.split(SEGMENTS).find((each) => each.includes(words.trim())) ?? line.text;
  const standsAlone = segment.trim().length - words.length < 12;
  const isBare = line.text.trim() === words.trim();
  // A number without gaps could be any, unless it begins as calls do and is all there is.
  const isSpelled = /[\s\-./]/.test(words.trim()) || (isBare && /^0\d{8,10}$/.test(words.trim()));
  if (!isLabelled && !phone.isInternational && !(standsAlone && isSpelled)) return [];
  const rated = rate(page, { isFramed: line.place !== "main", isLabelled, isLink: false }) +
    (isBare && !isLabelled ? BARE_GAIN : 0);
  // In a sentence numbers of others are told, too.
  const isSentence = !PHONE_WORD.test(label) &&
    (segment.trim().length - words.length > MAX_BESIDE_CHARS || PROSE.test(line.text.slice(0, at)));
  const isEntry = isLabelled && line.text.length < MAX_ENTRY_CHARS;
  const stray = !isEntry && !isReached && !isOwnGround(page, index, site)
    ? STRAY_MALUS
    : isSentence
    ? SENTENCE_MALUS
    : 0;
  const confidence = rated - stray - (phone.isMobile ? 0.04 : 0) - (EMERGENCY.test(label) ? 0.15 : 0);
  const quote = quoteAround(page.lines[index]?.text ?? line.text, words);
  const found = { value: phone.spelled, confidence, source: "text" as const, quote };
  const beside = line.text.slice(Math.max(0, at - MAX_BESIDE_PERSON), at);
  return [{ ...toCandidate(page, found), isOfPerson: isPersons(page, index, { beside, site }) }];
}

/** Behind it the hours may stand in brackets, and behind a stroke another number. */
function parseWritten(words: string, countries: readonly string[]): Phone | undefined {
  const [first = "", ...others] = words.split(/\s?\/\s?(?=[(+]|\d[\d\s().-]{5})/);
  const told = [words, words.replace(/\s?\(\d{0,2}$/, ""), ...(others.length > 0 ? [first] : [])];
  for (const text of told) {
    const phone = parsePhone(text, countries);
    if (phone) return phone;
  }
  return undefined;
}

/** Other countries of the language, for a number that is none in the first: Swiss sites are written in Italian, too. */
const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = {
  DE: ["AT", "CH"],
  FR: ["CH", "BE", "LU"],
  IT: ["CH"],
  NL: ["BE"],
  PT: ["BR"],
  ES: ["MX", "AR", "CL", "CO"],
};

function neighboursOf({ countries: [first = "", ...others] }: Site): readonly string[] {
  // Where more than the language speaks for a country, its numbers are its own.
  return others.length > 0 ? [] : NEIGHBOURS[first] ?? [];
}

/** A short line that has no number of its own. */
function isLabel(line: PageLine | undefined): line is PageLine {
  return line !== undefined && line.text.length < 30 && !/\d{3}/.test(line.text);
}

function rate(page: SitePage, found: { isFramed: boolean; isLabelled: boolean; isLink: boolean }): number {
  const isContact = page.role === "contact" || page.role === "legal";
  return 0.62 + (found.isLabelled ? 0.12 : 0) + (found.isLink ? 0.05 : 0) + (found.isFramed ? 0.05 : 0) +
    (isContact ? 0.07 : 0);
}

function toCandidate(
  page: SitePage,
  found: { value: string; confidence: number; source: "link" | "text"; quote: string },
): Candidate {
  return { field: "phone", page, extractor: EXTRACTOR, ...found };
}
