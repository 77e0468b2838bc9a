import { assertEquals, assertRejects } from "@std/assert";
import { OperationError } from "shared/errors.ts";
import { Limiter } from "./limiter.ts";

Deno.test("Limiter runs, queues, and refuses beyond the queue", async () => {
  const limiter = new Limiter({ running: 1, waiting: 1 });
  const gate = Promise.withResolvers<void>();
  const order: string[] = [];
  const first = limiter.run(async () => {
    await gate.promise;
    order.push("first");
  });
  const second = limiter.run(() => Promise.resolve(void order.push("second")));
  const refused = await assertRejects(() => limiter.run(() => Promise.resolve()), OperationError);
  assertEquals(refused.code, "OVERLOADED");
  gate.resolve();
  await Promise.all([first, second]);
  assertEquals(order, ["first", "second"]);
  await limiter.run(() => Promise.resolve(void order.push("third")));
  assertEquals(order.length, 3);
});
