/** `deno task bench:worker [--pages DIR] [--runs N]`: one worker process reads many sites for a whole mesh; its pace and its memory. */
import { parseArgs } from "node:util";
import { printLine } from "../../infra/dev/print.ts";
import { startDevMesh } from "../../infra/test_mesh.ts";
import { connectDatabase } from "../../services/store/database/connect.ts";
import { type Http, httpClient, until } from "../mesh_client.ts";
import { serveSites } from "./enrichment/local_sites.ts";
import { openSiteFolder } from "./enrichment/site_folder.ts";

const OWN_SITES = new URL("enrichment/sites", import.meta.url).pathname;

const { values: flags } = parseArgs({
  options: { pages: { type: "string", default: OWN_SITES }, runs: { type: "string", default: "48" } },
});
const runs = Number(flags.runs);

await using sites = await serveSites(await openSiteFolder(flags.pages), runs);
await using mesh = await startDevMesh({ allowFetch: sites.addresses });
const sql = connectDatabase(mesh.file.databaseUrl, {
  applicationName: "bench",
  maxConnections: 1,
  statementTimeoutMs: 10_000,
});
const http = httpClient(mesh);
const pid = mesh.file.pids.enrichment!;
const idleMiB = await memoryOf(pid, "VmRSS");
const startedAt = performance.now();
for (const [index, url] of sites.urls.entries()) await createCustomer(index, url, http);
const createdMs = performance.now() - startedAt;
await until("all runs ended", allEnded, 300_000);
const seconds = (performance.now() - startedAt) / 1_000;
const [row] = await sql`select count(*) filter (where status = 'succeeded') as good,
  percentile_cont(0.5) within group (order by extract(epoch from finished_at - started_at)) as p50,
  percentile_cont(0.95) within group (order by extract(epoch from finished_at - started_at)) as p95 from enrichment_runs`;
printLine(
  `${runs} runs in ${seconds.toFixed(1)} s (created in ${(createdMs / 1000).toFixed(1)}): ${
    (runs / seconds).toFixed(2)
  } a second; ${JSON.stringify(row)}`,
);
printLine(
  `memory of the worker: idle ${idleMiB.toFixed(0)} MiB, at most ${
    (await memoryOf(pid, "VmHWM")).toFixed(0)
  } MiB`,
);
await sql.end();

async function createCustomer(index: number, website: string, http: Http): Promise<void> {
  await until("a customer", async () => {
    const { status } = await http("POST", "/customers", {
      body: { name: `Bench ${index}`, email: "b@example.com", website },
    });
    if (status !== 201 && status !== 429) throw new Error(`Unexpected answer: ${status}`);
    return status === 201;
  });
}

async function allEnded(): Promise<boolean> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from enrichment_runs where status not in ('queued', 'running')`;
  return row!.count >= runs;
}

async function memoryOf(pid: number, field: string): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`);
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024;
}
