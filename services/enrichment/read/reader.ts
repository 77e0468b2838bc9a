/**
 * What is done with the pages and pictures of a site, and how it is done on this thread; `reading_threads.ts` does it on others. A page
 * goes in as it was fetched and only what is wanted of it comes out, so that no document crosses threads.
 */
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import type { Picture } from "shared/pictures/draw_picture.ts";
import type { Page } from "../fetch/fetch_page.ts";
import { isOtherCompany } from "../other_company.ts";
import { FetchFailure } from "../outcome.ts";
import { type PageState, stateOf } from "../parse/page_state.ts";
import { parsePage } from "../parse/parse_page.ts";
import type { ParsedPage } from "../parse/parsed_page.ts";
import { digestPage } from "../site_digest.ts";
import type { Subject } from "../start_urls.ts";
import { choosePages } from "./choose_pages.ts";
import { languageSample } from "./language/read_language.ts";
import { openSite, proposeValues, rankLogos, verifyValues } from "./read_site.ts";

export interface Reader {
  /** @throws {FetchFailure} `too_large` for a page beyond the limits; the signal's reason when it fires. */
  scanPage(page: Page, signal: AbortSignal): Promise<PageScan>;
  /** @throws {FetchFailure} `too_large` for such a home page or too much time; the signal's reason when it fires. */
  readSite(site: SiteToRead, signal: AbortSignal): Promise<SiteReading>;
  /** @throws {FetchFailure} for what is no picture that is drawn; the signal's reason when it fires. */
  drawPicture(file: Uint8Array, signal: AbortSignal): Promise<Picture>;
}

/** What has to be known of a page before its site is read. */
export interface PageScan {
  readonly digest: string;
  /** Further pages that are worth a visit, best first. */
  readonly morePages: readonly string[];
  /** For `hearLanguage`. */
  readonly sample: string;
}

export interface SiteToRead {
  /** Home first. */
  readonly pages: readonly Page[];
  readonly subject: Subject;
  /** The language of the home page, by `hearLanguage`. */
  readonly heard: string | undefined;
  /** A second source will ask about them. */
  readonly isParsedWanted: boolean;
}

export interface SiteReading {
  readonly state: PageState;
  readonly isOtherCompany: boolean;
  /** The home page loads programs, which may draw what it does not say. */
  readonly hasPrograms: boolean;
  /** The best verified value of each field; none of a site that is parked or another company's. */
  readonly values: readonly FoundValue[];
  /** Addresses of pictures that may be the logo, the likeliest first, as values of `logoUrl`. */
  readonly logos: readonly FoundValue[];
  /** In the order of the pages; undefined for one that could not be parsed. */
  readonly digests: readonly (string | undefined)[];
  /** Empty unless wanted. */
  readonly parsed: readonly ParsedPage[];
}

/** Blocks its thread for as long as a page takes. */
export const readHere: Reader = {
  scanPage,
  readSite,
  // Imported when needed: the libraries weigh megabytes, and most threads never see a picture.
  drawPicture: async (file) => (await import("./draw_fetched.ts")).drawFetched(file),
};

async function scanPage(page: Page, signal: AbortSignal): Promise<PageScan> {
  const parsed = await parsePage(page, signal);
  return { digest: digestPage(parsed), morePages: choosePages(parsed), sample: languageSample(parsed) };
}

async function readSite(
  { pages, subject, heard, isParsedWanted }: SiteToRead,
  signal: AbortSignal,
): Promise<SiteReading> {
  const all = await parseAll(pages, signal);
  const parsed = all.filter((page) => page !== undefined);
  const [home] = parsed;
  if (!home) throw new RangeError("Cannot read a site without pages");
  const state = stateOf(home);
  const isOther = state === "full" && isOtherCompany(subject, home);
  // What a parking page says is about whoever parks the domain.
  const site = state !== "parked" && !isOther ? openSite(parsed, heard) : undefined;
  return {
    state,
    isOtherCompany: isOther,
    hasPrograms: /<script\b[^<>]*\bsrc\s*=/i.test(home.html),
    values: site ? verifyValues(await proposeValues(site, signal)) : [],
    logos: site ? rankLogos(site) : [],
    digests: all.map((page) => page && digestPage(page)),
    parsed: isParsedWanted ? parsed : [],
  };
}

/** A further page that cannot be parsed is left out, a home page ends the reading. */
async function parseAll(pages: readonly Page[], signal: AbortSignal): Promise<(ParsedPage | undefined)[]> {
  const parsed: (ParsedPage | undefined)[] = [];
  for (const page of pages) {
    try {
      parsed.push(await parsePage(page, signal));
    } catch (error) {
      if (!(error instanceof FetchFailure) || page === pages[0]) throw error;
      parsed.push(undefined);
    }
  }
  return parsed;
}
