/** What several commands in one transaction have to do with each other: nothing, as far as any of them can tell. */
import { assertEquals, assertRejects } from "@std/assert";
import { OperationError } from "shared/errors.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { Attempt } from "./attempt.ts";
import type { Sql, Transaction } from "../database/connect.ts";
import { SharedTransactions } from "./shared_transactions.ts";
import { takeTestStore } from "../test_store.ts";
import type { Batch, Lookup, Writing } from "./batch.ts";

const ignore = !hasTestServers();
const TEAM = "5a0d1f5e-0000-4000-8000-000000000001";
const OTHER_TEAM = "5a0d1f5e-0000-4000-8000-000000000002";

type Work = (sql: Transaction, attempt: Attempt, batch: Batch) => void | Promise<void>;

/** How each of these ends that come before the first of them has a connection. */
async function runAtOnce(sql: Sql, works: readonly Work[], teamOf = (_index: number) => TEAM) {
  const shared = new SharedTransactions(sql);
  const attempts = works.map(() => new Attempt({ isShared: true }));
  const run = (work: Work, index: number) => {
    const attempt = attempts[index]!;
    return shared.run({
      teamId: teamOf(index),
      attempt,
      work: async (...own) => await work(own[0], attempt, own[1]),
    });
  };
  const ends = await Promise.allSettled(works.map(run));
  return { ends: ends.map(({ status }) => status), reasons: ends, attempts };
}

function write(n: number): Work {
  return (sql, attempt) => attempt.waitAtEnd(sql`insert into numbers (n) values (${n})`);
}

function refuse(): never {
  throw new OperationError("NOT_FOUND", "There is no such thing");
}

async function listNumbers(sql: Sql) {
  return [...await sql<{ n: number; xid: string }[]>`select n, xmin::text as xid from numbers order by n`];
}

Deno.test({ name: "SharedTransactions: each for itself, all at once", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { sql } = store;
  await sql`create table numbers (n integer primary key)`;
  const step = (name: string, run: () => Promise<void>) =>
    t.step(name, async () => {
      await sql`delete from numbers`;
      await run();
    });

  await step("who is refused before it has written leaves the others, and hears why afterwards", async () => {
    const { ends, reasons, attempts } = await runAtOnce(sql, [write(1), refuse, write(2)]);
    assertEquals(ends, ["fulfilled", "rejected", "fulfilled"]);
    assertEquals(reasons[1]!.status === "rejected" && reasons[1]!.reason.code, "NOT_FOUND");
    assertEquals(attempts.map(({ isCommitting }) => isCommitting), [true, false, true]);
    const [one, two, ...more] = await listNumbers(sql);
    assertEquals([one!.n, two!.n, more.length, one!.xid === two!.xid], [1, 2, 0, true]);
  });

  await step("what Postgres refuses takes all of it back, also what had been answered", async () => {
    const { ends, attempts } = await runAtOnce(sql, [write(1), write(1), write(2)]);
    assertEquals(ends, ["rejected", "rejected", "rejected"]);
    assertEquals(attempts.every(({ isCommitting }) => isCommitting), true);
    assertEquals(await listNumbers(sql), []);
  });

  await step("so does who is refused after it has written", async () => {
    const late: Work = async (sql, attempt, batch) => {
      await write(3)(sql, attempt, batch);
      refuse();
    };
    const { ends, attempts } = await runAtOnce(sql, [write(1), late]);
    assertEquals([ends, await listNumbers(sql)], [["rejected", "rejected"], []]);
    assertEquals(attempts.map(({ isCommitting }) => isCommitting), [false, false]);
  });

  await step(
    "so does a statement that fails while others are still at work, who come to their end",
    async () => {
      let isOver = false;
      const slow: Work = async (sql) => {
        await sql`select pg_sleep(0.01)`.catch(() => {});
        await new Promise((resolve) => setTimeout(resolve, 20));
        isOver = true;
      };
      const wrong: Work = async (sql) => void await sql`select 1 / 0`;
      const { ends } = await runAtOnce(sql, [write(1), wrong, slow]);
      assertEquals([ends, isOver], [["rejected", "rejected", "rejected"], true]);
      assertEquals(await listNumbers(sql), []);
    },
  );

  await step("what they ask and write alike is one statement each, without who is refused", async () => {
    const statements: string[] = [];
    const double: Lookup<number, number> = async (sql, _, questions) => {
      statements.push(`ask ${questions}`);
      const rows = await sql`select 2 * n as n from unnest(${[...questions]}::int[]) as n`;
      return rows.map(({ n }) => n);
    };
    const insert: Writing<number> = (sql, _, items) => {
      statements.push(`write ${items}`);
      return sql`insert into numbers select unnest(${[...items]}::int[])`;
    };
    const writeDouble = (n: number): Work => async (_, attempt, batch) => {
      attempt.toWrite.push({ writing: insert, item: await batch.ask(double, n) });
      if (n === 2) refuse();
    };
    const { ends } = await runAtOnce(sql, [1, 2, 3].map(writeDouble));
    assertEquals(ends, ["fulfilled", "rejected", "fulfilled"]);
    assertEquals(statements, ["ask 1,2,3", "write 2,6"]);
    assertEquals((await listNumbers(sql)).map(({ n }) => n), [2, 6]);
  });

  await step("whose question fails takes all of it back", async () => {
    const fail: Lookup<number, number> = async (sql) => [...await sql`select 1 / 0 as n`].map(({ n }) => n);
    const asking: Work = async (_, attempt, batch) => {
      attempt.toWrite.push({ writing: () => sql`select 1`, item: await batch.ask(fail, 1) });
    };
    assertEquals((await runAtOnce(sql, [asking, write(1)])).ends, ["rejected", "rejected"]);
    assertEquals(await listNumbers(sql), []);
  });

  await step("no transaction is about two teams", async () => {
    const teamOf = (index: number) => index % 2 ? TEAM : OTHER_TEAM;
    const { ends } = await runAtOnce(sql, [1, 2, 3, 4].map(write), teamOf);
    assertEquals(ends, Array(4).fill("fulfilled"));
    const xids = (await listNumbers(sql)).map(({ xid }) => xid);
    assertEquals([xids[0] === xids[2], xids[1] === xids[3], xids[0] === xids[1]], [true, true, false]);
  });

  await step("whom the connection fails is told, and the next one gets another", async () => {
    const shared = new SharedTransactions(sql);
    const attempt = new Attempt({ isShared: true });
    const cut: Work = async (sql) => void await sql`select pg_terminate_backend(pg_backend_pid())`;
    await assertRejects(() =>
      shared.run({ teamId: TEAM, attempt, work: async (...own) => await cut(own[0], attempt, own[1]) })
    );
    assertEquals(attempt.isCommitting, false);
    const { ends } = await runAtOnce(sql, [write(1)]);
    assertEquals(ends, ["fulfilled"]);
  });
});
