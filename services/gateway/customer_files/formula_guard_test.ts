import { assert, assertEquals } from "@std/assert";
import { readCell, writeCell } from "./columns.ts";
import { formatCsvRow, parseCsv } from "./csv.ts";
import { guard, guardRaw, unguard } from "shared/formula_guard.ts";
import { NAUGHTY_TEXTS } from "./test_texts.ts";

Deno.test("guard leaves nothing that a spreadsheet would run, and unguard gives back what was there", () => {
  for (const text of [...NAUGHTY_TEXTS, "\tx", "\rx"]) {
    assert(!/^[=+\-@\t\r＝＋－＠]/.test(guard(text)), text);
    assertEquals(unguard(guard(text)), text);
    assert(!/^[=+\-@\t\r＝＋－＠]/.test(guardRaw(text)), text);
    assertEquals(
      unguard(guardRaw(text)),
      unguard(text),
      "a rejected cell means the same when it is sent again",
    );
  }
});

Deno.test("a text goes through a file and comes back the same, whatever it holds", async () => {
  // The cast: only what the column reads is there.
  const customer = (name: string) => ({ name, tags: [] }) as unknown as Parameters<typeof writeCell>[0];
  const column = { field: "name", kind: "text" } as const;
  for (const delimiter of [",", ";", "\t", "|"] as const) {
    for (const text of [...NAUGHTY_TEXTS, "two\nlines", "two\r\nlines", ",;|\tx"]) {
      const row = formatCsvRow([writeCell(customer(text), column), "next"], delimiter);
      const [cells] = await Array.fromAsync(parseCsv(row, delimiter));
      assertEquals([readCell(cells![0]!, "text"), cells![1]], [text, "next"]);
    }
  }
});

Deno.test("tags are one cell, whatever their names hold", () => {
  const names = ["vip", "a|b", "back\\slash", "\\|", "=formula", "ends\\"];
  const tags = names.map((name) => ({ id: "", name }));
  // The cast: only what the column reads is there.
  const customer = { tags } as unknown as Parameters<typeof writeCell>[0];
  const cell = writeCell(customer, { field: "tags", kind: "tags" });
  assertEquals(readCell(cell, "tags"), names.map((name) => ({ name })));
  assertEquals(readCell(" a | b ||", "tags"), [{ name: "a" }, { name: "b" }]);
});
