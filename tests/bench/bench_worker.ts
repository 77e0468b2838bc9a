/** `deno task bench:worker [--pages DIR --runs N --record]`: one worker process reads many sites for a whole mesh; its pace and memory. */
import { fileURLToPath } from "node:url";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { until } from "shared/test_until.ts";
import { printLine } from "../../infra/dev/print.ts";
import { startDevMesh } from "../../infra/test_mesh.ts";
import { typedArgs } from "../../infra/typed_args.ts";
import { connectDatabase } from "../../services/store/database/connect.ts";
import { type Http, httpClient } from "../mesh_client.ts";
import { serveSites } from "./enrichment/local_sites.ts";
import { openSiteFolder } from "./enrichment/site_folder.ts";
import { goalTable } from "./goal_table.ts";
import { recordSection } from "./record_section.ts";

const { values: flags } = parseArgs({
  args: typedArgs(),
  options: {
    pages: { type: "string", default: fileURLToPath(new URL("enrichment/sites", import.meta.url)) },
    runs: { type: "string", default: "200" },
    record: { type: "boolean", default: false },
  },
});
const runs = Number(flags.runs);
const MINUTES = 5;

await using sites = await serveSites(await openSiteFolder(flags.pages), runs);
await using mesh = await startDevMesh({ allowFetch: sites.addresses });
const sql = connectDatabase(mesh.file.databaseUrl, {
  applicationName: "bench",
  maxConnections: 1,
  statementTimeoutMs: 10_000,
});
const http = httpClient(mesh);
const worker = mesh.file.pids.enrichment!;
const idleMiB = await memoryOf(worker, "VmRSS");
const startedAt = performance.now();
for (const [index, url] of sites.urls.entries()) await createCustomer(index, url, http);
await until("the end of all runs", allEnded, MINUTES * 60_000);
const seconds = (performance.now() - startedAt) / 1_000;
const times = await timesOfRuns();
const [{ logos } = { logos: 0 }] = await sql<{ logos: number }[]>`
  select count(distinct customer_id)::int as logos from logos`;
await sql.end();
const table = goalTable([
  { what: "MiB of memory of the worker, at most", measured: await memoryOf(worker, "VmHWM"), most: 256 },
  { what: "MiB of memory of the worker, before its first page", measured: idleMiB },
  {
    what: "runs a second, from the first customer's POST to the last run's end",
    measured: runs / seconds,
    digits: 1,
  },
  { what: "ms a run, p50", measured: times.p50 },
  { what: "ms a run, p95", measured: times.p95 },
]);
printLine(`${runs} runs, ${times.good} succeeded, ${logos} with a logo\n\n${table}`);
if (flags.record) await recordSection("Worker", describe());

function describe(): string {
  const [load = 0] = loadavg();
  return `\`deno task bench:worker --pages DIR --record\`: a whole mesh; ${runs} customers are created one after the
other, and its one worker, eight runs at once, reads their websites: saved pages of real sites, served on loopback,
where no pause between two requests is kept.

- ${new Date().toISOString().slice(0, 10)}, Deno ${Deno.version.deno}, load average at the end ${
    load.toFixed(1)
  }; ${times.good} of ${runs} runs succeeded, ${logos} with a logo. Postgres, the broker, the sites and whoever asks share
  the cores.

${table}
`;
}

/** Slower than the team's limit if need be. */
async function createCustomer(index: number, website: string, http: Http): Promise<void> {
  const body = { name: `Bench ${index}`, email: "b@example.com", website };
  await until("a customer", async () => {
    const { status } = await http("POST", "/customers", { body });
    if (status !== 201 && status !== 429) throw new Error(`Unexpected answer: ${status}`);
    return status === 201;
  });
}

async function allEnded(): Promise<boolean> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from enrichment_runs where status not in ('queued', 'running')`;
  return row!.count >= runs;
}

/** From claim to end, in milliseconds. */
async function timesOfRuns() {
  const [row] = await sql<{ good: number; p50: number; p95: number }[]>`
    with times as (
      select status, extract(epoch from finished_at - started_at)::float8 * 1000 as ms from enrichment_runs
    )
    select count(*) filter (where status = 'succeeded')::int as good,
      percentile_cont(0.5) within group (order by ms) as p50,
      percentile_cont(0.95) within group (order by ms) as p95
    from times`;
  return row!;
}

/** As Linux tells it: `VmRSS` now, `VmHWM` at most so far. */
async function memoryOf(pid: number, field: "VmRSS" | "VmHWM"): Promise<number> {
  // A program of its own: Deno reads such a file only with the right to everything.
  const { stdout } = await new Deno.Command("cat", { args: [`/proc/${pid}/status`] }).output();
  const status = new TextDecoder().decode(stdout);
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024;
}
