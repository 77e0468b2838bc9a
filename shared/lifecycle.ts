/** The life of a service process: start, say so, serve until told to stop, end in order. */
import { createLog, type Log, type LogFields, type LogLevel } from "shared/log.ts";

export interface RunningService {
  /** Finishes what is in progress; called once. */
  stop(): Promise<void>;
}

/** Longer than any grace a service takes; after it the process ends regardless. */
const STOP_LIMIT_MS = 15_000;

/**
 * Runs until SIGTERM, SIGINT or the end of the parent process; never returns before the process ends. What is wrong with
 * the configuration is one line of the log, and exit code 1, as is whatever else keeps it from starting.
 */
export async function runService<Config extends { LOG_LEVEL: LogLevel }>(
  name: string,
  readConfig: () => Config,
  start: (config: Config, log: Log) => Promise<RunningService>,
): Promise<void> {
  const config = orExit(createLog({ service: name }), readConfig);
  const log = createLog({ service: name, level: config.LOG_LEVEL });
  swallowBrokenSockets(log);
  const service = await start(config, log).catch((error) => exitUnstarted(log, { error }));
  log.info("ready");
  await stopRequested(log);
  setTimeout(() => Deno.exit(1), STOP_LIMIT_MS);
  await service.stop();
  log.info("stopped");
  Deno.exit(0);
}

function orExit<Config>(log: Log, readConfig: () => Config): Config {
  try {
    return readConfig();
  } catch (error) {
    // The text names each variable; where it was thrown helps nobody.
    return exitUnstarted(log, { reason: error instanceof Error ? error.message : error });
  }
}

function exitUnstarted(log: Log, why: LogFields): never {
  log.error("cannot start", why);
  Deno.exit(1);
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
