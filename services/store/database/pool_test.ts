import { assert, assertEquals, assertRejects } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers, takeTestMesh, type TestMesh } from "../../../infra/test_mesh.ts";
import { connectDatabase, type Sql, type Transaction } from "./connect.ts";
import { isOutOfReach } from "./errors.ts";
import { untilAnswered } from "./backoff.ts";

const ignore = !hasTestServers();

interface Databases extends AsyncDisposable {
  readonly sql: Sql;
  readonly witness: Sql;
  end(): Promise<number>;
}

async function takeDatabases(maxConnections: number): Promise<Databases> {
  const mesh = await takeTestMesh();
  const sql = connect(mesh, maxConnections, "ended");
  const witness = connect(mesh, 2, "witness");
  await witness`create table numbers (n integer primary key)`;
  return {
    sql,
    witness,
    end: async () =>
      (await witness`
        select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'ended' and datname = current_database()
      `).length,
    async [Symbol.asyncDispose]() {
      await Promise.all([sql.end(), witness.end()]);
      await mesh[Symbol.asyncDispose]();
    },
  };
}

function connect({ databaseUrl }: TestMesh, maxConnections: number, applicationName: string): Sql {
  return connectDatabase(databaseUrl, { maxConnections, statementTimeoutMs: 20_000, applicationName });
}

async function listNumbers({ witness }: Databases): Promise<number[]> {
  return (await witness<{ n: number }[]>`select n from numbers order by n`).map(({ n }) => n);
}

/** Settles with what it came to, within a time in which nothing is lost. */
function outcome(promise: Promise<unknown>): Promise<unknown> {
  const limit = Promise.withResolvers<unknown>();
  const timer = setTimeout(() => limit.resolve("never answered"), 10_000);
  const settled = promise.then(() => "answered", (error) => isOutOfReach(error) ? "out of reach" : error);
  return Promise.race([settled, limit.promise]).finally(() => clearTimeout(timer));
}

Deno.test(
  { name: "a transaction whose connection is ended fails, and the next one is a new one", ignore },
  async () => {
    await using databases = await takeDatabases(1);
    const { sql, end } = databases;
    const paused = Promise.withResolvers<void>();
    let isInside = false;
    const first = sql.begin(async (transaction) => {
      await transaction`insert into numbers values (1)`;
      isInside = true;
      await paused.promise;
      // Neither of these may happen in the transaction of somebody else.
      await transaction`insert into numbers values (2)`.catch(() => {});
      await transaction`insert into numbers values (3)`;
    });
    const failed = outcome(first);
    await until("the transaction", () => Promise.resolve(isInside));
    assertEquals(await end(), 1);
    const second = () =>
      sql.begin(async (transaction) => {
        await transaction`insert into numbers values (4)`;
        paused.resolve();
        assertEquals(await failed, "out of reach");
        await transaction`insert into numbers values (5)`;
        return true;
      });
    // Who waits when it breaks is told so too.
    await until("another connection", () => second().catch((error) => isOutOfReach(error) ? false : error));
    assertEquals(await listNumbers(databases), [4, 5]);
  },
);

Deno.test(
  { name: "each statement on a connection that is ended is answered, begun or waiting", ignore },
  async () => {
    await using databases = await takeDatabases(2);
    const { sql, witness, end } = databases;
    const slow = (transaction: Transaction, n: number) => transaction`select pg_sleep(20), ${n}::integer`;
    const held = await sql.reserve();
    const outcomes = [
      // Of one transaction: the first runs, the others wait for it.
      outcome(sql.begin((transaction) => Promise.all([1, 2, 3].map((n) => slow(transaction, n))))),
      outcome(held`select pg_sleep(20)`),
      // These wait for a connection.
      outcome(sql.begin((transaction) => transaction`select 1`)),
      outcome(sql.reserve().then((connection) => connection.release())),
      outcome(sql`select ${1}::integer`),
      outcome(sql`select ${2}::integer`),
    ];
    await until("two that sleep", async () =>
      (await witness`
    select from pg_stat_activity where application_name = 'ended' and query like '%pg_sleep(20)%' and state = 'active'
  `).length === 2);
    assertEquals(await end(), 2);
    const [one, two] = await Promise.all(outcomes.slice(0, 2));
    held.release();
    assertEquals([one, two], ["out of reach", "out of reach"]);
    for (const each of await Promise.all(outcomes.slice(2))) {
      assert(
        each === "out of reach" || each === "answered",
        `${each}`,
      );
    }
    assertEquals((await sql`select 1 as one`)[0]!.one, 1);
  },
);

Deno.test({ name: "what is under way on the other connections comes to its end", ignore }, async () => {
  await using databases = await takeDatabases(3);
  const { sql, witness } = databases;
  const whole = sql.begin(async (transaction) => {
    await transaction`insert into numbers values (1)`;
    const broken = sql`select pg_terminate_backend(pg_backend_pid())`;
    await assertRejects(() => broken);
    await transaction`insert into numbers values (2)`;
  });
  assertEquals(await outcome(whole), "answered");
  assertEquals(await listNumbers(databases), [1, 2]);
  // And then they are closed, since nobody will use them.
  await sql`select 1`;
  await until("one connection", async () =>
    (await witness`
    select from pg_stat_activity where application_name = 'ended' and datname = current_database()
  `).length === 1);
});

Deno.test({ name: "a connection that ends while it is being made harms nobody", ignore }, async () => {
  await using databases = await takeDatabases(4);
  const { sql, end } = databases;
  const stopping = new AbortController();
  const ending = (async () => {
    while (!stopping.signal.aborted) await end();
  })();
  const seen = new Set<unknown>();
  for (let round = 0; round < 25; round++) {
    const results = await Promise.all([
      outcome(sql`select 1`),
      outcome(sql.begin((transaction) => transaction`select 1`)),
      outcome(sql.reserve().then((connection) => connection.release())),
    ]);
    results.forEach((result) => seen.add(result));
  }
  stopping.abort();
  await ending;
  assertEquals(seen.difference(new Set<unknown>(["answered", "out of reach"])), new Set());
  await until("an answer", async () => await outcome(sql`select 1`) === "answered");
});

Deno.test(
  { name: "a server that says nothing for longer than a statement may take is left", ignore },
  async () => {
    await using mesh = await takeTestMesh();
    const sql = connectDatabase(mesh.databaseUrl, {
      maxConnections: 1,
      statementTimeoutMs: 500,
      applicationName: "silence",
    });
    await sql`set statement_timeout = 0`;
    assertEquals(await outcome(sql`select pg_sleep(9)`), "out of reach");
    assertEquals(await outcome(sql`select 1`), "answered");
    await sql.end();
  },
);

/** As Postgres says it when there are as many connections as there may be. */
const NO_ROOM = "SFATAL\0VFATAL\0C53300\0Msorry, too many clients already\0\0";

/** A server that has room for nobody, and counts who comes. */
function startFullServer() {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const refusal = new Uint8Array(5 + NO_ROOM.length);
  refusal.set(new TextEncoder().encode(`E\0\0\0\0${NO_ROOM}`));
  new DataView(refusal.buffer).setUint32(1, 4 + NO_ROOM.length);
  let visits = 0;
  const serve = async (visitor: Deno.Conn) => {
    visits++;
    await visitor.read(new Uint8Array(1_024));
    await visitor.write(refusal);
    visitor.close();
  };
  const served = (async () => {
    for await (const visitor of listener) await serve(visitor).catch(() => {});
  })();
  const stop = async () => {
    listener.close();
    await served;
  };
  return {
    url: `postgres://me@127.0.0.1:${listener.addr.port}/none`,
    visits: () => visits,
    [Symbol.asyncDispose]: stop,
  };
}

Deno.test("who was told that there is no room has nobody left behind who takes it later", async () => {
  await using server = startFullServer();
  const sql = connectDatabase(server.url, {
    maxConnections: 4,
    statementTimeoutMs: 500,
    applicationName: "full",
  });
  for (let round = 0; round < 3; round++) {
    const asked = Array.from(
      { length: 12 },
      () => outcome(sql.begin((transaction) => transaction`select 1`)),
    );
    assertEquals(new Set(await Promise.all(asked)), new Set(["out of reach"]));
  }
  const visits = server.visits();
  using watch = startStopwatch();
  await until("a while in which nobody asks", () => Promise.resolve(watch.livedMs > 1_000));
  assertEquals(server.visits(), visits);
  await sql.end({ timeout: 1 });
});

Deno.test({ name: "a database that is not there is told at once, each time", ignore: false }, async () => {
  const sql = connectDatabase("postgres://nobody@127.0.0.1:1/none", {
    maxConnections: 1,
    statementTimeoutMs: 500,
    applicationName: "nowhere",
  });
  for (let tries = 0; tries < 3; tries++) {
    assertEquals(await outcome(sql`select 1`), "out of reach");
    assertEquals(await outcome(sql.begin((transaction) => transaction`select 1`)), "out of reach");
    assertEquals(await outcome(sql.reserve()), "out of reach");
  }
  let tries = 0;
  const start = untilAnswered(() => (tries++, sql`select 1`), 400);
  assertEquals([await outcome(start), tries > 1], ["out of reach", true]);
  await sql.end();
});
