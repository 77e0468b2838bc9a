/** From the gateway to the owner of an operation and back; every door asks through here. */
import { callRaw, HEADERS, type Headers, type Message } from "shared/bus/mod.ts";
import { events } from "shared/contract/mod.ts";
import { parseEntityTags } from "shared/entity_tag.ts";
import { OperationError } from "shared/errors.ts";
import type { Operation, ParsedInputOf } from "shared/operation.ts";
import type { Asker } from "./access/admit.ts";
import { readReason } from "./change_reason.ts";
import { readDryRun, requireTakenBack } from "./dry_run.ts";
import { limitToReadable } from "./events/readable_events.ts";
import { waitForEvents } from "./events/wait_for_events.ts";
import type { Exchange } from "./exchange.ts";
import type { Gateway } from "./gateway.ts";
import { describeVisitor } from "./access/visitor.ts";

export interface Question {
  readonly operation: Operation;
  /** Already parsed by the operation's schema. */
  readonly input: unknown;
  readonly caller: Asker;
  /** The number of this command, where one request leads to several: each needs a key of its own. */
  readonly part?: number;
}

/**
 * Only the time until the reply is watched, so a cancel goes out exactly when the client hangs up before it. (Unless
 * `no-legacy-abort` in deno.json says otherwise, Deno aborts a request's signal after successful answers too.)
 * @throws {OperationError} what the operation raised, or UNAVAILABLE, DEADLINE, CANCELLED on the way.
 */
export async function ask(
  { bus, feed }: Gateway,
  question: Question,
  exchange: Exchange,
): Promise<Message> {
  const { operation, caller, part } = question;
  const { signal } = exchange;
  const headers = {
    ...(operation.kind === "command" && readCommandHeaders(exchange, part)),
    ...(caller.teamId === "public" && { [HEADERS.visitor]: describeVisitor(exchange) }),
  };
  const read = async (input: unknown) => {
    const reply = await callRaw(bus, operation, input, {
      caller,
      requestId: exchange.callId,
      signal,
      headers,
    });
    requireTakenBack(headers, reply, exchange);
    return reply;
  };
  const input = limitToReadable(operation, question.input, caller);
  if (operation !== events.list) return await read(input);
  // The cast: the input was parsed by the schema of this very operation.
  const page = input as ParsedInputOf<typeof events.list>;
  return await waitForEvents({ feed, teamId: caller.teamId, input: page, signal, read });
}

/** Whatever can be seen: clients make their keys of order numbers, addresses, quoted texts (RFC 8941). */
export const IDEMPOTENCY_KEY = /^[!-~]{1,255}$/;

function readCommandHeaders(exchange: Exchange, part?: number): Headers {
  const { headers } = exchange.request;
  const key = headers.get("idempotency-key");
  const version = headers.get("if-match");
  const absence = headers.get("if-none-match");
  if (key !== null && !IDEMPOTENCY_KEY.test(key)) {
    throw new OperationError(
      "INVALID",
      "Idempotency-Key must be 1 to 255 visible ASCII characters, without spaces",
    );
  }
  if (version !== null && !parseEntityTags(version)) {
    throw new OperationError("INVALID", "If-Match must be entity tags, as ETag gave them, or *");
  }
  if (absence !== null && absence.trim() !== "*") {
    throw new OperationError("INVALID", "If-None-Match of a change can only be *");
  }
  return {
    ...(key && { [HEADERS.idempotencyKey]: nameKey(key, part) }),
    ...(version && { [HEADERS.ifMatch]: version }),
    ...(absence && { [HEADERS.ifNoneMatch]: "*" }),
    ...readReason(exchange.request),
    ...readDryRun(exchange),
  };
}

/** Escaped so that it holds no dot: a dot marks the keys, and the parts, that the mesh makes itself. */
function nameKey(key: string, part: number | undefined): string {
  const name = key.replace(/[^\w-]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return part === undefined ? name : `${name}.${part}`;
}
