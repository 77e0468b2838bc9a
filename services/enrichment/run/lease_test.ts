import { assertEquals, assertGreaterOrEqual, assertLess } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import { Lease } from "./lease.ts";
import type { StopReason } from "./stop_reason.ts";

const TIMING = { heartbeatMs: 40, selfAbortMs: 400, retryMs: 20 };

interface Watched {
  readonly lease: Lease;
  readonly ended: Promise<StopReason>;
  beats: number;
}

function keep(beat: (count: number) => Promise<"running" | "stopped">): Watched {
  const ended = Promise.withResolvers<StopReason>();
  const watched: Watched = {
    beats: 0,
    ended: ended.promise,
    lease: new Lease(performance.now(), {
      timing: TIMING,
      onEnd: ended.resolve,
      beat: () => beat(++watched.beats),
    }),
  };
  return watched;
}

Deno.test("Lease beats again and again, and outlives the time after which it would be lost", async () => {
  const enough = Promise.withResolvers<void>();
  const watched = keep((count) => {
    if (count === 13) enough.resolve();
    return Promise.resolve("running");
  });
  const start = performance.now();
  await watched.lease.beat();
  await enough.promise;
  assertGreaterOrEqual(performance.now() - start, TIMING.selfAbortMs);
  await watched.lease.release();
});

Deno.test("Lease ends as cancelled when a heartbeat is answered with stopped", async () => {
  const watched = keep((count) => Promise.resolve(count < 3 ? "running" : "stopped"));
  await watched.lease.beat();
  assertEquals((await watched.ended).kind, "cancelled");
  await watched.lease.release();
});

Deno.test("Lease ends as lost when no heartbeat is confirmed for too long", async () => {
  const watched = keep(() => Promise.reject(new Error("nobody answers")));
  const start = performance.now();
  await watched.lease.beat();
  assertEquals((await watched.ended).kind, "lost");
  const tookMs = performance.now() - start;
  assertGreaterOrEqual(tookMs, TIMING.selfAbortMs - 5);
  await watched.lease.release();
});

Deno.test("Lease counts from when a heartbeat was sent, not from when it was answered", async () => {
  const slow = Promise.withResolvers<"running">();
  const watched = keep((count) => count === 1 ? slow.promise : Promise.reject(new Error("nobody answers")));
  using watch = startStopwatch();
  watched.lease.beat();
  setTimeout(() => slow.resolve("running"), 300);
  await watched.ended;
  assertLess(watch.livedMs, TIMING.selfAbortMs + 250);
  await watched.lease.release();
});

Deno.test("Lease that is asked to beat during a heartbeat sends one more, not many", async () => {
  const first = Promise.withResolvers<"running">();
  const watched = keep((count) => count === 1 ? first.promise : Promise.resolve("running"));
  const beating = watched.lease.beat();
  for (let i = 0; i < 10; i++) watched.lease.beat();
  first.resolve("running");
  await beating;
  assertEquals(watched.beats, 2);
  await watched.lease.release();
});

Deno.test("Lease that is released tells nobody anything any more", async () => {
  const watched = keep(() => Promise.resolve("running"));
  await watched.lease.beat();
  await watched.lease.release();
  const { beats } = watched;
  await watched.lease.beat();
  assertEquals(watched.beats, beats);
});
