/** Ending what an earlier supervisor of this folder left running when it was killed. */
import { identify, stopLeftover } from "../process/identity.ts";
import type { DataFolder } from "./data_folder.ts";

interface Remembered {
  readonly name: string;
  readonly pid: number;
  readonly identity: string;
}

export class ProcessRecord {
  #folder: DataFolder;
  #processes = new Map<string, Remembered>();

  constructor(folder: DataFolder) {
    this.#folder = folder;
  }

  remember(name: string, pid: number): void {
    const identity = identify(pid);
    if (identity) this.#processes.set(name, { name, pid, identity });
    this.#folder.write("processes.json", [...this.#processes.values()]);
  }
}

/** @returns the names of those that were still there. */
export async function stopLeftovers(folder: DataFolder): Promise<string[]> {
  const remembered = folder.read<Remembered[]>("processes.json") ?? [];
  const stopped = await Promise.all(remembered.map(async ({ name, pid, identity }) => {
    const signal = name === "postgres" ? "SIGINT" : "SIGTERM";
    return await stopLeftover(pid, identity, signal) ? name : "";
  }));
  folder.remove("processes.json");
  return stopped.filter((name) => name !== "");
}
