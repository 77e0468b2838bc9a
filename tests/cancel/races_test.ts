/** A cancel at every point of a run: one final state, nothing lands after the answer, every socket closed. */
import { assert, assertEquals } from "@std/assert";
import { customers } from "shared/contract/mod.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../infra/test_mesh.ts";
import { createModel } from "../../services/enrichment/ask/ask_model.ts";
import { type Reader, readHere } from "../../services/enrichment/read/reader.ts";
import type { RunStore } from "../../services/enrichment/run/run_store.ts";
import {
  assertNothingLanded,
  assertStoppedBy,
  type Control,
  type Gate,
  listStates,
  NO_HEARTBEAT,
  openRoom,
  type Room,
  type RoomWorker,
  stopConfirmed,
  type TestRun,
  type WorkerSetUp,
} from "./test_room.ts";

const ignore = !hasTestServers();
const CANCELLED = { cancelled: true, status: "cancelled" };

function race(name: string, work: () => Promise<void>): void {
  Deno.test({ name: `cancel ${name}`, ignore, fn: work });
}

/** Cancels, lets everything go on that still can, and looks when nothing of the run is under way any more. */
async function cancelAndWait(room: Room, run: TestRun, worker: RoomWorker): Promise<void> {
  const { isConfirmed: _, ...answer } = await room.cancel(run);
  assertEquals(answer, CANCELLED);
  await stopConfirmed(room, run, 7_000);
  assertEquals(room.site.openSockets.size, 0);
  const before = room.site.requests.length;
  room.site.release();
  await worker.stop();
  assertEquals(room.site.requests.length, before);
  await assertNothingLanded(room, run);
}

race("before the start: nobody claims it, nothing is fetched", async () => {
  await using room = await openRoom();
  const run = await room.addRun("/page");
  assertEquals((await room.cancel(run)).cancelled, true);
  // One at a time: who is at the run behind it is done with this one.
  await room.startWorker({ slots: 1 });
  const next = await room.addRun("/page");
  await until("the run behind it", async () => await room.statusOf(next) === "succeeded");
  assertEquals(room.site.requests, ["/page"]);
  await assertNothingLanded(room, run);
});

/** A worker that stands still with its claim in hand; what the store says to its heartbeats can be kept from it. */
async function startWorkerWithClaim(room: Room, control: Control, progress: RunStore["progress"]) {
  const gate = room.gate();
  const around = (store: RunStore): RunStore => ({
    ...store,
    progress,
    open: async (input, signal) => {
      const opened = await store.open(input, signal);
      await gate.pass();
      return opened;
    },
  });
  return { gate, worker: await room.startWorker({ control, around }) };
}

async function cancelWithClaim(
  room: Room,
  { gate, worker }: Awaited<ReturnType<typeof startWorkerWithClaim>>,
) {
  const run = await room.addRun("/page");
  await gate.reached;
  const { isConfirmed: _, ...answer } = await room.cancel(run);
  assertEquals(answer, CANCELLED);
  gate.open();
  await stopConfirmed(room, run, 7_000);
  await worker.stop();
  assertEquals(room.site.connections, 0);
  await assertNothingLanded(room, run);
}

race("between claim and first fetch: the message alone keeps it from fetching", async () => {
  await using room = await openRoom();
  // As if each had left before the cancel.
  const progress = () => Promise.resolve({ state: "running" as const });
  await cancelWithClaim(room, await startWorkerWithClaim(room, "delivered", progress));
});

race("between claim and first fetch, message lost: it asks before it fetches", async () => {
  await using room = await openRoom();
  const asked = Promise.withResolvers<void>();
  // Answered only when there was time enough to connect to the site; who has a step to tell is on the way to it.
  const progress: RunStore["progress"] = async ({ progress }) => {
    const limitMs = progress ? 10_000 : 300;
    const connected = until("a connection", () => Promise.resolve(room.site.connections > 0), limitMs);
    await connected.catch(() => {});
    asked.resolve();
    return { state: "stopped" as const };
  };
  await cancelWithClaim(room, await startWorkerWithClaim(room, "lost", progress));
  await asked.promise;
});

race("during the lookup: it ends, and nobody is dialled", async () => {
  await using room = await openRoom();
  const gate = room.gate();
  let ended = 0;
  const worker = await room.startWorker({
    lookup: (_host, _type, signal) =>
      new Promise((resolve, reject) => {
        gate.pass().then(() => resolve([]));
        signal.addEventListener("abort", () => {
          ended++;
          reject(signal.reason);
        });
      }),
  });
  const run = await room.addRun("http://slow-names.example/");
  await gate.reached;
  await cancelAndWait(room, run, worker);
  assert(ended > 0);
});

for (const path of ["/headers", "/body"] as const) {
  race(`while the ${path.slice(1)} is awaited: the message alone stops it`, async () => {
    await using room = await openRoom();
    const worker = await room.startWorker({ timing: NO_HEARTBEAT });
    const requested = room.site.requested(path);
    const run = await room.addRun(path);
    await requested;
    // A step under way would be answered with the stop as a heartbeat is.
    await until("the last step", async () => await room.stepOf(run) === "fetching");
    await cancelAndWait(room, run, worker);
    await assertStoppedBy(worker, "message");
  });

  race(`while the ${path.slice(1)} is awaited, message lost: the next heartbeat stops it`, async () => {
    await using room = await openRoom();
    const worker = await room.startWorker({ control: "lost" });
    const requested = room.site.requested(path);
    const run = await room.addRun(path);
    await requested;
    const cancelledAt = performance.now();
    await cancelAndWait(room, run, worker);
    await assertStoppedBy(worker, "heartbeat");
    assert(performance.now() - cancelledAt < 5_000);
  });
}

race("while a page is parsed: the parsing is given up", async () => {
  await using room = await openRoom();
  const gate = room.gate();
  const reader: Reader = {
    ...readHere,
    scanPage: (page, signal) =>
      new Promise((resolve, reject) => {
        gate.pass().then(() => resolve(readHere.scanPage(page, signal)));
        signal.addEventListener("abort", () => reject(signal.reason));
      }),
  };
  const worker = await room.startWorker({ reader });
  const run = await room.addRun("/page");
  await gate.reached;
  await cancelAndWait(room, run, worker);
});

race("while a model is asked: its connection is closed", async () => {
  await using room = await openRoom();
  const endpoint = { url: `http://${room.site.address}/v1`, model: "test", apiKey: undefined };
  const requested = room.site.requested("/v1/chat/completions");
  const much = { tokens: 1_000_000, costUsd: 100 };
  const secondSource = createModel({
    endpoint,
    prices: { inputUsdPerMillion: 0, outputUsdPerMillion: 0 },
    caps: { run: much, customerDay: much, teamDay: much },
  });
  const worker = await room.startWorker({ secondSource });
  const run = await room.addRun("/page");
  await requested;
  await cancelAndWait(room, run, worker);
});

/** Holds a result that is complete until the gate opens; what the store said to it is kept. */
function holdClose(room: Room): { gate: Gate; accepted: boolean[]; setUp: WorkerSetUp } {
  const gate = room.gate();
  const accepted: boolean[] = [];
  const around = (store: RunStore): RunStore => ({
    ...store,
    // Under no signal: as a message that has left the worker and is still under way.
    close: async (input) => {
      const isResult = input.result === "succeeded";
      if (isResult) await gate.pass();
      const closed = await store.close(input, new AbortController().signal);
      if (isResult) accepted.push(closed.accepted);
      return closed;
    },
  });
  return { gate, accepted, setUp: { control: "lost", around } };
}

race("after the result and before its save: the result is refused", async () => {
  await using room = await openRoom();
  const { gate, accepted, setUp } = holdClose(room);
  const worker = await room.startWorker(setUp);
  const run = await room.addRun("/page");
  await gate.reached;
  const { isConfirmed: _, ...answer } = await room.cancel(run);
  assertEquals(answer, CANCELLED);
  gate.open();
  await until("the store's word", () => Promise.resolve(accepted.length > 0));
  await worker.stop();
  assertEquals(accepted, [false]);
  // Who brings a result has no socket open any more.
  await stopConfirmed(room, run, 1_000);
  await assertNothingLanded(room, run);
});

race("after the save: the answer tells that it is too late, and the values stay", async () => {
  await using room = await openRoom();
  const worker = await room.startWorker();
  const run = await room.addRun("/page");
  await until("the end", async () => await room.statusOf(run) === "succeeded");
  const answer = await room.cancel(run);
  assertEquals([answer.cancelled, answer.status], [false, "succeeded"]);
  await worker.stop();
  assertEquals(await listStates(room, run), ["succeeded"]);
  const values = await room.store
    .sql`select field from enrichment_values where customer_id = ${run.customerId}`;
  assert(values.length > 0);
});

race("twice at once: both answers tell the same", async () => {
  await using room = await openRoom();
  const worker = await room.startWorker();
  const requested = room.site.requested("/body");
  const run = await room.addRun("/body");
  await requested;
  const answers = await Promise.all([room.cancel(run), room.cancel(run), room.cancel(run)]);
  assertEquals(
    answers.map(({ cancelled, status }) => [cancelled, status]),
    Array(3).fill([true, "cancelled"]),
  );
  await worker.stop();
  await assertNothingLanded(room, run);
});

race(
  "by a change of the website, message lost: nothing of the old site lands, all of the new one",
  async () => {
    await using room = await openRoom();
    const { gate, accepted, setUp } = holdClose(room);
    const worker = await room.startWorker(setUp);
    const run = await room.addRun("/page");
    await gate.reached;
    const website = `http://${room.site.address}/page?new`;
    await room.store.ask(customers.update, { id: run.customerId, website });
    gate.open();
    await until("the end of the new run", async () => await room.statusOf(run) === "succeeded");
    await worker.stop();
    assertEquals(accepted, [false, true]);
    assertEquals(await listStates(room, run), ["superseded"]);
    const { run: next, values } = await room.store.ask(customers.getEnrichment, { id: run.customerId });
    assertEquals(new Set(values.map(({ runId }) => runId)), new Set([next!.id]));
  },
);
