import { assertEquals } from "@std/assert";
import { nextNumbers } from "./next_numbers.ts";

Deno.test("nextNumbers counts on from the highest of the newest kind, with its zeros", () => {
  const first = (recent: string[]) => nextNumbers(recent).slice(0, 2);
  assertEquals(first([]), ["INV-0001", "INV-0002"]);
  assertEquals(first(["INV-0009"]), ["INV-0010", "INV-0011"]);
  assertEquals(first(["2026-7", "2026-12", "2025-99"]), ["2026-13", "2026-14"]);
  assertEquals(first(["by hand", "A99"]), ["A100", "A101"]);
  assertEquals(first(["99999999999999999999"]), ["100000000000000000000", "100000000000000000001"]);
});
