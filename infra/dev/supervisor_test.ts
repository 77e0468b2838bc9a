import { assert, assertEquals } from "@std/assert";
import { startChild } from "../process/child.ts";
import { identify } from "../process/identity.ts";
import { waitUntil } from "../process/wait.ts";
import { type ManagedProcess, Supervisor } from "./supervisor.ts";

function aProcess(name: string, program: string, more: Partial<ManagedProcess> = {}): ManagedProcess {
  return {
    name,
    start: () => startChild({ command: "/bin/sh", args: ["-c", program] }),
    stopSignal: "SIGTERM",
    stopGraceMs: 1_000,
    stopOrder: 1,
    ...more,
  };
}

function aRecorder() {
  const starts: { name: string; pid: number }[] = [];
  const delays: number[] = [];
  const events = {
    onStart: (name: string, pid: number) => void starts.push({ name, pid }),
    onEnd: (_name: string, _status: Deno.CommandStatus, delayMs: number) => void delays.push(delayMs),
  };
  return { starts, delays, events };
}

Deno.test("Supervisor starts again what was killed, with another pid", async () => {
  const { starts, events } = aRecorder();
  const supervisor = new Supervisor(events);
  await supervisor.run(aProcess("sleeper", "exec sleep 60"));
  Deno.kill(starts[0]!.pid, "SIGKILL");
  await waitUntil(() => starts.length === 2, { timeoutMs: 5_000 });
  assert(starts[0]!.pid !== starts[1]!.pid);
  await supervisor.stop();
  assertEquals(identify(starts[1]!.pid), undefined);
});

Deno.test("Supervisor waits longer each time for what ends at once", async () => {
  const { delays, events } = aRecorder();
  const onEnd: typeof events.onEnd = (...end) => {
    events.onEnd(...end);
    if (delays.length === 3) supervisor.killAll();
  };
  const supervisor = new Supervisor({ ...events, onEnd });
  await supervisor.run(aProcess("crashing", "exit 1"));
  await waitUntil(() => delays.length === 3, { timeoutMs: 5_000 });
  assertEquals(delays, [100, 200, 400]);
  // The pause that has begun ends by itself; the supervisor then finds that it is stopping.
  await new Promise((resolve) => setTimeout(resolve, 500));
});

Deno.test("Supervisor stops in order, and kills what does not listen", async () => {
  const { starts, events } = aRecorder();
  const supervisor = new Supervisor(events);
  const ended: string[] = [];
  const watched = (name: string, stopOrder: number, program: string, stopGraceMs: number) => {
    const start = () => {
      const child = startChild({ command: "/bin/sh", args: ["-c", program] });
      child.ended.then(({ signal }) => ended.push(`${name} by ${signal}`));
      return child;
    };
    return aProcess(name, program, { start, stopOrder, stopGraceMs });
  };
  await supervisor.run(watched("base", 1, "exec sleep 60", 10_000));
  await supervisor.run(watched("deaf service", 2, 'trap "" TERM; exec sleep 60', 100));
  await waitUntil(() => starts.every(({ pid }) => isAsleep(pid)), { timeoutMs: 5_000 });
  await supervisor.stop();
  assertEquals(ended, ["deaf service by SIGKILL", "base by SIGTERM"]);
});

/** The shell has handed over to the program, and with it what it said about signals. */
function isAsleep(pid: number): boolean {
  return /^\d+ (\/bin\/)?sleep 60$/.test(identify(pid) ?? "");
}
