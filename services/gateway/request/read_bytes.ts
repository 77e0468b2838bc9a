/** The bytes of a body, within limits of size and time. */
import { Buffer } from "node:buffer";
import { OperationError } from "shared/errors.ts";

export interface BodyLimits {
  readonly maxBytes: number;
  readonly limitMs: number;
}

/** @throws {OperationError} TOO_LARGE, DEADLINE for a body that does not end, INVALID for one that breaks off. */
export async function readBytes({ body, headers }: Request, limits: BodyLimits): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  if (Number(headers.get("content-length") ?? 0) > limits.maxBytes) throw tooLarge(limits);
  return await withinTime(collect(body, limits), limits);
}

/** Counts while it reads: a chunked body does not say how long it will be. */
async function collect(body: ReadableStream<Uint8Array>, limits: BodyLimits): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > limits.maxBytes) throw tooLarge(limits);
      chunks.push(chunk);
    }
  } catch (cause) {
    // The client is gone: no fault of ours, and nobody hears of it.
    throw cause instanceof OperationError
      ? cause
      : new OperationError("INVALID", "The body broke off", { cause });
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

async function withinTime<T>(reading: Promise<T>, { limitMs }: BodyLimits): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new OperationError("DEADLINE", "The body did not end in time")), limitMs);
  });
  try {
    return await Promise.race([reading, limit]);
  } finally {
    clearTimeout(timer);
  }
}

function tooLarge({ maxBytes }: BodyLimits): OperationError {
  return new OperationError("TOO_LARGE", `The body is larger than ${Math.floor(maxBytes / 1024)} KiB`);
}
