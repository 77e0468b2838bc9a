/** Guesses from scattered signs which countries a site belongs to; addresses and numbers are read in their light. */
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { isNode, textOf } from "../parse/json_ld.ts";
import type { ParsedPage } from "../parse/parsed_page.ts";
import { countryOfDomain, countryOfLanguage, findCountryByName, parseCountry } from "./places/countries.ts";
import { homeSigns } from "./home_signs.ts";
import type { SitePage } from "./site.ts";

/** Each is tried for every number, so the list stays short. */
const MAX_COUNTRIES = 5;

export function readCountryHints(pages: readonly SitePage[], heard?: string): string[] {
  const weights = new Map<string, number>();
  const add = (code: string | undefined, weight: number) => {
    if (code !== undefined) weights.set(code, (weights.get(code) ?? 0) + weight);
  };
  for (const page of pages) addPageHints(page, add);
  const [home] = pages;
  if (home) add(countryOfDomain(new URL(home.url).hostname), 1);
  // Where nothing else speaks, as on a host of many.
  if (weights.size === 0) pages.flatMap(codeCountries).forEach((code) => add(code, 0.4));
  // Templates claim to be English, whatever is written in them.
  if (heard !== undefined) add(countryOfLanguage(heard)?.code, 0.2);
  for (const code of mailCountries(pages)) add(code, 0.3);
  const byWeight = [...weights].sort(([, a], [, b]) => b - a);
  return byWeight.map(([code]) => code).slice(0, MAX_COUNTRIES);
}

type AddHint = (code: string | undefined, weight: number) => void;

function addPageHints(page: SitePage, add: AddHint): void {
  const language = countryOfLanguage(page.language);
  add(language?.code, language?.isNamed ? 0.4 : 0.25);
  for (const organisation of page.organisations) {
    const [address] = [organisation.address].flat();
    if (isNode(address)) add(parseCountry(textOf(address.addressCountry)), 3);
  }
  for (const code of phoneCountries(page)) add(code, 0.8);
  for (const code of namedCountries(page)) add(code, 0.3);
  for (const code of homeSigns(page, page.foreignLines)) add(code, 0.5);
}

function phoneCountries(page: ParsedPage): Set<string> {
  const dialled = page.links.filter((link) => /^tel:/i.test(link.href)).map((link) => link.href.slice(4));
  const written = page.lines.filter((line) => line.text.length < 200)
    .flatMap((line) => line.text.match(/(?:\+|\b00)\d[\d\s().\-/]{7,20}\d/g) ?? []);
  const numbers = [...dialled, ...written].slice(0, 40).map((text) =>
    parsePhoneNumberFromString(decodeURIComponentSafe(text).replace(/^00/, "+"))
  );
  return new Set(numbers.flatMap((number) => number?.country ?? []));
}

/** Of the addresses that mail is sent to: `info@acme.co.uk`. */
function mailCountries(pages: readonly SitePage[]): Set<string> {
  const links = pages.flatMap((page) => page.links.filter(({ href }) => /^mailto:/i.test(href)));
  const hosts = links.map(({ href }) => /@([\w.-]+\.[a-z]{2,})/i.exec(href)?.[1] ?? "");
  return new Set(
    hosts.filter((host) => host !== "").flatMap((host) => countryOfDomain(host.toLowerCase()) ?? []),
  );
}

/** Postal codes that are written like no other country's, at the end of a line or an address. */
const OWN_CODES: readonly (readonly [country: string, code: RegExp])[] = [
  ["GB", /(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}(?=\.?$|,)/u],
  ["CA", /(?<![\p{L}\d])[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d(?=\.?$|,)/u],
  [
    "US",
    /,? (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),? \d{5}(?:-\d{4})?(?=\.?$|,)/u,
  ],
];

function codeCountries(page: SitePage): string[] {
  const lines = page.lines.filter(({ text }, index) =>
    text.length < 120 && /\d/.test(text) && !page.foreignLines.has(index)
  );
  return OWN_CODES.filter(([, code]) => lines.some(({ text }) => code.test(text))).map(([country]) =>
    country
  );
}

/** Only short lines: in an address, not in a sentence about the world. */
function namedCountries(page: ParsedPage): Set<string> {
  const parts = page.lines.filter((line) => line.text.length < 120 && line.place !== "header")
    .flatMap((line) => line.text.split(/[,|·•–-]/)).map((part) => part.trim());
  const codes = parts.filter((part) => part.length >= 4 && part.length <= 30).flatMap((part) =>
    findCountryByName(part) ?? []
  );
  // A list of many countries is a menu or a form.
  const distinct = new Set(codes);
  return distinct.size > 3 ? new Set() : distinct;
}

export function decodeURIComponentSafe(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray per cent sign: the text is what it is.
    return text;
  }
}
