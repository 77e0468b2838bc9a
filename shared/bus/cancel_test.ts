import { assert, assertEquals, assertFalse } from "@std/assert";
import { CancelledError, CancelRegistry } from "./cancel.ts";

Deno.test("CancelRegistry aborts the work of that id only", () => {
  const registry = new CancelRegistry();
  const one = registry.register("one");
  const two = registry.register("two");
  assert(registry.cancel("one", "asked"));
  assert(one.signal.aborted);
  assert(one.signal.reason instanceof CancelledError);
  assertFalse(two.signal.aborted);
});

Deno.test("CancelRegistry remembers a cancel that overtook its request", () => {
  const registry = new CancelRegistry();
  assertFalse(registry.cancel("late", "asked"));
  assert(registry.register("late").signal.aborted);
  registry.release("late");
  assertFalse(registry.register("late").signal.aborted);
  assertEquals(registry.size, 1);
});
