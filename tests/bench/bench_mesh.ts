/** `deno task bench:mesh [--pairs N] [--seconds N] [--record]`: what the mesh costs beside the same handlers in one process. */
import { parseArgs } from "node:util";
import { printLine } from "../../infra/dev/print.ts";
import { typedArgs } from "../../infra/typed_args.ts";
import { compare, type Comparison, measurePairs, type Pair, renderComparisons } from "./compare_sides.ts";
import { measureLoad, type Question } from "./load.ts";
import { startSides } from "./mesh_sides.ts";
import { recordSection } from "./record_section.ts";

const { values: flags } = parseArgs({
  args: typedArgs(),
  options: {
    pairs: { type: "string", default: "5" },
    seconds: { type: "string", default: "2" },
    record: { type: "boolean", default: false },
  },
});

interface Workload {
  readonly name: string;
  readonly connections: readonly number[];
  ask(id: string, index: number): Question;
}

const WORKLOADS: readonly Workload[] = [
  {
    name: "GET /customers/{id}",
    connections: [1, 8, 32],
    ask: (id) => ({ method: "GET", path: `/customers/${id}` }),
  },
  {
    name: "GET /customers",
    connections: [8],
    ask: () => ({ method: "GET", path: "/customers?pageSize=25" }),
  },
  {
    name: "POST /invoices",
    connections: [8, 32],
    ask: (customerId, index) => ({ method: "POST", path: "/invoices", body: newInvoice(customerId, index) }),
  },
];

/** What is compiled and planned only after a while must not count. */
const WARM_UP_MS = 1_500;

await using sides = await startSides();
let asked = 0;
const comparisons: Comparison[] = [];
for (const workload of WORKLOADS) {
  for (const connections of workload.connections) {
    comparisons.push(await measureWorkload(workload, connections));
    printLine(renderComparisons(comparisons.slice(-1)).split("\n").at(-1)!);
  }
}
const text = describeRun();
printLine(`\n${text}`);
if (flags.record) await recordSection("Mesh", text);

async function measureWorkload({ name, ask }: Workload, connections: number): Promise<Comparison> {
  const { key } = sides;
  const measure = (side: keyof Pair, durationMs = Number(flags.seconds) * 1000) => {
    const { url, ids } = sides[side];
    const next = () => ask(ids[asked % ids.length]!, asked++);
    return measureLoad({ url, key, connections, durationMs, next });
  };
  for (const side of ["mesh", "oneProcess"] as const) await measure(side, WARM_UP_MS);
  return compare(`${name}, ${connections}`, await measurePairs(Number(flags.pairs), measure));
}

function newInvoice(customerId: string, index: number) {
  return {
    customerId,
    invoiceNumber: `B-${index}`,
    currency: "EUR",
    issueDate: "2026-01-10",
    dueDate: "2026-02-10",
    lines: [
      { name: "Work", quantity: 2, price: "1250.00", taxRate: 25 },
      { name: "Travel", quantity: 1, price: "99.90" },
    ],
  };
}

function describeRun(): string {
  const gibibytes = Math.round(Deno.systemMemoryInfo().total / 2 ** 30);
  const date = new Date().toISOString().slice(0, 10);
  return `\`deno task bench:mesh --record\` wrote this. **mesh**: HTTP → gateway → nats-server → store → Postgres, as processes of
\`deno task dev\`. **one**: the same gateway, the same handlers and the same outbox relay in one process; a function call
stands for the broker, and the owner's second check of the input is left out. Same Postgres, same flags, both log
warnings only. After each name its number of connections; times in ms. ${flags.pairs} pairs of ${flags.seconds} s in turn, each
figure the median of the pairs.

- ${date}, ${navigator.hardwareConcurrency} cores, ${gibibytes} GiB, ${sides.version}, Deno ${Deno.version.deno}; load average at the end ${
    Deno.loadavg()[0]!.toFixed(1)
  }.
- Whoever asks runs on the same cores, and so do Postgres and the broker: one process leaves them a core, the mesh of two
  busy processes does not. With more cores the mesh gains and one process does not.

${renderComparisons(comparisons)}
`;
}
