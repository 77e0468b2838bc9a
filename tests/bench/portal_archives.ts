/** An archive as a visitor downloads it, and what it costs the portal's process in memory. */

export interface Download {
  readonly firstByteMs: number;
  readonly wholeMs: number;
  readonly bytes: number;
  /** Of the portal's process, at its highest, above what it had before. */
  readonly extraMib: number;
}

export async function download(url: string, pid: number): Promise<Download> {
  const before = readResidentMib(pid);
  const startedAt = performance.now();
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} instead of an archive`);
  let [firstByteMs, bytes, highest] = [0, 0, before];
  for await (const chunk of response.body!) {
    firstByteMs ||= performance.now() - startedAt;
    bytes += chunk.length;
    highest = Math.max(highest, readResidentMib(pid));
  }
  return { firstByteMs, wholeMs: performance.now() - startedAt, bytes, extraMib: highest - before };
}

/** @returns How long after a visitor left the portal still used the processor. */
export async function leave(url: string, pid: number): Promise<number> {
  const controller = new AbortController();
  const response = await fetch(url, { signal: controller.signal });
  await response.body!.getReader().read();
  const leftAt = performance.now();
  controller.abort();
  let busyUntil = leftAt;
  for (let ticks = readTicks(pid); performance.now() - leftAt < 2_000;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const now = readTicks(pid);
    if (now - ticks > 1) busyUntil = performance.now();
    ticks = now;
  }
  return busyUntil - leftAt;
}

export function describe({ firstByteMs, wholeMs, bytes, extraMib }: Download, documents: number): string {
  return `first byte ${firstByteMs.toFixed(0)} ms, ${(bytes / 1e6).toFixed(1)} MB in ${
    (wholeMs / 1_000).toFixed(1)
  } s (${Math.round(documents / wholeMs * 1_000)} documents/s), at most ${
    extraMib.toFixed(0)
  } MiB more resident memory in the portal`;
}

function readResidentMib(pid: number): number {
  const status = Deno.readTextFileSync(`/proc/${pid}/status`);
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
}

/** Of processor time, a hundredth of a second each (proc(5)). */
function readTicks(pid: number): number {
  const fields = Deno.readTextFileSync(`/proc/${pid}/stat`).split(") ")[1]!.split(" ");
  return Number(fields[11]) + Number(fields[12]);
}
