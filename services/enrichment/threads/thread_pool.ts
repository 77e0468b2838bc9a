/** Threads that carry out orders within a time limit; with no thread free, an order waits. */
import { Limiter } from "shared/bus/mod.ts";
import { runWithin } from "../fetch/deadline.ts";
import { FetchFailure } from "../outcome.ts";
import type { Order } from "./answer_orders.ts";
import { OrderThread, type OrderWorker } from "./order_thread.ts";

export interface PoolOptions {
  readonly threads: number;
  readonly limitMs: number;
  readonly startWorker: () => OrderWorker;
  /** Threads that had nothing to do for so long are ended, until there is something; without it they are there at once and stay. */
  readonly restAfterMs?: number;
}

export interface ThreadPool {
  /** @throws {FetchFailure} the thread's, or `too_large` beyond the time limit; the signal's reason when it fires. */
  run(order: Order, signal: AbortSignal): Promise<unknown>;
  close(): void;
}

/** More than the worker has slots. */
const MAX_WAITING = 256;

export function startThreadPool(
  { threads: count, limitMs, startWorker, restAfterMs }: PoolOptions,
): ThreadPool {
  const threads = Array.from({ length: count }, () => new OrderThread(startWorker));
  const idle = [...threads];
  const limiter = new Limiter({ running: count, waiting: MAX_WAITING });
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  const endAll = () => threads.forEach((thread) => thread.end(new Error("The worker stops")));
  const rest = () => {
    const isAnyBusy = idle.length < count;
    if (restAfterMs !== undefined && !isAnyBusy && !isClosed) restTimer = setTimeout(endAll, restAfterMs);
  };
  const carryOut = async (order: Order, signal: AbortSignal) => {
    signal.throwIfAborted();
    clearTimeout(restTimer);
    const thread = idle.pop()!;
    const work = (budget: { signal: AbortSignal }) => thread.carryOut(order, budget.signal);
    try {
      await thread.whenReady();
      return await runWithin(limitMs, signal, { onTimeout: tooLong, work });
    } finally {
      idle.push(thread);
      rest();
    }
  };
  if (restAfterMs === undefined) threads.forEach((thread) => void thread.start());
  return {
    run: (order, signal) => endWith(signal, limiter.run(() => carryOut(order, signal))),
    close: () => {
      isClosed = true;
      clearTimeout(restTimer);
      endAll();
    },
  };
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
