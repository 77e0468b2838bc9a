/** What one answer costs each process on its way, in processor time: that adds up, whoever else is busy. */
import type { Measured } from "./load.ts";

/** By process, milliseconds of each answer. */
export type Legs = Readonly<Record<string, number>>;

/** By name, as in `mesh.json`. */
type Pids = Readonly<Record<string, number | null>>;

/** On the way of an answer, in this order. */
const WAY = ["gateway", "nats", "portal", "store", "postgres"];

export async function measureLegs(
  pids: Pids,
  ask: () => Promise<Measured>,
): Promise<Legs> {
  const before = readAll(pids);
  const { times } = await ask();
  const after = readAll(pids);
  return Object.fromEntries(WAY.map((name) => [name, (after[name]! - before[name]!) / times.length]));
}

/** @param legs By what was asked for. */
export function renderLegs(legs: Readonly<Record<string, Legs>>): string {
  const rows = Object.entries(legs).map(([name, each]) =>
    [name, ...WAY.map((process) => spell(each[process]!)), spell(sumOf(each))].join(" | ")
  );
  return [
    ["", ...WAY, "all"],
    ["---", ...WAY.map(() => "---:"), "---:"],
  ].map((cells) => `| ${cells.join(" | ")} |`).concat(rows.map((row) => `| ${row} |`)).join("\n");
}

function sumOf(legs: Legs): number {
  return Object.values(legs).reduce((sum, each) => sum + each, 0);
}

function spell(ms: number): string {
  return ms.toFixed(2);
}

function readAll(pids: Pids): Record<string, number> {
  return Object.fromEntries(WAY.map((name) => [name, readProcessorMs(pids[name] ?? 0)]));
}

/** Of all threads, and of the children: Postgres has one for each connection. */
function readProcessorMs(pid: number): number {
  return [pid, ...listChildren(pid)].flatMap(listThreads).reduce((sum, path) => sum + readThreadMs(path), 0);
}

function listThreads(pid: number): string[] {
  return listNumbers(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}`);
}

function listChildren(pid: number): number[] {
  const isChild = (each: number) =>
    readOrNothing(`/proc/${each}/stat`).split(") ")[1]?.split(" ")[1] === String(pid);
  return listNumbers("/proc").filter(isChild);
}

/** The first figure: nanoseconds on a processor (Linux, Documentation/scheduler/sched-stats). */
function readThreadMs(path: string): number {
  return Number(readOrNothing(`${path}/schedstat`).split(" ")[0]) / 1e6;
}

function listNumbers(folder: string): number[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => Number(name)).filter(Number.isInteger);
}

/** A thread or process may end while it is looked at. */
function readOrNothing(path: string): string {
  try {
    return Deno.readTextFileSync(path);
  } catch {
    return "";
  }
}
