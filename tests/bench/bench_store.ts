/** `deno task bench:store [--customers N] [--invoices N] [--only PARTS | --record]`: how fast the store is, at any size. */
import { parseArgs } from "node:util";
import { printLine } from "../../infra/dev/print.ts";
import { typedArgs } from "../../infra/typed_args.ts";
import type { Sql } from "../../services/store/database/connect.ts";
import { measureAnchor } from "./anchor_cases.ts";
import { openBenchDatabase } from "./database.ts";
import { ensureDataset, type Size } from "./dataset.ts";
import { renderGoals } from "./goals.ts";
import { type Line, renderTable } from "./measure.ts";
import { measureFilters, measureLists, measureSearches, measureSingle } from "./read_cases.ts";
import { recordSection } from "./record_section.ts";
import { makeHandlers, type StoreHandlers } from "./store_handlers.ts";
import { measureWrites } from "./write_cases.ts";

const { values: flags } = parseArgs({
  args: typedArgs(),
  options: {
    customers: { type: "string", default: "100000" },
    invoices: { type: "string", default: "1000000" },
    runs: { type: "string", default: "100" },
    writes: { type: "string", default: "3000" },
    // Some of PARTS, with commas between
    only: { type: "string" },
    record: { type: "boolean", default: false },
  },
});

const size: Size = { customers: Number(flags.customers), invoices: Number(flags.invoices) };
const runs = Number(flags.runs);
const depth = Math.min(50_000, Math.floor(size.customers / 2));

const PARTS: Readonly<Record<string, (sql: Sql, handlers: StoreHandlers) => Promise<Line[]>>> = {
  lists: (_, handlers) => measureLists(handlers, depth, runs),
  filters: (_, handlers) => measureFilters(handlers, runs),
  searches: (sql, handlers) => measureSearches(sql, handlers, runs),
  single: (sql, handlers) => measureSingle(sql, handlers, runs),
  writes: (sql, handlers) => measureWrites(sql, handlers, Number(flags.writes)),
  anchor: (sql) => measureAnchor(sql, depth, 3),
};

const parts = chooseParts();
await using database = await openBenchDatabase(Deno.env.get("DATABASE_URL"), size);
const { sql, shared, version } = database;
await ensureDataset(sql, size, (step) => printLine(`loading ${step}`));
const handlers = makeHandlers(sql, shared);
const lines: Line[] = [];
for (const measurePart of parts) {
  const measured = await measurePart(sql, handlers);
  printLine(`\n${renderTable(measured)}`);
  lines.push(...measured);
}
if (flags.record) await record();

function chooseParts() {
  if (flags.only === undefined) return Object.values(PARTS);
  if (flags.record) {
    throw new TypeError("Only a whole run is recorded: --only and --record exclude each other");
  }
  return flags.only.split(",").map((name) => {
    const part = PARTS[name];
    if (part) return part;
    throw new TypeError(`There is no part "${name}", only ${Object.keys(PARTS).join(", ")}`);
  });
}

async function record(): Promise<void> {
  await recordSection(
    "Store",
    `\`deno task bench:store --record\` writes this section. All lines are of one run, on one server, through the real
handlers (input checked, statements, answer built) without bus and HTTP; the lines of the anchor are its query shapes,
written by us after MIDDAY-SQL.md, as bare SQL. Lists: half of the runs read page 1, half a page far down. Searches: each
of a hundred texts once before it counts, so that its rows are in memory. Writes:
sixteen callers on as many connections, four of them for what is recorded together; each commit waits for the disk; benchmark and Postgres share the cores.

- ${new Date().toISOString().slice(0, 10)}, ${navigator.hardwareConcurrency} cores, ${
      Math.round(Deno.systemMemoryInfo().total / 2 ** 30)
    } GiB, ${version}, Deno ${Deno.version.deno}
- ${size.customers} customers and ${size.invoices} invoices in one team; the load average was ${
      Deno.loadavg()[0]!.toFixed(1)
    } at the end

That totals stay exact is a test: \`MESH_TEST_OPERATIONS=10000 deno task test tests/many_writers_test.ts\` lets eight
writers do 10,000 random things and computes every total, figure, bucket and list anew.

### Goals

${renderGoals(lines)}

### All lines

${renderTable(lines)}
`,
  );
}
