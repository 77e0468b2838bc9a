/** For tests: worker and store as processes of their own, which can be killed and frozen. */
import { fileURLToPath } from "node:url";
import { until } from "shared/test_until.ts";
import { type Child, startChild } from "../../infra/process/child.ts";
import type { Doom } from "./store_process.ts";
import { type Room, TIMING } from "./test_room.ts";

export interface Process {
  readonly child: Child;
  /** What it has printed. */
  readonly log: readonly string[];
  readonly isOver: () => boolean;
  kill(): Promise<void>;
}

export function startWorkerProcess(room: Room, timing = TIMING): Process {
  const { nats } = room.store.mesh;
  const settings = { nats: { url: nats.url, ...nats.users.enrichment }, site: room.site.address, timing };
  return startProcess(room, "worker_process.ts", settings);
}

/** A second store beside the room's own. @param doom Where it kills itself. */
export async function startStoreProcess(room: Room, doom?: Doom): Promise<Process> {
  const { databaseUrl, nats } = room.store.mesh;
  const store = startProcess(room, "store_process.ts", { databaseUrl, nats, doom });
  await until("a second store", () => Promise.resolve(store.log.includes("ready")), 20_000);
  return store;
}

function startProcess(room: Room, entry: string, options: object): Process {
  const log: string[] = [];
  const child = startChild({
    command: Deno.execPath(),
    args: ["run", "--allow-all", "--no-check", `tests/cancel/${entry}`, JSON.stringify(options)],
    cwd: fileURLToPath(new URL("../../", import.meta.url)),
    env: Deno.env.toObject(),
    onLine: (line) => log.push(line),
  });
  let isOver = false;
  child.ended.then(() => isOver = true);
  const kill = async () => {
    if (!isOver) Deno.kill(child.pid, "SIGKILL");
    await child.ended;
  };
  // Else the worker of a failed test would take the runs of the next one.
  room.defer(kill);
  return { child, log, isOver: () => isOver, kill };
}
