import { assert, assertEquals } from "@std/assert";
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import { createLog } from "shared/log.ts";
import { NO_USAGE } from "../ask/source.ts";
import type { EnrichmentResult } from "../enrich.ts";
import { sleep } from "../fetch/deadline.ts";
import { ActiveRun } from "./active_run.ts";
import { executeRun, type RunContext, type Verdict } from "./execute_run.ts";
import { StopReason } from "./stop_reason.ts";
import { createTestStore, type TestRunStore } from "./test_store.ts";

const JOB = { runId: "6f0c1f0e-0000-4000-8000-000000000001", teamId: "6f0c1f0e-0000-4000-8000-000000000002" };
const VALUE: FoundValue = {
  field: "description",
  value: "Fine tools",
  confidence: 0.9,
  source: "meta",
  url: "https://acme.example/",
  quote: "Fine tools",
  extractor: "test/1",
  fetchedAt: "2026-03-01T12:00:00.000Z",
};
const OK: EnrichmentResult = { outcome: "ok", message: "The website was read.", pages: [], values: [VALUE] };
const ABORTED: EnrichmentResult = { outcome: "aborted", message: "", pages: [], values: [] };

interface Setup {
  readonly store: TestRunStore;
  readonly run: ActiveRun;
  /** Resolves when the reading has begun. */
  readonly reading: Promise<void>;
  /** Lets the reading end with a result; it ends by itself when it is aborted. */
  readonly finish: (result: EnrichmentResult) => void;
  readonly execute: () => Promise<Verdict>;
}

function setUp(overrides: Partial<RunContext> = {}): Setup {
  const store = createTestStore();
  const run = new ActiveRun();
  const [reading, finishing] = [Promise.withResolvers<void>(), Promise.withResolvers<EnrichmentResult>()];
  const context: RunContext = {
    store,
    run,
    worker: "test",
    log: createLog({ service: "test", write: () => {} }),
    timing: { heartbeatMs: 20, selfAbortMs: 60_000, retryMs: 10 },
    deliveryCount: 1,
    stillWorking: () => {},
    enrich: (_contact, { signal }) => {
      reading.resolve();
      signal.addEventListener("abort", () => finishing.resolve(ABORTED));
      if (signal.aborted) finishing.resolve(ABORTED);
      return finishing.promise;
    },
    ...overrides,
  };
  const execute = () => executeRun(JOB, context);
  return { store, run, reading: reading.promise, finish: finishing.resolve, execute };
}

Deno.test("executeRun reports what was found, once, and is done", async () => {
  const { store, execute, finish } = setUp();
  finish(OK);
  assertEquals(await execute(), { done: true });
  assertEquals(store.closes.map(({ result, outcome, values }) => [result, outcome, values?.length]), [
    ["succeeded", "ok", 1],
  ]);
  assertEquals(store.status, "ended");
});

Deno.test("executeRun logs why a model has said nothing, though the rules' values came", async () => {
  const lines: string[] = [];
  const log = createLog({ service: "test", write: (line) => lines.push(line) });
  const { execute, finish } = setUp({ log });
  const reason = "the model's endpoint answered 404";
  finish({ ...OK, answer: { state: "failed", values: [], usage: NO_USAGE, reason } });
  await execute();
  const { secondSource, secondSourceReason } = JSON.parse(lines.find((line) => line.includes("run ended"))!);
  assertEquals([secondSource, secondSourceReason], ["failed", reason]);
});

Deno.test("executeRun maps outcomes to results", async () => {
  const outcomes = [
    "ok",
    "thin",
    "partial",
    "unreachable",
    "parked",
    "no_website",
  ] as const;
  const results = [];
  for (const outcome of outcomes) {
    const { store, execute, finish } = setUp();
    finish({ ...OK, outcome, values: [] });
    await execute();
    results.push(store.closes[0]?.result);
  }
  assertEquals(results, ["succeeded", "succeeded", "partial", "failed", "failed", "failed"]);
});

Deno.test("executeRun does nothing for a run that has ended or that another worker holds", async () => {
  const ended = setUp({ enrich: () => Promise.reject(new Error("read")) });
  ended.store.status = "ended";
  assertEquals(await ended.execute(), { done: true });
  const busy = setUp({ enrich: () => Promise.reject(new Error("read")) });
  busy.store.status = "running";
  assertEquals(await busy.execute(), { done: false, retryAfterMs: 700 });
  assertEquals([ended.store.closes, busy.store.closes], [[], []]);
});

Deno.test("executeRun aborts at a control message, without waiting for a heartbeat, and confirms the stop", async () => {
  const { store, run, reading, execute } = setUp({
    timing: { heartbeatMs: 60_000, selfAbortMs: 120_000, retryMs: 10 },
  });
  const done = execute();
  await reading;
  store.cancel();
  run.cancel(store.generation);
  assertEquals(await done, { done: true });
  assertEquals(store.closes.map(({ result, values }) => [result, values]), [["aborted", undefined]]);
});

Deno.test("executeRun learns of a cancel by heartbeat when every control message is lost", async () => {
  const { store, reading, execute } = setUp();
  const done = execute();
  await reading;
  store.cancel();
  assertEquals(await done, { done: true });
  assertEquals(store.closes.map(({ result }) => result), ["aborted"]);
});

Deno.test("executeRun reads nothing when the cancel came between the claim and its first heartbeat", async () => {
  const { store, execute } = setUp({
    enrich: (_, { signal }) => Promise.resolve(signal.aborted ? ABORTED : OK),
  });
  const open = store.open;
  store.open = async (input, signal) => {
    const opened = await open(input, signal);
    store.cancel();
    return opened;
  };
  assertEquals(await execute(), { done: true });
  assertEquals(store.closes.map(({ result }) => result), ["aborted"]);
});

Deno.test("executeRun heeds a control message that came before the claim was answered", async () => {
  const { store, run, execute } = setUp();
  const open = store.open;
  store.open = async (input, signal) => {
    const opened = await open(input, signal);
    store.cancel();
    run.cancel(store.generation);
    return opened;
  };
  // No heartbeat tells it, so it must be the message.
  store.progress = () => Promise.resolve({ state: "running" });
  assertEquals(await execute(), { done: true });
  assertEquals(store.closes.map(({ result }) => result), ["aborted"]);
});

Deno.test("executeRun ignores a control message for an older claim", async () => {
  const { store, run, reading, execute, finish } = setUp();
  store.generation = 4;
  const done = execute();
  await reading;
  run.cancel(4);
  finish(OK);
  assertEquals(await done, { done: true });
  assertEquals(store.closes.map(({ result }) => result), ["succeeded"]);
});

Deno.test("executeRun drops a result that was ready when the cancel was decided", async () => {
  const { store, reading, execute, finish } = setUp({
    timing: { heartbeatMs: 10_000, selfAbortMs: 20_000, retryMs: 10 },
  });
  const done = execute();
  await reading;
  store.cancel();
  finish(OK);
  assertEquals(await done, { done: true });
  assertEquals([store.closes, store.refused.length], [[], 1]);
});

Deno.test("executeRun is not misled by a heartbeat that finds the run ended by its own report", async () => {
  const { store, run, execute, finish } = setUp();
  const close = store.close;
  let calls = 0;
  store.close = async (input, signal) => {
    const closed = await close(input, signal);
    // Taken, and the answer never comes.
    if (++calls === 1) await sleep(60_000, signal);
    return closed;
  };
  finish(OK);
  assertEquals(await execute(), { done: true });
  assertEquals([calls, store.closes.map(({ result }) => result), store.refused], [2, ["succeeded"], []]);
  assert(run.signal.aborted);
});

Deno.test("executeRun stops by itself when no heartbeat can be confirmed, and leaves the message", async () => {
  const { store, reading, execute } = setUp({
    timing: { heartbeatMs: 20, selfAbortMs: 400, retryMs: 10 },
  });
  const done = execute();
  await reading;
  store.isSilent = true;
  const verdict = await done;
  assertEquals(verdict.done, false);
  assertEquals(store.closes, []);
});

Deno.test("executeRun gives the run back at a shutdown", async () => {
  const { store, run, reading, execute } = setUp();
  const done = execute();
  await reading;
  run.stop(new StopReason("shutdown", "the worker stops"));
  assertEquals(await done, { done: true });
  assertEquals([store.closes.map(({ result }) => result), store.status], [["retry"], "queued"]);
});

Deno.test("executeRun gives the run back after an error of ours", async () => {
  const { store, execute } = setUp({ enrich: () => Promise.reject(new Error("a bug")) });
  assertEquals(await execute(), { done: true });
  assertEquals(store.closes.map(({ result, retryAfterMs }) => [result, retryAfterMs]), [["retry", 30_000]]);
});

Deno.test("executeRun tries again to close while the store does not answer", async () => {
  const { store, reading, execute, finish } = setUp({
    timing: { heartbeatMs: 20, selfAbortMs: 5_000, retryMs: 10 },
  });
  const done = execute();
  await reading;
  store.isSilent = true;
  finish(OK);
  await sleep(100, new AbortController().signal);
  store.isSilent = false;
  assertEquals(await done, { done: true });
  assertEquals(store.closes.map(({ result }) => result), ["succeeded"]);
});

Deno.test("executeRun does not throw when the run cannot be opened", async () => {
  const { store, execute } = setUp();
  store.isSilent = true;
  assertEquals(await execute(), { done: false, retryAfterMs: 2_000 });
});

Deno.test("executeRun sends progress with the heartbeats", async () => {
  const step = { step: "reading", pagesRead: 1, pagesPlanned: 4, valuesFound: 0 } as const;
  const { store, execute } = setUp({
    enrich: async (_contact, { onProgress, signal }) => {
      onProgress(step);
      await sleep(30, signal);
      return OK;
    },
  });
  await execute();
  assertEquals(store.lastProgress, step);
});

Deno.test("executeRun waits ever longer for a store that does not answer, and a minute at most", async () => {
  const pauses = [];
  for (const deliveryCount of [1, 2, 5, 6, 49]) {
    const { store, execute } = setUp({ deliveryCount });
    store.isSilent = true;
    pauses.push(await execute());
  }
  assertEquals(
    pauses,
    [2_000, 4_000, 32_000, 60_000, 60_000].map((retryAfterMs) => ({ done: false as const, retryAfterMs })),
  );
});
