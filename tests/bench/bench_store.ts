/** `deno task bench:store [--customers N] [--invoices N] [--record]`: how fast the store is, at any size. */
import { parseArgs } from "node:util";
import { printLine } from "../../infra/dev/print.ts";
import { measureAnchor } from "./anchor_cases.ts";
import { openBenchDatabase } from "./database.ts";
import { ensureDataset, type Size } from "./dataset.ts";
import { renderGoals } from "./goals.ts";
import { type Line, renderTable } from "./measure.ts";
import { measureFilters, measureLists, measureSearches, measureSingle } from "./read_cases.ts";
import { recordSection } from "./record_section.ts";
import { makeHandlers } from "./store_handlers.ts";
import { measureWrites } from "./write_cases.ts";

const { values: flags } = parseArgs({
  options: {
    customers: { type: "string", default: "100000" },
    invoices: { type: "string", default: "1000000" },
    runs: { type: "string", default: "100" },
    writes: { type: "string", default: "3000" },
    record: { type: "boolean", default: false },
  },
});

const size: Size = { customers: Number(flags.customers), invoices: Number(flags.invoices) };
const runs = Number(flags.runs);
const depth = Math.min(50_000, Math.floor(size.customers / 2));

await using database = await openBenchDatabase(Deno.env.get("DATABASE_URL"), size);
const { sql, version } = database;
await ensureDataset(sql, size, (step) => printLine(`loading ${step}`));
const handlers = makeHandlers(sql);
const lines: Line[] = [];
const show = (measured: readonly Line[]) => {
  printLine(`\n${renderTable(measured)}`);
  lines.push(...measured);
};
show(await measureLists(handlers, depth, runs));
show(await measureFilters(handlers, runs));
show(await measureSearches(sql, handlers, runs));
show(await measureSingle(sql, handlers, runs));
show(await measureWrites(sql, handlers, Number(flags.writes)));
show(await measureAnchor(sql, depth, 3));
if (flags.record) await record();

async function record(): Promise<void> {
  await recordSection(
    "Store",
    `\`deno task bench:store --record\` writes this section. All lines are of one run, on one server, through the real
handlers (input checked, statements, answer built) without bus and HTTP; the lines of the anchor are its query shapes,
written by us after MIDDAY-SQL.md, as bare SQL. Lists: half of the runs read page 1, half a page far down. Writes:
sixteen callers share ten connections, each commit waits for the disk; benchmark and Postgres share the cores.

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
