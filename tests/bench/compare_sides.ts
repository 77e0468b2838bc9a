/** Measures two sides in turn and says what one costs beside the other. */
import type { Measured } from "./load.ts";
import { percentile } from "./measure.ts";

export interface Pair {
  readonly mesh: Measured;
  readonly oneProcess: Measured;
}

/** Medians over all pairs. */
export interface Comparison {
  readonly name: string;
  readonly mesh: Figures;
  readonly oneProcess: Figures;
  /** Mesh ÷ one process of each pair. */
  readonly throughput: number;
  readonly latency: number;
}

interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** In turn, so that what else the machine does strikes both; whoever went first goes second in the next pair. */
export async function measurePairs(
  count: number,
  measure: (side: keyof Pair) => Promise<Measured>,
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let n = 0; n < count; n++) {
    const mesh = n % 2 === 0 ? await measure("mesh") : undefined;
    const oneProcess = await measure("oneProcess");
    pairs.push({ mesh: mesh ?? await measure("mesh"), oneProcess });
  }
  return pairs;
}

export function compare(name: string, pairs: readonly Pair[]): Comparison {
  const ratio = (read: (measured: Measured) => number) =>
    median(pairs.map(({ mesh, oneProcess }) => read(mesh) / read(oneProcess)));
  return {
    name,
    mesh: figuresOf(pairs.map(({ mesh }) => mesh)),
    oneProcess: figuresOf(pairs.map(({ oneProcess }) => oneProcess)),
    throughput: ratio(({ perSecond }) => perSecond),
    latency: ratio(({ times }) => percentile(times, 0.5)),
  };
}

function figuresOf(measured: readonly Measured[]): Figures {
  const share = (part: number) => median(measured.map(({ times }) => percentile(times, part)));
  return {
    perSecond: median(measured.map(({ perSecond }) => perSecond)),
    p50: share(0.5),
    p95: share(0.95),
    p99: share(0.99),
  };
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

const HEAD = ["", "mesh/s", "p50", "p95", "p99", "one/s", "p50", "p95", "p99", "mesh ÷ one", "p50 ÷ p50"];

export function renderComparisons(comparisons: readonly Comparison[]): string {
  const widest = Math.max(...comparisons.map(({ name }) => name.length));
  const row = ([name, ...cells]: readonly string[]) =>
    `| ${name!.padEnd(widest)} | ${cells.map((cell) => cell.padStart(6)).join(" | ")} |`;
  const rule = `| ${"-".repeat(widest)} | ${HEAD.slice(1).map(() => "-----:").join(" | ")} |`;
  return [row(HEAD), rule, ...comparisons.map((each) => row(cellsOf(each)))].join("\n");
}

function cellsOf({ name, mesh, oneProcess, throughput, latency }: Comparison): string[] {
  const figures = (
    { perSecond, p50, p95, p99 }: Figures,
  ) => [String(Math.round(perSecond)), ...[p50, p95, p99].map((ms) => ms.toFixed(2))];
  return [name, ...figures(mesh), ...figures(oneProcess), throughput.toFixed(2), latency.toFixed(2)];
}
