/** What the site says about its organisation in JSON-LD, the most explicit source there is. */
import { cleanText } from "../parse/clean_text.ts";
import { isNode, type JsonNode, textOf } from "../parse/json_ld.ts";
import type { Candidate } from "./candidate.ts";
import { countryName, findCountryByName, parseCountry } from "./places/countries.ts";
import { TOWN_STATES } from "./places/read_addresses.ts";
import type { Site, SitePage } from "./site.ts";

const EXTRACTOR = "jsonld/1";

/** Our field, where it stands, and how far it can be trusted. */
const TEXT_FIELDS: readonly { field: string; keys: readonly string[]; confidence: number }[] = [
  { field: "name", keys: ["name", "legalName", "alternateName"], confidence: 0.85 },
  { field: "description", keys: ["description"], confidence: 0.75 },
  { field: "email", keys: ["email"], confidence: 0.88 },
  { field: "phone", keys: ["telephone"], confidence: 0.88 },
  { field: "vatNumber", keys: ["vatID"], confidence: 0.9 },
  { field: "foundedYear", keys: ["foundingDate"], confidence: 0.9 },
];

const ADDRESS_FIELDS: readonly { field: string; key: string }[] = [
  { field: "addressLine1", key: "streetAddress" },
  { field: "zip", key: "postalCode" },
  { field: "city", key: "addressLocality" },
  { field: "state", key: "addressRegion" },
];

export function readJsonLd(site: Site): Candidate[] {
  return site.pages.flatMap((page) =>
    page.organisations.flatMap((
      node,
    ) => [...readTexts(node, page), ...readAddress(node, page), ...readStaff(node, page)])
  );
}

function readTexts(node: JsonNode, page: SitePage): Candidate[] {
  const contact = [node.contactPoint].flat().find(isNode);
  return TEXT_FIELDS.flatMap(({ field, keys, confidence }) => {
    const key = keys.find((each) => textOf(node[each]) !== "");
    if (key !== undefined) return [found(page, { field, key, text: textOf(node[key]), confidence })];
    const [fallback = ""] = keys;
    const text = contact ? textOf(contact[fallback]) : "";
    return text === "" || field === "name" ? [] : [found(page, { field, key: fallback, text, confidence })];
  });
}

/** A number, a range, or an object that has one of the two. */
function readStaff(node: JsonNode, page: SitePage): Candidate[] {
  const [told] = [node.numberOfEmployees].flat();
  if (!isNode(told)) {
    const text = textOf(told);
    return /^\d/.test(text)
      ? [found(page, { field: "employeeCount", key: "numberOfEmployees", text, confidence: 0.85 })]
      : [];
  }
  const [value, least, most] = [told.value, told.minValue, told.maxValue].map(textOf);
  const text = value || (least && most ? `${least}-${most}` : least) || "";
  if (!/^\d/.test(text)) return [];
  const quoted = value ? "value" : "minValue";
  const staff = found(page, {
    field: "employeeCount",
    key: quoted,
    text: value || least || "",
    confidence: 0.85,
  });
  return [{ ...staff, value: text }];
}

const QUARTER_AND_TOWN = /^[^,]{2,40},\s*(\p{Lu}\p{Ll}[^,\d]{1,40})$/u;

function readAddress(node: JsonNode, page: SitePage): Candidate[] {
  const location = [node.location].flat().find(isNode);
  const address = [node.address, location?.address].flat().find(isNode);
  if (!address) return [];
  const parts = ADDRESS_FIELDS.flatMap(({ field, key }) => {
    const text = textOf(address[key]);
    if (text === "" || (field === "city" && isOnlyCountry(text))) return [];
    // Who has no street writes the town again.
    if (field === "addressLine1" && text === textOf(address.addressLocality)) return [];
    const told = found(page, { field, key, text, confidence: 0.9 });
    // `Oak Bazaar, Mumbai`: a quarter stands before its town.
    const [, town] = field === "city" ? QUARTER_AND_TOWN.exec(told.value) ?? [] : [];
    return [town === undefined ? told : { ...told, value: town, confidence: 0.8 }];
  });
  return [...parts, ...readCountry(address, page)];
}

/** A form that was filled in wrongly; of some countries the town is called the same. */
function isOnlyCountry(town: string): boolean {
  const code = findCountryByName(town);
  return code !== undefined && !TOWN_STATES.includes(code);
}

function readCountry(address: JsonNode, page: SitePage): Candidate[] {
  const text = textOf(address.addressCountry);
  const code = parseCountry(text);
  const name = code && countryName(code);
  if (!code || !name) return [];
  const country = found(page, { field: "country", key: "addressCountry", text, confidence: 0.92 });
  return [{ ...country, field: "countryCode", value: code }, { ...country, value: name, source: "derived" }];
}

interface Finding {
  readonly field: string;
  readonly key: string;
  readonly text: string;
  readonly confidence: number;
}

function found(page: SitePage, { field, key, text, confidence }: Finding): Candidate {
  const value = cleanText(decodeEntities(text));
  return {
    field,
    value,
    confidence,
    source: "jsonld",
    page,
    quote: quoteOf(page, key, text),
    extractor: EXTRACTOR,
  };
}

/** The source spells texts in JSON's way, so the quote is the spelled member where the bare text does not occur. */
function quoteOf(page: SitePage, key: string, text: string): string {
  const short = text.slice(0, 200);
  if (page.html.includes(short)) return short;
  const member = new RegExp(`"${key}"\\s*:\\s*\\[?\\s*"(?:[^"\\\\]|\\\\.){0,400}"`).exec(
    page.jsonLd.join("\n"),
  )?.[0];
  return (member ?? short).slice(0, 200);
}

function decodeEntities(text: string): string {
  return text.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll(
    "&#039;",
    "'",
  )
    .replaceAll("&nbsp;", " ").replaceAll("&#8211;", "–").replaceAll("&#8217;", "’");
}
