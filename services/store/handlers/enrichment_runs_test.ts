import { assert, assertEquals } from "@std/assert";
import { decodeJson, HEADERS, type Message } from "shared/bus/mod.ts";
import { customers, enrichmentRuns } from "shared/contract/mod.ts";
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { aFound, newRun, openRun as open, SYSTEM } from "./test_enrichment.ts";
import { aCustomer, refusal, takeTestStore } from "../test_store.ts";

const ignore = !hasTestServers();

const result = (values: FoundValue[], more = {}) => ({
  result: "succeeded" as const,
  outcome: "ok",
  message: "Read 1 page",
  values,
  ...more,
});

Deno.test({ name: "enrichment runs", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask, sql } = store;
  const expire = (runId: string) =>
    sql`update enrichment_runs set lease_until = now() - interval '2 seconds' where id = ${runId}`;

  await t.step("a customer with a website is enriched by itself; values carry their evidence", async () => {
    const { customer, run, claim } = await newRun(store);
    assertEquals([run.status, run.trigger, customer.enrichmentStatus], ["queued", "created", "pending"]);
    const held = await open(store, claim);
    assertEquals((await ask(customers.getById, { id: customer.id })).enrichmentStatus, "processing");
    const values = [
      aFound("industry", "Software"),
      aFound("foundedYear", "1998"),
      aFound("city", "Oslo", { confidence: 0.6 }),
    ];
    assertEquals((await ask(enrichmentRuns.close, { ...held, ...result(values) }, SYSTEM)).accepted, true);
    const after = await ask(customers.getById, { id: customer.id });
    assertEquals([after.industry, after.foundedYear, after.city], ["Software", 1998, null]);
    assertEquals(after.enrichmentStatus, "completed");
    const shown = await ask(customers.getEnrichment, { id: customer.id });
    assertEquals(shown.values.map((each) => [each.field, each.state]), [
      ["city", "proposed"],
      ["foundedYear", "filled"],
      ["industry", "filled"],
    ]);
    assertEquals(customers.getEnrichment.output.parse(shown), shown);
  });

  await t.step("what a person typed is neither overwritten nor cleared", async () => {
    const { customer, claim } = await newRun(store, { industry: "Media" });
    const held = await open(store, claim);
    await ask(customers.update, { id: customer.id, city: "Bergen" });
    const values = [
      aFound("industry", "Software"),
      aFound("city", "Oslo"),
      aFound("phone", "+47 22 00 00 00"),
    ];
    await ask(enrichmentRuns.close, { ...held, ...result(values) }, SYSTEM);
    const after = await ask(customers.getById, { id: customer.id });
    assertEquals([after.industry, after.city, after.phone], ["Media", "Bergen", "+47 22 00 00 00"]);
    assertEquals((await ask(customers.clearEnrichment, { id: customer.id })).fields, ["phone"]);
    const cleared = await ask(customers.getById, { id: customer.id });
    assertEquals([cleared.industry, cleared.city, cleared.phone, cleared.enrichmentStatus], [
      "Media",
      "Bergen",
      null,
      null,
    ]);
  });

  await t.step("customers.enrich joins the run under way", async () => {
    const { customer, run } = await newRun(store);
    const again = await ask(customers.enrich, { id: customer.id });
    assertEquals([again.queued, again.joined, again.run.id], [true, true, run.id]);
  });

  await t.step("cancelled before it starts: nobody can claim it", async () => {
    const { customer, run, claim } = await newRun(store);
    const answer = await ask(customers.cancelEnrichment, { id: customer.id });
    assertEquals([answer.cancelled, answer.run?.id, answer.run?.status], [true, run.id, "cancelled"]);
    assertEquals(await ask(enrichmentRuns.open, { ...claim, worker: "w" }, SYSTEM), { state: "ended" });
    assertEquals((await ask(customers.getById, { id: customer.id })).enrichmentStatus, null);
  });

  await t.step(
    "cancelled while it runs: the control message names it, and nothing lands although it was lost",
    async () => {
      const { customer, run, claim } = await newRun(store);
      const held = await open(store, claim);
      const heard: Message[] = [];
      const subscription = store.bus.subscribe("control.run.*", (message) => heard.push(message));
      await store.bus.flush();
      const answer = await ask(customers.cancelEnrichment, { id: customer.id });
      assertEquals([answer.cancelled, answer.run?.status], [true, "cancelled"]);
      await until("the control message", () => Promise.resolve(heard.length > 0));
      assertEquals(heard[0]!.subject, `control.run.${run.id}`);
      assertEquals((decodeJson(heard[0]!.body) as { generation: number }).generation, held.generation + 1);
      // The worker heard nothing: it goes on and reports.
      assertEquals(await ask(enrichmentRuns.progress, held, SYSTEM), { state: "stopped" });
      const late = await ask(
        enrichmentRuns.close,
        { ...held, ...result([aFound("industry", "Software")]) },
        SYSTEM,
      );
      assertEquals(late, { accepted: false, status: "cancelled" });
      assertEquals((await ask(customers.getById, { id: customer.id })).industry, null);
      assertEquals((await ask(customers.getEnrichment, { id: customer.id })).values, []);
      await subscription.drain();
    },
  );

  await t.step("cancelled twice, and after it ended: the answer tells what is", async () => {
    const { customer, claim } = await newRun(store);
    await ask(customers.cancelEnrichment, { id: customer.id });
    assertEquals((await ask(customers.cancelEnrichment, { id: customer.id })).cancelled, true);
    const { run } = await ask(customers.enrich, { id: customer.id });
    const held = await open(store, { ...claim, runId: run.id });
    await ask(enrichmentRuns.close, { ...held, ...result([]) }, SYSTEM);
    const answer = await ask(customers.cancelEnrichment, { id: customer.id });
    assertEquals([answer.cancelled, answer.run?.status], [false, "succeeded"]);
    // As if the clock had been set back by an hour since.
    await store.sql`update enrichment_runs set requested_at = now() + interval '1 hour' where id = ${run.id}`;
    const { run: next } = await ask(customers.enrich, { id: customer.id });
    assertEquals((await ask(customers.getEnrichment, { id: customer.id })).run?.id, next.id);
    const stopped = await ask(customers.cancelEnrichment, { id: customer.id });
    assertEquals([stopped.cancelled, stopped.run?.id], [true, next.id]);
    const never = await ask(customers.upsert, aCustomer());
    assertEquals(await ask(customers.cancelEnrichment, { id: never.id }), { cancelled: false, run: null });
  });

  await t.step(
    "cancelled, a run leaves its customer as it was before: status, moment and values",
    async () => {
      const ends = {
        completed: () => result([aFound("industry", "Software")]),
        failed: () => result([], { result: "failed", outcome: "gone" }),
      };
      for (const [status, end] of Object.entries(ends)) {
        const { customer: { id }, claim } = await newRun(store);
        await ask(enrichmentRuns.close, { ...await open(store, claim), ...end() }, SYSTEM);
        const before = await ask(customers.getById, { id });
        assertEquals([before.enrichmentStatus, before.enrichedAt !== null], [status, status === "completed"]);
        const cancelAfter = async (act: (runId: string) => Promise<unknown>) => {
          const { run } = await ask(customers.enrich, { id });
          await act(run.id);
          await ask(customers.cancelEnrichment, { id });
          assertEquals(await ask(customers.getById, { id }), before);
        };
        await cancelAfter(() => Promise.resolve());
        await cancelAfter((runId) => open(store, { ...claim, runId }));
        // Given back in between, it still knows what was before it.
        await cancelAfter(async (runId) => {
          const held = await open(store, { ...claim, runId });
          await ask(enrichmentRuns.close, { ...held, ...result([], { result: "retry" }) }, SYSTEM);
        });
        await ask(customers.enrich, { id });
        await ask(customers.update, { id, website: "new.example" });
        await ask(customers.cancelEnrichment, { id });
        const { enrichmentStatus, enrichedAt, industry } = await ask(customers.getById, { id });
        assertEquals([enrichmentStatus, enrichedAt, industry], [
          before.enrichmentStatus,
          before.enrichedAt,
          before.industry,
        ]);
      }
    },
  );

  await t.step("the answer waits a moment for the worker's word that its last socket is closed", async () => {
    const confirmed = async () => {
      const { customer, claim } = await newRun(store);
      const held = await open(store, claim);
      const subscription = store.bus.subscribe("control.run.*", () => {
        ask(enrichmentRuns.close, { ...held, result: "aborted", outcome: "cancelled", message: "" }, SYSTEM);
      });
      await store.bus.flush();
      const headers = { [HEADERS.idempotencyKey]: crypto.randomUUID() };
      const answer = await ask(customers.cancelEnrichment, { id: customer.id }, { headers });
      await subscription.drain();
      if (!answer.run?.stopConfirmedAt) return undefined;
      assertEquals(await ask(customers.cancelEnrichment, { id: customer.id }, { headers }), answer);
      return answer.run.stopConfirmedAt;
    };
    // An answer that does not wait never has it; on a busy machine the moment may be too short now and then.
    await until("an answer with the worker's word", confirmed);
  });

  await t.step("finish and cancel at the same moment: one of them, never both", async () => {
    for (let n = 0; n < 20; n++) {
      const { customer, run, claim } = await newRun(store);
      const held = await open(store, claim);
      const [closed, cancelled] = await Promise.all([
        ask(enrichmentRuns.close, { ...held, ...result([aFound("industry", "Software")]) }, SYSTEM),
        ask(customers.cancelEnrichment, { id: customer.id }),
      ]);
      assertEquals(closed.accepted, !cancelled.cancelled);
      const after = await ask(customers.getById, { id: customer.id });
      assertEquals(after.industry, closed.accepted ? "Software" : null);
      const ends = await sql`
        select 1 from enrichment_run_transitions where run_id = ${run.id} and status not in ('queued', 'running')
      `;
      assertEquals(ends.length, 1);
    }
  });

  await t.step(
    "a live claim keeps others out; an expired one is taken over and its holder is fenced",
    async () => {
      const { customer, claim } = await newRun(store);
      const first = await open(store, claim);
      const second = await ask(enrichmentRuns.open, { ...claim, worker: "w2" }, SYSTEM);
      assert(second.state === "busy" && second.retryAfterMs > 1_000);
      await expire(claim.runId);
      const taken = await open(store, claim);
      assertEquals(taken.generation, first.generation + 1);
      const late = await ask(
        enrichmentRuns.close,
        { ...first, ...result([aFound("industry", "Old")]) },
        SYSTEM,
      );
      assertEquals(late.accepted, false);
      assertEquals(await ask(enrichmentRuns.progress, first, SYSTEM), { state: "stopped" });
      const fresh = { ...taken, ...result([aFound("industry", "New")]) };
      assertEquals((await ask(enrichmentRuns.close, fresh, SYSTEM)).accepted, true);
      assertEquals(
        (await ask(enrichmentRuns.close, fresh, SYSTEM)).accepted,
        true,
        "a repeated close is a success",
      );
      assertEquals((await ask(customers.getById, { id: customer.id })).industry, "New");
    },
  );

  await t.step("given back it waits its time, and fails after too many attempts", async () => {
    const { customer, claim } = await newRun(store);
    for (let attempt = 1; attempt <= 5; attempt++) {
      const held = await open(store, claim);
      const back = {
        ...held,
        result: "retry" as const,
        outcome: "unreachable",
        message: "The site could not be read",
      };
      const answer = await ask(enrichmentRuns.close, back, SYSTEM);
      assertEquals(answer.status, attempt < 5 ? "queued" : "failed");
    }
    assertEquals((await ask(customers.getById, { id: customer.id })).enrichmentStatus, "failed");
    const { run, claim: waiting } = await newRun(store);
    const held = await open(store, waiting);
    const later = { ...held, result: "retry" as const, outcome: "x", message: "", retryAfterMs: 60_000 };
    await ask(enrichmentRuns.close, later, SYSTEM);
    const refused = await ask(enrichmentRuns.open, { ...waiting, worker: "w" }, SYSTEM);
    assert(refused.state === "busy" && refused.retryAfterMs > 50_000, run.id);
  });

  await t.step("a changed website supersedes the run for the old one", async () => {
    const { customer, run } = await newRun(store);
    await ask(customers.update, { id: customer.id, website: "new.example" });
    const { run: next } = await ask(customers.getEnrichment, { id: customer.id });
    assertEquals([next?.trigger, next?.website, next?.status], ["website_changed", "new.example", "queued"]);
    const [old] = await sql<{ status: string }[]>`select status from enrichment_runs where id = ${run.id}`;
    assertEquals(old!.status, "superseded");
  });

  await t.step("the database itself refuses a second end", async () => {
    const { customer, run } = await newRun(store);
    await ask(customers.cancelEnrichment, { id: customer.id });
    let refused = "";
    await sql`update enrichment_runs set status = 'succeeded' where id = ${run.id}`.catch((error) => {
      refused = String(error.message);
    });
    assert(refused.includes("has ended as cancelled"));
  });

  await t.step("a deleted customer's run is stopped", async () => {
    const { customer, claim } = await newRun(store);
    const held = await open(store, claim);
    await ask(customers.delete, { id: customer.id });
    assertEquals(await ask(enrichmentRuns.progress, held, SYSTEM), { state: "stopped" });
    assertEquals((await ask(enrichmentRuns.close, { ...held, ...result([]) }, SYSTEM)).accepted, false);
    assertEquals((await refusal(ask(customers.getEnrichment, { id: customer.id }))).code, "NOT_FOUND");
  });

  await t.step("the sweeper offers a run again whose worker has died", async () => {
    const { claim } = await newRun(store);
    await open(store, claim);
    const count = async () =>
      (await sql`select 1 from outbox where body->>'runId' = ${claim.runId} and subject like 'job.%'`).length;
    assertEquals(await count(), 1);
    await sql`update enrichment_runs set lease_until = now() - interval '2 seconds', announced_at = now() - interval '1 minute'
      where id = ${claim.runId}`;
    await until("a second offer", async () => await count() === 2);
  });
});
