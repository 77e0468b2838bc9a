/** Postgres ends the store's connections in the middle of everything: as an administrator does, or a failing machine. */
import { assert, assertEquals } from "@std/assert";
import { HEADERS } from "shared/bus/mod.ts";
import { customers } from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../infra/test_mesh.ts";
import { takeTestStore, type TestStore } from "../services/store/test_store.ts";

const ignore = !hasTestServers();

const CALLERS = 16;
const EVERY_MS = 200;
const LASTING_MS = 5_000;

/** Each of the store's own connections, not those of the test. */
async function endConnections({ sql }: TestStore): Promise<number> {
  const ended = await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'mesh store' and datname = current_database()
  `;
  return ended.length;
}

/** What one caller wrote, under which key, and whether it was told so. */
interface Write {
  readonly name: string;
  readonly key: string;
  readonly isUpsert: boolean;
  id?: string;
}

interface Load {
  readonly writes: Write[];
  readonly failures: unknown[];
  stop(): Promise<void>;
}

let writeCount = 0;

function aWrite(): Write {
  writeCount++;
  return { name: `Write ${writeCount}`, key: `write-key-${writeCount}`, isUpsert: writeCount % 2 === 0 };
}

/** Without an external id nothing but the key keeps a second customer away. */
async function perform({ ask }: TestStore, { name, key, isUpsert }: Write): Promise<string> {
  const body = { name, email: "load@example.com" };
  const { id } = isUpsert
    ? await ask(customers.upsert, { ...body, externalId: key })
    : await ask(customers.upsert, body, { headers: { [HEADERS.idempotencyKey]: key } });
  return id;
}

async function read({ ask }: TestStore, id: string | undefined): Promise<void> {
  if (id) await ask(customers.getById, { id });
  await ask(customers.get, { pageSize: 5 });
}

function startLoad(store: TestStore): Load {
  const writes: Write[] = [];
  const failures: unknown[] = [];
  let isRunning = true;
  const caller = async () => {
    while (isRunning) {
      const write = aWrite();
      writes.push(write);
      try {
        write.id = await perform(store, write);
        await read(store, write.id);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  const done = Promise.all(Array.from({ length: CALLERS }, caller));
  return {
    writes,
    failures,
    stop: async () => {
      isRunning = false;
      await done;
    },
  };
}

async function countByName({ sql, mesh: { teamId } }: TestStore): Promise<Map<string, number>> {
  const rows = await sql<{ name: string; count: number }[]>`
    select name, count(*) as count from customers where team_id = ${teamId} group by name
  `;
  return new Map(rows.map(({ name, count }) => [name, count]));
}

Deno.test({
  name: "store: its connections are ended again and again, and no answer is lost, wrong or given twice",
  ignore,
}, async (t) => {
  await using store = await takeTestStore();
  const load = startLoad(store);
  let ended = 0;
  const end = Date.now() + LASTING_MS;
  while (Date.now() < end || ended <= CALLERS) {
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    ended += await endConnections(store);
  }
  await load.stop();
  const counts = await countByName(store);

  await t.step("the load was real", () => {
    assert(ended > CALLERS, `${ended} connections ended`);
    assert(load.writes.length > CALLERS, `${load.writes.length} writes`);
  });

  await t.step("what was acknowledged is there once; what was not is there once or not at all", () => {
    const wrong = load.writes.filter(({ name, id }) => {
      const count = counts.get(name) ?? 0;
      return id ? count !== 1 : count > 1;
    });
    assertEquals(wrong, []);
  });

  await t.step("everything works at the first try again", async () => {
    await Promise.all(Array.from({ length: CALLERS }, async () => {
      const write = aWrite();
      await read(store, await perform(store, write));
    }));
  });

  await t.step("a repetition with the same key has no second effect", async () => {
    for (const write of load.writes.filter(({ id }) => !id)) await perform(store, write);
    const after = await countByName(store);
    assertEquals(load.writes.filter(({ name }) => after.get(name) !== 1), []);
  });

  await t.step("who was refused was told to come again", () => {
    const retryable = new Set<unknown>(["UNAVAILABLE", "DEADLINE", "CONFLICT"]);
    const codes = load.failures.map((error) => error instanceof OperationError ? error.code : error);
    assertEquals(codes.filter((code) => !retryable.has(code)), []);
  });
});

Deno.test({ name: "store: callers do not notice that all its connections were ended", ignore }, async () => {
  await using store = await takeTestStore();
  const load = startLoad(store);
  for (const goal of [30, 60, 90]) {
    await until("writes", () => Promise.resolve(load.writes.length >= goal), 30_000);
    assert(await endConnections(store) > 0);
  }
  await until("writes", () => Promise.resolve(load.writes.length >= 120), 30_000);
  await load.stop();
  assertEquals(load.failures, []);
  const counts = await countByName(store);
  assertEquals(load.writes.filter(({ name }) => counts.get(name) !== 1), []);
});
