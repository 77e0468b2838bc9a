/** Tells whether a site that was reached by a detour is that of another company. */
import { getDomain, getDomainWithoutSuffix } from "tldts";
import { metaOf, type ParsedPage } from "./parse/parsed_page.ts";
import { fold } from "./read/candidate.ts";
import type { Subject } from "./start_urls.ts";

/** In the name of many companies, so they tell none from another. */
const COMMON_WORDS = new Set(
  "gmbh ltd limited llc inc corp corporation sarl sas srl spa oyj aps plc company group gruppe holding international services solutions the and und"
    .split(" "),
);
const MIN_WORD_CHARS = 3;

/**
 * A typed address that leads to its own domain is taken at its word. Behind a redirect to another domain, or behind the
 * domain of an e-mail address, the name of the customer (or of the old domain) has to turn up.
 */
export function isOtherCompany(contact: Subject, home: ParsedPage): boolean {
  const isDetour = home.hasMovedDomain || !contact.website?.trim();
  if (!isDetour || !contact.name) return false;
  const label = getDomainWithoutSuffix(home.url) ?? "";
  const said = fold(
    [label, home.title, metaOf(home, "og:site_name"), ...home.lines.map(({ text }) => text)].join(" "),
  );
  const words = wordsOf(contact.name);
  const initials = words.map((word) => word[0]).join("");
  if (initials.length >= MIN_WORD_CHARS && fold(label) === initials) return false;
  const names = [...words.filter(isTelling), ...(contact.website ? [domainLabelOf(contact.website)] : [])];
  return !names.some((name) => name !== "" && said.includes(name));
}

function wordsOf(name: string): string[] {
  return name.split(/[^\p{L}\p{N}]+/u).map(fold).filter((word) => word !== "");
}

/** In scripts without spaces two characters say as much as a word. */
function isTelling(word: string): boolean {
  return !COMMON_WORDS.has(word) && (word.length >= MIN_WORD_CHARS || /[^\p{Script=Latin}\p{N}]/u.test(word));
}

function domainLabelOf(website: string): string {
  const domain = getDomain(website);
  return domain === null ? "" : fold(getDomainWithoutSuffix(domain) ?? "");
}
