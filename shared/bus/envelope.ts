/** What travels beside the body: header names, and the shape of an error on the wire. */
import { ERROR_KINDS, type ErrorDetails, isErrorCode, OperationError } from "shared/errors.ts";
import type { Outcome } from "shared/operation.ts";

/** Lower case throughout: NATS header names are case-sensitive. */
export const HEADERS = {
  requestId: "mesh-request-id",
  traceparent: "traceparent",
  /** Absolute, Unix milliseconds: a message can sit in a frozen process, and a relative budget cannot tell. */
  deadline: "mesh-deadline",
  actor: "mesh-actor",
  door: "mesh-door",
  idempotencyKey: "idempotency-key",
  ifMatch: "if-match",
  /** Only `*`: what exists already stays as it is. */
  ifNoneMatch: "if-none-match",
  /** Why something is changed, percent-encoded. */
  reason: "mesh-reason",
  /** Who opened a portal link: `person` or `robot`, and the network of the address. */
  visitor: "mesh-visitor",
  /** `true` on a request: do everything and keep nothing; `true` on its reply: so it was done. */
  dryRun: "mesh-dry-run",
  /** On replies: a {@linkcode ReplyOutcome}; absent means plain success. */
  outcome: "mesh-outcome",
  version: "mesh-version",
  replayed: "mesh-replayed",
  contentType: "content-type",
  /** `gzip` on a document whose bytes are that already. */
  encoding: "content-encoding",
  /** Of a document: the Content-Security-Policy to send with it, and its name for downloads (percent-encoded). */
  policy: "content-security-policy",
  filename: "mesh-filename",
  /** `true` on a document that is to be shown, not saved. */
  inline: "mesh-inline",
  /** On a reply whose body is too large for it: where to ask for it, chunk by chunk; and on the last of these. */
  stream: "mesh-stream",
  streamEnd: "mesh-stream-end",
  /** ADR-32 names, so that any NATS tool shows errors. */
  errorCode: "Nats-Service-Error-Code",
  errorText: "Nats-Service-Error",
  messageId: "Nats-Msg-Id",
} as const;

/** Idempotency keys that the mesh itself gives to commands without one, so that it may ask again. */
export const OWN_KEY_PREFIX = "own.";

/** The answer to a command whose key is in use at this moment: to be asked again, not to be believed. */
export function isStillRunning(error: OperationError): boolean {
  return error.code === "CONFLICT" && error.details.retryAfterMs !== undefined;
}

export type Headers = Readonly<Record<string, string>>;

/** How an operation went: a success, or for a person's eyes a page that says why there is none. */
export type ReplyOutcome = Outcome | "not_found" | "gone" | "unavailable";

/** What a handler may add to its reply. */
export type ReplyHeaders = Record<string, string> & { [HEADERS.outcome]?: ReplyOutcome };

/** Replies and durable messages must stay below the server's `max_payload` of 1 MiB, headers included. */
export const MAX_BODY_BYTES = 1_000_000;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

export function encodeJson(value: unknown): Uint8Array {
  return encoder.encode(JSON.stringify(value === undefined ? null : value));
}

/** @throws {OperationError} INVALID when the bytes are not JSON in UTF-8. */
export function decodeJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch (cause) {
    throw new OperationError("INVALID", "The message is not JSON", { cause });
  }
}

export function encodeError(error: OperationError): { body: Uint8Array; headers: Headers } {
  const kind = ERROR_KINDS[error.code];
  const problem = { code: error.code, message: error.message, retryable: kind.isRetryable, ...error.details };
  // Header values may not hold line breaks; the full text is in the body.
  const text = error.message.replace(/[^\x20-\x7e]+/g, " ").slice(0, 200);
  return {
    body: encodeJson(problem),
    headers: { [HEADERS.errorCode]: String(kind.number), [HEADERS.errorText]: text },
  };
}

/** The error in a reply, or undefined when the reply is a value. */
export function decodeError(headers: Headers, body: Uint8Array): OperationError | undefined {
  if (headers[HEADERS.errorCode.toLowerCase()] === undefined) return undefined;
  const problem = readProblem(body);
  if (!problem || !isErrorCode(problem.code)) {
    return new OperationError("INTERNAL", "The answer could not be understood");
  }
  const details = { errors: problem.errors, retryAfterMs: problem.retryAfterMs };
  return new OperationError(problem.code, String(problem.message), { details });
}

/** As written by encodeError of a sister service; undefined for anything else. */
function readProblem(body: Uint8Array): ({ code?: unknown; message?: unknown } & ErrorDetails) | undefined {
  try {
    const problem = decodeJson(body);
    return typeof problem === "object" && problem !== null ? problem : undefined;
  } catch {
    // Somebody else answered, in a form of their own.
    return undefined;
  }
}
