import { assertEquals } from "@std/assert";
import { takeFitting } from "./fit_page.ts";

Deno.test("takeFitting takes so many rows as a message holds, counted in bytes", () => {
  const fitting = (text: string, rows: number) => takeFitting(Array(rows).fill({ text }), rows).length;
  assertEquals(fitting("a".repeat(1_000), 200), 200);
  assertEquals(fitting("a".repeat(10_000), 200), 79);
  assertEquals(fitting("ö".repeat(10_000), 60), 39);
  // Written as an escape of six letters.
  assertEquals(fitting("\u0001".repeat(10_000), 60), 13);
  assertEquals(fitting("a".repeat(900_000), 3), 1);
  const nested = Array(70).fill({ buyer: { lines: ["ö".repeat(10_000)] } });
  assertEquals([takeFitting(nested, 70).length, takeFitting(nested, 7).length], [39, 7]);
});
