/** The whole of one run without the bus: from a customer's website to a company profile with evidence. */
import type { FoundValue, KnownPage, Progress } from "shared/contract/enrichment_runs.ts";
import type { Answer, Question, SecondSource } from "./ask/source.ts";
import { supplement } from "./ask/supplement.ts";
import type { Fetcher, Page, Visit } from "./fetch/fetch_page.ts";
import { fetchSite, MAX_MORE_PAGES, type SiteVisit } from "./fetch/fetch_site.ts";
import type { Traffic } from "./fetch/visit_log.ts";
import { isOtherCompany } from "./other_company.ts";
import { FetchFailure, type Outcome, OUTCOME_MESSAGES, outcomeToTell } from "./outcome.ts";
import { choosePages } from "./read/choose_pages.ts";
import { stateOf } from "./read/page_state.ts";
import type { Picture } from "./read/draw_picture.ts";
import type { ParsedPage } from "./read/parsed_page.ts";
import { type Reader, readHere } from "./read/reader.ts";
import { findFreshness } from "./refresh.ts";
import { digestPage, READER_VERSION } from "./site_digest.ts";
import { type Contact, findStartUrls } from "./start_urls.ts";
import { takeLogo } from "./take_logo.ts";

export interface EnrichmentResult {
  readonly outcome: Outcome;
  /** One sentence for people: no address, no port, no error text. */
  readonly message: string;
  readonly pages: readonly Omit<Page, "html" | "hasMovedDomain">[];
  readonly values: readonly FoundValue[];
  /** The picture behind the value of `logoUrl`; without it there is no such value. */
  readonly logo?: Picture;
  /** What was read, home first: with it the next run finds out cheaply whether it has to read at all. */
  readonly known?: readonly KnownPage[];
  readonly traffic?: Traffic;
  /** What the second source did and used; undefined when it was not asked. */
  readonly answer?: Answer;
  /** For the log, and for whether it is worth another try; people see the outcome. */
  readonly failure?: FetchFailure;
}

export interface EnrichOptions {
  readonly fetcher: Fetcher;
  /** On this thread unless told otherwise. */
  readonly reader?: Reader;
  /** Asked for what the rules could not tell. */
  readonly secondSource?: SecondSource;
  /** On it, by earlier runs. */
  readonly spentToday?: Question["spentToday"];
  /** Of the last whole reading; with none everything is read. */
  readonly known?: readonly KnownPage[];
  readonly siteTimeoutMs?: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** The customer, as far as the reading needs to know it. */
export type Subject = Contact & { readonly name?: string };

interface Tools extends EnrichOptions {
  readonly visit: Visit;
}

/** Never throws for what a website does; a fired signal is the outcome `aborted`, with no values. */
export async function enrich(subject: Subject, options: EnrichOptions): Promise<EnrichmentResult> {
  const visit = options.fetcher.startVisit();
  try {
    options.signal.throwIfAborted();
    return { ...await readCustomerSite(subject, { ...options, visit }), traffic: visit.traffic };
  } catch (error) {
    if (!options.signal.aborted) throw error;
    return { ...toResult("aborted", { pages: [], values: [] }), traffic: visit.traffic };
  }
}

async function readCustomerSite(subject: Subject, tools: Tools): Promise<EnrichmentResult> {
  const { fetcher, visit, signal, onProgress } = tools;
  const starts = findStartUrls(subject, fetcher.allowList);
  if (starts.length === 0) return toResult("no_website", { pages: [], values: [] });
  onProgress({ step: "planned", pagesRead: 0, pagesPlanned: 1 + MAX_MORE_PAGES, valuesFound: 0 });
  const parser = new SiteParser(tools.reader ?? readHere, signal);
  const onFetching = (page: number, of: number, url: string) => {
    const counts = { pagesRead: page - 1, pagesPlanned: of, valuesFound: 0 };
    onProgress({ step: "fetching", ...counts, page: url.slice(0, 2_048) });
  };
  const digest = async (page: Page) => digestPage(await parser.parse(page));
  const { known = [] } = tools;
  const freshness = await findFreshness({ known, starts, visit, digest, onFetching }, signal);
  if (freshness.state === "failed") return describeFailure(freshness.failure, []);
  if (freshness.state === "unchanged") {
    return { ...toResult("unchanged", { pages: [], values: [] }), known: renewValidators(known, visit) };
  }
  const site = await fetchSite(
    { starts, chooseMore: (home) => parser.parseHome(home), onFetching },
    { visit, signal, timeoutMs: tools.siteTimeoutMs },
  );
  const result = await readPages(site, parser, { ...tools, subject });
  signal.throwIfAborted();
  const counts = { pagesRead: site.pages.length, pagesPlanned: site.pages.length };
  onProgress({ step: "done", ...counts, valuesFound: result.values.length });
  return result;
}

async function readPages(
  site: SiteVisit,
  parser: SiteParser,
  tools: Tools & { subject: Subject },
): Promise<EnrichmentResult> {
  const { pages } = site;
  const counts = { pagesRead: pages.length, pagesPlanned: pages.length };
  tools.onProgress({ step: "reading", ...counts, valuesFound: 0 });
  const parsed = await parser.parseAll(pages);
  const failure = site.failure ?? parser.homeFailure;
  const [home] = parsed;
  if (failure || !home) return describeFailure(failure, pages);
  const state = stateOf(home);
  // What a parking page says is about whoever parks the domain.
  if (state === "parked") return toResult("parked", { pages, values: [] });
  if (state === "full" && isOtherCompany(tools.subject, home)) {
    return toResult("wrong_company", { pages, values: [] });
  }
  const { reader = readHere, secondSource, signal, spentToday } = tools;
  const told = await reader.readValues(parsed, signal);
  tools.onProgress({ step: "verifying", ...counts, valuesFound: told.length });
  const { values, answer } = await supplement(
    { pages: parsed, known: told, spentToday },
    secondSource,
    signal,
  );
  const logo = await takeLogo(parsed, { visit: tools.visit, reader, signal });
  const thin = /<script\b[^>]*\bsrc\s*=/i.test(home.html) ? "script_only" : "thin";
  const outcome = state === "thin" ? thin : site.isCutShort ? "partial" : "ok";
  const known = rememberPages(pages, parser, tools.visit);
  const others = values.filter(({ field }) => field !== "logoUrl");
  const found = logo ? [logo.found, ...others] : others;
  return { ...toResult(outcome, { pages, values: found }), logo: logo?.picture, known, answer };
}

function describeFailure(failure: FetchFailure | undefined, pages: readonly Page[]): EnrichmentResult {
  const outcome = failure ? outcomeToTell(failure) : "unreachable";
  return { ...toResult(outcome, { pages, values: [] }), failure };
}

function rememberPages(pages: readonly Page[], parser: SiteParser, visit: Visit): KnownPage[] {
  return pages.flatMap((page) => {
    const parsed = parser.find(page);
    if (!parsed || page.url.length > 2_048) return [];
    return [{
      url: page.url,
      ...visit.validatorsOf(page),
      digest: digestPage(parsed),
      reader: READER_VERSION,
    }];
  });
}

/** A server may give the same page another tag, as after a move to another machine. */
function renewValidators(known: readonly KnownPage[], visit: Visit): KnownPage[] {
  return known.map((page) => {
    const newest = visit.validatorsOf(page);
    return newest.etag === null && newest.lastModified === null ? page : { ...page, ...newest };
  });
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
      return choosePages(await this.parse(home));
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
        parsed.push(await this.parse(page));
      } catch (error) {
        if (!(error instanceof FetchFailure)) throw error;
        if (page === pages[0]) this.homeFailure = error;
      }
    }
    return parsed;
  }

  find(page: Page): ParsedPage | undefined {
    return this.#parsed.get(page);
  }

  async parse(page: Page): Promise<ParsedPage> {
    const parsed = this.#parsed.get(page) ?? await this.#reader.parsePage(page, this.#signal);
    this.#parsed.set(page, parsed);
    return parsed;
  }
}
