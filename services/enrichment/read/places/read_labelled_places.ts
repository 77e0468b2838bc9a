/** Places behind a label, without a postal code: `Sediu social: Târgu Jiu, Județul Gorj`, `📍 Flotes iela 16, Liepāja`. */
import type { PageLine } from "../../parse/parsed_page.ts";
import { type Candidate, quoteAround } from "../candidate.ts";
import { countryName, findCountryByName } from "./countries.ts";
import { FLOOR_FIRST, isStreet, SITUATED, wayAlone } from "./read_street.ts";
import type { Site, SitePage } from "../site.ts";

const EXTRACTOR = "labelled_places/1";
const MAX_LINE_CHARS = 120;
const CONFIDENCE = 0.6;
/** Of the head office, where other places are labelled, too. */
const SEAT_GAIN = 0.06;
/** More are the places that a company serves. */
const MAX_TOWNS = 2;
const SEAT =
  "sedi(?:u|ul) social|sitz|firmensitz|sede(?: legale| social| central| principale)?|si[eè]ge(?: social)?|(?:adresa )?s[ií]dl[ao]|(?:adres )?siedzib[ay]|székhely|buveinė|juridiskā adrese|maatschappelijke zetel|zetel|vestigingsplaats|domicilio(?: social| legal| fiscal)?|registered (?:office|address)|head ?(?:office|quarters)|headquarters?|kotipaikka|säte|hovedkontor|huvudkontor|седалище|адрес на управление|έδρα|merkez";
const PLACE =
  "address|office address|postal address|our address|adresse|anschrift|standort|adres[aey]?|adress|osoite|direcci[oó]n|ubicaci[oó]n|endere[cç]o|morada|localiza[cç][aã]o|indirizzo|cím(?:ünk)?|naslov|lokacija|lokalita|lokalizacja|location|office|based in|sted|sijainti|plats|vieta|asukoht|adrese|adresas|punct de lucru|адрес|адреса|διεύθυνση|konum";
const LABEL = new RegExp(`^[^\\p{L}\\d]*(?:(${SEAT})|${PLACE})\\s*(?:[:：]\\s*(.*))?$`, "iu");
/** `We are located at `, `Nos encontramos en ` */
const MAX_SITUATED = 30;
/** Drawn in stead of a label. */
const PIN = /^(?:📍|🏠|🏢|📌|🗺️?|⌂)\s*(.+)$/u;
const TOWN =
  /^(?:(?:mun(?:icipiul|\.)|ora[sș](?:ul)?|com(?:una|\.)|sat(?:ul)?|г\.|гр\.|м\.|g\.|m\.)\s?)?(\p{Lu}[\p{L}'’.]+(?:[ -](?:(?:de|del|la|le|sur|di|do|da|am|an|der|y) )?\p{Lu}[\p{L}'’.]+){0,3})$/u;
/** Of a village, a town or a district, behind its name. */
const KIND_BEHIND = /(?<=\p{Ll}) (?:k|km|mstl|vs)\.?$/u;
/** What stands between a street and its town: `Int 905`, `urb. Los Granados`. */
const QUARTER =
  /^(?:urb|urbanizaci[oó]n|col|colonia|barrio|bairro|residencial|fracc|fraccionamiento|mz|lote|km)(?:\.|\s)/iu;
const MANY_LANGUAGES = new Set([
  "CH",
  "BE",
  "LU",
  "BA",
  "ME",
  "RS",
  "UA",
  "KZ",
  "FI",
  "NO",
  "LI",
  "AD",
  "MA",
]);
const NO_TOWN =
  /^(?:online|remote|worldwide|global|international|europe|[\p{L}]*tba|jud\p{L}*|see |siehe |route|maps?|google)|(?<!\p{L})(?:floor|building|street|road|hall|halle|saal|centre|center|plaza|hotel|straße|strasse|college|school|university|institute|library|church|location|address|map|directions|maps)$/iu;
/** A town of several words that stands alone begins so; others are words of a button: `📍 Get Directions`. */
const LONG_TOWN =
  /^\p{L}+$|-|^(?:San|Santa|Sant|São|Saint|Sainte|St\.?|New|Nova|Novi|Novo|Nowy|Nowa|Los|Las|La|Le|El|Den|Bad|Rio|Porto|Puerto|Târgu|Baia|Piatra|Cape|Port|Fort|Stara|Stari|Banja|Hong|Ciudad|Villa|Vila|Palma|Tel|Abu|Kuala|Ho) /u;

export function readLabelledPlaces(site: Site): Candidate[] {
  return site.pages.flatMap((page) => {
    const found = page.lines.flatMap((line, index) => {
      if (line.place === "header" || line.text.length > MAX_LINE_CHARS || page.foreignLines.has(index)) {
        return [];
      }
      const told = toldBeside(line, page.lines[index + 1]);
      return told === undefined ? readJapanese(line, page, site) : readPlace(told, page, site);
    });
    const towns = new Set(found.filter(({ field }) => field === "city").map(({ value }) => value));
    return towns.size > MAX_TOWNS ? [] : found;
  });
}

interface Told {
  readonly text: string;
  readonly isSeat: boolean;
}

function toldBeside({ text }: PageLine, next: PageLine | undefined): Told | undefined {
  const pinned = PIN.exec(text)?.[1];
  if (pinned !== undefined) {
    // A number to call may stand beside it.
    const place = pinned.split(/\s*[•·|☎📞📱✆✉]/u, 1)[0] ?? "";
    return place.includes(",") || LONG_TOWN.test(place) ? { text: place, isSeat: false } : undefined;
  }
  const situated = SITUATED.exec(text)?.[0];
  // A sentence goes on behind its place.
  if (situated !== undefined && situated.length <= MAX_SITUATED && !/[.!?]\s/.test(text)) {
    return { text: text.slice(situated.length), isSeat: false };
  }
  const [label, seat, rest] = LABEL.exec(text) ?? [];
  if (label === undefined) return undefined;
  // In a form the next field stands below.
  const isField = !rest && !/[:：]/.test(text) && !next?.text.includes(",");
  const told = isField ? "" : rest || next?.text || "";
  // With a comma at its end an address goes on below.
  return told.length > MAX_LINE_CHARS || /,\s*$/.test(told)
    ? undefined
    : { text: told, isSeat: seat !== undefined };
}

/** `大分県豊後高田市`, where no code says that it is an address. */
const JAPANESE_TOWN =
  /^(?:東京都|北海道|京都府|大阪府|\p{Script=Han}{2,3}県)(?:\p{Script=Han}{1,4}郡)?([\p{Script=Han}ヶケのつ]{1,5}?(?:市(?!市)|区|町|村))/u;

function readJapanese({ text, tag, place }: PageLine, page: SitePage, site: Site): Candidate[] {
  if (!site.countries.includes("JP") || !(/^(?:td|dd|address)$/.test(tag) || place === "footer")) return [];
  const town = JAPANESE_TOWN.exec(text)?.[1];
  const common = { page, quote: text, extractor: EXTRACTOR, confidence: CONFIDENCE, source: "text" as const };
  return town === undefined ? [] : [{ ...common, field: "city", value: town }];
}

function readPlace({ text, isSeat }: Told, page: SitePage, site: Site): Candidate[] {
  // With a postal code it is read elsewhere.
  if (/\d{4}|@|https?:/.test(text)) return [];
  const segments = segmentsOf(text);
  const [first = "", ...behind] = segments;
  const street = isStreet(first) ? first : wayAlone(first);
  const others = street === undefined
    ? segments
    : behind.filter((part) => !QUARTER.test(part) && !FLOOR_FIRST.test(part));
  const named = findCountryByName(others.at(-1) ?? "");
  const towns = named === undefined || others.length === 1 ? others : others.slice(0, -1);
  const town = towns.map((part) => TOWN.exec(part.replace(KIND_BEHIND, ""))?.[1]).find((part) =>
    part !== undefined && !NO_TOWN.test(part)
  );
  const isPlace = towns.length <= 3 && others.every((part) => /^[\p{Lu}\p{Lo}\d]|\d|^jud/u.test(part));
  if (town === undefined || !isPlace || findCountryByName(town) !== undefined) return [];
  const code = named ?? likelyCountry(site);
  const name = code && countryName(code);
  const confidence = CONFIDENCE + (isSeat ? SEAT_GAIN : 0);
  const common = { page, quote: quoteAround(text, town), extractor: EXTRACTOR, confidence };
  return [
    { ...common, source: "text", field: "city", value: town },
    ...(street ? [{ ...common, source: "text" as const, field: "addressLine1", value: street }] : []),
    ...(code && name
      ? [
        { ...common, source: "derived" as const, field: "countryCode", value: code },
        { ...common, source: "derived" as const, field: "country", value: name },
      ]
      : []),
  ];
}

/** `Based in Hull, Yorkshire`; a house's number behind a comma belongs to its street: `Rua Alta, 73, Braga`. */
function segmentsOf(text: string): readonly string[] {
  const bare = text.replace(/[.\s]+$/, "").replace(
    /^(?:(?:we are )?(?:based|located|situated) )?in (?=\p{Lu})/iu,
    "",
  );
  const parts = fromTheStreet(bare.split(/\s*[,·|]\s*|\s[–—-]\s/).flatMap(townAndCountry));
  const [street, number] = parts;
  return number !== undefined && /^\d{1,4}\s?[a-z]?$/i.test(number)
    ? [`${street}, ${number}`, ...parts.slice(2)]
    : parts;
}

/** `Lima-Perú` */
function townAndCountry(part: string): string[] {
  const [, town = "", country = ""] = /^(\p{Lu}\p{L}+)-(\p{Lu}[\p{L} ]{2,})$/u.exec(part) ?? [];
  const isBoth = findCountryByName(country) !== undefined;
  return isBoth ? [town, country] : part === "" ? [] : [part];
}

/** `Lithuania, Kaunas, Sodų g. 4`: some begin with the largest part. */
function fromTheStreet(parts: readonly string[]): readonly string[] {
  const [first = "", ...others] = parts;
  const isTurned = others.length === 2 && findCountryByName(first) !== undefined && isStreet(others[1]!);
  return isTurned ? [...parts].reverse() : parts;
}

/** An address that is rented anywhere says nothing where its language is not spoken. */
function likelyCountry({ countries, heard }: Site): string | undefined {
  const [code] = countries;
  if (code === undefined || heard === undefined || heard === "en") return code;
  const { language } = new Intl.Locale(`und-${code}`).maximize();
  const isSpoken = language === heard || language === "en" || MANY_LANGUAGES.has(code);
  return isSpoken ? code : undefined;
}
