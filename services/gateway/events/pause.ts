/** A wait that can be ended early. */

export interface Pause {
  /** Resolves when the time is over, when the pause was ended, or when the signal fired. */
  readonly done: Promise<void>;
  end(): void;
}

export function startPause(limitMs: number, signal: AbortSignal): Pause {
  const { promise, resolve } = Promise.withResolvers<void>();
  const end = () => resolve();
  const timer = setTimeout(end, limitMs);
  signal.addEventListener("abort", end, { once: true });
  if (signal.aborted) end();
  const done = promise.finally(() => {
    clearTimeout(timer);
    // A signal may outlive many pauses.
    signal.removeEventListener("abort", end);
  });
  return { done, end };
}
