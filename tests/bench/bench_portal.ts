/** `deno task bench:portal [--record]`: pages, documents and archives of the portal, alone and through a whole mesh. */
import { parseArgs } from "node:util";
import { printLine } from "../../infra/dev/print.ts";
import { type DevMesh, startDevMesh } from "../../infra/test_mesh.ts";
import { typedArgs } from "../../infra/typed_args.ts";
import { connectDatabase } from "../../services/store/database/connect.ts";
import { LIVE_SCRIPT } from "../../services/portal/live.ts";
import { type Line, measure, renderTable } from "./measure.ts";
import { type Account, makeAccount } from "./portal_accounts.ts";
import { describe, type Download, download, leave } from "./portal_archives.ts";
import { measureLegs, renderLegs } from "./portal_legs.ts";
import { type Finding, renderFindings } from "./portal_goals.ts";
import { countWireBytes, Visitor } from "./portal_http.ts";
import { measurePage, measurePdfs } from "./portal_rendering.ts";
import { recordSection } from "./record_section.ts";

const { values: flags } = parseArgs({
  args: typedArgs(),
  options: { record: { type: "boolean", default: false } },
});
const ARCHIVED = 500;

const drawn = [await measurePage(), ...await measurePdfs()];
printLine(renderTable(drawn));
// Lines for each request would measure who reads them.
await using mesh = await startDevMesh({ env: { LOG_LEVEL: "warn" } });
const url = mesh.file.gatewayUrl;
const pid = mesh.reload().pids.portal!;
const [small, large, archived] = await makeAccounts(mesh);
const wire = await measureWire(small!);
const pages = await measurePages(small!, large!);
const documents = await measureDocuments(small!);
const legs = await measureWays(small!);
const archives = await measureArchives(archived!);
const text = describeRun();
printLine(`\n${text}`);
if (flags.record) await recordSection("Portal", text);

async function makeAccounts({ file }: DevMesh): Promise<Account[]> {
  const sql = connectDatabase(file.databaseUrl, {
    maxConnections: 1,
    statementTimeoutMs: 0,
    applicationName: "mesh bench",
  });
  try {
    const accounts: Account[] = [];
    for (const [invoices, links] of [[50, 40], [10_000, 60], [ARCHIVED, 1]] as const) {
      accounts.push(await makeAccount(sql, file.teamId, { name: `Account of ${invoices}`, invoices, links }));
    }
    // Else the server would do it by itself some time, in the middle of a measurement.
    await sql`vacuum analyze`;
    return accounts;
  } finally {
    await sql.end();
  }
}

async function measureWire(account: Account) {
  const path = `/p/${account.links[0]}/?pageSize=50`;
  return { br: await countWireBytes(url, path, "br"), gzip: await countWireBytes(url, path, "gzip") };
}

async function measurePages(small: Account, large: Account) {
  const [few, many] = [new Visitor(url, small), new Visitor(url, large)];
  return [
    ...[await few.measurePages(1), await few.measurePages(8)],
    ...[await many.measurePages(1), await many.measurePages(8)],
    ...await few.measureListings(25),
    ...await many.measureListings(25),
  ];
}

async function measureDocuments(account: Account): Promise<Line[]> {
  const visitor = new Visitor(url, account);
  const pathOf = (index: number) => `invoices/${account.invoiceIds[index % 40]}.pdf`;
  let asked = 0;
  return [
    await measure("PDF over HTTP, never made before", 40, (index) => visitor.read(pathOf(index)), 0),
    await visitor.measureSteadily("PDF over HTTP, made before", 1, () => pathOf(asked++)),
  ];
}

/** Pages and documents are asked for beforehand, so that all is compiled, planned and kept. */
async function measureWays(account: Account): Promise<string> {
  const visitor = new Visitor(url, account);
  const { pids } = mesh.reload();
  let asked = 0;
  const ask = (next: () => string) => measureLegs(pids, () => visitor.ask(1, 3_000, next));
  return renderLegs({
    "account page of 50 invoices": await ask(() => "?pageSize=50"),
    "PDF made before": await ask(() => `invoices/${account.invoiceIds[asked++ % 40]}.pdf`),
  });
}

async function measureArchives({ links }: Account) {
  const archive = `${url}/p/${links[0]}/invoices.zip`;
  const made = await download(archive, pid);
  const kept = await download(archive, pid);
  return { made, kept, busyMs: await leave(archive, pid) };
}

function judge(): Finding[] {
  const named = (name: string) => [...drawn, ...pages, ...documents].find((line) => line.name === name)!;
  const page = named("account page of 50 rows, drawn");
  const whole = named("account page of 50 invoices, 1 connections");
  const listings = (count: number) => pages.filter(({ name }) => name.startsWith(`${count} invoices: `));
  const slower = listings(10_000).map((line, index) => line.p50Ms - listings(50)[index]!.p50Ms);
  const { kept } = archives;
  const ms = (what: string, goal: number, measured: number) => ({ what, goal, measured, unit: "ms" });
  return [
    {
      what: "account page of 50 invoices, headers too, brotli",
      goal: 15,
      measured: wire.br / 1e3,
      unit: "KB",
    },
    { what: "the same, gzip", goal: 15, measured: wire.gzip / 1e3, unit: "KB" },
    { what: "its script, not compressed", goal: 1.5, measured: LIVE_SCRIPT.length / 1e3, unit: "KB" },
    ms("drawing 50 rows, p50", 1, page.p50Ms),
    ms("drawing 50 rows, p99", 5, page.p99Ms!),
    ms("whole answer over HTTP and NATS, 1 connection, p95", 15, whole.p95Ms),
    ms("PDF in six scripts, warm, p50", 20, named("PDF in the worker, warm, six scripts").p50Ms),
    ms(
      "PDF made before, over HTTP and NATS, 1 connection, p50",
      5,
      named("PDF over HTTP, made before").p50Ms,
    ),
    ms(`archive of ${ARCHIVED} documents made before, first byte`, 100, kept.firstByteMs),
    { what: "its extra memory in the portal", goal: 60, measured: Math.max(0, kept.extraMib), unit: "MiB" },
    ms("account of 10,000 against one of 50, slowest of all listings, p50 longer by", 5, Math.max(...slower)),
  ];
}

function describeRun(): string {
  const machine = `${navigator.hardwareConcurrency} cores, ${
    Math.round(Deno.systemMemoryInfo().total / 2 ** 30)
  } GiB, Deno ${Deno.version.deno}`;
  const told = (what: string, read: Download) => `- ${what}: ${describe(read, ARCHIVED)}.`;
  return `\`deno task bench:portal --record\` writes this section: ${
    new Date().toISOString().slice(0, 10)
  }, ${machine}; load average at the end ${Deno.loadavg()[0]!.toFixed(1)}.
"Drawn" and "in the worker" are the portal's own code alone; all else is HTTP → gateway → NATS → portal → NATS
→ store → Postgres and back, by processes of \`deno task dev\` on the same cores as whoever asks.

${renderFindings(judge())}

${renderTable([...drawn, ...pages, ...documents])}

Processor time of one answer, in milliseconds, by process:

${legs}

${told(`Archive of ${ARCHIVED} invoices, none made before`, archives.made)}
${told("The same again", archives.kept)}
- After a visitor left in the middle, the portal was busy for ${Math.round(archives.busyMs)} ms.
`;
}
