/** From the gateway to the owner of an operation and back; every door asks through here. */
import { type Caller, callRaw, HEADERS, type Message } from "shared/bus/mod.ts";
import { OperationError } from "shared/errors.ts";
import type { Operation } from "shared/operation.ts";
import type { Exchange } from "./exchange.ts";
import type { Gateway } from "./gateway.ts";

export interface Question {
  readonly operation: Operation;
  /** As the operation's schema has parsed it. */
  readonly input: unknown;
  readonly caller: Caller;
}

/**
 * Only the time until the reply is watched, so a cancel goes out exactly when the client hangs up before it. (Unless
 * `no-legacy-abort` in deno.json says otherwise, Deno aborts a request's signal after successful answers too.)
 * @throws {OperationError} what the operation raised, or UNAVAILABLE, DEADLINE, CANCELLED on the way.
 */
export function ask({ bus }: Gateway, question: Question, exchange: Exchange): Promise<Message> {
  const { operation, input, caller } = question;
  return callRaw(bus, operation, input, {
    caller,
    requestId: exchange.callId,
    signal: exchange.signal,
    headers: operation.kind === "command" ? readCommandHeaders(exchange.request) : undefined,
  });
}

const IDEMPOTENCY_KEY = /^[A-Za-z0-9_-]{8,128}$/;
const ENTITY_TAG = /^(\*|(W\/)?"[\x21\x23-\x7e]{0,100}")$/;

function readCommandHeaders({ headers }: Request): Record<string, string> | undefined {
  const key = headers.get("idempotency-key");
  const version = headers.get("if-match");
  if (key === null && version === null) return undefined;
  if (key !== null && !IDEMPOTENCY_KEY.test(key)) {
    throw new OperationError(
      "INVALID",
      "Idempotency-Key must be 8 to 128 letters, digits, hyphens or underscores",
    );
  }
  if (version !== null && !ENTITY_TAG.test(version)) {
    throw new OperationError("INVALID", "If-Match must be one entity tag, as ETag gave it");
  }
  return { ...(key && { [HEADERS.idempotencyKey]: key }), ...(version && { [HEADERS.ifMatch]: version }) };
}
