/** For tests: limits on time that mean the work, not the machine, which may be busy with others or stand still. */
import process from "node:process";

const TICK_MS = 10;

export interface Stopwatch extends Disposable {
  /** Time in which this thread could run: while the machine stands still it does not count. For work that waits. */
  readonly livedMs: number;
  /** Processor time that this thread has used. For work that computes. */
  readonly workedMs: number;
}

export function startStopwatch(): Stopwatch {
  let ticks = 0;
  // After a stand-still it goes on, and does not make up for the ticks that were missed.
  const timer = setInterval(() => ticks++, TICK_MS);
  const start = cpuMs();
  return {
    get livedMs() {
      return ticks * TICK_MS;
    },
    get workedMs() {
      return cpuMs() - start;
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
