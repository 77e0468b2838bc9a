/** Places that are named without a postal code: `San Vicente, San José, Costa Rica`. */
import { metaOf, type PageLine } from "../../parse/parsed_page.ts";
import { type Candidate, fold, quoteAround } from "../candidate.ts";
import { roleOf } from "../choose_pages.ts";
import { countryName, findCountryByName } from "./countries.ts";
import {
  AU_STATES,
  BR_STATES,
  CA_PROVINCES,
  IN_STATES,
  MX_STATES,
  US_STATE_NAMES,
  US_STATES,
} from "./postal_formats.ts";
import { LEGAL_FORM } from "../legal_forms.ts";
import { isOwnGround, ownNames } from "../own_ground.ts";
import { isStreet, postBox, wayAlone } from "./read_street.ts";
import type { Site, SitePage } from "../site.ts";

const EXTRACTOR = "places/1";
const MAX_LINE_CHARS = 90;
/** Where codes are not written and houses have no numbers, people tell what is near. */
const TOLD_IN = new Set(["NG", "KE", "GH", "UG", "TZ", "RW", "ET", "CM", "ZM", "ZW", "AE", "QA", "OM", "BH"]);
const MAX_TOLD_CHARS = 150;
const ASIDE = /\s*\([^()]*\)/g;
const MAX_TOWN_LINE_CHARS = 160;
/** What is left of `BP : 5574 Douala` behind its colon, and the like. */
const POST_BOX =
  /^(?:(?:B\.?P\.?|P\.? ?O\.? ?Box|Apartado|Casilla)\s*:?\s*)?\d{2,6}\s+(?=\p{Lu}\p{Ll}+[^,]*,[^,]*$)/u;
/** `nám. Míru 4`: kinds of streets that are written small. */
const SMALL_WAY =
  /^(?:n[áa]m(?:ěstí|estie)?|ul(?:ic[ae])?|t[řr](?:ída)?|al(?:eja)?|os|pl(?:ac)?|bul|str|trg|rue|via|calle|av|carrer|ул|пл|бул|пр|вул)\.?\s/u;
const TOWN = "\\p{Lu}[\\p{L}'’.]+(?:[ -]\\p{Lu}[\\p{L}'’.]+){0,2}";
/** No case tells names there. */
const HEBREW_TOWN = "\\p{Script=Hebrew}[\\p{Script=Hebrew}'\"׳״ -]{1,30}";
const ADDRESS_LABEL =
  /^.{0,20}(כתובת|address|adresse|location|office|head ?quarter|find us|visit us|direcci[oó]n|ubicaci[oó]n|indirizzo|sede|adres|osoite|endere[cç]o|siège)/i;
/** There the state stands between town and country. */
const WITH_STATES = new Set(["US", "CA", "AU", "IN", "BR", "MX", "AR"]);

/** `Austin, TX` and `Melbourne, Victoria`, by themselves or between separators. */
const WITH_STATE = [
  { code: "US", pattern: new RegExp(`^(${TOWN}),\\s+(?:${US_STATES}|${US_STATE_NAMES})(?:,? USA?)?$`, "u") },
  { code: "AU", pattern: new RegExp(`^(${TOWN}),?\\s+(?:${AU_STATES})(?:,? Australia)?$`, "u") },
  { code: "IN", pattern: new RegExp(`^(${TOWN}),\\s+(?:${IN_STATES})(?:,? India)?$`, "u") },
  { code: "MX", pattern: new RegExp(`^(${TOWN}),\\s+(?:${MX_STATES})(?:,? México)?$`, "u") },
  { code: "CA", pattern: new RegExp(`^(${TOWN}),\\s+(?:${CA_PROVINCES})(?:,? Canada)?$`, "u") },
];
/** `Rio Verde · GO`; the states' signs are too short to speak for the country. */
const BRAZILIAN = new RegExp(
  `^(\\p{Lu}[\\p{L}'’]+(?: (?:d[aeo]s? )?\\p{Lu}[\\p{L}'’]+){0,3})\\s?[·/,–-]\\s?(?:${BR_STATES})$`,
  "u",
);
/** More are the places that a company serves. */
const MAX_TOWNS = 2;

export function readPlaces(site: Site): Candidate[] {
  return site.pages.flatMap((page) => [
    ...page.lines.flatMap((line, index) =>
      isAddressLine(page, line, page.lines[index - 1])
        ? line.text.split(/\s[|•·–—](?:\s|$)/).flatMap((part) => readPlace(part, page, site))
        : isFullAddress(line.text) && !page.foreignLines.has(index) && isOwnGround(page, index, site)
        ? readPlace(line.text, page, site)
        : []
    ),
    ...readTowns(page, site),
    ...page.lines.flatMap((_, index) => readColumn(page, index, site)),
    ...readBased(page, site),
  ]);
}

/** `Acme is a UK-based supplier`, of itself and not of its customers. */
const BASED =
  /(?<!\p{L})an? (?:[\p{L}-]+ ){0,2}?([\p{Lu}.]{2,5}|\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)-based(?!\p{L})/u;

function readBased(page: SitePage, site: Site): Candidate[] {
  const own = ownNames(site);
  const lines = page.lines.filter(({ text }, index) =>
    text.length <= MAX_STATEMENT_CHARS && !page.foreignLines.has(index)
  );
  const told = [metaOf(page, "description"), ...lines.map(({ text }) => text)];
  return told.flatMap((text) => {
    const [words, where = ""] = BASED.exec(text) ?? [];
    const code = findCountryByName(where);
    const name = code && countryName(code);
    if (words === undefined || !code || !name) return [];
    const before = fold(text.slice(0, text.indexOf(words)));
    if (!own.some((each) => before.includes(each))) return [];
    const common = { page, quote: words, extractor: EXTRACTOR, confidence: 0.6, source: "derived" as const };
    return [{ ...common, field: "countryCode", value: code }, { ...common, field: "country", value: name }];
  });
}

const MAX_STATEMENT_CHARS = 400;

const MAX_COUNTRY_CHARS = 50;
const MAX_STREET_CHARS = 60;
/** `Sialkot-Pakistan`, `Kingston, Jamaica` */
const TOWN_AND_COUNTRY = new RegExp(`^(${TOWN})\\s?[-–—,]\\s?(\\p{Lu}[\\p{L}'’. ]+)$`, "u");

/** Street, town and country on lines of their own, where nobody writes a code. */
function readColumn(page: SitePage, index: number, site: Site): Candidate[] {
  const lineAt = (at: number) => (page.lines[at]?.text ?? "").replace(/[.,\s]+$/, "");
  const last = lineAt(index);
  if (last.length > MAX_COUNTRY_CHARS) return [];
  const [, beside, country = last] = TOWN_AND_COUNTRY.exec(last) ?? [];
  const code = findCountryByName(country);
  if (code === undefined) return [];
  const city = beside ?? new RegExp(`^${TOWN}$`, "u").exec(lineAt(index - 1))?.[0];
  const above = beside === undefined ? index - 2 : index - 1;
  if (city === undefined || findCountryByName(city) !== undefined || page.foreignLines.has(index)) return [];
  const line = lineAt(above);
  const street = isStreet(line) ? line : wayAlone(line) ?? postBox(line) ?? goingOn(page, above, site);
  const name = countryName(code);
  if (street === undefined || !isOwnGround(page, index, site)) return [];
  const common = { page, quote: last, extractor: EXTRACTOR };
  const confidence = site.countries[0] === code ? 0.78 : 0.66;
  const derived = { ...common, source: "derived" as const, confidence };
  const written = { ...common, source: "text" as const };
  return [
    { ...derived, field: "countryCode", value: code },
    ...(name ? [{ ...derived, field: "country", value: name }] : []),
    { ...written, field: "city", value: city, quote: city, confidence: 0.62 },
    { ...written, field: "addressLine1", value: street, quote: street, confidence: 0.62 },
  ];
}

/** What ends with a comma goes on below, and is no company above its address. */
function goingOn(page: SitePage, index: number, site: Site): string | undefined {
  const text = page.lines[index]?.text ?? "";
  const line = text.replace(/[,\s]+$/, "");
  const isName = LEGAL_FORM.test(line) || ownNames(site).some((name) => fold(line).includes(name));
  const isPart = /,$/.test(text) && line.length <= MAX_STREET_CHARS && !/[:@©]/.test(line);
  return isPart && !isName ? line : undefined;
}

function readTowns(page: SitePage, site: Site): Candidate[] {
  const segments = page.lines.filter((line, index) =>
    line.text.length <= MAX_TOWN_LINE_CHARS && line.place !== "header" && /[,·/–-]/.test(line.text) &&
    !page.foreignLines.has(index)
  ).flatMap(({ text }) => BRAZILIAN.test(text) ? [text] : text.split(/\s*[|•·]\s*/));
  const forms = [
    ...WITH_STATE,
    ...(site.countries.includes("BR") ? [{ code: "BR", pattern: BRAZILIAN }] : []),
  ];
  const towns = segments.flatMap((segment) =>
    forms.flatMap(({ code, pattern }) => {
      const town = pattern.exec(segment.replace(/\.$/, ""))?.[1];
      return town === undefined || isElsewhere(code, site) ? [] : [{ code, town, segment }];
    })
  );
  if (new Set(towns.map(({ town }) => town)).size > MAX_TOWNS) return [];
  return towns.flatMap(({ code, town, segment }) => {
    const name = countryName(code);
    const common = { page, quote: segment, extractor: EXTRACTOR, confidence: 0.6 };
    const country = { ...common, source: "derived" as const, confidence: 0.66 };
    return [
      { ...common, source: "text" as const, field: "city", value: town },
      { ...country, field: "countryCode", value: code },
      ...(name ? [{ ...country, field: "country", value: name }] : []),
    ];
  });
}

/** `CA` is a state, and `Victoria` a town in many countries: not where the site speaks for another one. */
function isElsewhere(code: string, site: Site): boolean {
  return site.countries.length > 0 && !site.countries.includes(code);
}

function isAddressLine(page: SitePage, line: PageLine, before: PageLine | undefined): boolean {
  // With a postal code it is an address, which is read elsewhere.
  const comma = line.text.indexOf(",");
  const most = TOLD_IN.has(findCountryByName(lastPart(line.text)) ?? "") ? MAX_TOLD_CHARS : MAX_LINE_CHARS;
  if (line.text.length > most || comma < 0 || /\d{4}/.test(line.text.slice(comma))) return false;
  const role = page.role === "home" ? roleOf(page.url, page.title) : page.role;
  return line.place === "footer" || role === "contact" || role === "legal" ||
    ADDRESS_LABEL.test(line.text) || (before !== undefined && ADDRESS_LABEL.test(before.text));
}

/** `Savanorių pr. 21, Vilnius, Lietuva` tells on any line what it is. */
function isFullAddress(text: string): boolean {
  if (
    text.length > MAX_LINE_CHARS || !/^[^,]*\d[^,]*(?:,[^,]{2,30}){0,2},[^,\d]{2,30},[^,\d]{2,30}$/.test(text)
  ) return false;
  const [street = "", ...others] = text.split(/,\s*/);
  const country = others.at(-1) ?? "";
  return isStreet(street) && findCountryByName(country.replace(/\.$/, "")) !== undefined;
}

function lastPart(text: string): string {
  return (text.split(",").at(-1) ?? "").replace(/[.\s]+$/, "").trim();
}

function readPlace(text: string, page: SitePage, site: Site): Candidate[] {
  const told = text.replace(/^[^:]{0,20}:\s*/, "").replace(POST_BOX, "").replace(/\.$/, "");
  const bare = told.replace(ASIDE, "");
  const segments = bare.split(",").map((segment) => segment.trim());
  const code = findCountryByName(segments.at(-1) ?? "");
  const name = code && countryName(code);
  const isPlace = segments.every((segment) =>
    segment.length <= 40 && /^[\p{Lu}\p{Lo}\d]/u.test(segment.replace(SMALL_WAY, ""))
  );
  if (!code && isPlace) return readStreetAndTown(text, segments, { page, site });
  // A list of countries is where somebody sells, not where they are.
  if (!code || !name || !isPlace || segments.slice(0, -1).some(findCountryByName)) return [];
  const common = { page, quote: quoteAround(text, segments.at(-1) ?? ""), extractor: EXTRACTOR };
  const confidence = site.countries[0] === code ? 0.78 : 0.66;
  const country = { ...common, source: "derived" as const, confidence };
  const [street = ""] = segments;
  const city = cityOf(segments, code);
  const before = city && TOLD_IN.has(code) && segments.length >= 4 && !isStreet(street)
    ? told.slice(0, told.lastIndexOf(`, ${city},`))
    : "";
  return [
    { ...country, field: "countryCode", value: code },
    { ...country, field: "country", value: name },
    ...(city ? [{ ...common, source: "text" as const, field: "city", value: city, confidence: 0.56 }] : []),
    ...(isStreet(street)
      ? [{
        ...common,
        source: "text" as const,
        field: "addressLine1",
        value: street,
        quote: street,
        confidence: 0.6,
      }]
      : []),
    ...(before
      ? [{ ...common, source: "text" as const, field: "addressLine1", value: before, confidence: 0.54 }]
      : []),
  ];
}

/** `Presidente Illia 756, Concordia, Entre Ríos` */
function readStreetAndTown(
  text: string,
  [street = "", town = "", ...others]: readonly string[],
  { page, site }: { page: SitePage; site: Site },
): Candidate[] {
  const isTown = new RegExp(`^(?:${TOWN}|${HEBREW_TOWN})$`, "u").test(town);
  if (!isTown || others.length > 2 || !isStreet(street)) return [];
  const common = { page, quote: quoteAround(text, street), extractor: EXTRACTOR };
  const written = { ...common, source: "text" as const, confidence: 0.6 };
  const [code] = site.countries;
  const name = code && countryName(code);
  const country = { ...common, source: "derived" as const, confidence: 0.56 };
  return [
    { ...written, field: "addressLine1", value: street },
    { ...written, field: "city", value: town },
    ...(code && name
      ? [{ ...country, field: "countryCode", value: code }, { ...country, field: "country", value: name }]
      : []),
  ];
}

function cityOf(segments: readonly string[], country: string): string | undefined {
  const nearest = WITH_STATES.has(country) && segments.length >= 3 ? segments.at(-3) : segments.at(-2);
  const chosen = nearest && /\d/.test(nearest) ? segments.at(-2) : nearest;
  return chosen && !/\d/.test(chosen) ? chosen : undefined;
}
