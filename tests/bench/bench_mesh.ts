/** `deno task bench:mesh [--pairs N] [--seconds N] [--record]`: what the mesh costs beside the same handlers in one process. */
import { parseArgs } from "node:util";
import { printLine } from "../../infra/dev/print.ts";
import { type Measured, measureLoad, type Question } from "./load.ts";
import { percentile } from "./measure.ts";
import { type Side, type Sides, startSides } from "./mesh_sides.ts";

const { values: flags } = parseArgs({
  options: {
    pairs: { type: "string", default: "5" },
    seconds: { type: "string", default: "2" },
    record: { type: "boolean", default: false },
  },
});
const durationMs = Number(flags.seconds) * 1000;

interface Workload {
  readonly name: string;
  readonly connections: readonly number[];
  ask(side: Side, index: number): Question;
}

const run = crypto.randomUUID().slice(0, 8);

const WORKLOADS: readonly Workload[] = [
  {
    name: "GET /customers/{id}",
    connections: [1, 8, 32],
    ask: ({ ids }, index) => ({ method: "GET", path: `/customers/${ids[index % ids.length]}` }),
  },
  {
    name: "GET /customers",
    connections: [8],
    ask: () => ({ method: "GET", path: "/customers?pageSize=25" }),
  },
  {
    name: "POST /invoices",
    connections: [8, 32],
    ask: ({ ids }, index) => ({
      method: "POST",
      path: "/invoices",
      body: newInvoice(ids[index % ids.length]!, index),
    }),
  },
];

function newInvoice(customerId: string, index: number) {
  return {
    customerId,
    invoiceNumber: `B-${run}-${index}`,
    currency: "EUR",
    issueDate: "2026-01-10",
    dueDate: "2026-02-10",
    lines: [
      { name: "Work", quantity: 2, price: "1250.00", taxRate: 25 },
      { name: "Travel", quantity: 1, price: "99.90" },
    ],
  };
}

interface Pair {
  readonly mesh: Measured;
  readonly oneProcess: Measured;
}

interface Row {
  readonly name: string;
  readonly mesh: Figures;
  readonly oneProcess: Figures;
  /** Mesh ÷ one process, each the median of the pairs. */
  readonly throughput: number;
  readonly latency: number;
}

interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

await using sides = await startSides();
const rows: Row[] = [];
let index = 0;
for (const workload of WORKLOADS) {
  for (const connections of workload.connections) {
    const measure = (side: Side, ms = durationMs) =>
      measureLoad({
        url: side.url,
        key: sides.key,
        connections,
        durationMs: ms,
        next: () => workload.ask(side, index++),
      });
    // What is compiled and planned only after a while must not count.
    for (const side of [sides.mesh, sides.oneProcess]) await measure(side, 1_500);
    rows.push(describe(`${workload.name}, ${connections}`, await measurePairs(sides, measure)));
    printLine(renderRow(rows.at(-1)!));
  }
}
const text = describeRun(sides);
printLine(`\n${text}`);
if (flags.record) await record(text);

/** In turn, so that what else the machine does strikes both; whoever went first goes second in the next pair. */
async function measurePairs(
  { mesh, oneProcess }: Sides,
  measure: (side: Side) => Promise<Measured>,
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let n = 0; n < Number(flags.pairs); n++) {
    const first = await measure(n % 2 === 0 ? mesh : oneProcess);
    const second = await measure(n % 2 === 0 ? oneProcess : mesh);
    pairs.push(n % 2 === 0 ? { mesh: first, oneProcess: second } : { mesh: second, oneProcess: first });
  }
  return pairs;
}

function describe(name: string, pairs: readonly Pair[]): Row {
  const ratio = (read: (measured: Measured) => number) =>
    median(pairs.map(({ mesh, oneProcess }) => read(mesh) / read(oneProcess)));
  return {
    name,
    mesh: figuresOf(pairs.map((pair) => pair.mesh)),
    oneProcess: figuresOf(pairs.map((pair) => pair.oneProcess)),
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

function renderRow({ name, mesh, oneProcess, throughput, latency }: Row): string {
  const figures = (
    { perSecond, p50, p95, p99 }: Figures,
  ) => [Math.round(perSecond), ...[p50, p95, p99].map((ms) => ms.toFixed(2))];
  const cells = [...figures(mesh), ...figures(oneProcess), throughput.toFixed(2), latency.toFixed(2)];
  return `| ${name.padEnd(24)} | ${cells.map((cell) => String(cell).padStart(6)).join(" | ")} |`;
}

function describeRun({ version }: Sides): string {
  const cores = navigator.hardwareConcurrency;
  const gibibytes = Math.round(Deno.systemMemoryInfo().total / 2 ** 30);
  return `## Mesh

\`deno task bench:mesh --record\` wrote this. **Mesh**: HTTP → gateway → nats-server → store → Postgres, the processes of
\`deno task dev\`. **One**: the same gateway and the same handlers in one process, where a function call stands for the
broker; same checks, same Postgres, same flags. ${flags.pairs} pairs of ${flags.seconds} s each, in turn; each figure is the median of the pairs. The number after the name is that of connections. Both log warnings only.

- ${
    new Date().toISOString().slice(0, 10)
  }, ${cores} cores, ${gibibytes} GiB, ${version}, Deno ${Deno.version.deno}; load average ${
    Deno.loadavg()[0]!.toFixed(1)
  } at the end
- The generator, Postgres and the broker run on the same ${cores} cores. One process leaves a core to them; the mesh shares what there is among four. With more cores the mesh gains, one process does not.

| times in ms | mesh/s | p50 | p95 | p99 | one/s | p50 | p95 | p99 | throughput mesh ÷ one | p50 mesh ÷ one |
| --- | ${Array(10).fill("---:").join(" | ")} |
${rows.map(renderRow).join("\n")}
`;
}

/** In the place of the section's earlier text; what else the file says stays. */
async function record(section: string): Promise<void> {
  const file = new URL("RESULTS.md", import.meta.url);
  const before = await Deno.readTextFile(file).catch(() => "");
  const others = before.split(/^(?=## )/m).filter((part) => !part.startsWith("## Mesh\n"));
  await Deno.writeTextFile(file, [...others.map((part) => part.trimEnd()), section].join("\n\n").trimStart());
}
