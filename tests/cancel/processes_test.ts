/** Processes that are killed or frozen while a run is under way. */
import { assert, assertEquals } from "@std/assert";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../infra/test_mesh.ts";
import type { RunStore } from "../../services/enrichment/run/run_store.ts";
import { startStoreProcess, startWorkerProcess } from "./test_processes.ts";
import {
  assertNothingLanded,
  assertStoppedBy,
  listStates,
  listStoppers,
  NO_HEARTBEAT,
  openRoom,
  type Room,
  SHORT_LEASE,
  stopConfirmed,
  type TestRun,
  TIMING,
} from "./test_room.ts";

const ignore = !hasTestServers();

function test(name: string, fn: () => Promise<void>): void {
  Deno.test({ name, ignore, fn });
}

/** A worker process that is in the middle of a page. */
async function startWorkerAtWork(room: Room, timing = TIMING) {
  const process = startWorkerProcess(room, timing);
  const requested = room.site.requested("/body");
  const run = await room.addRun("/body");
  await requested;
  // A step under way would be answered with the stop as a heartbeat is, also when it leaves only after a freeze.
  await until("the last step", async () => await room.stepOf(run) === "fetching");
  return { ...process, run };
}

test("a worker killed in the middle of a page: its sockets close, and a cancel leaves nothing to the next", async () => {
  await using room = await openRoom();
  const { run, kill } = await startWorkerAtWork(room);
  await kill();
  await until("closed sockets", () => Promise.resolve(room.site.openSockets.size === 0));
  assertEquals((await room.cancel(run)).status, "cancelled");
  room.site.release();
  // A busy machine must not make the run behind it begin anew, which is no part of this race.
  const next = await room.startWorker({ timing: NO_HEARTBEAT, slots: 1 });
  await room.announce(run);
  // Messages are taken in order, one at a time: when this run is over, the worker is done with the first one.
  const behind = await room.addRun("/page");
  await until("the run behind it", async () => await room.statusOf(behind) === "succeeded");
  await next.stop();
  assertEquals(room.site.requests, ["/body", "/page"]);
  await assertNothingLanded(room, run);
});

test("a worker killed in the middle of a page: the next one takes the run over when the lease is out", async () => {
  await using room = await openRoom();
  const { run, kill } = await startWorkerAtWork(room);
  await kill();
  room.site.release();
  await room.expireLease(run);
  await room.startWorker();
  await room.announce(run);
  await until("the end", async () => await room.statusOf(run) === "succeeded");
  assertEquals(await listStates(room, run), ["succeeded"]);
});

test("a worker frozen while the cancel comes: the message that waited stops it when it wakes, and nothing lands", async () => {
  await using room = await openRoom();
  const { child, run, kill, log } = await startWorkerAtWork(room, NO_HEARTBEAT);
  Deno.kill(child.pid, "SIGSTOP");
  const answer = await room.cancel(run);
  assertEquals([answer.status, answer.isConfirmed], ["cancelled", false]);
  assertEquals(room.site.openSockets.size, 1);
  Deno.kill(child.pid, "SIGCONT");
  await stopConfirmed(room, run, 7_000);
  await assertStoppedBy({ log }, "message");
  assertEquals(room.site.openSockets.size, 0);
  room.site.release();
  await kill();
  assertEquals(room.site.requests, ["/body"]);
  await assertNothingLanded(room, run);
});

test("a worker frozen beyond its lease: what it brings when it wakes is refused, and the other's counts", async () => {
  await using room = await openRoom();
  // Neither its own clock nor a heartbeat may stop it: only the claim's number is left.
  const { child, run, kill, log } = await startWorkerAtWork(room, NO_HEARTBEAT);
  Deno.kill(child.pid, "SIGSTOP");
  await room.expireLease(run);
  const held = room.gate();
  const next = await room.startWorker({ afterReading: () => held.pass() });
  room.site.release();
  await room.announce(run);
  await held.reached;
  Deno.kill(child.pid, "SIGCONT");
  await until("its report", () => Promise.resolve(log.some((line) => /run (ended|stopped)/.test(line))));
  assertEquals(await room.statusOf(run), "running");
  assertEquals((await room.cancel(run)).status, "cancelled");
  held.open();
  await next.stop();
  await kill();
  await assertNothingLanded(room, run);
});

test("a worker frozen beyond its own limit stops by itself when it wakes", async () => {
  await using room = await openRoom();
  const { child, run, kill } = await startWorkerAtWork(room, SHORT_LEASE);
  Deno.kill(child.pid, "SIGSTOP");
  await room.expireLease(run);
  const frozenAt = performance.now();
  await until("its limit", () => Promise.resolve(performance.now() - frozenAt > SHORT_LEASE.selfAbortMs));
  Deno.kill(child.pid, "SIGCONT");
  await until("closed sockets", () => Promise.resolve(room.site.openSockets.size === 0));
  assertEquals((await room.cancel(run)).status, "cancelled");
  room.site.release();
  await kill();
  await assertNothingLanded(room, run);
});

test("a store killed between the commit of a cancel and its message: the cancel stands, a heartbeat stops the run", async () => {
  await using room = await openRoom();
  const worker = await room.startWorker();
  const doomed = await startStoreProcess(room, "cancel");
  const runs: TestRun[] = [];
  // Two stores share the requests: it takes a few until a cancel comes to the doomed one, and is then answered by the other.
  while (!doomed.isOver() && runs.length < 200) {
    const requested = room.site.requested("/body");
    const run = await room.addRun("/body");
    runs.push(run);
    await requested;
    assertEquals((await room.cancel(run)).status, "cancelled");
    await stopConfirmed(room, run);
  }
  assert(doomed.isOver(), "the doomed store never got a cancel");
  room.site.release();
  await worker.stop();
  assertEquals(room.site.requests.length, runs.length);
  const stoppers = listStoppers(worker.log);
  assertEquals([stoppers.length, stoppers.at(-1)], [runs.length, "heartbeat"]);
  assert(!stoppers.includes("nothing"), String(stoppers));
  for (const each of runs) await assertNothingLanded(room, each);
});

test("a store killed between the commit of a result and its answer: the worker hears from the next that it was taken", async () => {
  await using room = await openRoom();
  const accepted: boolean[] = [];
  const around = (store: RunStore): RunStore => ({
    ...store,
    close: async (input, signal) => {
      const closed = await store.close(input, signal);
      accepted.push(closed.accepted);
      return closed;
    },
  });
  const worker = await room.startWorker({ around, timing: NO_HEARTBEAT });
  const doomed = await startStoreProcess(room, "close");
  const runs: TestRun[] = [];
  while (!doomed.isOver() && runs.length < 200) {
    const run = await room.addRun("/page");
    runs.push(run);
    await until("the worker's end of it", () => Promise.resolve(accepted.length === runs.length), 20_000);
  }
  assert(doomed.isOver(), "the doomed store never got a result");
  await worker.stop();
  assertEquals(new Set(accepted), new Set([true]));
  for (const run of runs) assertEquals(await listStates(room, run), ["succeeded"]);
});
