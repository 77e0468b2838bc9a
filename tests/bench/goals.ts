/** What the store is to reach at full size, and whether a run has reached it. */
import type { Line } from "./measure.ts";

interface Goal {
  readonly what: string;
  /** By the names of the lines that it is about; the worst of them counts. */
  readonly lines: RegExp;
  readonly maxP95Ms?: number;
  readonly minPerSecond?: number;
}

const GOALS: readonly Goal[] = [
  { what: "list, default sort, page 1 and deep", lines: /^list, default sort/, maxP95Ms: 5 },
  {
    what: "list, each of 12 sorts, both directions, page 1 and deep",
    lines: /^list \w+ (asc|desc)/,
    maxP95Ms: 10,
  },
  { what: "search, 3 letters and more, typing errors too", lines: /^search, (?!2 letters)/, maxP95Ms: 20 },
  { what: "detail", lines: /^detail$/, maxP95Ms: 2 },
  { what: "invoice summary, in SQL", lines: /^invoice summary, in SQL$/, maxP95Ms: 2 },
  { what: "invoices.record", lines: /^invoices\.record$/, minPerSecond: 1_000 },
];

/** The list is also to be so many times as fast as the anchor's. */
const TIMES_FASTER = 1_000;

export function renderGoals(lines: readonly Line[]): string {
  const rows = [...GOALS.map((goal) => judge(goal, lines)), compare(lines)];
  return [
    "| what | goal | measured | met |",
    "| --- | ---: | ---: | --- |",
    ...rows.map(([what, goal, measured, isMet]) =>
      `| ${what} | ${goal} | ${measured} | ${isMet ? "yes" : "**no**"} |`
    ),
  ].join("\n");
}

type Row = [what: string, goal: string, measured: string, isMet: boolean];

function judge({ what, lines: pattern, maxP95Ms, minPerSecond = 0 }: Goal, lines: readonly Line[]): Row {
  const about = lines.filter(({ name }) => pattern.test(name));
  if (maxP95Ms !== undefined) {
    const worst = Math.max(...about.map(({ p95Ms }) => p95Ms));
    return [what, `≤ ${maxP95Ms} ms p95`, `${worst.toFixed(1)} ms`, worst <= maxP95Ms];
  }
  const slowest = Math.min(...about.map(({ perSecond }) => perSecond ?? 0));
  return [what, `≥ ${minPerSecond} per s`, `${Math.round(slowest)} per s`, slowest >= minPerSecond];
}

function compare(lines: readonly Line[]): Row {
  const p50Of = (pattern: RegExp) => lines.find(({ name }) => pattern.test(name))?.p50Ms ?? NaN;
  const times = p50Of(/^anchor's Q1 list, offset/) / p50Of(/^list, default sort/);
  return [
    "list, default sort, against the anchor's",
    `≥ ${TIMES_FASTER} times as fast`,
    `${Math.round(times)} times`,
    times >= TIMES_FASTER,
  ];
}
