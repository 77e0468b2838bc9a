/** The customer is locked before its run, whoever locks: with one order nobody deadlocks. */
import { assertEquals } from "@std/assert";
import { MAX_ATTEMPTS } from "shared/contract/enrichment_runs.ts";
import { customers, enrichmentRuns } from "shared/contract/mod.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { aFound, closeRun, newRun, openRun, SYSTEM } from "./test_enrichment.ts";
import { takeTestStore, type TestStore } from "../test_store.ts";

const ignore = !hasTestServers();
const STEP = { step: "fetching" as const, pagesRead: 0, pagesPlanned: 4, valuesFound: 0 };
const RETRY = { result: "retry" as const, outcome: "unreachable", message: "It could not be read." };

type NewRun = Awaited<ReturnType<typeof newRun>>;
type Change = (store: TestStore, run: NewRun) => Promise<unknown>;

/** Everything that changes a run: first what has to be so before, then the change itself. */
const CHANGES: Readonly<Record<string, { prepare?: Change; change: Change }>> = {
  "enrichmentRuns.open": {
    change: ({ ask }, { claim }) => ask(enrichmentRuns.open, { ...claim, worker: "test" }, SYSTEM),
  },
  "enrichmentRuns.open of a run that was tried too often": {
    prepare: ({ sql }, { run }) =>
      sql`update enrichment_runs set attempt = ${MAX_ATTEMPTS} where id = ${run.id}`,
    change: ({ ask }, { claim }) => ask(enrichmentRuns.open, { ...claim, worker: "test" }, SYSTEM),
  },
  "enrichmentRuns.progress": {
    prepare: (store, { claim }) => openRun(store, claim),
    change: ({ ask }, { claim }) =>
      ask(enrichmentRuns.progress, { ...claim, generation: 1, progress: STEP }, SYSTEM),
  },
  "enrichmentRuns.close": {
    prepare: (store, { claim }) => openRun(store, claim),
    change: (store, { claim }) => closeRun(store, { ...claim, generation: 1 }, [aFound("city", "Oslo")]),
  },
  "enrichmentRuns.close that gives it back": {
    prepare: (store, { claim }) => openRun(store, claim),
    change: (store, { claim }) => closeRun(store, { ...claim, generation: 1 }, [], RETRY),
  },
  "customers.cancelEnrichment": {
    change: ({ ask }, { customer }) => ask(customers.cancelEnrichment, { id: customer.id }),
  },
  "customers.clearEnrichment": {
    change: ({ ask }, { customer }) => ask(customers.clearEnrichment, { id: customer.id }),
  },
  "customers.cancelEnrichmentBatch": {
    prepare: ({ sql }, { run, claim }) =>
      sql`
        with batch as (
          insert into enrichment_batches (team_id, status, filter, total, requested_by)
          values (${claim.teamId}, 'running', '{}', 1, 'test') returning id
        )
        update enrichment_runs set batch_id = batch.id from batch where enrichment_runs.id = ${run.id}
      `,
    change: async ({ ask, sql }, { run }) => {
      const [row] = await sql<
        { batchId: string }[]
      >`select batch_id from enrichment_runs where id = ${run.id}`;
      return await ask(customers.cancelEnrichmentBatch, { batchId: row!.batchId });
    },
  },
  "customers.update with another website": {
    change: ({ ask }, { customer }) => ask(customers.update, { id: customer.id, website: "b.example" }),
  },
  "customers.delete": {
    change: ({ ask }, { customer }) => ask(customers.delete, { id: customer.id }),
  },
  "customers.erase": {
    change: ({ ask }, { customer }) => ask(customers.erase, { id: customer.id }),
  },
};

async function isWaiting({ sql }: TestStore): Promise<boolean> {
  const rows = await sql`
    select 1 from pg_stat_activity
    where datname = current_database() and application_name = 'mesh store' and wait_event_type = 'Lock'
  `;
  return rows.length > 0;
}

Deno.test({ name: "who waits for a customer does not hold its run", ignore }, async (t) => {
  await using store = await takeTestStore();
  for (const [name, { prepare, change }] of Object.entries(CHANGES)) {
    await t.step(name, async () => {
      const run = await newRun(store);
      await prepare?.(store, run);
      const changing = await store.sql.begin(async (sql) => {
        await sql`select 1 from customers where id = ${run.customer.id} for update`;
        const changing = change(store, run);
        await until("it waits", () => isWaiting(store));
        // Fails at once when somebody holds the row.
        const held = await sql`select status from enrichment_runs where id = ${run.run.id} for update nowait`;
        assertEquals(held.length, 1);
        return { done: changing };
      });
      await changing.done;
    });
  }
});

Deno.test(
  { name: "a claim and a cancel at the same moment: neither waits for the other for ever", ignore },
  async () => {
    await using store = await takeTestStore();
    const { ask } = store;
    for (let n = 0; n < 20; n++) {
      const { customer, claim } = await newRun(store);
      const [opened, cancelled] = await Promise.all([
        ask(enrichmentRuns.open, { ...claim, worker: "test" }, SYSTEM),
        ask(customers.cancelEnrichment, { id: customer.id }),
      ]);
      assertEquals([cancelled.cancelled, cancelled.run?.status], [true, "cancelled"]);
      if (opened.state === "open") {
        const late = await closeRun(store, { ...claim, generation: opened.generation }, [
          aFound("city", "Oslo"),
        ]);
        assertEquals(late, { accepted: false, status: "cancelled" });
      }
    }
  },
);
