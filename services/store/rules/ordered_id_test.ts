import { assert, assertEquals, assertMatch } from "@std/assert";
import { newOrderedId } from "./ordered_id.ts";

Deno.test("newOrderedId makes valid ids of version 7 that sort by time", () => {
  const at = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
  assertMatch(newOrderedId(at), /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assertEquals(parseInt(newOrderedId(at).replaceAll("-", "").slice(0, 12), 16), at);
  assert(newOrderedId(at) < newOrderedId(at + 1));
  assertEquals(new Set(Array.from({ length: 1_000 }, () => newOrderedId(at))).size, 1_000);
});
