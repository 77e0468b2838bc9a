/** What runs may spend on models is held when they are claimed: no two of them count the same money as left. */
import { assert, assertEquals } from "@std/assert";
import { customers, enrichmentRuns } from "shared/contract/mod.ts";
import type { InputOf } from "shared/operation.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { closeRun, newRun, SYSTEM } from "./test_enrichment.ts";
import { takeTestStore } from "../test_store.ts";

const ignore = !hasTestServers();
const MOST = { tokens: 1_000, costUsd: 0.5 };
const USED = {
  fetches: 1,
  notModified: 0,
  bytes: 1,
  inputTokens: 90,
  outputTokens: 10,
  costUsd: 0.25,
  ms: 1,
};

Deno.test({ name: "what a run may spend on models", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask, sql } = store;

  async function openAgain(claim: { runId: string; teamId: string }) {
    const opened = await ask(
      enrichmentRuns.open,
      { ...claim, worker: "test", mostSpending: MOST },
      SYSTEM,
    );
    assert(opened.state === "open");
    const { spentToday, spentByRun, generation } = opened;
    return { ...spentToday, run: spentByRun, held: { ...claim, generation } };
  }

  async function open() {
    const { customer, claim } = await newRun(store);
    return { ...await openAgain(claim), id: customer.id };
  }

  const teamTokens = async () => (await open()).team.tokens;
  const forget = () => sql`delete from enrichment_spending`;

  await t.step("eight claims at once: each counts those before it", async () => {
    const runs = await Promise.all(Array.from({ length: 8 }, () => newRun(store)));
    const opened = await Promise.all(runs.map(({ claim }) => openAgain(claim)));
    const counted = opened.map(({ team }) => team.tokens).sort((a, b) => a - b);
    assertEquals(counted, [0, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000]);
    assertEquals(opened.map(({ customer }) => customer.tokens), Array(8).fill(0));
    await forget();
  });

  await t.step("a result settles it, also one that is refused; said twice it counts once", async () => {
    for (const result of ["succeeded", "failed", "retry"] as const) {
      const { held } = await open();
      await closeRun(store, held, [], { result, receipt: USED });
      await closeRun(store, held, [], { result, receipt: USED });
      assertEquals([result, await teamTokens()], [result, 100]);
      await forget();
    }
    const { held, id } = await open();
    await ask(customers.cancelEnrichment, { id });
    assertEquals((await closeRun(store, held, [], { receipt: USED })).accepted, false);
    await closeRun(store, held, [], { result: "aborted", receipt: USED });
    assertEquals(await teamTokens(), 100);
    const { run } = await ask(customers.getEnrichment, { id });
    assertEquals([run?.status, run?.receipt?.inputTokens], ["cancelled", 90]);
    assert(run?.stopConfirmedAt);
    await forget();
  });

  await t.step("what a worker never told of counts as spent, for the run too", async () => {
    const lost = await open();
    await sql`update enrichment_runs set lease_until = now() - interval '1 second' where id = ${lost.held.runId}`;
    const next = await openAgain({ runId: lost.held.runId, teamId: lost.held.teamId });
    assertEquals([lost.run.tokens, next.run, next.customer, next.team], [0, MOST, MOST, MOST]);
    // A worker that had a fault knows of nothing that it has spent.
    const input: Partial<InputOf<typeof enrichmentRuns.close>> = { result: "retry", outcome: "error" };
    await closeRun(store, next.held, [], input);
    assertEquals(await teamTokens(), 2_000);
    await forget();
  });

  await t.step("neither the end of the customer nor midnight frees what is under way", async () => {
    const { id, held } = await open();
    await closeRun(store, held, [], { receipt: USED });
    await ask(customers.delete, { id });
    assertEquals(await teamTokens(), 100);
    await forget();
    await open();
    const before = sql`date_trunc('day', now(), 'UTC') - interval '1 minute'`;
    await sql`update enrichment_spending set at = ${before}`;
    assertEquals(await teamTokens(), 1_000);
    await sql`update enrichment_spending set at = ${before}, is_settled = true`;
    assertEquals(await teamTokens(), 0);
    await forget();
  });

  await t.step("who asks nobody holds nothing, and what it tells all the same is counted", async () => {
    const { claim } = await newRun(store);
    const opened = await ask(enrichmentRuns.open, { ...claim, worker: "test" }, SYSTEM);
    assert(opened.state === "open");
    const count = async () => (await sql`select 1 from enrichment_spending`).length;
    assertEquals(await count(), 0);
    await closeRun(store, { ...claim, generation: opened.generation }, [], { receipt: USED });
    assertEquals([await count(), await teamTokens()], [1, 100]);
  });
});
