import { assertEquals } from "@std/assert";
import { takeRows } from "./take_rows.ts";

Deno.test("takeRows takes as many rows as are wanted, and leaves nothing in the answer", () => {
  const answer = [1, 2, 3];
  assertEquals(takeRows(answer, 2), [1, 2]);
  assertEquals(answer, []);
  assertEquals(takeRows([1, 2, 3]), [1, 2, 3]);
});
