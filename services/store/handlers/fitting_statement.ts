/** A statement of all time; where that is too long for one document, of the newest part that fits. */
import { OperationError } from "shared/errors.ts";
import { dayIn } from "../rules/invoice_status.ts";
import type { Store } from "../store.ts";
import { readStatement, type StatementQuestion } from "./customer_money.ts";

/**
 * Without this, a visitor who asks for no period would one day be refused without knowing why. The document says where it
 * begins, and what was owed then.
 * @throws {OperationError} INVALID for a period that was asked for and is too long.
 */
export async function readFittingStatement(
  store: Store,
  question: StatementQuestion,
  signal: AbortSignal,
): ReturnType<typeof readStatement> {
  if (question.from) return await readStatement(store, question, signal);
  const last = question.to ?? dayIn(question.team.timeZone, new Date());
  for (const from of [null, `${last.slice(0, 4)}-01-01`]) {
    try {
      return await readStatement(store, { ...question, from }, signal);
    } catch (error) {
      if (!isTooLong(error)) throw error;
    }
  }
  return await readStatement(store, { ...question, from: `${last.slice(0, 7)}-01` }, signal);
}

function isTooLong(error: unknown): boolean {
  return error instanceof OperationError && error.details.errors?.[0]?.code === "too_many_lines";
}
