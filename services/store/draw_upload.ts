/**
 * Draws an uploaded picture anew on a thread of its own, which ends with the picture: the store goes on answering, the
 * memory of the decoder is given back, and a file that keeps the decoder busy for ever holds up nobody else.
 */
import { Limiter } from "shared/bus/mod.ts";
import type { Picture } from "shared/pictures/draw_picture.ts";
import type { DrawingResult } from "./drawing_thread.ts";

/** Far more than the largest picture takes, which is a second and the start of the thread. */
const LIMIT_MS = 15_000;
/** A seller sets a logo once. */
const limiter = new Limiter({ running: 1, waiting: 8 });

/**
 * @returns A PNG, or why there is none.
 * @throws {OperationError} `OVERLOADED` when many wait; the signal's reason when it fires.
 */
export function drawUpload(file: Uint8Array, signal: AbortSignal): Promise<Picture | DrawingRefusal> {
  return limiter.run(() => drawOnThread(file, signal));
}

export type DrawingRefusal = NonNullable<DrawingResult["refusal"]>;

async function drawOnThread(file: Uint8Array, signal: AbortSignal): Promise<Picture | DrawingRefusal> {
  signal.throwIfAborted();
  const thread = startThread();
  const { promise, resolve, reject } = Promise.withResolvers<DrawingResult>();
  const stop = () => reject(signal.reason);
  const timer = setTimeout(() => resolve({ refusal: "too_large" }), LIMIT_MS);
  signal.addEventListener("abort", stop, { once: true });
  thread.onmessage = ({ data }: MessageEvent<DrawingResult>) => resolve(data);
  thread.onerror = (event) => {
    // Without this, an error of the thread would end the whole service.
    event.preventDefault();
    reject(new Error(`The drawing thread failed: ${event.message}`));
  };
  thread.postMessage(file);
  try {
    const { picture, refusal, error } = await promise;
    if (picture) return picture;
    if (refusal) return refusal;
    throw new Error(error);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
    thread.terminate();
  }
}

function startThread(): Worker {
  // The cast: Deno's own option, which the web's type does not know.
  const options = { type: "module", deno: { permissions: "none" } } as WorkerOptions;
  return new Worker(new URL("./drawing_thread.ts", import.meta.url), options);
}
