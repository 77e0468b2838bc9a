import { assert, assertEquals, assertFalse } from "@std/assert";
import { CancelledError, CancelRegistry } from "./cancel.ts";

Deno.test("CancelRegistry aborts the work of that id only, all of it", () => {
  const registry = new CancelRegistry();
  const one = registry.register("one");
  const repeated = registry.register("one");
  const two = registry.register("two");
  assert(registry.cancel("one", "asked"));
  assertEquals([one.signal.aborted, repeated.signal.aborted, two.signal.aborted], [true, true, false]);
  assert(one.signal.reason instanceof CancelledError);
});

Deno.test("CancelRegistry forgets what was released, and keeps what has the same id", () => {
  const registry = new CancelRegistry();
  const first = registry.register("one");
  const second = registry.register("one");
  registry.release("one", first);
  registry.cancel("one", "asked");
  assertEquals([first.signal.aborted, second.signal.aborted], [false, true]);
  registry.release("one", second);
  assertFalse(registry.cancel("one", "asked"));
});

Deno.test("CancelRegistry forgets an early cancel after some seconds, also when the clock was set back", () => {
  const registry = new CancelRegistry();
  const { now } = Date;
  const steady = performance.now;
  try {
    registry.cancel("early", "asked");
    Date.now = () => now() - 3_600_000;
    performance.now = () => steady.call(performance) + 6_000;
    registry.cancel("other", "asked");
    assertFalse(registry.register("early").signal.aborted);
  } finally {
    [Date.now, performance.now] = [now, steady];
  }
});

Deno.test("CancelRegistry remembers a cancel that overtook its request", () => {
  const registry = new CancelRegistry();
  assertFalse(registry.cancel("late", "asked"));
  const late = registry.register("late");
  assert(late.signal.aborted);
  registry.release("late", late);
  assertFalse(registry.register("late").signal.aborted);
});
