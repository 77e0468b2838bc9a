import { setTimeout as pause } from "node:timers/promises";
import { assert, assertEquals, assertLess } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import { OperationError } from "shared/errors.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers, takeTestMesh } from "../../../infra/test_mesh.ts";
import { abortable, readPlanned } from "./abortable.ts";
import { connectDatabase, type Sql } from "./connect.ts";

const ignore = !hasTestServers();

function connect(url: string, maxConnections: number): Sql {
  return connectDatabase(url, {
    maxConnections,
    statementTimeoutMs: 20_000,
    applicationName: "abortable test",
  });
}

async function countSleepers(sql: Sql): Promise<number> {
  const rows = await sql`
    select 1 from pg_stat_activity
    where query like '%pg_sleep%' and state = 'active' and pid <> pg_backend_pid() and datname = current_database()
  `;
  return rows.length;
}

Deno.test({ name: "abortable ends the query in Postgres when its caller gives up", ignore }, async () => {
  await using mesh = await takeTestMesh();
  const [sql, witness] = [connect(mesh.databaseUrl, 3), connect(mesh.databaseUrl, 1)];
  const controller = new AbortController();
  const read = abortable(sql, controller.signal, (connection) => connection`select pg_sleep(15)`);
  const outcome = read.catch((error) => error);
  while (await countSleepers(witness) === 0);
  using watch = startStopwatch();
  controller.abort();
  const error = await outcome;
  assert(error instanceof OperationError && error.code === "CANCELLED");
  assertLess(watch.livedMs, 1_000);
  // The server says first that it was cancelled, and then that it is idle.
  await until("an idle server", async () => await countSleepers(witness) === 0, 5_000);
  await Promise.all([sql.end(), witness.end()]);
});

Deno.test({
  name: "abortable ends what is asked next when its caller gave up between two statements",
  ignore,
}, async () => {
  await using mesh = await takeTestMesh();
  const sql = connect(mesh.databaseUrl, 2);
  const controller = new AbortController();
  using watch = startStopwatch();
  const read = abortable(sql, controller.signal, async (connection) => {
    await connection`select 1`;
    controller.abort();
    // The server waits for the next statement by now, and forgets the cancel.
    await pause(100);
    await connection`select pg_sleep(15)`;
  });
  assertEquals((await read.catch((error) => error)).code, "CANCELLED");
  assertLess(watch.livedMs, 5_000);
  await sql.end();
});

Deno.test({ name: "abortable ends all reads at once when they hold every connection", ignore }, async () => {
  await using mesh = await takeTestMesh();
  const [sql, witness] = [connect(mesh.databaseUrl, 2), connect(mesh.databaseUrl, 1)];
  const controller = new AbortController();
  const reads = Array.from(
    { length: 2 },
    () =>
      abortable(sql, controller.signal, (connection) => connection`select pg_sleep(15)`).catch((error) =>
        error
      ),
  );
  while (await countSleepers(witness) < 2);
  using watch = startStopwatch();
  controller.abort();
  for (const error of await Promise.all(reads)) assertEquals(error.code, "CANCELLED");
  assertLess(watch.livedMs, 2_000);
  await Promise.all([sql.end(), witness.end()]);
});

Deno.test({ name: "abortable never cancels anybody else's query", ignore }, async () => {
  await using mesh = await takeTestMesh();
  const sql = connect(mesh.databaseUrl, 4);
  let isBusy = true;
  let foreign = 0;
  // Others use the same pool all the time; a cancel that came late would hit one of them.
  const others = Array.from({ length: 2 }, async () => {
    while (isBusy) await sql`select pg_sleep(0.0005)`.catch(() => foreign++);
  });
  for (let n = 0; n < 300; n++) {
    const controller = new AbortController();
    const read = abortable(sql, controller.signal, (connection) => connection`select pg_sleep(0.002)`);
    setTimeout(() => controller.abort(), n % 5);
    await read.catch(() => {});
  }
  isBusy = false;
  await Promise.all(others);
  assertEquals(foreign, 0);
  await sql.end();
});

Deno.test(
  { name: "readPlanned leaves neither transaction nor settings behind, whatever happens", ignore },
  async () => {
    await using mesh = await takeTestMesh();
    // The second is for the order to cancel.
    const [sql, other] = [connect(mesh.databaseUrl, 2), connect(mesh.databaseUrl, 1)];
    const never = new AbortController().signal;
    const settings = async (on: Pick<Sql, "unsafe">) => {
      const [row] = await on.unsafe(`
        select current_setting('plan_cache_mode'), current_setting('enable_seqscan'),
          current_setting('enable_bitmapscan'), current_setting('transaction_read_only')
      `).values();
      return row;
    };
    const usual = ["auto", "on", "on", "off"];
    assertEquals(await settings(sql), usual);
    const planned = await readPlanned(sql, never, settings);
    assertEquals(planned, ["force_generic_plan", "off", "off", "on"]);
    const failed = await readPlanned(sql, never, (on) => on`select 1 / 0`).catch((error) => error);
    assertEquals(failed.code, "22012");
    for (let n = 0; n < 30; n++) {
      const controller = new AbortController();
      const read = readPlanned(sql, controller.signal, (on) => on`select pg_sleep(0.002)`);
      setTimeout(() => controller.abort(), n % 5);
      await read.catch(() => {});
    }
    await sql.begin((on) => on`insert into teams (id, name) values (gen_random_uuid(), 'Last')`);
    const idle = await other`
      select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'
    `;
    assertEquals([await settings(sql), idle.length], [usual, 0]);
    await Promise.all([sql.end(), other.end()]);
  },
);
