/** One thread that carries out orders, one at a time; an ended one starts anew with the next order. */
import { FetchFailure } from "../outcome.ts";
import type { Order, OrderResult } from "./answer_orders.ts";

/** What is needed of a `Worker`. */
export type OrderWorker = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror">;

const START_LIMIT_MS = 60_000;

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

export class OrderThread {
  #startWorker: () => OrderWorker;
  #worker: OrderWorker | undefined;
  #ready: PromiseWithResolvers<void> | undefined;
  #pending: Pending | undefined;

  constructor(startWorker: () => OrderWorker) {
    this.#startWorker = startWorker;
  }

  /** So that the first order need not wait for it. */
  start(): Promise<void> {
    this.#ready ??= this.#start();
    return this.#ready.promise;
  }

  /** Loading the modules is not the page's doing, and does not count as its time. */
  async whenReady(): Promise<void> {
    const timer = setTimeout(() => this.end(new Error("The thread did not start")), START_LIMIT_MS);
    await this.start().finally(() => clearTimeout(timer));
  }

  carryOut(order: Order, signal: AbortSignal): Promise<unknown> {
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
    this.#ready?.reject(reason);
    this.#ready = undefined;
    this.#pending?.reject(reason);
  }

  #start(): PromiseWithResolvers<void> {
    const ready = Promise.withResolvers<void>();
    // Whoever waits is told; a thread that fails while nobody does starts again.
    ready.promise.catch(() => {});
    this.#worker = this.#startWorker();
    this.#worker.onmessage = ({ data }: MessageEvent<OrderResult>) => this.#receive(data);
    this.#worker.onerror = (event) => {
      // Else an error of the thread would end the whole service.
      event.preventDefault();
      this.end(new Error(`The thread failed: ${event.message}`));
    };
    return ready;
  }

  #receive({ isReady, value, failure, isSpent, error }: OrderResult): void {
    const told = failure && new FetchFailure(failure.outcome, failure.message);
    if (isReady) this.#ready?.resolve();
    else if (told) this.#pending?.reject(told);
    else if (error !== undefined) this.#pending?.reject(new Error(error));
    else this.#pending?.resolve(value);
    if (isSpent) this.end(told);
  }
}
