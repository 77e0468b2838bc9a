/**
 * Reads pages on threads of their own: a hostile page blocks neither heartbeats nor cancels, and since no signal stops a
 * parser in the middle, a thread that takes too long, or whose run was stopped, is ended. Pictures are drawn on another
 * one, which is there only while there are any: what the libraries took for a large one goes with it.
 */
import type { Reader } from "../read/reader.ts";
import type { OrderWorker } from "./order_thread.ts";
import { startThreadPool } from "./thread_pool.ts";

export interface ReadingThreads extends Reader {
  close(): void;
}

export interface ThreadOptions {
  readonly threads?: number;
  readonly limitMs?: number;
  readonly drawingRestMs?: number;
  readonly startWorker?: (module: ThreadModule) => OrderWorker;
}

export type ThreadModule = "reading_thread" | "drawing_thread";

/** By the clock, so far above what the parser allows itself by the processor's time: a busy machine is no bomb. */
const LIMIT_MS = 10_000;
/** To start the thread anew for each picture would cost more than most pictures. */
const DRAWING_REST_MS = 2_000;

export function startReadingThreads(options: ThreadOptions = {}): ReadingThreads {
  const { threads = 1, limitMs = LIMIT_MS, drawingRestMs = DRAWING_REST_MS } = options;
  const { startWorker = startModule } = options;
  const readers = startThreadPool({ threads, limitMs, startWorker: () => startWorker("reading_thread") });
  const drawers = startThreadPool({
    threads: 1,
    limitMs,
    startWorker: () => startWorker("drawing_thread"),
    restAfterMs: drawingRestMs,
  });
  // The casts: a thread answers what the method of the same name does.
  return {
    scanPage: (page, signal) => readers.run({ method: "scanPage", subject: page }, signal) as never,
    readSite: (site, signal) => readers.run({ method: "readSite", subject: site }, signal) as never,
    drawPicture: (file, signal) => drawers.run({ method: "drawPicture", subject: file }, signal) as never,
    close: () => [readers, drawers].forEach((pool) => pool.close()),
  };
}

/** A thread needs no right: its modules are loaded with those of the service. */
function startModule(module: ThreadModule): Worker {
  const url = module === "reading_thread"
    ? new URL("./reading_thread.ts", import.meta.url)
    : new URL("./drawing_thread.ts", import.meta.url);
  const deno = { permissions: "none" };
  // The cast: Deno's own option, which the web's type does not know.
  return new Worker(url, { type: "module", deno } as WorkerOptions);
}
