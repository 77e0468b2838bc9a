/** For tests: waits for what happens in another thread or at the other end of a connection. */

export async function until(isTrue: () => boolean): Promise<void> {
  const end = performance.now() + 10_000;
  while (!isTrue() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
}
