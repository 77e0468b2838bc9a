/** Processes that are killed or frozen while a run is under way. */
import { assert, assertEquals } from "@std/assert";
import { hasTestServers } from "../../infra/test_mesh.ts";
import { type Child, startChild } from "../../infra/process/child.ts";
import { until } from "../../services/store/test_store.ts";
import {
  assertNothingLanded,
  listStates,
  NO_HEARTBEAT,
  openRoom,
  type Room,
  type TestRun,
  TIMING,
} from "./test_room.ts";

const ignore = !hasTestServers();

function test(name: string, fn: () => Promise<void>): void {
  Deno.test({ name, ignore, fn });
}

function startProcess(entry: string, options: object, onLine = (_: string) => {}): Child {
  return startChild({
    command: Deno.execPath(),
    args: ["run", "--allow-all", "--no-check", `tests/cancel/${entry}`, JSON.stringify(options)],
    cwd: new URL("../../", import.meta.url).pathname,
    env: Deno.env.toObject(),
    onLine,
  });
}

/** A worker process that is in the middle of a page. */
async function startWorkerAtWork(room: Room, timing = TIMING) {
  const { nats } = room.store.mesh;
  const settings = { nats: { url: nats.url, ...nats.users.enrichment }, site: room.site.address, timing };
  const log: string[] = [];
  const child = startProcess("worker_process.ts", settings, (line) => log.push(line));
  let isOver = false;
  child.ended.then(() => isOver = true);
  const kill = async () => {
    if (!isOver) Deno.kill(child.pid, "SIGKILL");
    await child.ended;
  };
  // Else the worker of a failed test would take the runs of the next one.
  room.defer(kill);
  const requested = room.site.requested("/body");
  const run = await room.addRun("/body");
  await requested;
  return { child, run, kill, log };
}

async function confirmed(room: Room, run: TestRun): Promise<void> {
  await until("the worker's word", async () => {
    const [row] = await room.store.sql`select stop_confirmed_at from enrichment_runs where id = ${run.runId}`;
    return row!.stopConfirmedAt !== null;
  });
}

test("a worker killed in the middle of a page: its sockets close, and a cancel leaves nothing to the next", async () => {
  await using room = await openRoom();
  const { run, kill } = await startWorkerAtWork(room);
  await kill();
  await until("closed sockets", () => Promise.resolve(room.site.openSockets.size === 0));
  assertEquals((await room.cancel(run)).status, "cancelled");
  room.site.release();
  const next = await room.startWorker();
  await room.announce(run);
  await next.stop();
  assertEquals(room.site.requests, ["/body"]);
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

test("a worker frozen while the cancel comes: it stops when it wakes, and lands nothing", async () => {
  await using room = await openRoom();
  const { child, run, kill } = await startWorkerAtWork(room);
  Deno.kill(child.pid, "SIGSTOP");
  const answer = await room.cancel(run);
  assertEquals([answer.status, answer.isConfirmed], ["cancelled", false]);
  room.site.release();
  Deno.kill(child.pid, "SIGCONT");
  await confirmed(room, run);
  await assertNothingLanded(room, run);
  await kill();
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
  const { child, run, kill } = await startWorkerAtWork(room, { ...TIMING, selfAbortMs: 600 });
  Deno.kill(child.pid, "SIGSTOP");
  await room.expireLease(run);
  const frozenAt = performance.now();
  await until("its limit", () => Promise.resolve(performance.now() - frozenAt > 700));
  Deno.kill(child.pid, "SIGCONT");
  await until("closed sockets", () => Promise.resolve(room.site.openSockets.size === 0));
  assertEquals((await room.cancel(run)).status, "cancelled");
  room.site.release();
  await kill();
  await assertNothingLanded(room, run);
});

test("a store killed between the commit of a cancel and its message: the cancel stands, a heartbeat stops the run", async () => {
  await using room = await openRoom();
  const { databaseUrl, nats } = room.store.mesh;
  const worker = await room.startWorker();
  const doomed = startProcess("store_process.ts", { databaseUrl, nats, isDoomed: true });
  let isDead = false;
  doomed.ended.then(() => isDead = true);
  const runs: TestRun[] = [];
  // Two stores share the requests: it takes a few until a cancel comes to the doomed one, and is then answered by the other.
  while (!isDead && runs.length < 200) {
    const requested = room.site.requested("/body");
    const run = await room.addRun("/body");
    runs.push(run);
    await requested;
    assertEquals((await room.cancel(run)).status, "cancelled");
    await confirmed(room, run);
  }
  assert(isDead, "the doomed store never got a cancel");
  room.site.release();
  await worker.stop();
  assertEquals(room.site.requests.length, runs.length);
  for (const each of runs) await assertNothingLanded(room, each);
});
