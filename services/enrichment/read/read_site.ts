/** From the parsed pages of a site to its company profile: each value with its confidence and evidence. */
import { getDomain } from "tldts";
import { yieldToOthers } from "../parse/guarded_parse.ts";
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import { type Candidate, MIN_CONFIDENCE, stateQuotes } from "./candidate.ts";
import { roleOf } from "./choose_pages.ts";
import { openHoldBack } from "../parse/concealment.ts";
import { calibrated } from "./calibrated.ts";
import { readCountryHints } from "./country_hints.ts";
import { deriveValues } from "./derive_values.ts";
import { findForeignLines } from "./foreign_lines.ts";
import { findOrganisations } from "../parse/json_ld.ts";
import { mergeCandidates } from "./merge_candidates.ts";
import { ownNames } from "./own_ground.ts";
import type { ParsedPage } from "../parse/parsed_page.ts";
import { parsePhone } from "./contact/phone_number.ts";
import { readAddresses } from "./places/read_addresses.ts";
import { readCodelessAddresses } from "./places/read_codeless_addresses.ts";
import { readCompanyFacts } from "./facts/read_company_facts.ts";
import { readClasses } from "./class/read_class.ts";
import { readDescriptions } from "./read_description.ts";
import { readEmails } from "./contact/read_emails.ts";
import { readJsonLd } from "./read_json_ld.ts";
import { readLabelledPlaces } from "./places/read_labelled_places.ts";
import { readLanguage } from "./language/read_language.ts";
import { readLegal } from "./legal/read_legal.ts";
import { readLogos } from "./read_logo.ts";
import { readMetaContacts } from "./contact/read_meta_contacts.ts";
import { readNames } from "./names/read_name.ts";
import { readOwners } from "./names/read_owner.ts";
import { readPhones } from "./contact/read_phones.ts";
import { readPlaces } from "./places/read_places.ts";
import { readSocials } from "./contact/read_socials.ts";
import type { PageRole, Site, SitePage } from "./site.ts";
import { parseVatNumber } from "shared/tax_numbers.ts";
import { verifyCandidate } from "./verify_candidate.ts";

/** The address led to another company's domain: what stands there may be about somebody else. */
const MOVED_DOMAIN_FACTOR = 0.8;

const READERS: readonly ((site: Site) => Candidate[])[] = [
  readJsonLd,
  readNames,
  readDescriptions,
  readLogos,
  readSocials,
  readEmails,
  readPhones,
  readMetaContacts,
  readAddresses,
  readPlaces,
  readCodelessAddresses,
  readLabelledPlaces,
  readLegal,
  readCompanyFacts,
  readOwners,
  readLanguage,
  readClasses,
];

export function openSite(pages: readonly ParsedPage[], heard?: string): Site {
  const [first, ...others] = pages;
  if (!first) throw new RangeError("Cannot read a site without pages");
  const domain = getDomain(first.url, { allowPrivateDomains: true }) ?? undefined;
  const own = ownNames({ domain, home: first });
  const home = toSitePage(first, "home", own);
  const all = [home, ...others.map((page) => toSitePage(page, roleOf(page.url, page.title), own))];
  return { pages: all, home, domain, countries: readCountryHints(all, heard), heard };
}

function toSitePage(page: ParsedPage, role: PageRole, own: readonly string[]): SitePage {
  // A site of one page may be nothing but its notice.
  const told = role === "home" && roleOf(page.url, page.title) === "legal" ? "legal" : role;
  const foreignLines = findForeignLines(page.lines, told, own);
  return { ...page, role, organisations: findOrganisations(page), foreignLines };
}

/** Of one reader; a page that offers more is a directory or a trap. */
const MAX_CANDIDATES = 2_000;
/** The winner and its runners-up: so many are checked before a field stays empty. */
const MAX_CHECKED = 5;

/** All that the rules can tell, unverified. */
export async function proposeValues(site: Site, signal: AbortSignal): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (const read of READERS) {
    // Each reader may take a tenth of a second for a large site; heartbeats and cancels come first.
    await yieldToOthers();
    signal.throwIfAborted();
    found.push(...read(site).slice(0, MAX_CANDIDATES));
  }
  return found.flatMap((candidate) => spell(candidate, site));
}

/** Turns the weight that the rules give a value into how often such a value is right. */
export type Calibrate = (field: string, weight: number) => number;

/** The best verified value of each field. */
export function verifyValues(
  candidates: readonly Candidate[],
  calibrate: Calibrate = calibrated,
): FoundValue[] {
  const verify = openVerifier();
  const winners = [...mergeCandidates(candidates).values()].flatMap((ranked) => [...verify(ranked).take(1)]);
  const holdBack = openHoldBack(new Set(candidates.map(({ page }) => page)));
  const values = winners.map((winner) => judge(winner, calibrate))
    .map((winner) => toFoundValue(holdBack(winner, winner.page)))
    .filter(({ confidence }) => confidence >= MIN_CONFIDENCE);
  return [...values, ...deriveValues(values)];
}

function judge(candidate: Candidate, calibrate: Calibrate): Candidate {
  const factor = candidate.page.hasMovedDomain ? MOVED_DOMAIN_FACTOR : 1;
  const confidence = calibrate(candidate.field, candidate.confidence) * factor;
  return { ...candidate, confidence };
}

/** An icon is better than nothing, and never so sure that it is filled in. */
const ICON_CONFIDENCE = 0.7;

/** All that may be the logo, best first, and the icon at the end: some lead nowhere, or to what is no picture. */
export function rankLogos(site: Site): FoundValue[] {
  const verify = openVerifier();
  const ranked = mergeCandidates(readLogos(site).slice(0, MAX_CANDIDATES));
  const logos = [...verify(ranked.get("logoUrl") ?? [])].map((logo) => judge(logo, calibrated));
  const icons = [...verify(ranked.get("iconUrl") ?? [])].slice(0, 1).map((icon) => ({
    ...icon,
    field: "logoUrl",
    confidence: Math.min(icon.confidence, ICON_CONFIDENCE),
  }));
  const holdBack = openHoldBack(site.pages);
  return [...logos, ...icons].map((each) => toFoundValue(holdBack(each, each.page)));
}

/** @returns Of one field's candidates, best first, those that are sure enough and stand. */
function openVerifier(): (ranked: readonly Candidate[]) => Generator<Candidate> {
  const quotesOf = new Map<ParsedPage, (quote: string) => boolean>();
  const isOnPage = (page: ParsedPage) => {
    const known = quotesOf.get(page) ?? stateQuotes(page);
    quotesOf.set(page, known);
    return known;
  };
  return function* (ranked) {
    const fit = ranked.filter((each) => each.confidence >= MIN_CONFIDENCE);
    for (const candidate of fit.slice(0, MAX_CHECKED)) {
      const verified = verifyCandidate(candidate, isOnPage(candidate.page));
      if (verified) yield verified;
    }
  };
}

/** Values of sources that speak for themselves are brought into the one spelling that the others have. */
function spell(candidate: Candidate, site: Site): Candidate[] {
  const value = spelling(candidate, site);
  return value === undefined ? [] : [{ ...candidate, value }];
}

function spelling({ field, value, source }: Candidate, site: Site): string | undefined {
  if (source !== "jsonld") return value;
  if (field === "phone") return parsePhone(value, site.countries)?.spelled;
  if (field === "email") return value.toLowerCase().replace(/^mailto:/, "");
  if (field === "foundedYear") return /\d{4}/.exec(value)?.[0];
  if (field === "vatNumber") return parseVatNumber(value, site.countries)?.value;
  return value;
}

function toFoundValue({ field, value, confidence, source, page, quote, extractor }: Candidate): FoundValue {
  const rounded = Math.round(Math.min(1, confidence) * 1_000) / 1_000;
  return {
    field,
    value,
    confidence: rounded,
    source,
    url: page.url,
    quote,
    extractor,
    fetchedAt: page.fetchedAt,
  };
}
