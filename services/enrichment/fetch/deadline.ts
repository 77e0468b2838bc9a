/** Time limits: work that gets a signal and a remaining time, and sleeps that end with the signal. */

export interface Budget {
  readonly signal: AbortSignal;
  remainingMs(): number;
}

/** Runs the work with a signal that fires with the parent's, or with `onTimeout()` after the time. */
export async function runWithin<Result>(
  limitMs: number,
  parent: AbortSignal,
  options: { work: (budget: Budget) => Promise<Result>; onTimeout: () => Error },
): Promise<Result> {
  parent.throwIfAborted();
  const controller = new AbortController();
  const end = performance.now() + limitMs;
  const timer = setTimeout(() => controller.abort(options.onTimeout()), limitMs);
  const follow = () => controller.abort(parent.reason);
  parent.addEventListener("abort", follow, { once: true });
  try {
    return await options.work({ signal: controller.signal, remainingMs: () => end - performance.now() });
  } finally {
    clearTimeout(timer);
    parent.removeEventListener("abort", follow);
  }
}

/** @throws the signal's reason as soon as it fires. */
export async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const wake = () => {
    clearTimeout(timer);
    reject(signal.reason);
  };
  const timer = setTimeout(() => {
    signal.removeEventListener("abort", wake);
    resolve();
  }, ms);
  signal.addEventListener("abort", wake, { once: true });
  return await promise;
}
