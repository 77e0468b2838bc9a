/** Visits a site: the home page under the first address that answers, then a few more pages, in 30 seconds. */
import { type Budget, runWithin } from "./deadline.ts";
import type { Page, Visit } from "./fetch_page.ts";
import { FetchFailure, networkFailure } from "../outcome.ts";

export interface SiteRequest {
  /** Tried in this order until one answers. */
  readonly starts: readonly string[];
  /** Further pages worth reading, best first, chosen from the home page. */
  readonly chooseMore: (home: Page) => Promise<readonly string[]>;
  /** Before the k-th of n pages is fetched. */
  readonly onFetching: (page: number, of: number, url: string) => void;
}

export interface SiteVisit {
  readonly pages: readonly Page[];
  /** Why there is no home page. */
  readonly failure?: FetchFailure;
  /** The time ended before all chosen pages were read. */
  readonly isCutShort: boolean;
}

export const MAX_MORE_PAGES = 3;
const SITE_TIMEOUT_MS = 30_000;

/** @throws the signal's reason when it fires; everything else is told in the result. */
export async function fetchSite(
  request: SiteRequest,
  options: { visit: Visit; signal: AbortSignal; timeoutMs?: number },
): Promise<SiteVisit> {
  const pages: Page[] = [];
  try {
    await runWithin(options.timeoutMs ?? SITE_TIMEOUT_MS, options.signal, {
      onTimeout: () => networkFailure("the site took too long"),
      work: (budget) => visitSite(request, { pages, budget, visit: options.visit }),
    });
    return { pages, isCutShort: false };
  } catch (error) {
    options.signal.throwIfAborted();
    if (!(error instanceof FetchFailure)) throw error;
    return pages.length > 0 ? { pages, isCutShort: true } : { pages, failure: error, isCutShort: false };
  }
}

interface VisitState {
  readonly pages: Page[];
  readonly budget: Budget;
  readonly visit: Visit;
}

async function visitSite(request: SiteRequest, { pages, budget, visit }: VisitState): Promise<void> {
  request.onFetching(1, 1, request.starts[0] ?? "");
  const home = await fetchFirst(request.starts, (url) => visit.fetchPage(url, budget), budget);
  pages.push(home);
  if (!visit.mayReadMore(home.url)) return;
  const chosen = await request.chooseMore(home);
  const more = chosen.slice(0, MAX_MORE_PAGES);
  for (const [index, url] of more.entries()) {
    budget.signal.throwIfAborted();
    request.onFetching(index + 2, more.length + 1, url);
    const page = await fetchOptional(url, visit, budget);
    if (page && !pages.some((known) => known.url === page.url)) pages.push(page);
  }
}

/** From the first address that answers. */
export async function fetchFirst<Result>(
  starts: readonly string[],
  fetch: (url: string) => Promise<Result>,
  budget: Budget,
): Promise<Result> {
  let firstFailure: FetchFailure | undefined;
  for (const url of starts) {
    try {
      return await fetch(url);
    } catch (error) {
      budget.signal.throwIfAborted();
      if (!(error instanceof FetchFailure) || !error.isNetwork) throw error;
      firstFailure ??= error;
    }
  }
  throw firstFailure ?? networkFailure("there is no address to try");
}

async function fetchOptional(url: string, visit: Visit, budget: Budget): Promise<Page | undefined> {
  try {
    return await visit.fetchPage(url, budget);
  } catch (error) {
    budget.signal.throwIfAborted();
    // A further page that is missing or blocked is no reason to drop what the home page said.
    if (error instanceof FetchFailure) return undefined;
    throw error;
  }
}
