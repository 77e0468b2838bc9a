/** What is done with the pages and pictures of a site, and how it is done on this thread; `reading_threads.ts` does it on others. */
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import type { Page } from "../fetch/fetch_page.ts";
import { drawPicture, type Picture } from "./draw_picture.ts";
import { parsePage } from "./parse_page.ts";
import type { ParsedPage } from "./parsed_page.ts";
import { openSite, proposeValues, rankLogos, verifyValues } from "./read_site.ts";

export interface Reader {
  /** @throws {FetchFailure} `too_large` for a document beyond the limits; the signal's reason when it fires. */
  parsePage(page: Page, signal: AbortSignal): Promise<ParsedPage>;
  /**
   * Home first. The best verified value of each field.
   * @throws {FetchFailure} `too_large` when it takes too long; the signal's reason when it fires.
   */
  readValues(pages: readonly ParsedPage[], signal: AbortSignal): Promise<FoundValue[]>;
  /** Addresses of pictures that may be the logo, the likeliest first, as values of `logoUrl`. */
  findLogos(pages: readonly ParsedPage[], signal: AbortSignal): Promise<FoundValue[]>;
  /** @throws {FetchFailure} for what is no picture that is drawn; the signal's reason when it fires. */
  drawPicture(file: Uint8Array, signal: AbortSignal): Promise<Picture>;
}

/** Blocks its thread for as long as a page takes. */
export const readHere: Reader = {
  parsePage,
  readValues: async (pages, signal) => verifyValues(await proposeValues(openSite(pages), signal)),
  // deno-lint-ignore require-await -- a reader takes its time, on a thread or here
  findLogos: async (pages) => rankLogos(openSite(pages)),
  drawPicture,
};
