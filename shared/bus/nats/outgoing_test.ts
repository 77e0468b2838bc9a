import { assertEquals } from "@std/assert";
import { Outgoing } from "./outgoing.ts";

Deno.test("Outgoing sends all that was added in one turn together, in its order", async () => {
  const outgoing = new Outgoing();
  const sent: string[] = [];
  outgoing.add(() => sent.push("a"));
  await Promise.resolve();
  outgoing.add(() => sent.push("b"));
  assertEquals(sent, []);
  const { promise, resolve } = Promise.withResolvers<void>();
  outgoing.add(resolve);
  await promise;
  assertEquals(sent, ["a", "b"]);
});

Deno.test("Outgoing.leave sends at once, and nothing twice", async () => {
  const outgoing = new Outgoing();
  const sent: string[] = [];
  outgoing.add(() => sent.push("a"));
  outgoing.leave();
  assertEquals(sent, ["a"]);
  outgoing.add(() => sent.push("b"));
  await new Promise<void>((resolve) => outgoing.add(resolve));
  assertEquals(sent, ["a", "b"]);
});
