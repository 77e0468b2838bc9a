/** Faults of the real server, and what the store makes of them. */
import { assertEquals, assertLess } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import { customers } from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import { createLog } from "shared/log.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers, takeTestMesh, type TestMesh } from "../../infra/test_mesh.ts";
import { runCommand } from "./command/command.ts";
import { abortable } from "./database/abortable.ts";
import { connectDatabase, type Sql } from "./database/connect.ts";
import { ownContext } from "./own_context.ts";
import { runQuery } from "./run_query.ts";
import type { Store } from "./store.ts";

const ignore = !hasTestServers();

interface Room {
  readonly mesh: TestMesh;
  readonly sql: Sql;
  readonly witness: Sql;
  /** A command that does this, as one of the store's own. */
  command<Output>(work: (sql: Sql) => Promise<Output>): Promise<Output>;
}

function test(name: string, work: (room: Room) => Promise<void>): void {
  Deno.test({ name, ignore, fn: () => inRoom(work) });
}

async function inRoom(work: (room: Room) => Promise<void>): Promise<void> {
  await using mesh = await takeTestMesh();
  const [sql, witness] = [connect(mesh.databaseUrl, "faults", 6), connect(mesh.databaseUrl, "witness", 2)];
  await witness`create table numbers (n integer primary key, by text not null default '')`;
  // The cast: no more of a store is looked at by a command without key and events.
  const store = { sql, log: createLog({ service: "store", level: "error" }), wakeRelay: () => {} } as Store;
  const command: Room["command"] = (work) =>
    runCommand({
      store,
      operation: customers.upsert,
      input: {},
      context: ownContext(store, mesh.teamId),
      // A transaction has all that is used here of what a pool has.
      work: (unit) => work(unit.sql as unknown as Sql),
    });
  try {
    await work({ mesh, sql, witness, command });
  } finally {
    await Promise.all([sql.end({ timeout: 1 }), witness.end({ timeout: 1 })]);
  }
}

function connect(url: string, applicationName: string, maxConnections: number): Sql {
  return connectDatabase(url, { maxConnections, statementTimeoutMs: 10_000, applicationName });
}

function outcome(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(() => "done", (error) => error instanceof OperationError ? error.code : error);
}

/** Two that take the same two rows, each the other's last one first. */
function waitForEachOther({ command }: Room, onTry: () => void): Promise<unknown>[] {
  const both = Promise.withResolvers<void>();
  const other = Promise.withResolvers<void>();
  let inside = 0;
  return [[1, 2], [2, 1]].map((rows) => {
    let tries = 0;
    const work = async (sql: Sql) => {
      onTry();
      // Otherwise it may take the row that it has just given up, before the other wakes.
      if (++tries > 1) await other.promise;
      await sql`set local deadlock_timeout = '50ms'`;
      for (const [index, n] of rows.entries()) {
        await sql`update numbers set by = by || 'x' where n = ${n}`;
        if (index === 0 && ++inside >= 2) both.resolve();
        // Only the first time: who tries again finds nobody who waits.
        await both.promise;
      }
    };
    return outcome(command(work)).finally(other.resolve);
  });
}

test("a deadlock is resolved by Postgres, and whoever lost tries again", async (room) => {
  await room.witness`insert into numbers values (1), (2)`;
  let tries = 0;
  assertEquals(await Promise.all(waitForEachOther(room, () => tries++)), ["done", "done"]);
  assertEquals(tries, 3);
  const rows = await room.witness`select by from numbers order by n`;
  assertEquals(rows.map(({ by }) => by), ["xx", "xx"]);
});

/** Those that sleep already: a cancel that comes while the server waits for the statement's parameters is forgotten. */
async function cancelAll({ witness }: Room): Promise<void> {
  await until("a statement to cancel", async () =>
    (await witness`
      select pg_cancel_backend(pid) from pg_stat_activity
      where application_name = 'faults' and datname = current_database() and wait_event = 'PgSleep'
    `).length > 0);
}

test("what somebody else cancels at once is done again, a command and a read", async (room) => {
  let tries = 0;
  // Only the first time: it sleeps until it is cancelled.
  const sleep = (sql: Sql) => sql`select pg_sleep(${tries++ === 0 ? 9 : 0})`;
  const write = outcome(room.command(async (sql) => {
    await sql`insert into numbers values (1)`;
    await sleep(sql);
  }));
  await cancelAll(room);
  assertEquals([await write, tries], ["done", 2]);
  assertEquals((await room.witness`select from numbers`).length, 1);
  tries = 0;
  const read = outcome(runQuery(async () => await sleep(room.sql)));
  await cancelAll(room);
  assertEquals([await read, tries], ["done", 2]);
});

test("what somebody else cancels again and again is given up, and is no defect", async (room) => {
  let isOver = false;
  const write = outcome(room.command(async (sql) => await sql`select pg_sleep(9)`)).finally(() =>
    isOver = true
  );
  while (!isOver) {
    await room.witness`
      select pg_cancel_backend(pid) from pg_stat_activity
      where application_name = 'faults' and datname = current_database() and query like '%pg_sleep%' and state = 'active'
    `;
  }
  assertEquals(await write, "DEADLINE");
});

interface Limited {
  readonly url: string;
  /** How many connections of it there are. */
  count(): Promise<number>;
  setLimit(limit: number): Promise<unknown>;
}

/** A role of the whole server, which outlives the database. */
async function withLimitedRole(
  { mesh, witness }: Room,
  limit: number,
  work: (limited: Limited) => Promise<void>,
): Promise<void> {
  const role = `limited_${crypto.randomUUID().replaceAll("-", "")}`;
  await witness.unsafe(`create role ${role} login password 'limited' connection limit ${limit}`);
  await witness.unsafe(`grant all on all tables in schema public to ${role}`);
  const url = new URL(mesh.databaseUrl);
  [url.username, url.password] = [role, "limited"];
  try {
    await work({
      url: url.href,
      count: async () => (await witness`select from pg_stat_activity where usename = ${role}`).length,
      setLimit: (limit) => witness.unsafe(`alter role ${role} connection limit ${limit}`),
    });
  } finally {
    await witness.unsafe(`drop owned by ${role}`);
    await witness.unsafe(`drop role ${role}`);
  }
}

/** In each way that the store has, so many at once. */
async function askAtOnce(sql: Sql, callers: number): Promise<unknown[]> {
  const wait = (on: Pick<Sql, "unsafe">) => on.unsafe("select pg_sleep(0.005)");
  const ways: (() => Promise<unknown>)[] = [
    () => runQuery(() => sql.begin((transaction) => wait(transaction))),
    () => runQuery(() => abortable(sql, new AbortController().signal, (connection) => wait(connection))),
    () => runQuery(async () => await wait(sql)),
  ];
  return await Promise.all(Array.from({ length: callers }, (_, index) => outcome(ways[index % 3]!())));
}

test("more connections than the server lets in: those that there are do for everybody", async (room) => {
  await withLimitedRole(room, 3, async ({ url, count, setLimit }) => {
    const sql = connect(url, "limited", 10);
    const all = Array(50).fill("done");
    assertEquals(await askAtOnce(sql, 50), all);
    assertEquals(await count(), 3);
    assertEquals(await askAtOnce(sql, 50), all);
    await setLimit(8);
    await until("more connections", async () => {
      assertEquals(await askAtOnce(sql, 50), all);
      return await count() > 3;
    });
    // They all end, and whoever comes then finds others in their places.
    await room
      .witness`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'limited'`;
    assertEquals(await outcome(runQuery(() => sql.begin((transaction) => transaction`select 1`))), "done");
    await sql.end({ timeout: 1 });
    await until("no connection", async () => await count() === 0);
  });
});

test("no room for a single connection: whoever asks is told to come again, and that in time", async (room) => {
  await withLimitedRole(room, 1, async ({ url, setLimit }) => {
    const [first, second] = [connect(url, "first", 1), connect(url, "second", 4)];
    await first`select 1`;
    const ask = () => outcome(runQuery(() => second.begin((transaction) => transaction`select 1`)));
    using watch = startStopwatch();
    assertEquals(await Promise.all(Array.from({ length: 8 }, ask)), Array(8).fill("UNAVAILABLE"));
    assertLess(watch.livedMs, 5_000);
    await setLimit(2);
    await until("room", async () => await ask() === "done");
    await Promise.all([first.end({ timeout: 1 }), second.end({ timeout: 1 })]);
  });
});
