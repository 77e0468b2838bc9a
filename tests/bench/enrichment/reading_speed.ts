/** How fast pages were read, against what is to be reached. */
import { loadavg } from "node:os";
import { goalTable } from "../goal_table.ts";

export interface Speed {
  readonly pageCount: number;
  readonly perSecond: number;
  /** Of the processor's time, of all threads: with those that compile and collect. */
  readonly perCpuSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly peakMiB: number;
}

export function renderSpeed({ perSecond, p50Ms, p95Ms, peakMiB }: Speed): string {
  return goalTable([
    { what: "pages a second on one core", measured: perSecond, least: 60 },
    { what: "ms a page, p95", measured: p95Ms, most: 60, digits: 1 },
    { what: "MiB of memory, at most", measured: peakMiB, most: 256 },
    { what: "ms a page, p50", measured: p50Ms, digits: 1 },
  ]);
}

export function describeSpeed(speed: Speed, passes: number): string {
  const [load = 0] = loadavg();
  return `\`deno task bench:enrichment --pages DIR --record\`: saved pages of real sites, parsed and read on the
benchmark's only thread, without network; the best of ${passes} passes after one that warms up.

- ${
    new Date().toISOString().slice(0, 10)
  }, Deno ${Deno.version.deno}, ${speed.pageCount} pages, load average ${load.toFixed(1)}; ${
    speed.perCpuSecond.toFixed(0)
  } pages a second of the processor.

${renderSpeed(speed)}
`;
}
