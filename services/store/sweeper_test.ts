import { assertEquals } from "@std/assert";
import { createLog } from "shared/log.ts";
import type { Store } from "./store.ts";
import { Turns } from "./sweeper.ts";

Deno.test("Turns: works go one after another, and what takes long is not owed the times that it missed", async () => {
  const log = createLog({ service: "store", write: () => {} });
  // The cast: nothing else of a store is looked at.
  const turns = new Turns({ log } as Store);
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  const slow = async () => {
    await first.promise;
    done.push("slow");
  };
  const failing = () => {
    done.push("failing");
    return Promise.reject(new Error("No"));
  };
  for (let n = 0; n < 3; n++) [slow, failing].forEach((work) => turns.take(work));
  first.resolve();
  await turns.done;
  assertEquals(done, ["slow", "failing"]);
  turns.take(slow);
  await turns.done;
  assertEquals(done, ["slow", "failing", "slow"]);
});
