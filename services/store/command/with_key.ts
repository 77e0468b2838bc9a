/** Answers a repetition of a command with the same key as the first time. */
import { createHash } from "node:crypto";
import { type HandlerContext, HEADERS, OWN_KEY_PREFIX } from "shared/bus/mod.ts";
import { OperationError } from "shared/errors.ts";
import type { Operation } from "shared/operation.ts";
import { insertReplies, lockKeys } from "../queries/idempotency_keys.ts";
import type { Lookup, Writing } from "./batch.ts";

/** Of a command's unit. */
interface Keyed {
  readonly context: HandlerContext;
  ask<Question, Answer>(lookup: Lookup<Question, Answer>, question: Question): Promise<Answer>;
  write<Item>(writing: Writing<Item>, item: Item): void;
}

/** A command with a key has one effect: the key is remembered in the transaction of that effect. */
export async function withKey<Output>(
  unit: Keyed,
  operation: Operation,
  input: unknown,
  work: () => Promise<Output>,
): Promise<Output> {
  const { context } = unit;
  const key = context.headers[HEADERS.idempotencyKey];
  if (!key) return await work();
  const place = { operation: operation.name, key, countsEverywhere: countsEverywhere(key, context) };
  const { isLocked, earlier } = await unit.ask(lockKeys, place);
  if (!isLocked) {
    throw new OperationError("CONFLICT", "A request with this idempotency key is still running", {
      details: { retryAfterMs: 1_000 },
    });
  }
  const bodyHash = hashOf(input);
  if (earlier) {
    if (earlier.operation !== operation.name || earlier.bodyHash !== bodyHash) {
      throw new OperationError("KEY_REUSED", "The idempotency key was used for another request");
    }
    if (earlier.reply === null) {
      throw new OperationError("GONE", "The answer to this key was erased with its customer");
    }
    Object.assign(context.reply, earlier.replyHeaders);
    if (!key.startsWith(OWN_KEY_PREFIX)) context.reply[HEADERS.replayed] = "true";
    // Written by this same function when the command ran for the first time.
    return earlier.reply as Output;
  }
  const output = await work();
  unit.write(insertReplies, { ...place, bodyHash, reply: output, replyHeaders: { ...context.reply } });
  return output;
}

/**
 * Those of the mesh are never used for something else; and a message's id is unique among its like only: the stream itself
 * looks at no more than ten minutes.
 */
function countsEverywhere(key: string, { caller }: HandlerContext): boolean {
  return caller.door !== "ingest" && !key.startsWith(OWN_KEY_PREFIX);
}

/** A hash of the checked input: differences in spelling that mean the same do not make another request. */
function hashOf(input: unknown): string {
  return createHash("sha256").update(JSON.stringify(input)).digest("hex");
}
