import { assertEquals } from "@std/assert";
import { printable } from "./printable.ts";

Deno.test("printable cleans every text of a value and leaves addresses alone", () => {
  const value = { a: ["x\u0007"], url: "https://x.example/\u0007", n: 1, nothing: null };
  assertEquals(printable(value, false), { ...value, a: ["x"] });
});

Deno.test("printable lets a long run break", () => {
  assertEquals(
    printable("x".repeat(60), false),
    `${"x".repeat(25)}\u200b${"x".repeat(25)}\u200b${"x".repeat(10)}`,
  );
});

Deno.test("printable keeps left-to-right texts in order in a mirrored document", () => {
  assertEquals(printable("0184 Oslo", true), "\u20660184 Oslo\u2069");
  assertEquals(printable("شارع 5", true), "شارع 5");
});
