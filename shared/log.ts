/** One JSON object a line on standard output; the development command makes it readable. */

export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;
export type LogLevel = typeof LOG_LEVELS[number];
export type LogFields = Readonly<Record<string, unknown>>;

export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  /** A log that adds these fields to every line. */
  with(fields: LogFields): Log;
}

export interface LogOptions {
  readonly service: string;
  readonly level?: LogLevel;
  readonly write?: (line: string) => void;
}

/** @example
 * ```ts
 * import { createLog } from "./log.ts";
 * const lines: string[] = [];
 * createLog({ service: "store", write: (line) => lines.push(line) }).info("ready", { port: 1 });
 * ```
 */
export function createLog(options: LogOptions, fields: LogFields = {}): Log {
  const threshold = LOG_LEVELS.indexOf(options.level ?? "info");
  const write = options.write ?? writeLine;
  const log = (level: LogLevel) => (message: string, more: LogFields = {}) => {
    if (LOG_LEVELS.indexOf(level) < threshold) return;
    const entry = { time: new Date().toISOString(), level, service: options.service, msg: message };
    write(JSON.stringify({ ...entry, ...fields, ...more }, describeErrors));
  };
  return {
    debug: log("debug"),
    info: log("info"),
    warn: log("warn"),
    error: log("error"),
    with: (more) => createLog(options, { ...fields, ...more }),
  };
}

function writeLine(line: string): void {
  // deno-lint-ignore no-console -- the one place where the mesh writes its log
  console.log(line);
}

function describeErrors(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (!(value instanceof Error)) return value;
  return { name: value.name, message: value.message, stack: value.stack, cause: value.cause };
}
