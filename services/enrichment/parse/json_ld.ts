/** Finds the site's own organisation in its JSON-LD, whatever shape the block has. */
import { getDomain } from "tldts";
import type { ParsedPage } from "./parsed_page.ts";

export type JsonNode = Readonly<Record<string, unknown>>;

const MAX_NODES = 2_000;
const MAX_DEPTH = 12;
/** The first ones are the site's own; more are lists of others. */
const MAX_ORGANISATIONS = 10;

/** Things that have names and pictures too, but are not who runs the site. */
const NOT_AN_ORGANISATION =
  /^(WebSite|WebPage|.*Page|BreadcrumbList|ListItem|ItemList|.*Article|BlogPosting|Blog|Product|ProductGroup|Offer|AggregateOffer|AggregateRating|Rating|Review|Person|.*Event|Question|Answer|ImageObject|VideoObject|SearchAction|.*Action|PostalAddress|ContactPoint|GeoCoordinates|Place|Country|City|Service|JobPosting|Recipe|Course|Book|Brand|OpeningHoursSpecification|EntryPoint|PropertyValue|HowTo.*|MediaObject|SpeakableSpecification|OfferCatalog|AdministrativeArea|State|Thing)$/;

/** What some say of themselves besides. */
const ASIDE = /^(Service|Place|Brand|OfferCatalog|Thing)$/;

export function findOrganisations(page: ParsedPage): readonly JsonNode[] {
  const nodes = page.jsonLd.flatMap((text) => flatten(parseTolerant(text)));
  return nodes.filter((node) => isOrganisation(node) && isOwn(node, page.url)).slice(0, MAX_ORGANISATIONS);
}

export function typesOf(node: JsonNode): readonly string[] {
  return [node["@type"]].flat().filter((type): type is string => typeof type === "string")
    .map((type) => type.replace(/^https?:\/\/schema\.org\//, ""));
}

/** The first text of a value that may be a list or an object with a name. */
export function textOf(value: unknown): string {
  const [first] = [value].flat();
  if (typeof first === "string" || typeof first === "number") return String(first);
  return isNode(first) ? textOf(first.name ?? first["@value"]) : "";
}

export function isNode(value: unknown): value is JsonNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseTolerant(text: string): unknown {
  const bare = text.replace(/^\s*(<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, "").replace(
    /(-->|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/,
    "",
  );
  for (const attempt of [bare, bare.replace(/,\s*([}\]])/g, "$1").replace(/[\r\n\t]+/g, " ")]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt forgives trailing commas and raw line breaks; what is still broken says nothing.
    }
  }
  return undefined;
}

function flatten(root: unknown): JsonNode[] {
  const found: JsonNode[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH || found.length >= MAX_NODES) return;
    if (Array.isArray(value)) return value.forEach((item) => visit(item, depth + 1));
    if (!isNode(value)) return;
    if (value["@type"] !== undefined) found.push(value);
    Object.values(value).forEach((item) => visit(item, depth + 1));
  };
  visit(root, 0);
  return found;
}

function isOrganisation(node: JsonNode): boolean {
  const types = typesOf(node).filter((type) => !ASIDE.test(type));
  return types.length > 0 && !types.some((type) => NOT_AN_ORGANISATION.test(type));
}

function isOwn(node: JsonNode, pageUrl: string): boolean {
  const url = textOf(node.url) || textOf(node["@id"]);
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return true;
  const { hostname } = new URL(pageUrl);
  return (getDomain(url) ?? new URL(url).hostname) === (getDomain(hostname) ?? hostname);
}
