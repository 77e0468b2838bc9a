/** The life of a service process: start, say so, serve until told to stop, end in order. */
import type { Log } from "shared/log.ts";

export interface RunningService {
  /** Finishes what is in progress; called once. */
  stop(): Promise<void>;
}

/** Longer than any grace a service takes; after it the process ends regardless. */
const STOP_LIMIT_MS = 15_000;

/** Runs until SIGTERM, SIGINT or the end of the parent process; never returns before the process ends. */
export async function runService(log: Log, start: () => Promise<RunningService>): Promise<void> {
  swallowBrokenSockets(log);
  const service = await start();
  log.info("ready");
  await stopRequested(log);
  setTimeout(() => Deno.exit(1), STOP_LIMIT_MS);
  await service.stop();
  log.info("stopped");
  Deno.exit(0);
}

/**
 * In Deno the NATS client can lose a refused socket's error after it has removed its listeners, which would end the
 * process. Only these two codes are harmless; anything else still ends it.
 */
function swallowBrokenSockets(log: Log): void {
  globalThis.addEventListener("error", (event) => {
    if (isBrokenSocket(event.error)) event.preventDefault();
    else log.error("uncaught error", { error: event.error });
  });
  globalThis.addEventListener("unhandledrejection", (event) => {
    if (isBrokenSocket(event.reason)) event.preventDefault();
    else log.error("unhandled rejection", { error: event.reason });
  });
}

function isBrokenSocket(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ECONNRESET" || code === "EPIPE";
}

function stopRequested(log: Log): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    Deno.addSignalListener(signal, () => {
      log.info("stopping", { signal });
      resolve();
    });
  }
  whenOrphaned(resolve);
  return promise;
}

/** A supervisor that was killed cannot stop its services; they notice that they have been orphaned. */
export function whenOrphaned(stop: () => void): void {
  const parent = Deno.ppid;
  const timer = setInterval(() => {
    if (Deno.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 1_000);
}
