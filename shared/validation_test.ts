import { assertEquals, assertThrows } from "@std/assert";
import { z } from "zod";
import { OperationError } from "./errors.ts";
import { parseInput, toPointer } from "./validation.ts";

Deno.test("parseInput names every wrong field and never repeats the submitted value", () => {
  const schema = z.object({ name: z.string(), lines: z.array(z.object({ price: z.number() })) });
  const error = assertThrows(
    () => parseInput(schema, { name: 7, lines: [{ price: "s3cret" }] }),
    OperationError,
  );
  assertEquals(error.details.errors?.map((each) => each.pointer), ["/name", "/lines/0/price"]);
  assertEquals(JSON.stringify(error.details).includes("s3cret"), false);
});

Deno.test("parseInput says what is missing, and what was found wrong before", () => {
  const schema = z.object({ name: z.string(), price: z.number() });
  const earlier = [{ pointer: "/colour", code: "unknown_parameter", message: "There is none" }];
  const error = assertThrows(() => parseInput(schema, { price: "x" }, earlier), OperationError);
  assertEquals(error.details.errors?.map(({ pointer, code }) => [pointer, code]), [
    ["/colour", "unknown_parameter"],
    ["/name", "required"],
    ["/price", "invalid_type"],
  ]);
  assertThrows(() => parseInput(schema, { name: "x", price: 1 }, earlier), OperationError);
});

Deno.test("parseInput names each key that a strict object does not know", () => {
  const schema = z.strictObject({ filter: z.strictObject({ q: z.string().optional() }).optional() });
  const error = assertThrows(
    () => parseInput(schema, { q: "s3cret", filter: { country: "s3cret", "a/b": 1 } }),
    OperationError,
  );
  assertEquals(error.details.errors?.map(({ pointer, code }) => [pointer, code]), [
    ["/filter/country", "unknown_field"],
    ["/filter/a~1b", "unknown_field"],
    ["/q", "unknown_field"],
  ]);
  assertEquals(JSON.stringify(error.details).includes("s3cret"), false);
});

Deno.test("toPointer escapes as RFC 6901 asks", () => {
  assertEquals(toPointer(["a/b", "c~d", 0]), "/a~1b/c~0d/0");
  assertEquals(toPointer([]), "");
});
