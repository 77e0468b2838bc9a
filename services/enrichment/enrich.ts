/** The whole of one run without the bus: from a customer's website to a company profile with evidence. */
import type { FoundValue, KnownPage, Progress } from "shared/contract/enrichment_runs.ts";
import { type Answer, NO_USAGE, type Question, type SecondSource, type Usage } from "./ask/source.ts";
import type { Fetcher, Page, Visit } from "./fetch/fetch_page.ts";
import { fetchSite, MAX_MORE_PAGES, type SiteVisit } from "./fetch/fetch_site.ts";
import type { Traffic } from "./fetch/visit_log.ts";
import { FetchFailure, type Outcome, OUTCOME_MESSAGES, outcomeToTell } from "./outcome.ts";
import { hearLanguage } from "./read/language/hear_language.ts";
import type { Picture } from "shared/pictures/draw_picture.ts";
import type { PageScan, Reader, SiteReading } from "./read/reader.ts";
import { findFreshness } from "./refresh.ts";
import { READER_VERSION } from "./site_digest.ts";
import { findStartUrls, type Subject } from "./start_urls.ts";
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
  readonly spentByRun?: Question["spentByRun"];
  /** The pages of the last whole reading; without them everything is read. */
  readonly known?: readonly KnownPage[];
  readonly siteTimeoutMs?: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

interface Tools extends EnrichOptions {
  readonly visit: Visit;
  readonly onStopped: (usage: Usage) => void;
}

/** Never throws for what a website does; a fired signal is the outcome `aborted`, with no values. */
export async function enrich(subject: Subject, options: EnrichOptions): Promise<EnrichmentResult> {
  const visit = options.fetcher.startVisit();
  let usage = NO_USAGE;
  const onStopped = (used: Usage) => void (usage = used);
  try {
    options.signal.throwIfAborted();
    return { ...await readCustomerSite(subject, { ...options, visit, onStopped }), traffic: visit.traffic };
  } catch (error) {
    if (!options.signal.aborted) throw error;
    const answer: Answer = { state: "failed", values: [], usage, reason: "stopped" };
    return { ...toResult("aborted", { pages: [], values: [] }), traffic: visit.traffic, answer };
  }
}

async function readCustomerSite(subject: Subject, tools: Tools): Promise<EnrichmentResult> {
  const { fetcher, visit, signal, onProgress } = tools;
  const starts = findStartUrls(subject, fetcher.allowList);
  if (starts.length === 0) return toResult("no_website", { pages: [], values: [] });
  onProgress({ step: "planned", pagesRead: 0, pagesPlanned: 1 + MAX_MORE_PAGES, valuesFound: 0 });
  // Imported when needed: a worker, whose threads read, does not load the readers.
  const reader = tools.reader ?? (await import("./read/reader.ts")).readHere;
  const scanner = new SiteScanner(reader, signal);
  const onFetching = (page: number, of: number, url: string) => {
    const counts = { pagesRead: page - 1, pagesPlanned: of, valuesFound: 0 };
    onProgress({ step: "fetching", ...counts, page: url.slice(0, 2_048) });
  };
  const digest = async (page: Page) => (await scanner.scan(page)).digest;
  const { known = [] } = tools;
  const freshness = await findFreshness({ known, starts, visit, digest, onFetching }, signal);
  if (freshness.state === "failed") return describeFailure(freshness.failure, []);
  if (freshness.state === "unchanged") {
    return { ...toResult("unchanged", { pages: [], values: [] }), known: renewValidators(known, visit) };
  }
  const site = await fetchSite(
    { starts, chooseMore: (home) => scanner.chooseMore(home), onFetching },
    { visit, signal, timeoutMs: tools.siteTimeoutMs },
  );
  const result = await readPages(site, scanner, { ...tools, reader, subject });
  signal.throwIfAborted();
  const counts = { pagesRead: site.pages.length, pagesPlanned: site.pages.length };
  onProgress({ step: "done", ...counts, valuesFound: result.values.length });
  return result;
}

type ReadingTools = Tools & { readonly reader: Reader; readonly subject: Subject };

async function readPages(
  site: SiteVisit,
  scanner: SiteScanner,
  tools: ReadingTools,
): Promise<EnrichmentResult> {
  const { pages } = site;
  const { secondSource, signal, visit, onProgress } = tools;
  const counts = { pagesRead: pages.length, pagesPlanned: pages.length };
  onProgress({ step: "reading", ...counts, valuesFound: 0 });
  const reading = site.failure ?? await readSite(pages, scanner, tools);
  if (!reading || reading instanceof FetchFailure) return describeFailure(reading, pages);
  if (reading.state === "parked") return toResult("parked", { pages, values: [] });
  if (reading.isOtherCompany) return toResult("wrong_company", { pages, values: [] });
  onProgress({ step: "verifying", ...counts, valuesFound: reading.values.length });
  const { spentToday, spentByRun, onStopped } = tools;
  const question = { pages: reading.parsed, known: reading.values, spentToday, spentByRun, onStopped };
  const { values, answer } = await addSecondSource(question, secondSource, signal);
  // A stop from here on finds it paid for.
  onStopped(answer?.usage ?? NO_USAGE);
  const logo = await takeLogo(reading.logos, { visit, reader: tools.reader, signal });
  const known = rememberPages(pages, reading, visit);
  const others = values.filter((value) => value.field !== "logoUrl" && !isNoClass(value));
  const found = logo ? [logo.found, ...others] : others;
  const result = toResult(outcomeOf(reading, site), { pages, values: found });
  return { ...result, logo: logo?.picture, known, answer };
}

/** Imported when needed: with what derives values it knows much of what the readers know. */
async function addSecondSource(question: Question, source: SecondSource | undefined, signal: AbortSignal) {
  if (!source) return { values: question.known, answer: undefined };
  const { supplement } = await import("./ask/supplement.ts");
  return await supplement(question, source, signal);
}

/** That a company fits none of the classes is a finding, and not worth proposing to anybody. */
function isNoClass({ field, value }: FoundValue): boolean {
  return (field === "industry" || field === "companyType") && value === "Other";
}

async function readSite(
  pages: readonly Page[],
  scanner: SiteScanner,
  { reader, subject, secondSource, signal }: ReadingTools,
): Promise<SiteReading | FetchFailure | undefined> {
  const [home] = pages;
  if (scanner.homeFailure || !home) return scanner.homeFailure;
  try {
    const heard = await hearLanguage((await scanner.scan(home)).sample);
    const isParsedWanted = secondSource !== undefined;
    return await reader.readSite({ pages, subject, heard, isParsedWanted }, signal);
  } catch (error) {
    if (error instanceof FetchFailure) return error;
    throw error;
  }
}

function outcomeOf({ state, hasPrograms }: SiteReading, { isCutShort }: SiteVisit): Outcome {
  if (state === "thin") return hasPrograms ? "script_only" : "thin";
  return isCutShort ? "partial" : "ok";
}

function describeFailure(failure: FetchFailure | undefined, pages: readonly Page[]): EnrichmentResult {
  const outcome = failure ? outcomeToTell(failure) : "unreachable";
  return { ...toResult(outcome, { pages, values: [] }), failure };
}

function rememberPages(pages: readonly Page[], { digests }: SiteReading, visit: Visit): KnownPage[] {
  return pages.flatMap((page, index) => {
    const digest = digests[index];
    if (digest === undefined || page.url.length > 2_048) return [];
    return [{ url: page.url, ...visit.validatorsOf(page), digest, reader: READER_VERSION }];
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

/** Scans each page once; a home page that cannot be parsed ends the reading. */
class SiteScanner {
  #reader: Reader;
  #signal: AbortSignal;
  #scans = new Map<Page, PageScan>();
  homeFailure: FetchFailure | undefined;

  constructor(reader: Reader, signal: AbortSignal) {
    this.#reader = reader;
    this.#signal = signal;
  }

  async chooseMore(home: Page): Promise<readonly string[]> {
    try {
      return (await this.scan(home)).morePages;
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      this.homeFailure = error;
      return [];
    }
  }

  async scan(page: Page): Promise<PageScan> {
    const scan = this.#scans.get(page) ?? await this.#reader.scanPage(page, this.#signal);
    this.#scans.set(page, scan);
    return scan;
  }
}
