/** Places that are named without a postal code: `San Vicente, San José, Costa Rica`. */
import { type Candidate, quoteAround } from "./candidate.ts";
import { countryName, findCountryByName } from "./countries.ts";
import type { PageLine } from "./parsed_page.ts";
import type { Site, SitePage } from "./site.ts";

const EXTRACTOR = "places/1";
const MAX_LINE_CHARS = 90;
const ADDRESS_LABEL =
  /^.{0,20}(address|adresse|location|office|head ?quarter|find us|visit us|direcci[oó]n|ubicaci[oó]n|indirizzo|sede|adres|osoite|endere[cç]o|siège)/i;
/** There the state stands between town and country. */
const WITH_STATES = new Set(["US", "CA", "AU", "IN", "BR", "MX"]);

export function readPlaces(site: Site): Candidate[] {
  return site.pages.flatMap((page) =>
    page.lines.flatMap((line, index) =>
      isAddressLine(page, line, page.lines[index - 1]) ? readPlace(line.text, page, site) : []
    )
  );
}

function isAddressLine(page: SitePage, line: PageLine, before: PageLine | undefined): boolean {
  // With a postal code it is an address, which is read elsewhere.
  if (line.text.length > MAX_LINE_CHARS || !line.text.includes(",") || /\d{4}/.test(line.text)) return false;
  return line.place === "footer" || page.role === "contact" || page.role === "legal" ||
    ADDRESS_LABEL.test(line.text) || (before !== undefined && ADDRESS_LABEL.test(before.text));
}

function readPlace(text: string, page: SitePage, site: Site): Candidate[] {
  const bare = text.replace(/^[^:]{0,20}:\s*/, "").replace(/\.$/, "");
  const segments = bare.split(",").map((segment) => segment.trim());
  const code = findCountryByName(segments.at(-1) ?? "");
  const name = code && countryName(code);
  const isPlace = segments.every((segment) => segment.length <= 40 && /^[\p{Lu}\d]/u.test(segment));
  // A list of countries is where somebody sells, not where they are.
  if (!code || !name || !isPlace || segments.slice(0, -1).some(findCountryByName)) return [];
  const common = { page, quote: quoteAround(text, segments.at(-1) ?? ""), extractor: EXTRACTOR };
  const confidence = site.countries[0] === code ? 0.78 : 0.66;
  const country = { ...common, source: "derived" as const, confidence };
  const city = cityOf(segments, code);
  return [
    { ...country, field: "countryCode", value: code },
    { ...country, field: "country", value: name },
    ...(city ? [{ ...common, source: "text" as const, field: "city", value: city, confidence: 0.56 }] : []),
  ];
}

function cityOf(segments: readonly string[], country: string): string | undefined {
  const nearest = WITH_STATES.has(country) && segments.length >= 3 ? segments.at(-3) : segments.at(-2);
  const chosen = nearest && /\d/.test(nearest) ? segments.at(-2) : nearest;
  return chosen && !/\d/.test(chosen) ? chosen : undefined;
}
