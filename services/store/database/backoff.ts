/** How long the store tries again while the database is away, before it says so. */
import { setTimeout as pause } from "node:timers/promises";
import { isInterrupted, isOutOfReach } from "./errors.ts";

/** Longer than a fast restart of Postgres, which takes one second; shorter than a caller over HTTP waits. */
const RETRY_LIMIT_MS = 2_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 250;

/** For one piece of work; the time counts from its first failure. */
export class Backoff {
  #until = Infinity;
  #pauseMs = FIRST_PAUSE_MS;

  /** Whether the work has failed before. */
  get hasFailed(): boolean {
    return this.#until < Infinity;
  }

  /**
   * Waits until the next try: longer each time, and never the same, so that not all callers come at once.
   * @returns False when there is no next try, because the time is over or the caller has given up.
   */
  async wait(signal?: AbortSignal): Promise<boolean> {
    this.#until = Math.min(this.#until, performance.now() + RETRY_LIMIT_MS);
    if (performance.now() >= this.#until || signal?.aborted) return false;
    await pause(this.#pauseMs * (0.5 + Math.random() / 2));
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
    return !signal?.aborted;
  }
}

/** Longer than Postgres takes to start. After that the store ends, and its supervisor starts it again. */
const START_MS = 30_000;
const START_PAUSE_MS = 250;

/** At the start of the store. @throws the last failure, at once if waiting does not help. */
export async function untilAnswered(ask: () => Promise<unknown>, limitMs = START_MS): Promise<void> {
  const end = performance.now() + limitMs;
  while (true) {
    try {
      return void await ask();
    } catch (error) {
      if (!isOutOfReach(error) || performance.now() >= end) throw error;
      await pause(START_PAUSE_MS);
    }
  }
}

/** For work that may be done twice, such as reading: tries again while the database is away or the work is interrupted. */
export async function retryWhileAway<Output>(work: () => Promise<Output>): Promise<Output> {
  const backoff = new Backoff();
  while (true) {
    const begunAt = performance.now();
    try {
      return await work();
    } catch (error) {
      const isWorthIt = isOutOfReach(error) || isInterrupted(error, performance.now() - begunAt);
      if (!isWorthIt || !await backoff.wait()) throw error;
    }
  }
}
