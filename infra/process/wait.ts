/** Waiting for a condition with a limit. */

export interface WaitOptions {
  readonly timeoutMs: number;
  readonly everyMs?: number;
  readonly what?: string;
  readonly signal?: AbortSignal | undefined;
}

/** Looks until `isTrue` answers true; an error of the look counts as "not yet" and is the cause of the final one. */
export async function waitUntil(
  isTrue: () => boolean | Promise<boolean>,
  options: WaitOptions,
): Promise<void> {
  const { timeoutMs, everyMs = 25, what = "the condition", signal } = options;
  const end = performance.now() + timeoutMs;
  let cause: unknown;
  for (;;) {
    signal?.throwIfAborted();
    try {
      if (await isTrue()) return;
    } catch (error) {
      cause = error;
    }
    if (performance.now() > end) {
      throw new Error(`Waited ${timeoutMs / 1000} s for ${what} in vain`, { cause });
    }
    await pause(everyMs);
  }
}

export function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}
