/** Postal addresses in the page's text: a postal code with its town, and the street beside it. */
import { type Candidate, fold, quoteAround } from "../candidate.ts";
import { countryName, findCountryByName } from "./countries.ts";
import { LEGAL_FORM } from "../legal_forms.ts";
import type { PageLine } from "../../parse/parsed_page.ts";
import { POSTAL_FORMATS, type PostalFormat } from "./postal_formats.ts";
import { isOwnGround, ownNames } from "../own_ground.ts";
import {
  isStreet,
  partsBefore,
  streetAfter,
  streetBefore,
  streetBehind,
  streetBelow,
  wayAlone,
} from "./read_street.ts";
import type { Site, SitePage } from "../site.ts";
import { isUnfilledAddress } from "../unfilled.ts";

const EXTRACTOR = "addresses/1";
const MAX_LINE_CHARS = 400;
const MAX_NAME_CHARS = 40;
/** Addresses of those who host the site or process its data stand near these words. */
const SOMEBODY_ELSE =
  /(hosting|hoster|h[eé]berge|h[eé]bergeur|aufsichtsbeh|datenschutz|privacy|data protection|autoridad|garante|verbraucher|schlichtung|google|meta platforms|cloudflare|mailchimp|amazon|microsoft|protection des donn|ship to|bill to|deliver to|lieferadresse|datainspektionen|ovh|ionos|strato|hetzner|vercel|netlify|webdesign|realisation)/i;
const HEAD_OFFICE =
  /(head ?office|headquarter|main office|hauptsitz|zentrale|firmensitz|siège social|sede (?:legale|central|principal|social)|casa central|matriz|hoofdkantoor|huvudkontor|hovedkontor|pääkonttori|siedziba|sídlo|székhely|sediul|本社)/i;
const NO_CITY_WORD =
  /^(tel(?! aviv)|telefon|phone|fax|e-?mail|mail|mobil|vat|ust|org|germany|deutschland|map|uhr|jahre|mitarbeiter|euro|eur|kunden|users|customers|followers|(?:p\.? ?o\.? ?)?box|room|suite|floor|level|since|ref|invoice|id|code|pin|zip|unit|plot|ext|gpo|call|order|model)\b/i;
/** `HRB 12399, Marktstr.` */
const OTHER_NUMBER =
  /(?<!\p{L})(?:HR[AB]|FN|VR|REA|RCS|SIREN|SIRET|KvK|CVR|ABN|ACN|NIP|REGON|KRS|OIB|MBS|IČO?|n[ro]|n[°º]|№|no|number|nummer|bo[ox]x?|bp|postfach|capital(?: social)?(?: de)?)\.?\s?[:.]?\s?$/iu;
/** `+370 648 30197 Jonas` */
const PHONE_BEGUN = /\+\d[\d ()./-]*$/;
/** `16192 Coastal Highway Lewes`: no comma parts the street from the town. */
const STREET_THEN_CITY =
  /^(.{2,40} (?:Street|St|Road|Rd|Avenue|Ave|Blvd|Boulevard|Drive|Dr|Highway|Hwy|Lane|Ln|Way|Court|Ct|Parkway|Pkwy|Square|Sq)\.?(?: #?\d{1,5}[A-Z]?)?) (\p{Lu}.{2,40})$/u;

/** `20154 Milano Via Monreale 14` */
const TOWN_THEN_WAY = /^(\p{Lu}.+?) ((?:Via|Viale|Piazza|Corso|Rue|Avenue|Boulevard|Calle|Avenida|Rua) .+)$/u;

/** A county, a province or a state, between a town and its code. */
const COUNTY =
  /^(?:\p{L}+shire|Suffolk|Norfolk|Essex|Kent|Surrey|(?:East |West )?Sussex|Devon|Cornwall|Somerset|Dorset|Cumbria|(?:Co(?:unty|\.)? )?Durham|Merseyside|West Midlands|Greater Manchester|Northumberland|Rutland|Middlesex|Tyne and Wear|Isle of Wight|(?:North |South |West |East )\p{L}+shire|(?:Co\.?|County) \p{L}+|Gauteng|(?:Western|Eastern|Northern) Cape|KwaZulu-Natal|Free State|Limpopo|Mpumalanga|Maharashtra|Karnataka|Tamil Nadu|Telangana|Andhra Pradesh|Kerala|Gujarat|Rajasthan|Punjab|Haryana|Uttar Pradesh|Madhya Pradesh|West Bengal|Bihar|Odisha|Assam|Goa|Jharkhand|Uttarakhand|Himachal Pradesh|Chhattisgarh|Ontario|Qu[eé]bec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland and Labrador|Prince Edward Island|New South Wales|Queensland|South Australia|Western Australia|Tasmania|Banten|(?:Jawa|Sumatera|Sulawesi|Kalimantan|Nusa Tenggara) (?:Barat|Tengah|Timur|Utara|Selatan|Tenggara)|(?:West|Central|East|North|South) (?:Java|Sumatra|Sulawesi|Kalimantan)|DKI Jakarta|D\.?I\.? Yogyakarta|Lampung|Riau|Kepulauan Riau)$/u;
/** There a building and its quarter are all that an address says. */
const BUILDINGS_NAMED = new Set(["IN", "PK", "BD", "LK", "NP", "NG", "KE"]);
/** For an address in the middle of a text, with nothing near it that speaks of the company. */
const STRAY_MALUS = 0.35;

interface Found {
  readonly zip: string;
  readonly city: string;
  readonly state: string | undefined;
  readonly street: string | undefined;
  readonly countries: readonly string[];
  readonly words: string;
}

export function readAddresses(site: Site): Candidate[] {
  return site.pages.flatMap((page) =>
    page.lines.flatMap((line, index) => {
      if (line.text.length > MAX_LINE_CHARS || !/\d{3}|〒|[A-Z]\d/.test(line.text)) return [];
      if (page.foreignLines.has(index)) return [];
      const found = findAddress(page.lines, index, site);
      return found ? toCandidates(found, { page, index, site }) : [];
    })
  );
}

function findAddress(lines: readonly PageLine[], index: number, site: Site): Found | undefined {
  const text = textAt(lines, index);
  for (const format of formatsOf(site)) {
    const match = format.pattern.exec(text);
    const found = match?.groups && completeAddress({ format, match, groups: match.groups }, lines, index);
    if (found) return found;
  }
  return undefined;
}

/** Asked for once a line. */
const formatsBySite = new WeakMap<Site, readonly PostalFormat[]>();

/** Those that may be read there, the likeliest first. */
function formatsOf(site: Site): readonly PostalFormat[] {
  const known = formatsBySite.get(site);
  if (known) return known;
  const rated = POSTAL_FORMATS.map((format) => ({ format, rank: rankOf(format, site) }));
  const fit = rated.filter(({ rank }) => rank < Infinity).sort((a, b) => a.rank - b.rank);
  const formats = fit.map(({ format }) => format);
  formatsBySite.set(site, formats);
  return formats;
}

/** A Japanese code stands alone above its address. */
function textAt(lines: readonly PageLine[], index: number): string {
  const text = lines[index]?.text ?? "";
  return /〒\s*\d{3}[-‐－−]\d{4}$/.test(text) ? `${text} ${lines[index + 1]?.text ?? ""}` : text;
}

interface Match {
  readonly format: PostalFormat;
  readonly match: RegExpExecArray;
  readonly groups: Readonly<Record<string, string>>;
}

function completeAddress(
  { format, match, groups }: Match,
  lines: readonly PageLine[],
  index: number,
): Found | undefined {
  const text = textAt(lines, index);
  const { zip = "", state } = groups;
  const before = text.slice(0, match.index);
  const isAlone = groups.city === undefined && before.trim() === "";
  const [, told = groups.city ?? "", way = ""] = TOWN_THEN_WAY.exec(groups.city ?? "") ?? [];
  const townAt = COUNTY.test(lines[index - 1]?.text ?? "") ? index - 1 : index;
  const city = tidyCity(isAlone ? townAbove(lines, townAt) : told);
  if (city === "" || NO_CITY_WORD.test(city) || LEGAL_FORM.test(city) || isOnlyCountry(city, format)) {
    return undefined;
  }
  const after = way + text.slice(match.index + match[0].length);
  const street = groups.street !== undefined
    ? groups.street
    : format.streetIs === "after"
    ? streetAfter(after)
    : (isAlone ? streetBehind(after) : undefined) ??
      streetBefore(before, lines, isAlone ? townAt - 1 : index) ??
      streetBehind(after) ?? (before.trim() === "" && after === "" ? streetBelow(lines, index) : undefined) ??
      (format.countries.some((code) => BUILDINGS_NAMED.has(code)) ? partsBefore(before) : undefined);
  if (OTHER_NUMBER.test(before) || PHONE_BEGUN.test(before)) return undefined;
  // `© 2026 Acme` is a year and a name.
  if (/^(19|20)\d\d$/.test(zip) && (street === undefined || /(©|copyright)\s*$/i.test(before))) {
    return undefined;
  }
  if (isUnfilledAddress({ street, city })) return undefined;
  const found = { zip, city, state, street, countries: format.countries, words: match[0] };
  if (COUNTY.test(city)) return { ...found, ...townBeforeCounty(before, lines[index - 1]?.text ?? "") };
  return splitStreet(before, city, found) ?? found;
}

/** `Cookham, Berkshire, SL6 9RD`, also where the town stands at the end of the line above. */
function townBeforeCounty(before: string, above: string): { city?: string; street?: string } {
  const beside = /(?:^|[,|·•]\s*)([^,|·•]{3,30}),\s*$/.exec(before)?.[1];
  if (beside !== undefined || before.trim() !== "") return beside === undefined ? {} : { city: beside };
  const [, way = "", city = ""] = /^(?:(.*?),\s*)?(\p{Lu}[\p{L}'’ -]{2,30}),$/u.exec(above) ?? [];
  if (city === "" || wayAlone(city) !== undefined) return {};
  const street = isStreet(way) ? way : wayAlone(way);
  return street === undefined ? { city } : { city, street };
}

/** Of countries that are called like their towns. */
export const TOWN_STATES = ["SG", "LU", "MC", "SM", "TN", "PA", "GT", "KW"];

function isOnlyCountry(city: string, { countries }: PostalFormat): boolean {
  const code = findCountryByName(city);
  return code !== undefined && !(TOWN_STATES.includes(code) && countries.includes(code));
}

/** `BA2 4BQ`, with the town on the line above. */
function townAbove(lines: readonly PageLine[], index: number): string {
  const above = (lines[index - 1]?.text ?? "").replace(
    /\s*\([^)]*\)$|,(?:\s(?:[A-Z]{2}|\p{Lu}[\p{L} ]{3,20}))?$/u,
    "",
  );
  const told = beforeCountry(lines[index - 1]?.text ?? "") ?? above;
  return /^\p{Lu}[\p{L}'’ .-]{2,30}$/u.test(told) ? told : "";
}

const WITH_STATES = new Set(["US", "CA", "AU", "IN", "BR", "MX", "AR"]);

/** `Centro, Rio Claro, São Paulo — Brasil`, with the code below. */
function beforeCountry(text: string): string | undefined {
  const parts = text.split(/\s*[,–—]\s*|\s-\s/);
  const code = parts.length >= 3 ? findCountryByName(parts.at(-1) ?? "") : undefined;
  return code === undefined ? undefined : parts.at(WITH_STATES.has(code) ? -3 : -2);
}

function splitStreet(before: string, city: string, found: Found): Found | undefined {
  const written = (/(?:^|[,|•·;:]\s*)(\d[\p{L}\d .'’#-]{0,40}\s)$/u.exec(before)?.[1] ?? "") + city;
  const [, street, town] = STREET_THEN_CITY.exec(written) ?? [];
  if (street === undefined || town === undefined || !/^\d/.test(street)) return undefined;
  return { ...found, city: town, street };
}

/** Formats of countries that the site speaks for come first; others need nothing else to fit. */
function rankOf(format: PostalFormat, site: Site): number {
  const ranks = format.countries.map((code) => site.countries.indexOf(code)).filter((rank) => rank >= 0);
  if (ranks.length > 0) return Math.min(...ranks);
  return format.countries.length === 1 && !format.isLocal ? 50 : Infinity;
}

function tidyCity(text: string): string {
  return text.replace(/(?<=\p{Ll}{3})\. .*$/u, "").replace(/^(CABA|CDMX)(?!\p{L}).*$/u, "$1").replace(
    /\s+(Tel|T[ée]l|Tlf|Tfn|Puh|Mob|GSM|Τηλ\p{L}*|Тел\p{L}*|Telefon|Phone|Fax|E-?Mail|Mail|Mobil|Org|Germany|Deutschland|Sverige|Sweden|Norge|Suomi|Finland|France|Italia|Italy|España|Spain|Nederland|Österreich|Schweiz|USA|Map|Karte|CEDEX|Cedex)(?!\p{L}).*$/u,
    "",
  )
    .replace(/[\s.,/-]+$/, "").replace(/\s+\d{1,2}$/, "").replace(/(?<=\p{Ll}) [A-Z]{2}$/u, "").replace(
      / \((?:[A-Z]{2}|\p{Lu}\p{Ll}+)\)$/u,
      dropProvince,
    )
    .trim();
}

/** `Scansano (GR)`, but `Halle (Saale)`. */
function dropProvince(bracket: string): string {
  return /Saale|Main|Oder|Westf|Lahn|Spree/.test(bracket) ? bracket : "";
}

interface Where {
  readonly page: SitePage;
  readonly index: number;
  readonly site: Site;
}

function toCandidates(found: Found, where: Where): Candidate[] {
  const { page, index } = where;
  const line = page.lines[index]?.text ?? "";
  const country = countryOf(found, where);
  const confidence = rate(found, where, country);
  const quote = quoteAround(line, found.words);
  const common = { source: "text" as const, page, quote, extractor: EXTRACTOR };
  const street = found.street && { ...common, ...streetQuote(found.street, where) };
  return [
    { ...common, field: "zip", value: found.zip.replace(/[‐－−]/g, "-"), confidence },
    { ...common, field: "city", value: found.city, confidence: confidence - 0.02 },
    ...(found.state
      ? [{ ...common, field: "state", value: found.state, confidence: confidence - 0.05 }]
      : []),
    ...(street
      ? [{ ...street, field: "addressLine1", value: found.street ?? "", confidence: confidence - 0.02 }]
      : []),
    ...countryCandidates(country, confidence, common),
  ];
}

function streetQuote(street: string, { page, index }: Where): { quote: string } {
  const lines = [index, index - 1, index - 2].map((each) => page.lines[each]?.text ?? "");
  const line = lines.find((text) => text.includes(street)) ?? street;
  return { quote: quoteAround(line, street) };
}

function countryCandidates(
  country: Country | undefined,
  confidence: number,
  common: Omit<Candidate, "field" | "value" | "confidence">,
): Candidate[] {
  const name = country && countryName(country.code);
  if (!country || !name) return [];
  const derived = {
    ...common,
    source: "derived" as const,
    confidence: confidence + (country.isNamed ? 0.08 : 0.03),
  };
  return [{ ...derived, field: "countryCode", value: country.code }, {
    ...derived,
    field: "country",
    value: name,
  }];
}

interface Country {
  readonly code: string;
  readonly isNamed: boolean;
}

/** `CH-8404`, and the old signs of cars. */
const PREFIXES: Readonly<Record<string, string>> = {
  D: "DE",
  A: "AT",
  F: "FR",
  I: "IT",
  E: "ES",
  B: "BE",
  S: "SE",
};

function countryOf(found: Found, { page, index, site }: Where): Country | undefined {
  const prefix = /^([A-Z]{1,2})[- ]\d/.exec(found.words)?.[1] ?? "";
  const prefixed = PREFIXES[prefix] ?? prefix;
  if (found.countries.includes(prefixed)) return { code: prefixed, isNamed: true };
  const near = [index, index + 1, index + 2].map((each) => page.lines[each]?.text ?? "").filter((t) =>
    t.length < 200
  );
  const names = near.flatMap((text) => text.split(/[,|•·()\s]*[,|•·()]\s*|\s[–-]\s/));
  const words = near.flatMap((text) => text.split(/\s+/).slice(-1));
  for (const name of [...names, ...words]) {
    const code = name.trim().length >= 3 ? findCountryByName(name.trim()) : undefined;
    if (code && found.countries.includes(code)) return { code, isNamed: true };
  }
  const code = site.countries.find((each) => found.countries.includes(each));
  if (code) return { code, isNamed: false };
  const [only, ...others] = found.countries;
  return only && others.length === 0 ? { code: only, isNamed: false } : undefined;
}

/** What is said between the company's own name and its address; above it others may be spoken of. */
function behindOwnName(lines: readonly string[], site: Site): readonly string[] {
  const own = ownNames(site);
  const at = lines.findLastIndex((text) =>
    text.length <= MAX_NAME_CHARS && own.some((name) => fold(text).startsWith(name))
  );
  return lines.slice(Math.max(0, at));
}

function rate(found: Found, { page, index, site }: Where, country: Country | undefined): number {
  const above = page.lines.slice(Math.max(0, index - 6), index + 1).map((line) => line.text);
  const isAddressPage = page.role === "legal" || page.role === "contact";
  const rank = country ? site.countries.indexOf(country.code) : -1;
  let confidence = 0.5;
  if (found.street) confidence += 0.2;
  if (rank === 0) confidence += 0.08;
  if (!isOwnGround(page, index, site)) confidence -= STRAY_MALUS;
  if (HEAD_OFFICE.test(above.join(" "))) confidence += 0.04;
  // Themes come with an address at the other end of the world.
  if (rank < 0 && site.countries.length > 0 && !country?.isNamed) confidence -= 0.3;
  if (country?.isNamed) confidence += 0.05;
  if (isAddressPage || page.lines[index]?.place === "footer") confidence += 0.07;
  if ((page.lines[index]?.text.length ?? 0) > 160) confidence -= 0.1;
  return SOMEBODY_ELSE.test(behindOwnName(above, site).join(" ")) ? confidence - 0.3 : confidence;
}
