/** Where the benchmark's data lies: the database of DATABASE_URL, or an embedded Postgres kept in `.mesh/bench`. */
import { fileURLToPath } from "node:url";
import { preparePostgres } from "../../infra/postgres.ts";
import { stopChild } from "../../infra/process/child.ts";
import { freePort } from "../../infra/process/port.ts";
import { connectDatabase, type Sql } from "../../services/store/database/connect.ts";
import { migrate } from "../../services/store/migrate.ts";
import { AT_ONCE } from "../../services/store/command/shared_transactions.ts";
import type { Size } from "./dataset.ts";

export interface BenchDatabase extends AsyncDisposable {
  readonly sql: Sql;
  /** Connections for what is recorded together, as the store has them. */
  readonly shared: Sql;
  /** As Postgres says it. */
  readonly version: string;
}

/** As in `deno task dev`: over the server's socket, and a commit waits for the disk. */
export async function openBenchDatabase(databaseUrl: string | undefined, size: Size): Promise<BenchDatabase> {
  const stack = new AsyncDisposableStack();
  const open = databaseUrl
    ? (maxConnections: number) => connect(databaseUrl, maxConnections)
    : await startEmbedded(stack, `bench_${size.customers}_${size.invoices}`);
  const [sql, shared] = [open(MAX_CONNECTIONS - AT_ONCE), open(AT_ONCE)];
  stack.defer(() => Promise.all([sql.end(), shared.end()]).then(() => {}));
  await migrate(sql);
  const [row] = await sql<{ version: string }[]>`select split_part(version(), ' on ', 1) as version`;
  return { sql, shared, version: row!.version, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

async function startEmbedded(stack: AsyncDisposableStack, database: string): Promise<Connect> {
  const folder = fileURLToPath(new URL("../../.mesh/bench", import.meta.url));
  await Deno.mkdir(folder, { recursive: true });
  // Only on loopback, and only while the benchmark runs; the cluster is made with it, so it stays the same.
  const postgres = await preparePostgres({ folder, port: freePort(), password: "bench" });
  const child = postgres.start();
  stack.defer(() => stopChild(child, "SIGINT", 30_000));
  await postgres.whenReady(child);
  const admin = connect(postgres.url("postgres"), 1);
  const [known] = await admin`select 1 from pg_database where datname = ${database}`;
  if (!known) await admin`create database ${admin(database)}`;
  await admin.end();
  return (maxConnections) => connect(postgres.url(database), maxConnections, postgres.socket);
}

/** As many as the store has by default. */
const MAX_CONNECTIONS = 16;

type Connect = (maxConnections: number) => Sql;

function connect(url: string, maxConnections: number, socket?: string): Sql {
  return connectDatabase(url, {
    maxConnections,
    statementTimeoutMs: 0,
    applicationName: "mesh bench",
    socket,
  });
}
