/** Finds out, as cheaply as a site allows, whether it still says what it said when it was last read. */
import type { KnownPage } from "shared/contract/enrichment_runs.ts";
import { type Budget, runWithin } from "./fetch/deadline.ts";
import type { Page, Visit } from "./fetch/fetch_page.ts";
import { fetchFirst } from "./fetch/fetch_site.ts";
import { FetchFailure, networkFailure } from "./outcome.ts";
import { READER_VERSION } from "./site_digest.ts";

export interface Refresh {
  /** Home first; nothing is asked when there are none. */
  readonly known: readonly KnownPage[];
  readonly starts: readonly string[];
  readonly visit: Visit;
  readonly digest: (page: Page) => Promise<string>;
  /** Before the k-th of n pages is asked for. */
  readonly onFetching: (page: number, of: number, url: string) => void;
}

/** `failed`: the home page cannot be had, so there is no use in asking for it plainly. */
export type Freshness = { state: "unchanged" | "changed" } | { state: "failed"; failure: FetchFailure };

const TIMEOUT_MS = 30_000;

/** @throws the signal's reason when it fires. */
export async function findFreshness(refresh: Refresh, signal: AbortSignal): Promise<Freshness> {
  const { known } = refresh;
  if (known.length === 0 || known.some(({ reader }) => reader !== READER_VERSION)) {
    return { state: "changed" };
  }
  try {
    return await runWithin(TIMEOUT_MS, signal, {
      onTimeout: () => networkFailure("the site took too long"),
      work: (budget) => comparePages(refresh, budget),
    });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof FetchFailure) return { state: "failed", failure: error };
    throw error;
  }
}

/** Ends at the first page that says something else. */
async function comparePages(refresh: Refresh, budget: Budget): Promise<Freshness> {
  const { known, onFetching } = refresh;
  for (const [index, page] of known.entries()) {
    onFetching(index + 1, known.length, page.url);
    const isSame = index === 0
      ? await isHomeSame(page, refresh, budget)
      : await isFurtherSame(page, refresh, budget);
    if (!isSame) return { state: "changed" };
  }
  return { state: "unchanged" };
}

/** By the way that a visitor comes: where it leads may have changed, too. */
async function isHomeSame(home: KnownPage, { starts, visit, digest }: Refresh, budget: Budget) {
  const fetched = await fetchFirst(starts, (url) => visit.fetchIfModified(url, home, budget), budget);
  return fetched === undefined || await digest(fetched) === home.digest;
}

async function isFurtherSame(page: KnownPage, { visit, digest }: Refresh, budget: Budget): Promise<boolean> {
  try {
    const fetched = await visit.fetchIfModified(page.url, page, budget);
    return fetched === undefined || await digest(fetched) === page.digest;
  } catch (error) {
    budget.signal.throwIfAborted();
    // A page that is gone is a change; what it means is for the reading to find out.
    if (error instanceof FetchFailure) return false;
    throw error;
  }
}
