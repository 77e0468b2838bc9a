/** The whole of one run without the bus: from a customer's website to a company profile with evidence. */
import type { FoundValue, Progress } from "shared/contract/enrichment_runs.ts";
import type { Allowance, Answer, SecondSource } from "./ask/source.ts";
import { supplement } from "./ask/supplement.ts";
import type { Fetcher, Page } from "./fetch/fetch_page.ts";
import { fetchSite, MAX_MORE_PAGES, type SiteVisit } from "./fetch/fetch_site.ts";
import { FetchFailure, type Outcome, OUTCOME_MESSAGES, outcomeToTell } from "./outcome.ts";
import { choosePages } from "./read/choose_pages.ts";
import { stateOf } from "./read/page_state.ts";
import type { ParsedPage } from "./read/parsed_page.ts";
import { type Reader, readHere } from "./read/reader.ts";
import { type Contact, findStartUrls } from "./start_urls.ts";

export interface EnrichmentResult {
  readonly outcome: Outcome;
  /** One sentence for people: no address, no port, no error text. */
  readonly message: string;
  readonly pages: readonly Omit<Page, "html" | "hasMovedDomain">[];
  readonly values: readonly FoundValue[];
  /** What the second source did and used; undefined when it was not asked. */
  readonly answer?: Answer;
  /** For the log only. */
  readonly failure?: FetchFailure;
}

export interface EnrichOptions {
  readonly fetcher: Fetcher;
  /** On this thread unless told otherwise. */
  readonly reader?: Reader;
  /** Asked for what the rules could not tell. */
  readonly secondSource?: SecondSource;
  /** What customer and team may still use of it today. */
  readonly allowance?: Allowance;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Never throws for what a website does; a fired signal is the outcome `aborted`, with no values. */
export async function enrich(contact: Contact, options: EnrichOptions): Promise<EnrichmentResult> {
  try {
    options.signal.throwIfAborted();
    return await readCustomerSite(contact, options);
  } catch (error) {
    if (options.signal.aborted) return toResult("aborted", { pages: [], values: [] });
    throw error;
  }
}

async function readCustomerSite(contact: Contact, options: EnrichOptions): Promise<EnrichmentResult> {
  const { fetcher, signal, onProgress } = options;
  const starts = findStartUrls(contact, fetcher.allowList);
  if (starts.length === 0) return toResult("no_website", { pages: [], values: [] });
  onProgress({ step: "planned", pagesRead: 0, pagesPlanned: 1 + MAX_MORE_PAGES, valuesFound: 0 });
  const parser = new SiteParser(options.reader ?? readHere, signal);
  const visit = await fetchSite({
    starts,
    chooseMore: (home) => parser.parseHome(home),
    onFetching: (page, of) =>
      onProgress({ step: "fetching", pagesRead: page - 1, pagesPlanned: of, valuesFound: 0 }),
  }, { fetcher, signal });
  const result = await readPages(visit, parser, options);
  signal.throwIfAborted();
  const counts = { pagesRead: visit.pages.length, pagesPlanned: visit.pages.length };
  onProgress({ step: "done", ...counts, valuesFound: result.values.length });
  return result;
}

async function readPages(
  visit: SiteVisit,
  parser: SiteParser,
  options: EnrichOptions,
): Promise<EnrichmentResult> {
  const { pages } = visit;
  const counts = { pagesRead: pages.length, pagesPlanned: pages.length };
  options.onProgress({ step: "reading", ...counts, valuesFound: 0 });
  const parsed = await parser.parseAll(pages);
  const failure = visit.failure ?? parser.homeFailure;
  const [home] = parsed;
  if (failure || !home) {
    const outcome = failure ? outcomeToTell(failure) : "unreachable";
    return { ...toResult(outcome, { pages, values: [] }), failure };
  }
  const state = stateOf(home);
  // What a parking page says is about whoever parks the domain.
  if (state === "parked") return toResult("parked", { pages, values: [] });
  const { reader = readHere, secondSource, signal, allowance } = options;
  const known = await reader.readValues(parsed, signal);
  options.onProgress({ step: "verifying", ...counts, valuesFound: known.length });
  const { values, answer } = await supplement({ pages: parsed, known, allowance }, secondSource, signal);
  const outcome = state === "thin" ? "thin" : visit.isCutShort ? "partial" : "ok";
  return { ...toResult(outcome, { pages, values }), answer };
}

function toResult(
  outcome: Outcome,
  { pages, values }: { pages: readonly Page[]; values: readonly FoundValue[] },
): EnrichmentResult {
  const records = pages.map(({ url, status, bytes, fetchedAt }) => ({ url, status, bytes, fetchedAt }));
  return { outcome, message: OUTCOME_MESSAGES[outcome], pages: records, values };
}

/** Parses each page once; a further page that cannot be parsed is left out, a home page ends the reading. */
class SiteParser {
  #reader: Reader;
  #signal: AbortSignal;
  #parsed = new Map<Page, ParsedPage>();
  homeFailure: FetchFailure | undefined;

  constructor(reader: Reader, signal: AbortSignal) {
    this.#reader = reader;
    this.#signal = signal;
  }

  async parseHome(home: Page): Promise<readonly string[]> {
    try {
      return choosePages(await this.#parse(home));
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      this.homeFailure = error;
      return [];
    }
  }

  async parseAll(pages: readonly Page[]): Promise<readonly ParsedPage[]> {
    const parsed: ParsedPage[] = [];
    for (const page of pages) {
      if (this.homeFailure) break;
      try {
        parsed.push(await this.#parse(page));
      } catch (error) {
        if (!(error instanceof FetchFailure)) throw error;
        if (page === pages[0]) this.homeFailure = error;
      }
    }
    return parsed;
  }

  async #parse(page: Page): Promise<ParsedPage> {
    const parsed = this.#parsed.get(page) ?? await this.#reader.parsePage(page, this.#signal);
    this.#parsed.set(page, parsed);
    return parsed;
  }
}
