/** Country names in the languages we read, and what a country implies. */
import countries from "i18n-iso-countries";
import { fold } from "../candidate.ts";

const LANGUAGES =
  "en de fr es it nl sv fi pl pt ja nb da cs sk hu ro el bg hr sl lt lv et tr uk ru mk sr bs sq is ca be"
    .split(" ");
/** What people write and no list holds. */
const SPOKEN_NAMES: Readonly<Record<string, string>> = {
  usa: "US",
  unitedstatesofamerica: "US",
  uk: "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  greatbritain: "GB",
  thenetherlands: "NL",
  holland: "NL",
  czechia: "CZ",
  uae: "AE",
  ceskarepublika: "CZ",
  slovenskarepublika: "SK",
  eire: "IE",
  日本国: "JP",
};

/** Two-letter domains that are sold to everyone say nothing about a country. */
const GENERIC_TLDS = new Set(
  "io ai co me tv fm gg sh to so la ly ws am eu ac cc vc im is it.com st gl app".split(" "),
);

/** Languages that are mostly written in one country; others give no hint. */
const HOME_OF_LANGUAGE: Readonly<Record<string, string>> = {
  sv: "SE",
  fi: "FI",
  pl: "PL",
  ja: "JP",
  it: "IT",
  nl: "NL",
  de: "DE",
  da: "DK",
  nb: "NO",
  nn: "NO",
  no: "NO",
  cs: "CZ",
  hu: "HU",
  hr: "HR",
  fr: "FR",
  es: "ES",
  pt: "PT",
  sk: "SK",
  ro: "RO",
  el: "GR",
  bg: "BG",
  sl: "SI",
  lt: "LT",
  lv: "LV",
  et: "EE",
  is: "IS",
  tr: "TR",
  uk: "UA",
  ko: "KR",
  he: "IL",
  hy: "AM",
  ka: "GE",
  mk: "MK",
  sq: "AL",
  sr: "RS",
  bs: "BA",
  th: "TH",
  vi: "VN",
  id: "ID",
  ms: "MY",
  kk: "KZ",
  az: "AZ",
  be: "BY",
};

let codesByName: Map<string, string> | undefined;

export function findCountryByName(name: string): string | undefined {
  codesByName ??= buildNames();
  return codesByName.get(fold(name));
}

function buildNames(): Map<string, string> {
  const names = new Map(Object.entries(SPOKEN_NAMES));
  for (const language of LANGUAGES) {
    const all = countries.getNames(language, { select: "all" });
    for (const [code, aliases] of Object.entries(all)) {
      for (const name of aliases) names.set(fold(name), code);
    }
  }
  // Georgia is also a state and a street name; it needs better evidence than the bare word.
  names.delete("georgia");
  return names;
}

/** A code as written (`DE`, `de`) or a name in any language we read. */
export function parseCountry(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code) && countries.isValid(code) ? code : findCountryByName(text);
}

let englishNames: Intl.DisplayNames | undefined;

export function countryName(code: string): string | undefined {
  englishNames ??= new Intl.DisplayNames("en", { type: "region" });
  return countries.isValid(code) ? englishNames.of(code) : undefined;
}

export function countryOfDomain(host: string): string | undefined {
  const [tld = "", second = ""] = host.split(".").reverse();
  if (tld === "uk") return "GB";
  const code = tld.toUpperCase();
  // Nobody sells `com.co` to everyone.
  const isSold = GENERIC_TLDS.has(tld) && !/^(?:com|org|net|gov|edu)$/.test(second);
  return tld.length === 2 && !isSold && countries.isValid(code) ? code : undefined;
}

/** `de-AT` names a country, `de` only suggests one. */
export function countryOfLanguage(language: string): { code: string; isNamed: boolean } | undefined {
  const [base = "", region] = language.toLowerCase().split(/[-_]/);
  const named = region?.toUpperCase() ?? "";
  // `en-US` is what site builders write by default.
  if (/^[A-Z]{2}$/.test(named) && countries.isValid(named) && language !== "en-us") {
    return { code: named, isNamed: true };
  }
  const home = HOME_OF_LANGUAGE[base];
  return home === undefined ? undefined : { code: home, isNamed: false };
}

/** Comparing clocks takes milliseconds, and most sites are of few countries. */
const zoneByCountry = new Map<string, string | undefined>();

/** The zone of a country whose clocks all show the same time all year, else undefined. */
export function timeZoneOf(code: string): string | undefined {
  if (!zoneByCountry.has(code)) zoneByCountry.set(code, findTimeZone(code));
  return zoneByCountry.get(code);
}

function findTimeZone(code: string): string | undefined {
  // Standard in ECMA-402 and in V8; TypeScript's library does not list it yet.
  const locale = new Intl.Locale(`und-${code}`) as Intl.Locale & { getTimeZones?: () => string[] };
  const zones = locale.getTimeZones?.() ?? [];
  const [first] = zones;
  if (first === undefined) return undefined;
  const clock = clockOf(first);
  return zones.every((zone) => clockOf(zone) === clock) ? first : undefined;
}

function clockOf(timeZone: string): string {
  const moments = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)];
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset", hour: "numeric" });
  return moments.map((moment) => format.format(moment)).join();
}
