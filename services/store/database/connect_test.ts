/** What the library can do, done through a pool that may be replaced, against the real server. */
import { assert, assertEquals, assertLess, assertRejects, assertThrows } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers, takeTestMesh } from "../../../infra/test_mesh.ts";
import { connectDatabase, type Sql } from "./connect.ts";

const ignore = !hasTestServers();

function connect(url: string, maxConnections = 2, statementTimeoutMs = 5_000): Sql {
  return connectDatabase(url, { maxConnections, statementTimeoutMs, applicationName: "connect test" });
}

async function withDatabase(work: (sql: Sql, url: string) => Promise<void>): Promise<void> {
  await using mesh = await takeTestMesh();
  const sql = connect(mesh.databaseUrl);
  try {
    await work(sql, mesh.databaseUrl);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function test(name: string, work: (sql: Sql, url: string) => Promise<void>): void {
  Deno.test({ name, ignore, fn: () => withDatabase(work) });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : error;
}

test("texts, files, cursors and values with types go through the pool", async (sql) => {
  assertEquals((await sql.unsafe("select $1::int as n", [1]))[0]!.n, 1);
  const file = await Deno.makeTempFile();
  await Deno.writeTextFile(file, "select 2 as n");
  assertEquals((await sql.file(file))[0]!.n, 2);
  await Deno.remove(file);
  const batches: number[] = [];
  for await (const rows of sql`select generate_series(1, 5) as n`.cursor(2)) batches.push(rows.length);
  assertEquals(batches, [2, 2, 1]);
  const row = { json: sql.json({ a: 1 }), array: sql.array(["x", "y"]), day: sql.typed("2026-01-10", 1082) };
  const [read] = await sql`select ${row.json} as json, ${row.array} as array, ${row.day} as day`;
  assertEquals({ ...read }, { json: { a: 1 }, array: ["x", "y"], day: "2026-01-10" });
  const error = await assertRejects(async () => await sql`select 1 / 0`);
  assert(error instanceof sql.PostgresError && error.code === "22012");
});

test("a copy of some megabytes goes in and comes out, at the pace of its reader", async (sql) => {
  const connection = await sql.reserve();
  await connection`create table lines (line text)`;
  const into = await connection`copy lines from stdin`.writable();
  const line = `${"x".repeat(99)}\n`;
  for (let n = 0; n < 40; n++) {
    await new Promise<void>((resolve) => into.write(line.repeat(1_000), () => resolve()));
  }
  await new Promise<void>((resolve) => into.end(resolve));
  let bytes = 0;
  for await (const chunk of await connection`copy lines to stdout`.readable()) bytes += chunk.length;
  assertEquals(bytes, 40_000 * line.length);
  connection.release();
});

test("cancelling one statement ends that one, and breaks no connection", async (sql) => {
  const connection = await sql.reserve();
  const slow = connection`select pg_sleep(4)`.execute();
  const [other] = await sql`select pg_backend_pid() as pid`;
  await until(
    "the slow one",
    async () =>
      (await sql`select from pg_stat_activity where query like '%pg_sleep(4)%' and state = 'active'
      and pid <> pg_backend_pid() and datname = current_database()`).length === 1,
  );
  slow.cancel();
  assertEquals(codeOf(await assertRejects(async () => await slow)), "57014");
  assertEquals((await connection`select 1 as n`)[0]!.n, 1);
  connection.release();
  const pids = await Promise.all([1, 2].map(async () => (await sql`select pg_backend_pid() as pid`)[0]!.pid));
  assert(pids.includes(other!.pid), "the pool was replaced");
});

test("the first of several hosts is away: whatever is answered was done by the second", async (sql, url) => {
  const several = url.replace("@", "@127.0.0.1:1,");
  const other = connect(several);
  await sql`create table numbers (n integer)`;
  const insert = () => other`insert into numbers values (1) returning n`;
  let done = 0;
  await until("an answer", async () => {
    const rows = await insert().catch((error) => assertEquals(codeOf(error), "ECONNREFUSED"));
    if (rows) assertEquals([rows.length, ++done], [1, done]);
    return rows;
  });
  const more = await Promise.all(Array.from({ length: 9 }, insert));
  done += more.flat().length;
  assertEquals([(await sql`select from numbers`).length, done], [10, 10]);
  await other.end({ timeout: 1 });
});

test("a wrong password is told at once, each time, and not tried again", async (_sql, url) => {
  const address = new URL(url);
  address.password = "wrong";
  const other = connect(address.href);
  using watch = startStopwatch();
  for (let n = 0; n < 3; n++) {
    const tries = [
      () => other`select 1`.then(() => "answered"),
      () => other.begin((transaction) => transaction`select 1`),
      () => other.reserve(),
    ];
    for (const attempt of tries) assertEquals(codeOf(await assertRejects(attempt)), "28P01");
  }
  assertLess(watch.livedMs, 2_000);
  await other.end();
});

test("what listens is refused, since it would fall silent with its pool", (sql) => {
  assertThrows(() => sql.listen("channel", () => {}), TypeError, "Cannot listen");
  return Promise.resolve();
});

test(
  "the end comes before anything was answered, and while connections are being made",
  async (_sql, url) => {
    for (const limit of [undefined, { timeout: 0 }, { timeout: 1 }]) {
      const other = connect(url, 4);
      const outcomes = [other`select 1`, other.begin((transaction) => transaction`select 1`), other.reserve()]
        .map((
          promise: Promise<unknown>,
        ) => promise.then(() => "answered", codeOf));
      await other.end(limit);
      for (const outcome of await Promise.all(outcomes.slice(0, 2))) {
        assert(
          ["answered", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "CONNECTION_CLOSED"].includes(
            String(outcome),
          ),
          `${outcome}`,
        );
      }
    }
  },
);

Deno.test("a server that vanished does not keep the end from coming", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const accepted: Deno.Conn[] = [];
  const accepting = (async () => {
    for await (const connection of listener) accepted.push(connection);
  })();
  const sql = connect(`postgres://me@127.0.0.1:${listener.addr.port}/none`);
  const asked = sql`select 1`.then(() => "answered", codeOf);
  await until("a connection", () => Promise.resolve(accepted.length === 1));
  using watch = startStopwatch();
  await sql.end({ timeout: 0.2 });
  assertLess(watch.livedMs, 2_000);
  assertEquals(await asked, "CONNECTION_DESTROYED");
  listener.close();
  await accepting;
  for (const connection of accepted) connection.close();
});

test("moments are read as ISO 8601 in UTC", async (sql) => {
  const moments = {
    "2026-01-20 09:00:00+00": "2026-01-20T09:00:00.000Z",
    "2026-01-20 09:00:00.5+02": "2026-01-20T07:00:00.500Z",
    "2026-01-20 09:00:00.12+00": "2026-01-20T09:00:00.120Z",
    "2026-01-20 09:00:00.123999+00": "2026-01-20T09:00:00.123Z",
    "0999-12-31 23:59:59+00": "0999-12-31T23:59:59.000Z",
  };
  for (const [written, expected] of Object.entries(moments)) {
    const [row] = await sql<{ at: string }[]>`select ${written}::text::timestamptz as at`;
    assertEquals(row!.at, expected);
  }
});
