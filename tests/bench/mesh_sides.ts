/** The two that are compared: the whole mesh as its own processes, and the same handlers in one process. */
import { fileURLToPath } from "node:url";
import { startChild, stopChild } from "../../infra/process/child.ts";
import { cacheEnvironment } from "../../infra/process/deno_environment.ts";
import { freePort } from "../../infra/process/port.ts";
import { waitUntil } from "../../infra/process/wait.ts";
import { type DevMesh, startDevMesh } from "../../infra/test_mesh.ts";
import { connectDatabase } from "../../services/store/database/connect.ts";
import { migrate } from "../../services/store/migrate.ts";
import { provision } from "../../services/store/provision.ts";
import type { OneProcessSettings } from "./one_process.ts";

export interface Side {
  readonly url: string;
  /** Customers to ask for. */
  readonly ids: readonly string[];
}

export interface Sides extends AsyncDisposable {
  readonly mesh: Side;
  readonly oneProcess: Side;
  readonly key: string;
  /** Of Postgres, as it says itself. */
  readonly version: string;
}

const CUSTOMERS = 500;

/** Lines for each request would measure who reads them, so both log warnings only. */
export async function startSides(): Promise<Sides> {
  const stack = new AsyncDisposableStack();
  const mesh = stack.use(await startDevMesh({ env: { LOG_LEVEL: "warn" } }));
  const { databaseUrl, version } = await makeDatabase(mesh);
  const url = await startOneProcess(stack, mesh, databaseUrl);
  const { gatewayUrl, apiKey: key } = mesh.file;
  return {
    mesh: await openSide(gatewayUrl, key, mesh.file.databaseUrl),
    oneProcess: await openSide(url, key, databaseUrl),
    key,
    version,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

/** Beside the mesh's own, in the same Postgres: two relays would publish each other's events. */
async function makeDatabase({ file }: DevMesh): Promise<{ databaseUrl: string; version: string }> {
  const admin = connect(file.databaseUrl);
  await admin`create database one_process`;
  const [row] = await admin<{ version: string }[]>`select split_part(version(), ' on ', 1) as version`;
  await admin.end();
  const url = new URL(file.databaseUrl);
  url.pathname = "one_process";
  const sql = connect(url.href);
  await migrate(sql);
  await provision(sql, { teams: [{ id: file.teamId, name: "Bench", apiKey: file.apiKey }] });
  await sql.end();
  return { databaseUrl: url.href, version: row!.version };
}

function connect(url: string) {
  return connectDatabase(url, { maxConnections: 1, statementTimeoutMs: 0, applicationName: "mesh bench" });
}

async function startOneProcess(
  stack: AsyncDisposableStack,
  { file, data }: DevMesh,
  databaseUrl: string,
): Promise<string> {
  const port = freePort();
  const { natsPasswords } = JSON.parse(await Deno.readTextFile(`${data}/secrets.json`));
  const settings: OneProcessSettings = {
    databaseUrl,
    databaseSocket: file.databaseSocket ?? undefined,
    port,
    natsUrl: file.natsUrl,
    natsPassword: natsPasswords.store_publisher,
  };
  const lines: string[] = [];
  const child = startChild({
    command: Deno.execPath(),
    // As the services are run, see infra/services.ts.
    args: [
      ...["run", "--quiet", "--no-prompt", "--cached-only", "--allow-net", "--allow-env"],
      // A socket is opened as a file is.
      ...["--allow-read", "--allow-write"],
      "--v8-flags=--disallow-code-generation-from-strings",
      fileURLToPath(new URL("one_process.ts", import.meta.url)),
      JSON.stringify(settings),
    ],
    env: cacheEnvironment(),
    onLine: (line) => lines.push(line),
  });
  stack.defer(() => stopChild(child, "SIGTERM", 5_000));
  const url = `http://127.0.0.1:${port}`;
  await waitUntil(async () => (await (await fetch(`${url}/health/live`)).text()) !== "", {
    timeoutMs: 30_000,
    what: "the one process",
  }).catch((cause) => {
    throw new Error(`The one process is not ready:\n${lines.join("\n")}`, { cause });
  });
  return url;
}

async function openSide(url: string, key: string, databaseUrl: string): Promise<Side> {
  const ids = await makeCustomers(url, key);
  const sql = connect(databaseUrl);
  // Else the server would do it by itself some time, for one of the two before the other.
  await sql`vacuum analyze`;
  await sql.end();
  return { url, ids };
}

async function makeCustomers(url: string, key: string): Promise<string[]> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const ids: string[] = [];
  for (let n = 0; n < CUSTOMERS; n++) {
    const body = JSON.stringify({
      name: `Nyström ${n} AB`,
      email: `post${n}@nystrom.example`,
      phone: "+46 8 123 45 67",
      city: "Umeå",
      tags: [],
    });
    const answer = await fetch(`${url}/customers`, { method: "POST", headers, body });
    if (answer.status !== 201) throw new Error(`Cannot make customers: ${await answer.text()}`);
    ids.push((await answer.json()).id);
  }
  return ids;
}
