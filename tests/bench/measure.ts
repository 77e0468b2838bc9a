/** Times of many runs as one line of a table. */

export interface Line {
  readonly name: string;
  readonly runs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms?: number;
  /** Where many ran side by side. */
  readonly perSecond?: number;
}

/** One after the other; the first few, which fill caches and make plans, do not count. */
export async function measure(
  name: string,
  runs: number,
  run: (index: number) => Promise<unknown>,
  warmUp = Math.min(10, runs),
): Promise<Line> {
  for (let index = 0; index < warmUp; index++) await run(index);
  const times: number[] = [];
  for (let index = 0; index < runs; index++) times.push(await timeOf(() => run(index)));
  return {
    name,
    runs,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    p99Ms: percentile(times, 0.99),
  };
}

export async function measureParallel(
  name: string,
  options: { runs: number; workers: number },
  run: (index: number) => Promise<unknown>,
): Promise<Line> {
  const times: number[] = [];
  let next = 0;
  const work = async (runs: number) => {
    while (next < runs) {
      const index = next++;
      times.push(await timeOf(() => run(index)));
    }
  };
  const all = (runs: number) => Promise.all(Array.from({ length: options.workers }, () => work(runs)));
  await all(Math.ceil(options.runs / 10));
  times.length = 0;
  const first = next;
  const startedAt = performance.now();
  await all(first + options.runs);
  const seconds = (performance.now() - startedAt) / 1000;
  const perSecond = times.length / seconds;
  return {
    name,
    runs: times.length,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    perSecond,
  };
}

async function timeOf(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

/** @param share From 0 to 1. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** GitHub's tables, readable in a terminal too. */
export function renderTable(lines: readonly Line[]): string {
  const widest = Math.max(...lines.map((line) => line.name.length));
  const row = (name: string, ...cells: string[]) =>
    `| ${name.padEnd(widest)} | ${cells.map((cell) => cell.padStart(8)).join(" | ")} |`;
  return [
    row("", "p50 ms", "p95 ms", "per s", "runs"),
    `| ${"-".repeat(widest)} | ${Array(4).fill("-------:").join(" | ")} |`,
    ...lines.map((line) =>
      row(line.name, spell(line.p50Ms), spell(line.p95Ms), spell(line.perSecond), String(line.runs))
    ),
  ].join("\n");
}

function spell(value: number | undefined): string {
  if (value === undefined) return "";
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(3);
}
