/// <reference lib="deno.worker" />
/** What a thread does whose orders are methods of the reader: no rights at all, one order at a time, ended from outside when it takes too long. */
import { FetchFailure, type FetchOutcome } from "../outcome.ts";
import type { Reader } from "../read/reader.ts";

/** A method of the reader, and its first argument. */
export interface Order {
  readonly method: keyof Reader;
  readonly subject: unknown;
}

/** The first message says that the thread is ready; each other one has a value, a failure or an error. */
export interface OrderResult {
  readonly isReady?: true;
  readonly value?: unknown;
  readonly failure?: { readonly outcome: FetchOutcome; readonly message: string };
  readonly error?: string;
  /** The thread is not to be used again: a library gave up in the middle, or took memory that it cannot give back. */
  readonly isSpent?: boolean;
}

export interface Answering {
  readonly methods: Partial<Reader>;
  /** Asked after each order. */
  readonly isSpent?: () => boolean;
}

const NEVER = new AbortController().signal;

/** When the modules are loaded. */
export function answerOrders({ methods, isSpent }: Answering): void {
  self.onmessage = async ({ data }: MessageEvent<Order>) => {
    const result = await carryOut(data, methods);
    self.postMessage(isSpent?.() ? { ...result, isSpent: true } : result);
  };
  self.postMessage({ isReady: true } satisfies OrderResult);
}

async function carryOut({ method, subject }: Order, methods: Partial<Reader>): Promise<OrderResult> {
  try {
    // The cast: `reading_threads.ts` orders each method with the argument that its type demands.
    return { value: await methods[method]?.(subject as never, NEVER) };
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) {
      return { failure: { outcome: "not_html", message: "the picture cannot be decoded" }, isSpent: true };
    }
    if (!(error instanceof FetchFailure)) return { error: String(error) };
    return { failure: { outcome: error.outcome, message: error.message } };
  }
}
