/** One call of a tRPC request: admitted, in its turn, checked, asked, and its value handed over. */
import { decodeJson, HEADERS, Limiter } from "shared/bus/mod.ts";
import { OperationError } from "shared/errors.ts";
import type { Operation } from "shared/operation.ts";
import { parseInput } from "shared/validation.ts";
import type { Asker } from "../access/admit.ts";
import { ask } from "../ask.ts";
import { type Exchange, openCall } from "../exchange.ts";
import type { Gateway } from "../gateway.ts";
import { answerVisitor } from "../portal/portal_limits.ts";
import { toOperationError } from "../answer/problem.ts";
import { type Admission, admitCalls } from "./admit_calls.ts";

export const MAX_BATCH = 50;
/** So many of a request's calls are asked at once; one client must not fill the queues of the store. */
const MAX_AT_ONCE = 8;

/** What the calls of one HTTP request share. */
export interface Batch {
  readonly gateway: Gateway;
  readonly exchange: Exchange;
  readonly admissions: readonly Admission[];
  readonly turns: Limiter;
}

export async function openBatch(
  gateway: Gateway,
  paths: readonly string[],
  exchange: Exchange,
): Promise<Batch> {
  const admissions = await admitCalls(gateway, paths, exchange);
  return { gateway, exchange, admissions, turns: new Limiter({ running: MAX_AT_ONCE, waiting: MAX_BATCH }) };
}

/** @throws {OperationError} why this call of the batch may not be made. */
export function requireCaller({ gateway, exchange, admissions }: Batch, index: number): Asker {
  const admission = admissions[index]!;
  if ("caller" in admission) return admission.caller;
  throw toOperationError(admission.refusal, exchange, gateway.log);
}

export interface Call {
  readonly operation: Operation;
  /** As it was sent; nothing counts as an empty object. */
  readonly input: unknown;
  readonly caller: Asker;
  readonly signal: AbortSignal | undefined;
}

/** @throws {OperationError} whatever is wrong with the call, or what the operation raised. */
export async function answerCall(batch: Batch, call: Call): Promise<unknown> {
  const { gateway, turns } = batch;
  const exchange = openCall(batch.exchange, call.signal ?? batch.exchange.signal);
  const work = () => askOwner(batch, call, exchange);
  try {
    return await turns.run(() => {
      exchange.signal.throwIfAborted();
      return call.caller.teamId === "public" ? answerPublic(gateway, call, exchange, work) : work();
    });
  } catch (thrown) {
    throw toOperationError(thrown, exchange, gateway.log);
  }
}

function answerPublic(
  gateway: Gateway,
  { operation, input }: Call,
  { address }: Exchange,
  work: () => Promise<unknown>,
) {
  // The input is not checked yet, so this may be anything.
  const { portalId } = (input ?? {}) as { portalId?: unknown };
  return answerVisitor(gateway, {
    operation,
    address,
    portalId: typeof portalId === "string" ? portalId : "",
    work,
    isMiss: (value) => value === null,
  });
}

async function askOwner(
  batch: Batch,
  { operation, input, caller }: Call,
  exchange: Exchange,
): Promise<unknown> {
  const isAlone = batch.admissions.length === 1;
  if (operation.kind === "command" && !isAlone) refuseCommandHeaders(exchange);
  const question = { operation, input: parseInput(operation.input, input ?? {}), caller };
  const { headers, body } = await ask(batch.gateway, question, exchange);
  if (isAlone && headers[HEADERS.replayed] !== undefined) exchange.headers["idempotency-replayed"] = "true";
  return decodeJson(body);
}

/** These headers are about one command, but a batch would apply them to each of its calls. */
function refuseCommandHeaders({ request: { headers } }: Exchange): void {
  if (!headers.has("idempotency-key") && !headers.has("if-match")) return;
  throw new OperationError(
    "INVALID",
    "Idempotency-Key and If-Match need a request of their own: do not batch it",
  );
}
