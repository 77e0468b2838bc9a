/** A part of a command that may be refused by itself. */
import type { HandlerContext } from "shared/bus/mod.ts";
import { type ErrorCode, OperationError } from "shared/errors.ts";
import { Attempt } from "./attempt.ts";
import { isWorthRetrying, translateDatabaseError } from "../database/errors.ts";
import { createUnit, type Unit } from "./unit.ts";

/** What is wrong with one part alone; any other trouble is that of all. */
const PART_REFUSALS: ReadonlySet<ErrorCode> = new Set(["INVALID", "NOT_FOUND", "CONFLICT"]);

/**
 * Where it fails, nothing of it remains, and the rest goes on.
 * @returns What the work returned, or the refusal. Everything else that is thrown ends the whole command.
 */
export async function runPart<Output>(
  whole: Unit,
  context: HandlerContext,
  work: (part: Unit) => Promise<Output>,
): Promise<Output | OperationError> {
  const attempt = new Attempt();
  try {
    const output = await whole.sql.savepoint(async (sql) => {
      context.signal.throwIfAborted();
      const output = await work(createUnit({ store: whole.store, sql, context, attempt }));
      await attempt.written();
      return output;
    });
    attempt.actions.forEach((action) => whole.afterCommit(action));
    // `savepoint` widens the type of what the callback returned.
    return output as Output;
  } catch (error) {
    const refusal = isWorthRetrying(error) ? error : translateDatabaseError(error);
    if (refusal instanceof OperationError && PART_REFUSALS.has(refusal.code)) return refusal;
    throw error;
  }
}
