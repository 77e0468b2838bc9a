/** The typed client: go-to-definition on the operation lands on the contract. */
import { OperationError } from "shared/errors.ts";
import type { InputOf, Operation, OutputOf } from "shared/operation.ts";
import { askAgain } from "./ask_again.ts";
import type { Bus, Message } from "./bus.ts";
import { decodeError, decodeJson, encodeJson, HEADERS, type Headers, OWN_KEY_PREFIX } from "./envelope.ts";
import { controlSubject, rpcSubject } from "./subjects.ts";

/** Who asks: the team in whose name, and the person, key or service that acts. */
export interface Caller {
  /** A UUID, `public` or `system`; whoever builds a subject of it looks whether it is. */
  readonly teamId: string;
  /** Such as `key:<id>`, `publisher:<team>`, `service:enrichment`, `anonymous`. */
  readonly actor: string;
  /** The door used: `http`, `trpc`, `ingest`, `portal`; `mesh` for what a service does by itself. */
  readonly door: string;
}

export interface CallOptions {
  readonly caller: Caller;
  readonly requestId: string;
  readonly signal?: AbortSignal;
  /** Absolute, Unix milliseconds; else the operation's own time from now. */
  readonly deadline?: number;
  readonly headers?: Headers;
}

/** Longest time an answer may take when the operation does not say otherwise. */
const DEFAULT_TIMEOUT_MS = { query: 5_000, command: 10_000, document: 15_000 } as const;

/** A share of the operation's time: whoever has not answered by then may have died with the request in hand. */
const REPEAT_AFTER = 1 / 5;

/** @throws {OperationError} what the operation raised, or UNAVAILABLE, DEADLINE, CANCELLED on the way. */
export async function call<Op extends Operation>(
  bus: Bus,
  operation: Op,
  input: InputOf<Op>,
  options: CallOptions,
): Promise<OutputOf<Op>> {
  const reply = await callRaw(bus, operation, input, options);
  if (reply.headers[HEADERS.stream] !== undefined) {
    cancelRequest(bus, options.requestId);
    throw new OperationError("TOO_LARGE", "The answer is too large for one message");
  }
  const value = operation.kind === "document" ? reply.body : decodeJson(reply.body);
  // The owner of the operation has built it to the contract; checking it again would turn data into outages.
  return value as OutputOf<Op>;
}

/** Like {@linkcode call}, but hands over the reply as it came, so that a door can pass the bytes on. */
export async function callRaw(
  bus: Bus,
  operation: Operation,
  input: unknown,
  options: CallOptions,
): Promise<Message> {
  const deadline = options.deadline ?? Date.now() + timeoutOf(operation);
  const subject = rpcSubject(operation, options.caller.teamId);
  const body = encodeJson(input);
  const headers = requestHeaders(operation, options, deadline);
  const send = () =>
    bus.request(subject, body, { timeoutMs: deadline - Date.now(), signal: options.signal, headers });
  try {
    const reply = await askAgain(send, timeoutOf(operation) * REPEAT_AFTER);
    const error = decodeError(reply.headers, reply.body);
    if (error) throw error;
    return reply;
  } catch (error) {
    if (isAbandoned(error)) cancelRequest(bus, options.requestId);
    throw error;
  }
}

export function timeoutOf(operation: Operation): number {
  return operation.timeoutMs ?? DEFAULT_TIMEOUT_MS[operation.kind];
}

/** Tells every process to stop what it does for this request. May be lost: deadlines bound the damage. */
export function cancelRequest(bus: Bus, requestId: string): void {
  if (!bus.isConnected) return;
  bus.publish(controlSubject("request", requestId), encodeJson({ reason: "caller gave up" }));
}

function isAbandoned(error: unknown): boolean {
  return error instanceof OperationError && (error.code === "CANCELLED" || error.code === "DEADLINE");
}

function requestHeaders(operation: Operation, options: CallOptions, deadline: number): Headers {
  return {
    // A command that is asked again must not happen again.
    ...(operation.kind === "command" &&
      { [HEADERS.idempotencyKey]: `${OWN_KEY_PREFIX}${options.requestId}` }),
    ...options.headers,
    [HEADERS.requestId]: options.requestId,
    [HEADERS.deadline]: String(deadline),
    [HEADERS.actor]: options.caller.actor,
    [HEADERS.door]: options.caller.door,
  };
}
