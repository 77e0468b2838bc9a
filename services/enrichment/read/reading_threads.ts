/**
 * Reads pages on threads of their own: a hostile page blocks neither heartbeats nor cancels, and since no signal stops a
 * parser in the middle, a thread that takes too long, or whose run was stopped, is ended.
 */
import { Limiter } from "shared/bus/mod.ts";
import { runWithin } from "../fetch/deadline.ts";
import { FetchFailure } from "../outcome.ts";
import type { Reader } from "./reader.ts";
import type { ReadingOrder, ReadingResult } from "./reading_thread.ts";

export interface ReadingThreads extends Reader {
  close(): void;
}

export interface ThreadOptions {
  readonly threads?: number;
  readonly limitMs?: number;
  readonly startWorker?: () => ReadingWorker;
}

/** What is needed of a `Worker`. */
export type ReadingWorker = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror">;

/** By the clock, so far above what the parser allows itself by the processor's time: a busy machine is no bomb. */
const LIMIT_MS = 10_000;
const START_LIMIT_MS = 60_000;
/** More than the worker has slots. */
const MAX_WAITING = 256;

export function startReadingThreads(options: ThreadOptions = {}): ReadingThreads {
  const { threads: count = 1, limitMs = LIMIT_MS, startWorker = startReadingWorker } = options;
  const threads = Array.from({ length: count }, () => new ReadingThread(startWorker));
  const idle = [...threads];
  const limiter = new Limiter({ running: count, waiting: MAX_WAITING });
  const carryOut = async (order: ReadingOrder, signal: AbortSignal) => {
    signal.throwIfAborted();
    const thread = idle.pop()!;
    const work = (budget: { signal: AbortSignal }) => thread.carryOut(order, budget.signal);
    try {
      await thread.whenReady();
      return await runWithin(limitMs, signal, { onTimeout: tooLong, work });
    } finally {
      idle.push(thread);
    }
  };
  const run = (order: ReadingOrder, signal: AbortSignal) =>
    endWith(signal, limiter.run(() => carryOut(order, signal)));
  // The casts: a thread answers what the method of the same name does.
  return {
    scanPage: (page, signal) => run({ method: "scanPage", subject: page }, signal) as never,
    readSite: (site, signal) => run({ method: "readSite", subject: site }, signal) as never,
    drawPicture: (file, signal) => run({ method: "drawPicture", subject: file }, signal) as never,
    close: () => threads.forEach((thread) => thread.end(new Error("The worker stops"))),
  };
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** One order at a time; an ended thread starts anew with the next one. */
class ReadingThread {
  #startWorker: () => ReadingWorker;
  #worker: ReadingWorker | undefined;
  #ready = Promise.withResolvers<void>();
  #pending: Pending | undefined;

  constructor(startWorker: () => ReadingWorker) {
    this.#startWorker = startWorker;
    this.#start();
  }

  /** Loading the modules is not the page's doing, and does not count as its time. */
  async whenReady(): Promise<void> {
    if (!this.#worker) this.#start();
    const timer = setTimeout(() => this.end(new Error("The reading thread did not start")), START_LIMIT_MS);
    await this.#ready.promise.finally(() => clearTimeout(timer));
  }

  carryOut(order: ReadingOrder, signal: AbortSignal): Promise<unknown> {
    const { promise, ...pending } = Promise.withResolvers<unknown>();
    this.#pending = pending;
    const stop = () => this.end(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    this.#worker?.postMessage(order);
    return promise.finally(() => signal.removeEventListener("abort", stop));
  }

  end(reason: unknown): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready.reject(reason);
    this.#pending?.reject(reason);
  }

  #start(): void {
    this.#ready = Promise.withResolvers();
    // A thread that fails while nobody waits is told of when somebody does.
    this.#ready.promise.catch(() => {});
    this.#worker = this.#startWorker();
    this.#worker.onmessage = ({ data }: MessageEvent<ReadingResult>) => this.#receive(data);
    this.#worker.onerror = (event) => {
      // Else an error of the thread would end the whole service.
      event.preventDefault();
      this.end(new Error(`The reading thread failed: ${event.message}`));
    };
  }

  #receive({ isReady, value, failure, isSpent, error }: ReadingResult): void {
    const told = failure && new FetchFailure(failure.outcome, failure.message);
    if (isReady) this.#ready.resolve();
    else if (isSpent) this.end(told);
    else if (told) this.#pending?.reject(told);
    else if (error !== undefined) this.#pending?.reject(new Error(error));
    else this.#pending?.resolve(value);
  }
}

/** Also for one who still waits for a thread. */
function endWith<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener("abort", stop));
}

function tooLong(): FetchFailure {
  return new FetchFailure("too_large", "reading takes too long");
}

/** The thread needs no right: its modules are loaded with those of the service. */
function startReadingWorker(): Worker {
  const deno = { permissions: "none" };
  // The cast: Deno's own option, which the web's type does not know.
  return new Worker(
    new URL("./reading_thread.ts", import.meta.url),
    { type: "module", deno } as WorkerOptions,
  );
}
