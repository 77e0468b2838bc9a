/** Orders PDFs from the worker one after the other: a bounded queue, a time limit, and cancelling at any point. */
import { OperationError } from "shared/errors.ts";
import type { Log } from "shared/log.ts";
import type { DocumentOrder } from "./order.ts";
import type { PdfResult } from "./worker.ts";

export interface PdfRendererOptions {
  readonly log: Log;
  /** Orders that may wait behind the one being set. */
  readonly maxWaiting?: number;
  /** A document that takes longer costs the worker its life. */
  readonly timeLimitMs?: number;
  readonly startWorker?: () => PdfWorker;
}

/** What the renderer needs of a `Worker`. */
export type PdfWorker = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror">;

interface Job {
  readonly order: DocumentOrder;
  readonly signal: AbortSignal;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (reason: unknown) => void;
}

export class PdfRenderer {
  readonly #options: Required<PdfRendererOptions>;
  #worker: PdfWorker | undefined;
  #isReady = false;
  #waiting: Job[] = [];
  #current: Job | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PdfRendererOptions) {
    this.#options = { maxWaiting: 32, timeLimitMs: 5_000, startWorker: startPdfWorker, ...options };
    this.#start();
  }

  /** @throws {OperationError} OVERLOADED when too many wait already; otherwise whatever the signal says. */
  async render(order: DocumentOrder, signal: AbortSignal): Promise<Uint8Array> {
    signal.throwIfAborted();
    if (this.#waiting.length >= this.#options.maxWaiting) {
      throw new OperationError("OVERLOADED", "Too many documents are being made at the moment", {
        details: { retryAfterMs: 2_000 },
      });
    }
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    const job: Job = { order, signal, resolve, reject };
    const onAbort = () => this.#abandon(job);
    signal.addEventListener("abort", onAbort, { once: true });
    this.#waiting.push(job);
    this.#next();
    try {
      return await promise;
    } finally {
      signal.removeEventListener("abort", onAbort);
    }
  }

  close(): void {
    this.#stop();
    const closed = new OperationError("UNAVAILABLE", "The portal is stopping");
    for (const job of [this.#current, ...this.#waiting]) job?.reject(closed);
    this.#current = undefined;
    this.#waiting = [];
  }

  #start(): void {
    this.#worker = this.#options.startWorker();
    this.#worker.onmessage = ({ data }) => this.#receive(data);
    this.#worker.onerror = (event) => {
      // Else an error of the worker would end the whole service.
      event.preventDefault();
      this.#replace(event.message);
    };
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#isReady = false;
  }

  #next(): void {
    if (!this.#worker && this.#waiting.length > 0) this.#start();
    if (!this.#isReady || this.#current) return;
    const job = this.#waiting.shift();
    if (!job) return;
    this.#current = job;
    this.#timer = setTimeout(() => this.#replace("time limit"), this.#options.timeLimitMs);
    this.#worker?.postMessage(job.order);
  }

  #receive({ pdf, error }: PdfResult): void {
    clearTimeout(this.#timer);
    const job = this.#current;
    this.#current = undefined;
    this.#isReady = true;
    if (pdf) job?.resolve(pdf);
    else job?.reject(new Error(error));
    this.#next();
  }

  /** What waits is dropped at once; what is being set goes on for its few milliseconds, only nobody awaits it. */
  #abandon(job: Job): void {
    this.#waiting = this.#waiting.filter((each) => each !== job);
    job.reject(job.signal.reason);
  }

  /** The next order starts a new worker: restarting at once could loop when none can start. */
  #replace(reason: string): void {
    this.#options.log.error("PDF worker replaced", { reason });
    this.#stop();
    const failed = [this.#current, ...(this.#current ? [] : this.#waiting.splice(0))];
    this.#current = undefined;
    for (const job of failed) job?.reject(new Error(`The PDF worker failed: ${reason}`));
    this.#next();
  }
}

function startPdfWorker(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
}
