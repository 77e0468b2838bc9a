import { assert, assertEquals } from "@std/assert";
import { customers, enrichmentRuns } from "shared/contract/mod.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { connectDatabase, type Transaction } from "../database/connect.ts";
import { findBatch, lockBatch, lockCandidates, updateBatch } from "../queries/enrichment_batches.ts";
import { insertRun } from "../queries/enrichment_runs.ts";
import { restoreEnrichmentStatus } from "../queries/enrichment_values.ts";
import { aFound, closeRun, openRun, SYSTEM } from "./test_enrichment.ts";
import { aCustomer, refusal, takeTestStore, type TestStore } from "../test_store.ts";

const ignore = !hasTestServers();

async function addCustomers({ ask }: TestStore, count: number, changes: object): Promise<string[]> {
  const items = Array.from({ length: count }, () => aCustomer({ website: "a.example", ...changes }));
  const { results } = await ask(customers.upsertMany, { items });
  const ids = results.map(({ customer }) => customer!.id);
  // Their own first runs are not what these tests are about.
  for (const id of ids) await ask(customers.cancelEnrichment, { id });
  return ids;
}

const read = async ({ ask }: TestStore, batchId: string) =>
  (await ask(customers.getEnrichmentBatch, { batchId })).batch;

const queuedBy = async (
  { sql }: TestStore,
  batchId: string,
) => (await sql<{ id: string; customerId: string }[]>`
    select id, customer_id from enrichment_runs where batch_id = ${batchId} and status = 'queued'
  `);

Deno.test({ name: "customers.enrichMany", ignore }, async (t) => {
  await using store = await takeTestStore({ sweepMs: 200 });
  const { ask, sql } = store;

  await t.step("refuses a condition that it does not know, rather than order it for all", async () => {
    for (const input of [{ q: "acme" }, { filter: { countries: ["NO"] } }]) {
      // What a client may send that the type knows nothing of.
      assertEquals((await refusal(ask(customers.enrichMany, input as object))).code, "INVALID");
    }
  });

  await t.step(
    "queues what the filter matches, but for those without a website or with a run, and ends",
    async () => {
      const [first, second, busy] = await addCustomers(store, 3, { country: "Norway", countryCode: "NO" });
      await addCustomers(store, 2, { countryCode: "SE" });
      await addCustomers(store, 1, { countryCode: "NO", website: undefined });
      await ask(customers.enrich, { id: busy! });
      const { batch } = await ask(customers.enrichMany, { filter: { country: ["NO"] } });
      assertEquals([batch.status, batch.total, batch.seen], ["queuing", 4, 0]);
      assertEquals(customers.enrichMany.output.parse({ batch }), { batch });
      await until("all are queued", async () => (await read(store, batch.id)).seen === 4);
      const runs = await queuedBy(store, batch.id);
      assertEquals(runs.map(({ customerId }) => customerId).sort(), [first!, second!].sort());
      const { run } = await ask(customers.getEnrichment, { id: first! });
      assertEquals([run?.trigger, run?.batchId], ["batch", batch.id]);
      for (const { id } of runs) {
        const held = await openRun(store, { runId: id, teamId: store.mesh.teamId });
        await closeRun(store, held, [aFound("city", "Oslo")]);
      }
      const ended = await until("the end", async () => {
        const now = await read(store, batch.id);
        return now.status === "ended" && now;
      });
      assertEquals([ended.skipped, ended.runs], [2, { succeeded: 2 }]);
      const names = await sql<{ name: string }[]>`
      select name from history where data->>'batchId' = ${batch.id} order by entry
    `;
      assertEquals(names.map(({ name }) => name), ["enrichment.batchQueued", "enrichment.batchEnded"]);
      const late = await ask(customers.cancelEnrichmentBatch, { batchId: batch.id });
      assertEquals([late.cancelled, late.batch.status], [false, "ended"]);
    },
  );

  await t.step(
    "a hundred at a time; cancelled as a whole, nothing more starts and nothing lands",
    async () => {
      await addCustomers(store, 130, { industry: "Retail" });
      const { batch } = await ask(customers.enrichMany, { filter: { industry: "retail" } });
      await until("the first hundred", async () => (await read(store, batch.id)).seen > 0);
      const runs = await queuedBy(store, batch.id);
      assertEquals([runs.length, (await read(store, batch.id)).status], [100, "queuing"]);
      const claims = runs.map(({ id }) => ({ runId: id, teamId: store.mesh.teamId }));
      const held = await openRun(store, claims[0]!);
      await closeRun(store, await openRun(store, claims[1]!), []);
      await until("the next", async () => (await read(store, batch.id)).seen === 101);
      const answer = await ask(customers.cancelEnrichmentBatch, { batchId: batch.id });
      assertEquals([answer.cancelled, answer.batch.status], [true, "cancelled"]);
      assertEquals(answer.batch.runs, { cancelled: 100, succeeded: 1 });
      assertEquals(await ask(enrichmentRuns.open, { ...claims[2]!, worker: "w" }, SYSTEM), {
        state: "ended",
      });
      const late = await closeRun(store, held, [aFound("city", "Oslo")]);
      assertEquals(late, { accepted: false, status: "cancelled" });
      assertEquals((await ask(customers.cancelEnrichmentBatch, { batchId: batch.id })).cancelled, true);
      const moments =
        await sql`select 1 from enrichment_batches where id = ${batch.id} and ended_at is not null`;
      assertEquals([moments.length, (await read(store, batch.id)).seen], [1, 101]);
    },
  );

  await t.step("takes the search of a list too: what the list shows, and nothing else", async () => {
    const [wanted, second] = await addCustomers(store, 2, { name: "Harbour Bakery", industry: "Food" });
    await addCustomers(store, 1, { name: "Harbour Bakery", industry: "Travel" });
    await addCustomers(store, 1, { name: "Quarry", industry: "Food" });
    for (const q of ["harbour bak", " Harbuor "]) {
      const filter = { q, industry: "food" };
      const { batch } = await ask(customers.enrichMany, { filter });
      const listed = (await ask(customers.get, { ...filter, total: true })).meta.total;
      assertEquals([batch.total, listed], [2, 2], q);
      await until("all are queued", async () => (await read(store, batch.id)).status === "running");
      const runs = await queuedBy(store, batch.id);
      assertEquals(runs.map(({ customerId }) => customerId).sort(), [wanted!, second!].sort());
      const { batch: ended } = await ask(customers.cancelEnrichmentBatch, { batchId: batch.id });
      assertEquals([ended.seen, ended.runs], [2, { cancelled: 2 }]);
    }
    const { batch: none } = await ask(customers.enrichMany, { filter: { q: "nobody is called so" } });
    assertEquals(none.total, 0);
    await until("its end", async () => (await read(store, none.id)).status === "ended");
  });

  await t.step("a cancel leaves alone the run that somebody ordered for a customer since", async () => {
    // The run of the second keeps the order from ending by itself.
    const [id] = await addCustomers(store, 2, { industry: "Energy" });
    const { batch } = await ask(customers.enrichMany, { filter: { industry: "Energy" } });
    await until("both are queued", async () => (await queuedBy(store, batch.id)).length === 2);
    await ask(customers.cancelEnrichment, { id: id! });
    const { run } = await ask(customers.enrich, { id: id! });
    const answer = await ask(customers.cancelEnrichmentBatch, { batchId: batch.id });
    assertEquals([answer.cancelled, answer.batch.runs], [true, { cancelled: 2 }]);
    assertEquals((await ask(customers.getEnrichment, { id: id! })).run?.id, run.id);
    assertEquals((await ask(customers.getEnrichment, { id: id! })).run?.status, "queued");
  });

  await t.step("a team whose hundred orders cannot go on keeps no other from its turn", async () => {
    const { teamId } = store.otherCaller;
    await sql`
      insert into enrichment_batches (team_id, filter, total, requested_by, requested_at)
      select ${teamId}, '{}', 0, 'key:test', now() - interval '1 day' from generate_series(1, 100)
    `;
    await sql.begin(async (transaction) => {
      await transaction`select 1 from enrichment_batches where team_id = ${teamId} for update`;
      const { batch } = await ask(customers.enrichMany, { filter: { industry: "Nothing of this" } });
      await until("its end", async () => (await read(store, batch.id)).status === "ended");
    });
    // Let go, they have their turn too.
    await until("the end of all", async () => {
      const unfinished = await sql`
        select 1 from enrichment_batches where team_id = ${teamId} and status in ('queuing', 'running') limit 1
      `;
      return unfinished.length === 0;
    });
  });

  await t.step("too many orders at once are refused; another team sees none of them", async () => {
    // Each with a customer of its own, whose run keeps it from ending.
    const industries = ["Steel", "Paper", "Glass", "Wood", "Wool", "Clay", "Salt", "Cork"];
    for (const industry of industries) await addCustomers(store, 1, { industry });
    const answers = await Promise.allSettled(
      industries.map((industry) => ask(customers.enrichMany, { filter: { industry } })),
    );
    const orders = answers.flatMap((answer) => answer.status === "fulfilled" ? [answer.value] : []);
    assertEquals(orders.length, 5);
    for (const answer of answers) {
      if (answer.status === "rejected") assertEquals(answer.reason.code, "OVERLOADED");
    }
    const stranger = { caller: store.otherCaller };
    const { batch: { id: batchId } } = orders[0]!;
    for (const operation of [customers.getEnrichmentBatch, customers.cancelEnrichmentBatch]) {
      assertEquals((await refusal(ask(operation, { batchId }, stranger))).code, "NOT_FOUND");
    }
    assertEquals((await ask(customers.enrichMany, {}, stranger)).batch.total, 0);
    for (const { batch } of orders) {
      assert((await ask(customers.cancelEnrichmentBatch, { batchId: batch.id })).cancelled);
    }
  });
});

Deno.test({
  name: "who had to wait for an order, or for its customers, sees what was done with them meanwhile",
  ignore,
}, async () => {
  await using store = await takeTestStore({ sweepMs: 600_000 });
  const { ask, mesh: { databaseUrl, teamId } } = store;
  const [sql, other] = [1, 1].map((maxConnections) =>
    connectDatabase(databaseUrl, { maxConnections, statementTimeoutMs: 20_000, applicationName: "waiting" })
  );
  const [customerId] = await addCustomers(store, 1, { industry: "Mining" });
  const { batch } = await ask(customers.enrichMany, { filter: { industry: "Mining" } });
  const row = (await findBatch(store.sql, teamId, batch.id))!;
  /** While somebody holds both, orders a run of it and says that this was all. */
  const meanwhile = async <Seen>(look: (sql: Transaction) => Promise<Seen>) => {
    const { looking } = await sql!.begin(async (holder) => {
      await holder`select from enrichment_batches where id = ${batch.id} for update`;
      await holder`select from customers where id = ${customerId!} for update`;
      const looking = other!.begin(look);
      await until("who waits", async () =>
        (await store.sql`
          select from pg_stat_activity where datname = current_database() and application_name = 'waiting'
            and wait_event_type = 'Lock'
        `).length === 1);
      const run = { teamId, customerId: customerId!, website: "a.example", batchId: batch.id };
      await insertRun(holder, { ...run, trigger: "batch", requestedBy: "key:test" });
      await updateBatch(holder, row, { status: "running", seen: 1 });
      return { looking };
    });
    return await looking;
  };
  const matches = store.sql`true`;
  const calendar = { today: "2026-01-01", timeZone: "UTC" };
  const candidates = await meanwhile((on) => lockCandidates(on, row, { calendar, matches, limit: 10 }));
  assertEquals(candidates.map(({ id, hasRun }) => [id, hasRun]), [[customerId!, true]]);
  await ask(customers.cancelEnrichment, { id: customerId! });
  await updateBatch(store.sql, row, { status: "queuing" });
  const seen = (await meanwhile((on) => lockBatch(on, { teamId, id: batch.id }, "wait")))!;
  assertEquals([seen.status, seen.runs], ["running", { cancelled: 1, queued: 1 }]);
  await Promise.all([sql!.end(), other!.end()]);
});

Deno.test(
  { name: "a stopped run gives its customer back, and reads no other one for it", ignore },
  async () => {
    await using store = await takeTestStore();
    const { ask, sql, mesh: { teamId } } = store;
    await ask(customers.upsertMany, { items: Array.from({ length: 40 }, () => aCustomer()) });
    const [customerId] = await addCustomers(store, 1, {});
    const { run } = await ask(customers.getEnrichment, { id: customerId! });
    const [read] = await sql.begin(async (on) => {
      await restoreEnrichmentStatus(on, { teamId, customerId: customerId! }, run!.id);
      return await on<{ rows: number }[]>`
      select (seq_tup_read + idx_tup_fetch)::int as rows from pg_stat_xact_user_tables where relname = 'customers'
    `;
    });
    assertEquals(read!.rows, 1);
  },
);
