/** Messages that are doubled, late, lost or cut off, and workers that take one run at the same time. */
import { assert, assertEquals } from "@std/assert";
import { controlSubject, encodeJson } from "shared/bus/mod.ts";
import { customers } from "shared/contract/mod.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../infra/test_mesh.ts";
import type { RunStore } from "../../services/enrichment/run/run_store.ts";
import { connect } from "../../services/store/test_store.ts";
import {
  assertNothingLanded,
  assertStoppedBy,
  listStates,
  NO_HEARTBEAT,
  openRoom,
  type Room,
  SHORT_LEASE,
  stopConfirmed,
  type TestRun,
} from "./test_room.ts";
import { startCuttableLink } from "./test_cuttable_link.ts";

const ignore = !hasTestServers();

function test(name: string, fn: () => Promise<void>): void {
  Deno.test({ name, ignore, fn });
}

async function startHeldRun(room: Room): Promise<TestRun> {
  const requested = room.site.requested("/body");
  const run = await room.addRun("/body");
  await requested;
  return run;
}

const ended = (room: Room, run: TestRun) =>
  until("the end", async () => (await listStates(room, run)).length > 0 && await room.statusOf(run));

test("a control message that comes twice stops its run once", async () => {
  await using room = await openRoom();
  const reports: string[] = [];
  const around = (store: RunStore): RunStore => ({
    ...store,
    close: (input, signal) => {
      reports.push(input.result);
      return store.close(input, signal);
    },
  });
  const worker = await room.startWorker({ control: "doubled", around, timing: NO_HEARTBEAT });
  const run = await startHeldRun(room);
  await until("the last step", async () => await room.stepOf(run) === "fetching");
  assertEquals((await room.cancel(run)).status, "cancelled");
  await stopConfirmed(room, run, 5_000);
  await worker.stop();
  assertEquals(reports, ["aborted"]);
  await assertStoppedBy(worker, "message");
  await assertNothingLanded(room, run);
});

test("a control message that comes late stops neither the next run nor a newer claim", async () => {
  await using room = await openRoom();
  const publisher = await connect(room.store.mesh, "store_publisher", room.store.log);
  const deaf = await room.startWorker({ control: "lost" });
  const first = await startHeldRun(room);
  await room.cancel(first);
  await deaf.stop();
  let beats = 0;
  const around = (store: RunStore): RunStore => ({
    ...store,
    progress: async (input, signal) => {
      const held = await store.progress(input, signal);
      beats++;
      return held;
    },
  });
  const worker = await room.startWorker({ around });
  const requested = room.site.requested("/body");
  const { run } = await room.store.ask(customers.enrich, { id: first.customerId });
  const next = { customerId: first.customerId, runId: run.id };
  await requested;
  const order = (generation: number) => encodeJson({ reason: "late", generation });
  publisher.publish(controlSubject("run", first.runId), order(2));
  // Of an older claim of this run.
  publisher.publish(controlSubject("run", next.runId), order(0));
  await publisher.flush();
  // They are ahead of every answer to a question that the worker asks from now on, such as the second of these.
  const before = beats;
  await until("two heartbeats", () => Promise.resolve(beats >= before + 2));
  room.site.release();
  assertEquals(await ended(room, next), "succeeded");
  assertEquals(await listStates(room, first), ["cancelled"]);
  await worker.stop();
  await publisher.close();
});

/** One run at a time: who is held by one hears of no other, so that the other worker hears of all. */
async function startTwoWorkers(room: Room) {
  return [await room.startWorker({ slots: 1 }), await room.startWorker({ slots: 1 })];
}

/** Messages are taken in order: when this run is over, that worker has been told of all before it. */
async function otherWasTold(room: Room): Promise<void> {
  const behind = await room.addRun("/page");
  assertEquals(await ended(room, behind), "succeeded");
}

test("a job that is announced five times is worked on once", async () => {
  await using room = await openRoom();
  const workers = await startTwoWorkers(room);
  const run = await startHeldRun(room);
  for (let n = 0; n < 5; n++) await room.announce(run);
  await otherWasTold(room);
  room.site.release();
  assertEquals(await ended(room, run), "succeeded");
  await Promise.all(workers.map((worker) => worker.stop()));
  assertEquals(room.site.requests, ["/body", "/page"]);
  assertEquals(await listStates(room, run), ["succeeded"]);
});

test("two workers that get one run: one works, and a cancel ends it for both", async () => {
  await using room = await openRoom();
  const workers = await startTwoWorkers(room);
  const run = await startHeldRun(room);
  for (let n = 0; n < 4; n++) await room.announce(run);
  await otherWasTold(room);
  assertEquals((await room.cancel(run)).cancelled, true);
  await Promise.all(workers.map((worker) => worker.stop()));
  assertEquals(room.site.requests, ["/body", "/page"]);
  await assertNothingLanded(room, run);
});

test("fifty runs in flight, cancelled at once: the messages alone close every socket", async () => {
  await using room = await openRoom();
  const worker = await room.startWorker({ slots: 50, timing: NO_HEARTBEAT });
  const runs = await Promise.all(Array.from({ length: 50 }, () => room.addRun("/body")));
  await until("fifty open sockets", () => Promise.resolve(room.site.openSockets.size === 50), 30_000);
  for (const run of runs) await until("its last step", async () => await room.stepOf(run) === "fetching");
  const answers = await Promise.all(runs.map((run) => room.cancel(run)));
  assertEquals(answers.filter(({ status }) => status !== "cancelled"), []);
  await until("closed sockets", () => Promise.resolve(room.site.openSockets.size === 0), 3_000);
  room.site.release();
  await worker.stop();
  assertEquals(room.site.requests.length, 50);
  await assertStoppedBy(worker, ...runs.map(() => "message" as const));
  for (const run of runs) await assertNothingLanded(room, run);
});

/** A worker whose first result stays under way until the gate opens. */
async function startLateWorker(room: Room) {
  const gate = room.gate();
  const accepted: boolean[] = [];
  const around = (store: RunStore): RunStore => ({
    ...store,
    close: async (input) => {
      if (input.result === "succeeded") await gate.pass();
      const closed = await store.close(input, new AbortController().signal);
      if (input.result === "succeeded") accepted.push(closed.accepted);
      return closed;
    },
    // Its heartbeats stop, as those of a frozen process do.
    progress: (input, signal) =>
      accepted.length === 0 && room.site.requests.length > 0
        ? new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)))
        : store.progress(input, signal),
  });
  const worker = await room.startWorker({ around, control: "lost" });
  return { gate, accepted, worker };
}

test("a result of an older claim is refused while the newer one works, and a cancel ends both", async () => {
  await using room = await openRoom();
  const late = await startLateWorker(room);
  const run = await room.addRun("/page");
  await late.gate.reached;
  await room.expireLease(run);
  const held = room.gate();
  const next = await room.startWorker({ afterReading: () => held.pass() });
  await room.announce(run);
  await held.reached;
  late.gate.open();
  await until("the store's word", () => Promise.resolve(late.accepted.length > 0));
  assertEquals([late.accepted, await room.statusOf(run)], [[false], "running"]);
  assertEquals((await room.cancel(run)).cancelled, true);
  held.open();
  await Promise.all([late.worker.stop(), next.stop()]);
  await assertNothingLanded(room, run);
});

test("a worker that is cut off from the broker stops by itself, before its lease is another's", async () => {
  await using room = await openRoom();
  await using link = startCuttableLink(room.store.mesh.nats.url);
  const worker = await room.startWorker({ natsUrl: link.url, timing: SHORT_LEASE });
  const run = await startHeldRun(room);
  link.cut();
  const cutAt = performance.now();
  await until("closed sockets", () => Promise.resolve(room.site.openSockets.size === 0));
  assert(performance.now() - cutAt < 5_000);
  assertEquals((await room.cancel(run)).status, "cancelled");
  room.site.release();
  link.mend();
  await worker.stop();
  await assertNothingLanded(room, run);
});

test("a cancel while the worker is cut off stands, whatever the worker says afterwards", async () => {
  await using room = await openRoom();
  await using link = startCuttableLink(room.store.mesh.nats.url);
  const worker = await room.startWorker({ natsUrl: link.url });
  const run = await startHeldRun(room);
  link.cut();
  const answer = await room.cancel(run);
  assertEquals([answer.status, answer.isConfirmed], ["cancelled", false]);
  room.site.release();
  link.mend();
  await stopConfirmed(room, run, 20_000);
  await worker.stop();
  await assertNothingLanded(room, run);
});
