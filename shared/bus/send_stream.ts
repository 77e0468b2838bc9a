/**
 * Bytes that are more than one message holds, on the side that has them. The reader asks for one chunk after another on a
 * subject of its own, and a chunk is made when the one before was taken: so nobody runs ahead and memory stays bounded.
 */
import { Buffer } from "node:buffer";
import { OperationError } from "shared/errors.ts";
import type { Bus, Message } from "./bus.ts";
import { encodeError, HEADERS, type Headers } from "./envelope.ts";
import { isInbox } from "./subjects.ts";

/** Large enough that asking costs little, small enough for any server's `max_payload`. */
export const CHUNK_BYTES = 256 * 1024;

/** A reader that has not asked for so long is gone, and its cancel message was lost. */
const IDLE_MS = 30_000;

/** After the last chunk: its answer may be lost too. */
const LINGER_MS = 2_000;

export interface Sending {
  readonly subject: string;
  readonly body: ReadableStream<Uint8Array>;
  /** When it fires the body is cancelled. */
  readonly signal: AbortSignal;
  readonly idleMs?: number;
}

interface Reply {
  readonly body: Uint8Array;
  readonly headers: Headers;
}

/** @returns When the last chunk was taken, or nothing more will be. */
export async function sendStream(
  bus: Bus,
  { subject, body, signal, idleMs = IDLE_MS }: Sending,
): Promise<void> {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const chunks = gatherChunks(body);
  let position = -1;
  let reply: Promise<Reply> | undefined;
  let isOver = false;
  const answer = async ({ replyTo, body: asked }: Message) => {
    const number = Number(new TextDecoder().decode(asked));
    // The one before is asked for again when its answer was lost.
    if (!isInbox(replyTo) || (number !== position && number !== position + 1)) return;
    if (number > position) [position, reply] = [number, nextReply(chunks)];
    idle.restart();
    const made = await reply;
    // What was made after the end would look like the whole.
    if (isOver || !made) return;
    const { body, headers } = made;
    bus.publish(replyTo, body, headers);
    if (isLast(headers)) idle.restart(LINGER_MS);
  };
  const stop = () => {
    isOver = true;
    end();
  };
  const idle = startTimer(idleMs, stop);
  signal.addEventListener("abort", stop, { once: true });
  const subscription = bus.subscribe(subject, (message) => void answer(message));
  await ended;
  idle.stop();
  signal.removeEventListener("abort", stop);
  await subscription.drain();
  await chunks.cancel(signal.reason);
}

function isLast(headers: Headers): boolean {
  return headers[HEADERS.streamEnd] !== undefined || headers[HEADERS.errorCode] !== undefined;
}

async function nextReply(chunks: Chunks): Promise<Reply> {
  try {
    const { bytes, isEnd } = await chunks.next();
    return { body: bytes, headers: isEnd ? { [HEADERS.streamEnd]: "true" } : {} };
  } catch (error) {
    return encodeError(
      error instanceof OperationError ? error : new OperationError("INTERNAL", "The rest could not be made"),
    );
  }
}

interface Chunks {
  next(): Promise<{ bytes: Uint8Array; isEnd: boolean }>;
  cancel(reason: unknown): Promise<void>;
}

/** What there is at first goes out at once, so that the reader sees a beginning; then whole chunks. */
function gatherChunks(body: ReadableStream<Uint8Array>): Chunks {
  const reader = body.getReader();
  let [held, wanted, isEnd]: [Uint8Array[], number, boolean] = [[], 1, false];
  return {
    next: async () => {
      while (!isEnd && sizeOf(held) < wanted) {
        const { done, value } = await reader.read();
        if (value) held.push(value);
        isEnd = done;
      }
      wanted = CHUNK_BYTES;
      const all = held.length === 1 ? held[0]! : Buffer.concat(held);
      held = all.length > CHUNK_BYTES ? [all.subarray(CHUNK_BYTES)] : [];
      return { bytes: all.subarray(0, CHUNK_BYTES), isEnd: isEnd && held.length === 0 };
    },
    // Already broken is as good as cancelled.
    cancel: (reason) => reader.cancel(reason).catch(() => {}),
  };
}

function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((total, { length }) => total + length, 0);
}

function startTimer(ms: number, onEnd: () => void): { restart(ms?: number): void; stop(): void } {
  let timer = setTimeout(onEnd, ms);
  const stop = () => clearTimeout(timer);
  return {
    stop,
    restart: (next = ms) => {
      stop();
      timer = setTimeout(onEnd, next);
    },
  };
}
