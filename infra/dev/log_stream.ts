/** Makes the output of all processes one readable stream, each line prefixed by its service. */
import { type Color, paint } from "./print.ts";

const COLOR_OF: Readonly<Record<string, Color>> = {
  mesh: "bold",
  gateway: "green",
  store: "blue",
  enrichment: "magenta",
  portal: "cyan",
  nats: "gray",
  postgres: "gray",
};
const COLOR_OF_LEVEL: Readonly<Record<string, Color>> = { debug: "gray", warn: "yellow", error: "red" };

export interface LogStream {
  /** What the development command itself has to say. */
  say(text: string, level?: string): void;
  /** Takes the lines of a service: JSON objects of its log, or anything else as it is. */
  ofService(name: string): (line: string) => void;
  /** Leaves out the everyday lines of the services while the work goes on. */
  withoutEveryday<T>(work: () => Promise<T>): Promise<T>;
  /** Takes the lines of a server and passes on only its warnings and what is worse. */
  ofServer(name: "nats" | "postgres"): (line: string) => void;
}

export function createLogStream(write: (line: string) => void, isColored: boolean): LogStream {
  const show = (name: string, text: string, level = "info") => {
    const prefix = paint(name.padEnd(10), COLOR_OF[name] ?? "gray", isColored);
    const shownLevel = level === "info"
      ? ""
      : paint(`${level.toUpperCase()} `, COLOR_OF_LEVEL[level] ?? "gray", isColored);
    write(`${prefix} ${shownLevel}${text}`);
  };
  let isEverydayShown = true;
  return {
    say: (text, level) => show("mesh", text, level),
    async withoutEveryday(work) {
      isEverydayShown = false;
      return await work().finally(() => isEverydayShown = true);
    },
    ofService: (name) => (line) => {
      const entry = parseEntry(line) ?? { level: "info", msg: line };
      const isEveryday = entry.level === "info" || entry.level === "debug";
      if (isEveryday && entry.time && !isEverydayShown) return;
      if (entry.msg.trim() !== "") show(name, renderEntry(entry, isColored), entry.level);
    },
    ofServer: (name) => (line) => {
      const warning = findWarning(line);
      if (warning) show(name, stripControl(warning.text), warning.level);
    },
  };
}

interface Entry extends Record<string, unknown> {
  readonly msg: string;
  readonly level: string;
}

/** Lines of our log carry a time; whatever else a process says has none. */
function parseEntry(line: string): Entry | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    const entry = JSON.parse(line);
    return typeof entry.msg === "string" && typeof entry.level === "string" ? entry : undefined;
  } catch {
    // A line that only looks like JSON is shown as it is.
    return undefined;
  }
}

function renderEntry(
  { time, level: _level, service: _service, msg, ...fields }: Entry,
  isColored: boolean,
): string {
  const clock = typeof time === "string" ? `${time.slice(11, 23)} ` : "";
  const details = Object.entries(fields).map(([name, value]) => `${name}=${renderValue(value)}`).join(" ");
  return `${paint(clock, "gray", isColored)}${stripControl(msg)} ${paint(details, "gray", isColored)}`
    .trimEnd();
}

/** JSON escapes control characters, so that what a stranger typed cannot steer the terminal. */
function renderValue(value: unknown): string {
  const isPlain = typeof value === "string" && /^[\p{L}\p{N}_.:/@-]+$/u.test(value);
  return isPlain ? value : JSON.stringify(value);
}

function stripControl(text: string): string {
  return text.replace(/\p{Cc}/gu, " ");
}

function findWarning(line: string): { level: string; text: string } | undefined {
  const [, natsLevel, natsText] = /\[(WRN|ERR|FTL)\] (.*)/.exec(line) ?? [];
  // The passwords are random and their file is ours alone; hashing them would slow down every connection.
  if (natsText?.startsWith("Plaintext passwords")) return undefined;
  if (natsText) return { level: natsLevel === "WRN" ? "warn" : "error", text: natsText };
  const [, level, text] = /^(WARNING|ERROR|FATAL|PANIC): {2}(.*)/.exec(line) ?? [];
  return text ? { level: level === "WARNING" ? "warn" : "error", text } : undefined;
}
