/** For tests: waits for a condition, never for a time. */

type Falsy = undefined | null | false | 0 | "";

/** @returns What the probe answered that is neither false nor nothing. */
export async function until<T>(
  what: string,
  probe: () => T | Falsy | Promise<T | Falsy>,
  limitMs = 60_000,
): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    // Before the clock is asked: a machine may have stood still in the meantime.
    const value = await probe();
    if (value) return value;
    if (Date.now() > end) throw new Error(`Not within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
