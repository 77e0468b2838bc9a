import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { runToEnd, startChild, stopChild } from "./child.ts";
import { identify, stopLeftover } from "./identity.ts";
import { waitUntil } from "./wait.ts";

const DEAF = { command: "/bin/sh", args: ["-c", 'trap "" TERM; exec sleep 60'] };

Deno.test("startChild hands over whole lines of both streams, also the last without an end", async () => {
  const lines: string[] = [];
  const program = "printf 'one\\ntwo\\nlast'; printf 'said\\n' >&2";
  const child = startChild({
    command: "/bin/sh",
    args: ["-c", program],
    onLine: (line) => lines.push(line),
  });
  assertEquals((await child.ended).code, 0);
  assertEquals(lines.toSorted(), ["last", "one", "said", "two"]);
});

Deno.test("startChild passes no variable of ours on", async () => {
  const output = await runToEnd({ command: "/usr/bin/env", args: [], env: { ONLY: "this" } });
  assertEquals(output, "ONLY=this");
});

Deno.test("runToEnd throws what the program said", async () => {
  const run = () => runToEnd({ command: "/bin/sh", args: ["-c", "echo no such team >&2; exit 3"] });
  const error = await assertRejects(run, Error, "exit code 3");
  assertStringIncludes(error.message, "no such team");
});

Deno.test("stopChild kills a child that does not listen", async () => {
  const child = startChild(DEAF);
  await waitUntil(() => isAsleep(child.pid), { timeoutMs: 5_000 });
  await stopChild(child, "SIGTERM", 50);
  assertEquals((await child.ended).signal, "SIGKILL");
});

Deno.test("stopLeftover ends the process it remembers, and no other with the same number", async () => {
  const child = startChild({ command: "/bin/sleep", args: ["60"] });
  await waitUntil(() => isAsleep(child.pid), { timeoutMs: 5_000 });
  const identity = identify(child.pid)!;
  assertEquals(await stopLeftover(child.pid, `${identity} other`, "SIGTERM"), false);
  assertEquals(identify(child.pid), identity);
  assertEquals(await stopLeftover(child.pid, identity, "SIGTERM"), true);
  assertEquals(identify(child.pid), undefined);
});

/** The shell has handed over to the program, and with it what it said about signals. */
function isAsleep(pid: number): boolean {
  return /^\d+ (\/bin\/)?sleep 60$/.test(identify(pid) ?? "");
}
