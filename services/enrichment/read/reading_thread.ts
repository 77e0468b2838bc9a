/// <reference lib="deno.worker" />
/** A thread on which pages are read: no rights at all, one page at a time, ended from outside when it takes too long. */
import { FetchFailure, type FetchOutcome } from "../outcome.ts";
import { type Reader, readHere } from "./reader.ts";

/** A method of the reader, and its first argument. */
export interface ReadingOrder {
  readonly method: keyof Reader;
  readonly subject: unknown;
}

/** One of the four. */
export interface ReadingResult {
  /** The first message: the modules are loaded. */
  readonly isReady?: true;
  readonly value?: unknown;
  readonly failure?: { readonly outcome: FetchOutcome; readonly message: string };
  /** A library gave up in the middle: the thread is not to be used again. */
  readonly isSpent?: true;
  readonly error?: string;
}

const NEVER = new AbortController().signal;

self.onmessage = async ({ data }: MessageEvent<ReadingOrder>) => self.postMessage(await carryOut(data));
self.postMessage({ isReady: true } satisfies ReadingResult);

async function carryOut({ method, subject }: ReadingOrder): Promise<ReadingResult> {
  try {
    // The cast: `reading_threads.ts` orders each method with the argument that its type demands.
    return { value: await readHere[method](subject as never, NEVER) };
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) {
      return { failure: { outcome: "not_html", message: "the picture cannot be decoded" }, isSpent: true };
    }
    if (!(error instanceof FetchFailure)) return { error: String(error) };
    return { failure: { outcome: error.outcome, message: error.message } };
  }
}
