/** A JSON body, within its limits of type, size and time. */
import { invalidField, OperationError } from "shared/errors.ts";

export const MAX_JSON_BYTES = 256 * 1024;
/** A client that sends its body more slowly than this does not want an answer. */
export const BODY_LIMIT_MS = 10_000;

const JSON_TYPE = /^application\/(json|merge-patch\+json)\s*(;\s*charset="?utf-8"?\s*)?$/i;

const decoder = new TextDecoder("utf-8", { fatal: true });

/**
 * No body at all is an empty object.
 * @throws {OperationError} UNSUPPORTED_MEDIA_TYPE, TOO_LARGE, INVALID, or DEADLINE for a body that does not end.
 */
export async function readJsonBody(request: Request, limitMs = BODY_LIMIT_MS): Promise<object> {
  const bytes = await readJsonBytes(request, limitMs);
  return bytes.length === 0 ? {} : parseObject(bytes);
}

/**
 * The body as it came, for who parses it.
 * @throws {OperationError} UNSUPPORTED_MEDIA_TYPE, TOO_LARGE, or DEADLINE for a body that does not end.
 */
export async function readJsonBytes(request: Request, limitMs = BODY_LIMIT_MS): Promise<Uint8Array> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (request.body === null || length === 0) return new Uint8Array();
  if (request.headers.has("content-type")) requireJson(request);
  if (length > MAX_JSON_BYTES) throw tooLarge();
  const bytes = await withinTime(readBytes(request.body), limitMs);
  if (bytes.length > 0) requireJson(request);
  return bytes;
}

/** @throws {OperationError} UNSUPPORTED_MEDIA_TYPE */
export function requireJson({ headers }: Request): void {
  const isJson = JSON_TYPE.test(headers.get("content-type") ?? "");
  const isPlain = (headers.get("content-encoding") ?? "identity") === "identity";
  if (isJson && isPlain) return;
  throw new OperationError("UNSUPPORTED_MEDIA_TYPE", "The body must be application/json in UTF-8");
}

/** Counts while it reads: a chunked body does not say how long it will be. */
async function readBytes(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_JSON_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0]! : concatenate(chunks, size);
}

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

async function withinTime<T>(reading: Promise<T>, limitMs: number): Promise<T> {
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

function parseObject(bytes: Uint8Array): object {
  const value = parseJson(bytes);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw invalidField("", "invalid_type", "The body must be a JSON object");
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    // The parser's own message would quote the body.
    throw invalidField("", "malformed_json", "The body is not JSON in UTF-8");
  }
}

function tooLarge(): OperationError {
  return new OperationError("TOO_LARGE", `The body is larger than ${MAX_JSON_BYTES / 1024} KiB`);
}
