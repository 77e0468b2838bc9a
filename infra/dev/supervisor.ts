/** Keeps processes running: what dies is started again, and in the end all of them stop in order. */
import { type Child, stopChild } from "../process/child.ts";
import { pause } from "../process/wait.ts";

export interface ManagedProcess {
  readonly name: string;
  start(): Child;
  /** Rejects when it ended first; absent when nothing tells. */
  whenReady?(child: Child): Promise<void>;
  readonly stopSignal: Deno.Signal;
  readonly stopGraceMs: number;
  /** When all are stopped: those with the highest number first. */
  readonly stopOrder: number;
}

export interface SupervisorEvents {
  onStart(name: string, pid: number): void;
  onEnd(name: string, status: Deno.CommandStatus, restartInMs: number): void;
}

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5_000;
const HEALTHY_AFTER_MS = 10_000;

export class Supervisor {
  #events: SupervisorEvents;
  #running = new Map<ManagedProcess, Child>();
  #isStopping = false;

  constructor(events: SupervisorEvents) {
    this.#events = events;
  }

  /** Starts it, and again whenever it ends. Resolves when it is ready for the first time. */
  async run(process: ManagedProcess): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#keepRunning(process, resolve);
    await promise;
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    const orders = new Set([...this.#running.keys()].map(({ stopOrder }) => stopOrder));
    for (const order of [...orders].toSorted((a, b) => b - a)) {
      const group = [...this.#running].filter(([process]) => process.stopOrder === order);
      await Promise.all(
        group.map(([process, child]) => stopChild(child, process.stopSignal, process.stopGraceMs)),
      );
    }
  }

  killAll(): void {
    this.#isStopping = true;
    for (const child of this.#running.values()) child.kill("SIGKILL");
  }

  async #keepRunning(process: ManagedProcess, onReady: () => void): Promise<void> {
    let delayMs = FIRST_DELAY_MS;
    while (!this.#isStopping) {
      const startedAt = performance.now();
      const status = await this.#runOnce(process, onReady);
      if (this.#isStopping) return;
      if (performance.now() - startedAt > HEALTHY_AFTER_MS) delayMs = FIRST_DELAY_MS;
      this.#events.onEnd(process.name, status, delayMs);
      await pause(delayMs);
      delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS);
    }
  }

  async #runOnce(process: ManagedProcess, onReady: () => void): Promise<Deno.CommandStatus> {
    const child = startOrNothing(process);
    if (!child) return NOT_STARTED;
    this.#running.set(process, child);
    this.#events.onStart(process.name, child.pid);
    // If it ended before it was ready, its end tells so.
    const ready = process.whenReady?.(child) ?? Promise.resolve();
    ready.then(onReady, () => {});
    const status = await child.ended;
    this.#running.delete(process);
    return status;
  }
}

/** As a shell reports a command that it cannot run. */
const NOT_STARTED: Deno.CommandStatus = { success: false, code: 127, signal: null };

function startOrNothing(process: ManagedProcess): Child | undefined {
  try {
    return process.start();
  } catch {
    // Out of memory or processes, or the binary is being replaced: the next attempt may succeed.
    return undefined;
  }
}
