import { assert, assertEquals } from "@std/assert";
import { OperationError } from "shared/errors.ts";
import { hasTestServers, takeTestMesh } from "../../../infra/test_mesh.ts";
import { abortable, readAtOnce } from "./abortable.ts";
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
  const abortedAt = performance.now();
  controller.abort();
  const error = await outcome;
  assert(error instanceof OperationError && error.code === "CANCELLED");
  assert(performance.now() - abortedAt < 1_000);
  assertEquals(await countSleepers(witness), 0);
  await Promise.all([sql.end(), witness.end()]);
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
  const abortedAt = performance.now();
  controller.abort();
  for (const error of await Promise.all(reads)) assertEquals(error.code, "CANCELLED");
  assert(performance.now() - abortedAt < 2_000);
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
  { name: "readAtOnce shows one moment, and leaves no transaction behind whatever happens", ignore },
  async () => {
    await using mesh = await takeTestMesh();
    // The second is for the order to cancel.
    const [sql, other] = [connect(mesh.databaseUrl, 2), connect(mesh.databaseUrl, 1)];
    const count = async (on: Pick<Sql, "unsafe">) => (await on.unsafe("select 1 from teams")).length;
    const never = new AbortController().signal;
    const reading = readAtOnce(
      sql,
      never,
      (on) => [count(on), on`select pg_sleep(0.5)`.execute(), count(on)],
    );
    while (await countSleepers(other) === 0);
    await other`insert into teams (id, name) values (gen_random_uuid(), 'Late')`;
    const [before, , after] = await reading;
    assertEquals([before, after, await count(sql)], [0, 0, 1]);
    await readAtOnce(sql, never, (on) => [on`select 1 / 0`.execute(), count(on)]).catch(() => {});
    for (let n = 0; n < 30; n++) {
      const controller = new AbortController();
      const read = readAtOnce(sql, controller.signal, (on) => [on`select pg_sleep(0.002)`.execute()]);
      setTimeout(() => controller.abort(), n % 5);
      await read.catch(() => {});
    }
    await sql.begin((on) => on`insert into teams (id, name) values (gen_random_uuid(), 'Last')`);
    const idle = await other`select 1 from pg_stat_activity where state like 'idle in transaction%'`;
    assertEquals([await count(other), idle.length], [2, 0]);
    await Promise.all([sql.end(), other.end()]);
  },
);
