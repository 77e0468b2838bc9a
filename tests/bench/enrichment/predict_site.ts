/** What the worker would find on a saved site, in the words of the scorer. */
import { FetchFailure } from "../../../services/enrichment/outcome.ts";
import { stateOf } from "../../../services/enrichment/parse/page_state.ts";
import { hearLanguage } from "../../../services/enrichment/read/language/hear_language.ts";
import { parsePage } from "../../../services/enrichment/parse/parse_page.ts";
import type { ParsedPage } from "../../../services/enrichment/parse/parsed_page.ts";
import { languageSample } from "../../../services/enrichment/read/language/read_language.ts";
import { openSite, proposeValues, verifyValues } from "../../../services/enrichment/read/read_site.ts";
import type { Page } from "../../../services/enrichment/fetch/fetch_page.ts";

export interface Prediction {
  readonly value: string;
  readonly confidence: number;
}

/** By field of the scorer; what was not found is missing. */
export type SitePredictions = Readonly<Record<string, Prediction>>;

/** The scorer's name of a field and ours. */
const FIELDS: Readonly<Record<string, string>> = {
  name: "name",
  description: "description",
  logoUrl: "logoUrl",
  linkedin: "linkedinUrl",
  twitter: "twitterUrl",
  instagram: "instagramUrl",
  facebook: "facebookUrl",
  youtube: "youtubeUrl",
  github: "githubUrl",
  email: "email",
  phone: "phone",
  street: "addressLine1",
  postalCode: "zip",
  city: "city",
  country: "countryCode",
  language: "primaryLanguage",
  foundedYear: "foundedYear",
  vatNumber: "vatNumber",
  companyNumber: "companyNumber",
  ceo: "ceoName",
  industry: "industry",
  companyType: "companyType",
};

/** The scorer's fields, in its order. */
export const FIELD_NAMES: readonly string[] = Object.keys(FIELDS);

const NEVER = new AbortController().signal;

/** Our name of one of the scorer's fields. */
export function ourField(field: string): string {
  return FIELDS[field] ?? field;
}

type Calibrate = (field: string, weight: number) => number;

/** @param calibrate the worker's own unless given. */
export async function predictSite(pages: readonly Page[], calibrate?: Calibrate): Promise<SitePredictions> {
  const parsed = await parsePages(pages);
  const [home] = parsed;
  if (!home || stateOf(home) === "parked") return {};
  const site = openSite(parsed, await hearLanguage(languageSample(home)));
  const found = verifyValues(await proposeValues(site, NEVER), calibrate);
  const byField = new Map(found.map((each) => [each.field, each]));
  return Object.fromEntries(
    Object.entries(FIELDS).flatMap(([field, ours]) => {
      const value = byField.get(ours);
      return value ? [[field, { value: value.value, confidence: value.confidence }]] : [];
    }),
  );
}

/** As in a run: a page beyond the limits is left out, and without its home page a site says nothing. */
async function parsePages(pages: readonly Page[]): Promise<ParsedPage[]> {
  const parsed: ParsedPage[] = [];
  for (const page of pages) {
    try {
      parsed.push(await parsePage(page, NEVER));
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      if (page === pages[0]) return [];
    }
  }
  return parsed;
}
