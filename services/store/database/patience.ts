/** How long the store waits for a database that is away for a moment, before it says so. */
import { setTimeout as pause } from "node:timers/promises";
import { isInterrupted, isOutOfReach } from "./errors.ts";

/** A fast restart of Postgres takes one second; whoever asks over HTTP waits longer than this. */
const PATIENCE_MS = 2_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 250;

/** For one piece of work: counts from its first failure. */
export class Patience {
  #until = Infinity;
  #pauseMs = FIRST_PAUSE_MS;

  /** Whether the work has failed for the database's sake before. */
  get isTested(): boolean {
    return this.#until < Infinity;
  }

  /**
   * Waits until the next try, each time a little longer and each a little different, so that not all come at once.
   * @returns False when the time is over, or the caller has given up: then it was the last try.
   */
  async wait(signal?: AbortSignal): Promise<boolean> {
    this.#until = Math.min(this.#until, performance.now() + PATIENCE_MS);
    if (performance.now() >= this.#until || signal?.aborted) return false;
    await pause(this.#pauseMs * (0.5 + Math.random() / 2));
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
    return !signal?.aborted;
  }
}

/** Longer than Postgres takes to start; whoever supervises the store starts it once more then. */
const START_MS = 30_000;
const START_PAUSE_MS = 250;

/** At the start of the store, which is not ready before. @throws what stood in the way, at once if waiting is of no use. */
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

/** For work that may be done twice, such as reading: again while the database is out of reach or others interrupt it, within that time. */
export async function patiently<Output>(work: () => Promise<Output>): Promise<Output> {
  const patience = new Patience();
  while (true) {
    const begunAt = performance.now();
    try {
      return await work();
    } catch (error) {
      const isWorthIt = isOutOfReach(error) || isInterrupted(error, performance.now() - begunAt);
      if (!isWorthIt || !await patience.wait()) throw error;
    }
  }
}
