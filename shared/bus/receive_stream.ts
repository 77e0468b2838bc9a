/** Bytes that are more than one message holds, on the side that wants them: see `send_stream.ts`. */
import { OperationError } from "shared/errors.ts";
import { askAgain } from "./ask_again.ts";
import type { Bus, Message } from "./bus.ts";
import { cancelRequest } from "./call.ts";
import { decodeError, HEADERS } from "./envelope.ts";
import { isStreamSubject } from "./subjects.ts";

/** One chunk may take as long as the slowest document that it holds. */
const CHUNK_TIMEOUT_MS = 30_000;
const REPEAT_AFTER_MS = 5_000;

export function isStreamed({ headers }: Message): boolean {
  return headers[HEADERS.stream] !== undefined;
}

/**
 * Asks for a chunk when somebody wants to read it. When the reader leaves, or the signal fires, the sender is told to
 * stop: it is the request of this id that is cancelled.
 * @throws {OperationError} INTERNAL for a reply that is not streamed.
 */
export function receiveStream(
  bus: Bus,
  reply: Message,
  { requestId, signal }: { requestId: string; signal?: AbortSignal },
): ReadableStream<Uint8Array> {
  const subject = reply.headers[HEADERS.stream] ?? "";
  if (!isStreamSubject(subject)) throw new OperationError("INTERNAL", "The answer could not be understood");
  const gone = new AbortController();
  const either = signal ? AbortSignal.any([signal, gone.signal]) : gone.signal;
  let isDone = false;
  either.addEventListener("abort", () => isDone || cancelRequest(bus, requestId), { once: true });
  let number = 0;
  return new ReadableStream({
    pull: async (controller) => {
      const chunk = await askForChunk(bus, subject, number++, either);
      if (chunk.body.length > 0) controller.enqueue(chunk.body);
      if (chunk.headers[HEADERS.streamEnd] === undefined) return;
      isDone = true;
      controller.close();
    },
    cancel: () => gone.abort(),
  }, { highWaterMark: 0 });
}

async function askForChunk(bus: Bus, subject: string, number: number, signal: AbortSignal): Promise<Message> {
  const body = new TextEncoder().encode(String(number));
  const send = () => bus.request(subject, body, { timeoutMs: CHUNK_TIMEOUT_MS, signal });
  const chunk = await askAgain(send, REPEAT_AFTER_MS);
  const error = decodeError(chunk.headers, chunk.body);
  if (error) throw error;
  return chunk;
}
