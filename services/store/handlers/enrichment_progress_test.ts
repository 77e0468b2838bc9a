import { assert, assertEquals, assertGreater } from "@std/assert";
import { decodeJson, type Message } from "shared/bus/mod.ts";
import { MAX_ATTEMPTS, type Progress, type Receipt } from "shared/contract/enrichment_runs.ts";
import { customers, enrichmentRuns, events } from "shared/contract/mod.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { aFound, closeRun, enrichWith, newRun, openRun, SYSTEM } from "./test_enrichment.ts";
import { aCustomer, refusal, takeTestStore } from "../test_store.ts";

const ignore = !hasTestServers();

const aReceipt = (fetches: number): Receipt => ({
  fetches,
  notModified: 1,
  bytes: 1_000,
  inputTokens: 10,
  outputTokens: 2,
  costUsd: 0.25,
  ms: 40,
});

const aPage = (url: string) => ({ url, etag: '"1"', lastModified: null, digest: "d1", reader: "rules/1" });

Deno.test({ name: "enrichment progress, receipts and history", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask, sql, mesh } = store;
  const readRun = async (id: string) => (await ask(customers.getEnrichment, { id })).run!;
  const listFacts = async (customerId: string) =>
    (await ask(customers.getHistory, { id: customerId, pageSize: 100 })).data.toReversed();

  await t.step(
    "what changes is shown as step k of n, and told once; a heartbeat alone tells nothing",
    async () => {
      const { customer, claim } = await newRun(store);
      const held = await openRun(store, claim);
      const progress: Progress = {
        step: "fetching",
        pagesRead: 1,
        pagesPlanned: 4,
        valuesFound: 0,
        page: "https://acme.example/contact",
      };
      for (
        const each of [progress, progress, undefined, { ...progress, step: "reading" as const, page: null }]
      ) {
        assertEquals(await ask(enrichmentRuns.progress, { ...held, progress: each }, SYSTEM), {
          state: "running",
        });
      }
      const shown = (await readRun(customer.id)).progress;
      assertEquals([shown?.step, shown?.stepNumber, shown?.stepCount, shown?.page], ["reading", 3, 6, null]);
      const facts = (await listFacts(customer.id)).filter(({ name }) => name === "enrichment.progressed");
      assertEquals(facts.map(({ data }) => (data.progress as Progress).step), ["fetching", "reading"]);
      assertEquals((facts[0]!.data.progress as Progress).page, progress.page);
      await ask(customers.cancelEnrichment, { id: customer.id });
      const late = { ...held, progress: { ...progress, step: "verifying" as const } };
      assertEquals(await ask(enrichmentRuns.progress, late, SYSTEM), { state: "stopped" });
      assertEquals((await listFacts(customer.id)).at(-1)!.name, "enrichment.ended");
    },
  );

  await t.step("over before any heartbeat: the end tells how far it came", async () => {
    const progress: Progress = { step: "reading", pagesRead: 2, pagesPlanned: 4, valuesFound: 7 };
    for (const result of ["succeeded", "failed"] as const) {
      const { customer, claim } = await newRun(store);
      const held = await openRun(store, claim);
      const report = { ...held, result, outcome: "ok", message: "", progress };
      await ask(enrichmentRuns.close, report, SYSTEM);
      const shown = (await readRun(customer.id)).progress;
      const step = result === "succeeded" ? "done" : "reading";
      assertEquals([shown?.step, shown?.pagesRead, shown?.valuesFound], [step, 2, 7]);
      const names = (await listFacts(customer.id)).map(({ name }) => name).slice(-2);
      assertEquals(names, ["enrichment.progressed", "enrichment.ended"]);
    }
  });

  await t.step(
    "progress and a change of the same customer at once wait for each other, not forever",
    async () => {
      const { customer, claim } = await newRun(store);
      const held = await openRun(store, claim);
      for (let pagesRead = 0; pagesRead < 20; pagesRead++) {
        const progress = { step: "fetching" as const, pagesRead, pagesPlanned: 20, valuesFound: 0 };
        await Promise.all([
          ask(enrichmentRuns.progress, { ...held, progress }, SYSTEM),
          ask(customers.update, { id: customer.id, note: `${pagesRead}`, website: "acme.example" }),
          ask(customers.getEnrichment, { id: customer.id }),
        ]);
      }
      assertEquals((await closeRun(store, held, [])).accepted, true);
    },
  );

  await t.step(
    "given back after a passing trouble: it says why and when it is tried again, and is then",
    async () => {
      const { customer, claim } = await newRun(store);
      const held = await openRun(store, claim);
      const pause = { result: "retry" as const, outcome: "unreachable", message: "It could not be read." };
      await closeRun(store, held, [], { ...pause, retryAfterMs: 60_000, receipt: aReceipt(2) });
      const waiting = await readRun(customer.id);
      assertEquals([waiting.status, waiting.outcome, waiting.nextStep], ["queued", "unreachable", null]);
      assertGreater(Date.parse(waiting.nextAttemptAt!), Date.now() + 50_000);
      assertEquals((await ask(customers.getById, { id: customer.id })).enrichmentStatus, "pending");
      const told = (await listFacts(customer.id)).at(-1)!;
      assertEquals([told.name, told.data.nextAttemptAt], ["enrichment.postponed", waiting.nextAttemptAt]);
      await sql`update enrichment_runs set not_before = now() where id = ${claim.runId}`;
      await closeRun(store, await openRun(store, claim), [], { receipt: aReceipt(3) });
      const ended = await readRun(customer.id);
      assertEquals([ended.status, ended.outcome, ended.nextStep], ["succeeded", "ok", null]);
      assertEquals(ended.receipt, {
        fetches: 5,
        notModified: 2,
        bytes: 2_000,
        inputTokens: 20,
        outputTokens: 4,
        costUsd: 0.5,
        ms: 80,
      });
    },
  );

  await t.step(
    "given up after too many attempts: it fails, and a dead letter says which and why",
    async () => {
      const letters: Message[] = [];
      const subscription = store.bus.subscribe("dlq.JOBS.>", (message) => letters.push(message));
      await store.bus.flush();
      const { customer, claim } = await newRun(store);
      for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
        await closeRun(store, await openRun(store, claim), [], {
          result: "retry",
          outcome: "error",
          message: "A bug",
        });
      }
      const crashing = await newRun(store);
      for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
        await openRun(store, crashing.claim);
        await sql`update enrichment_runs set lease_until = now() - interval '1 second' where id = ${crashing.run.id}`;
      }
      const asked = { ...crashing.claim, worker: "test" };
      assertEquals(await ask(enrichmentRuns.open, asked, SYSTEM), { state: "ended" });
      await until("two letters", () => Promise.resolve(letters.length === 2));
      const told = letters.map(({ subject, body }) =>
        [subject, decodeJson(body) as Record<string, unknown>] as const
      );
      assertEquals(told.map(([subject, { runId, outcome, attempt }]) => [subject, runId, outcome, attempt]), [
        ["dlq.JOBS.exhausted", claim.runId, "error", MAX_ATTEMPTS],
        ["dlq.JOBS.exhausted", crashing.run.id, "too_many_attempts", MAX_ATTEMPTS],
      ]);
      const { status, nextStep } = await readRun(customer.id);
      assertEquals([status, nextStep?.startsWith("Enrich the customer again")], ["failed", true]);
      await subscription.drain();
    },
  );

  await t.step(
    "an outcome says what to do next; one that shall tell nothing says the same as another",
    async () => {
      const nextStepAfter = async (outcome: string) => {
        const { id } = await ask(customers.upsert, aCustomer({ website: "a.example" }));
        await enrichWith(store, id, [], { result: "failed", outcome });
        return (await readRun(id)).nextStep;
      };
      const outcomes = ["no_website", "parked", "blocked_by_robots", "script_only", "wrong_company", "gone"];
      const steps = [];
      for (const outcome of [...outcomes, "unreachable"]) steps.push(await nextStepAfter(outcome));
      assertEquals(new Set(steps).size, steps.length);
      assert(steps.every((step) => step !== null && step.endsWith(".")));
      assertEquals(await nextStepAfter("refused_address"), await nextStepAfter("unreachable"));
    },
  );

  await t.step(
    "customers.getEnrichmentHistory: what each run changed and used, newest first, in pages",
    async () => {
      const { id } = await ask(customers.upsert, aCustomer({ website: "a.example" }));
      const first = await enrichWith(store, id, [aFound("city", "Oslo")], { receipt: aReceipt(4) });
      const second = await enrichWith(store, id, [aFound("city", "Moss"), aFound("zip", "1530")]);
      await ask(customers.enrich, { id });
      await ask(customers.cancelEnrichment, { id });
      const page = await ask(customers.getEnrichmentHistory, { id, pageSize: 2 });
      assertEquals(page.data.map((run) => [run.status, run.changes]), [
        ["cancelled", {}],
        ["succeeded", { city: { before: "Oslo", after: "Moss" }, zip: { before: null, after: "1530" } }],
      ]);
      const rest = await ask(customers.getEnrichmentHistory, { id, cursor: page.meta.cursor });
      assertEquals(rest.data.map((run) => [run.id, run.receipt, run.changes]), [
        [first, aReceipt(4), { city: { before: null, after: "Oslo" } }],
      ]);
      assertEquals([page.data[1]!.id, rest.meta.cursor], [second, null]);
      assertEquals(customers.getEnrichmentHistory.output.parse(page), page);
      const other = await ask(customers.upsert, aCustomer());
      const foreign = ask(customers.getEnrichmentHistory, { id: other.id, cursor: page.meta.cursor });
      assertEquals((await refusal(foreign)).code, "INVALID");
    },
  );

  await t.step(
    "known pages: told to the next run of the same website, until something asks for more",
    async () => {
      const { id } = await ask(customers.upsert, aCustomer({ website: "a.example" }));
      const pages = [aPage("https://a.example/"), aPage("https://a.example/contact")];
      const knownAfter = async (act: () => Promise<unknown>) => {
        await act();
        const { run } = await ask(customers.enrich, { id });
        const claim = { runId: run.id, teamId: mesh.teamId, worker: "test" };
        const opened = await ask(enrichmentRuns.open, claim, SYSTEM);
        assert(opened.state === "open");
        await ask(customers.cancelEnrichment, { id });
        return opened.known;
      };
      let runId = "";
      const read = async (end = {}) => {
        runId = await enrichWith(store, id, [aFound("city", "Oslo")], { pages, ...end });
      };
      assertEquals(await knownAfter(read), pages);
      assertEquals(
        await knownAfter(() => read({ result: "failed", outcome: "unreachable", pages: [] })),
        pages,
      );
      assertEquals(await knownAfter(() => read({ result: "partial" })), [], "read in part only");
      assertEquals(await knownAfter(read), pages);
      assertEquals(await knownAfter(() => ask(customers.undoEnrichment, { id, runId })), []);
      assertEquals(await knownAfter(read), pages);
      assertEquals(await knownAfter(() => ask(customers.clearEnrichment, { id })), []);
      assertEquals(await knownAfter(read), pages);
      assertEquals(await knownAfter(() => ask(customers.update, { id, website: "b.example" })), []);
    },
  );

  await t.step("what a run has used is known of a cancelled one too, and changes nothing else", async () => {
    const { customer, claim } = await newRun(store);
    const held = await openRun(store, claim);
    await ask(customers.cancelEnrichment, { id: customer.id });
    await closeRun(store, held, [aFound("city", "Oslo")], { result: "aborted", receipt: aReceipt(7) });
    const { status, receipt } = await readRun(customer.id);
    assertEquals([status, receipt?.fetches], ["cancelled", 7]);
    assertEquals((await ask(customers.getEnrichment, { id: customer.id })).values, []);
  });

  await t.step("a worker learns what customer and team have spent today", async () => {
    const spentAt = async () => {
      const { customer, claim } = await newRun(store);
      const opened = await ask(enrichmentRuns.open, { ...claim, worker: "test" }, SYSTEM);
      assert(opened.state === "open");
      return { ...opened.spentToday, held: { ...claim, generation: opened.generation }, id: customer.id };
    };
    const before = await spentAt();
    assertEquals(before.customer, { tokens: 0, costUsd: 0 });
    await closeRun(store, before.held, [], { receipt: aReceipt(1) });
    const { team } = await spentAt();
    assertEquals([team.tokens - before.team.tokens, team.costUsd - before.team.costUsd], [12, 0.25]);
    const { run } = await ask(customers.enrich, { id: before.id });
    const again = { runId: run.id, teamId: mesh.teamId, worker: "test" };
    const opened = await ask(enrichmentRuns.open, again, SYSTEM);
    assertEquals(opened.state === "open" && opened.spentToday.customer, { tokens: 12, costUsd: 0.25 });
    await sql`update enrichment_spending set at = at - interval '1 day'`;
    assertEquals((await spentAt()).team, { tokens: 0, costUsd: 0 });
  });

  await t.step("the feed has all of it, by customer and by name", async () => {
    const { customer, claim } = await newRun(store);
    await closeRun(store, await openRun(store, claim), []);
    const names = ["enrichment.queued" as const, "enrichment.started" as const, "enrichment.ended" as const];
    const found = await until("the feed", async () => {
      const { data } = await ask(events.list, { customerId: customer.id, names });
      return data.length === 3 && data;
    });
    assertEquals(found.map(({ name }) => name), names);
  });
});
