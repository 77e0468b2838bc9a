/** What several commands in one transaction have to do with each other: nothing, as far as any of them can tell. */
import { assertEquals, assertRejects } from "@std/assert";
import { OperationError } from "shared/errors.ts";
import { hasTestServers } from "../../infra/test_mesh.ts";
import { Attempt } from "./attempt.ts";
import type { Sql, Transaction } from "./database/connect.ts";
import { SharedTransactions } from "./shared_transactions.ts";
import { takeTestStore } from "./test_store.ts";

const ignore = !hasTestServers();
const TEAM = "5a0d1f5e-0000-4000-8000-000000000001";
const OTHER_TEAM = "5a0d1f5e-0000-4000-8000-000000000002";

type Work = (sql: Transaction, attempt: Attempt) => void | Promise<void>;

/** How each of these ends that come before the first of them has a connection. */
async function runAtOnce(sql: Sql, works: readonly Work[], teamOf = (_index: number) => TEAM) {
  const shared = new SharedTransactions(sql);
  const attempts = works.map(() => new Attempt({ isShared: true }));
  const run = (work: Work, index: number) => {
    const attempt = attempts[index]!;
    return shared.run({ teamId: teamOf(index), attempt, work: async (sql) => await work(sql, attempt) });
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
    const late: Work = async (sql, attempt) => {
      await write(3)(sql, attempt);
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
      shared.run({ teamId: TEAM, attempt, work: async (sql) => await cut(sql, attempt) })
    );
    assertEquals(attempt.isCommitting, false);
    const { ends } = await runAtOnce(sql, [write(1)]);
    assertEquals(ends, ["fulfilled"]);
  });
});
