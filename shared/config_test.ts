import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { z } from "zod";
import { list, port, readConfig } from "./config.ts";

Deno.test("readConfig names every variable that is missing or wrong", () => {
  const shape = { A_PORT: port, A_URL: z.url() };
  const error = assertThrows(
    () => readConfig(shape, (name) => name === "A_PORT" ? "x" : undefined),
    TypeError,
  );
  assertStringIncludes(error.message, "A_PORT: ");
  assertStringIncludes(error.message, "; A_URL is missing");
});

Deno.test("readConfig treats an empty variable as absent and splits lists", () => {
  assertEquals(readConfig({ HOSTS: list }, () => ""), { HOSTS: [] });
  assertEquals(readConfig({ HOSTS: list }, () => "a:1, b:2"), { HOSTS: ["a:1", "b:2"] });
});
