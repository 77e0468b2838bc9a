/** Tries again what may pass: network trouble, 429 and 5xx, twice, with a growing pause or the one that was asked for. */
import { type Budget, sleep } from "./deadline.ts";
import { FetchFailure } from "../outcome.ts";

const RETRIES = 2;
const FIRST_PAUSE_MS = 500;
const PAUSE_GROWTH = 3;

/** @throws {FetchFailure} the last one; the signal's reason when it fires, also during a pause. */
export async function withRetries<Result>(budget: Budget, attempt: () => Promise<Result>): Promise<Result> {
  for (let tried = 0;; tried++) {
    try {
      return await attempt();
    } catch (error) {
      budget.signal.throwIfAborted();
      if (!(error instanceof FetchFailure) || !error.isRetryable || tried === RETRIES) throw error;
      const pauseMs = error.retryAfterMs ?? FIRST_PAUSE_MS * PAUSE_GROWTH ** tried;
      if (pauseMs >= budget.remainingMs()) throw error;
      await sleep(pauseMs, budget.signal);
    }
  }
}

/** Seconds or a date (RFC 9110, 10.2.3); undefined for anything else. */
export function parseRetryAfter(value: string | undefined, now = Date.now()): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
