/** Brings a database to the newest form: a program of its own, or in-process from tests. Forward only. */
import { createLog } from "shared/log.ts";
import { connectDatabase, type Sql } from "./database/connect.ts";
import { readDatabaseUrl } from "./config.ts";

const FOLDER = new URL("./migrations/", import.meta.url);

/** @returns The names of the migrations that were applied now. */
export async function migrate(sql: Sql): Promise<string[]> {
  await sql`create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())`;
  return await sql.begin(async (transaction) => {
    // When two start at once, the second waits here and finds the work done.
    await transaction`select pg_advisory_xact_lock(hashtextextended('migrations', 0))`;
    const done = new Set(
      (await transaction<{ name: string }[]>`select name from migrations`).map((row) => row.name),
    );
    const applied: string[] = [];
    for (const name of listMigrations()) {
      if (done.has(name)) continue;
      await transaction.unsafe(Deno.readTextFileSync(new URL(name, FOLDER)));
      await transaction`insert into migrations (name) values (${name})`;
      applied.push(name);
    }
    return applied;
  });
}

function listMigrations(): string[] {
  return [...Deno.readDirSync(FOLDER)].map((entry) => entry.name).filter((name) => name.endsWith(".sql"))
    .sort();
}

if (import.meta.main) {
  const log = createLog({ service: "store" });
  const sql = connectDatabase(readDatabaseUrl(), {
    maxConnections: 1,
    statementTimeoutMs: 0,
    applicationName: "mesh migrate",
  });
  log.info("migrated", { applied: await migrate(sql) });
  await sql.end();
}
