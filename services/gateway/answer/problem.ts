/** The one error document of the gateway: RFC 9457, and readable by every client of the compatible API. */
import { ERROR_KINDS, type FieldError, OperationError } from "shared/errors.ts";
import type { Log } from "shared/log.ts";
import type { Answer } from "./answer.ts";
import type { Exchange } from "../exchange.ts";

/** Where a wrong value stood. */
export type InputPlace = "body" | "query" | "path";

const UNAVAILABLE_RETRY_MS = 5_000;

/** Turns whatever was thrown into an error that a client may see; an unforeseen one is logged, and answered as INTERNAL. */
export function toOperationError(thrown: unknown, exchange: Exchange, log: Log): OperationError {
  const { signal } = exchange;
  if (thrown instanceof OperationError) {
    return thrown.code === "CANCELLED" && !signal.aborted ? interrupted(thrown) : thrown;
  }
  if (signal.aborted && thrown === signal.reason) {
    return new OperationError("CANCELLED", "Cancelled by the caller", { cause: thrown });
  }
  log.error("request failed", { requestId: exchange.callId, route: exchange.route, error: thrown });
  return new OperationError("INTERNAL", ERROR_KINDS.INTERNAL.title, { cause: thrown });
}

/** CANCELLED while the client still waits means that a service was stopped in the middle. */
function interrupted(cause: OperationError): OperationError {
  return new OperationError("UNAVAILABLE", "Interrupted before the answer was ready", { cause });
}

export function problemAnswer(error: OperationError, exchange: Exchange): Answer {
  const { number: status, title } = ERROR_KINDS[error.code];
  const detail = error.code === "INTERNAL" ? title : error.message;
  const body = {
    type: `urn:customer-mesh:problem:${error.code.toLowerCase().replaceAll("_", "-")}`,
    title,
    status,
    detail,
    instance: exchange.requestId,
    // Each official client of the compatible API reads one of these three.
    error: detail,
    message: detail,
    code: status,
    reason: error.code,
    errors: describeFields(error.details.errors, exchange),
  };
  const headers = { "content-type": "application/problem+json", ...errorHeaders(error) };
  return { status, headers, body: JSON.stringify(body) };
}

/** Headers that say what the client can do: log in, or try again later. */
export function errorHeaders(error: OperationError): Record<string, string> {
  const headers: Record<string, string> = {};
  if (error.code === "UNAUTHENTICATED") headers["www-authenticate"] = "Bearer";
  const retryAfterMs = error.details.retryAfterMs ?? defaultRetryMs(error);
  if (retryAfterMs !== undefined) {
    headers["retry-after"] = String(Math.max(1, Math.ceil(retryAfterMs / 1_000)));
  }
  return headers;
}

function defaultRetryMs({ code }: OperationError): number | undefined {
  return ERROR_KINDS[code].number === 503 ? UNAVAILABLE_RETRY_MS : undefined;
}

/** Values of a path decide only whether something is found, so a wrong field stood in the query or in the body. */
function describeFields(errors: readonly FieldError[] | undefined, { request }: Exchange) {
  const isRead = request.method === "GET" || request.method === "HEAD";
  const inQuery = errors && new URL(request.url).searchParams;
  return errors?.map(({ pointer, code, message }) => {
    const isInQuery = isRead || inQuery?.has(pointer.split("/")[1] ?? "") === true;
    const place: InputPlace = isInQuery ? "query" : "body";
    return { pointer, code, detail: message, in: place };
  });
}
