/** Politeness: one connection at a time to a host, and a pause between two, over all runs of this worker. */
import { sleep } from "./deadline.ts";

export class HostPacer {
  #tails = new Map<string, Promise<number>>();

  /** Waits for the host's turn, then runs the work; the next turn comes `gapMs` after its end. */
  async run<Result>(
    host: string,
    options: { gapMs: number; signal: AbortSignal; work: () => Promise<Result> },
  ): Promise<Result> {
    const before = this.#tails.get(host) ?? Promise.resolve(0);
    const turn = Promise.withResolvers<number>();
    // Set anew, so that the order of the keys is the order of use.
    this.#tails.delete(host);
    this.#tails.set(host, turn.promise);
    let endedAt = 0;
    try {
      const previousEnd = await waitFor(before, options.signal);
      endedAt = previousEnd;
      const pauseMs = previousEnd + options.gapMs - performance.now();
      if (previousEnd > 0 && pauseMs > 0) await sleep(pauseMs, options.signal);
      return await options.work().finally(() => endedAt = performance.now());
    } finally {
      // One who gave up while waiting must not let the next in before the one ahead has left.
      before.then((previousEnd) => turn.resolve(Math.max(previousEnd, endedAt)));
      this.#forgetOldHosts();
    }
  }

  /** Bounds the memory; a host that was dropped too early is only visited a little sooner. */
  #forgetOldHosts(): void {
    for (const host of this.#tails.keys()) {
      if (this.#tails.size <= 1_000) return;
      this.#tails.delete(host);
    }
  }
}

function waitFor(before: Promise<number>, signal: AbortSignal): Promise<number> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const stop = () => reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  before.then((end) => {
    signal.removeEventListener("abort", stop);
    resolve(end);
  });
  return promise;
}
