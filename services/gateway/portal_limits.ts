/** What guards links that are secrets: those who guess are slowed down, and drawing has its limits. */
import { OperationError } from "shared/errors.ts";
import type { Operation } from "shared/operation.ts";
import type { Answer } from "./answer.ts";
import type { Exchange } from "./exchange.ts";
import type { Gateway } from "./gateway.ts";

export interface Visit {
  readonly exchange: Exchange;
  readonly parameters: Readonly<Record<string, string>>;
}

/** @throws {OperationError} RATE_LIMITED, or what the work raised. */
export async function answerVisitor(
  { limits }: Gateway,
  operation: Operation,
  { exchange: { address }, parameters }: Visit,
  work: () => Promise<Answer>,
): Promise<Answer> {
  limits.misses.require(address);
  if (operation.output === "application/pdf") limits.pdfs.take(parameters.portalId ?? "");
  try {
    const answer = await work();
    if (answer.status === 404 || answer.status === 410) limits.misses.spend(address);
    return answer;
  } catch (error) {
    if (isMiss(error)) limits.misses.spend(address);
    throw error;
  }
}

function isMiss(error: unknown): boolean {
  return error instanceof OperationError && (error.code === "NOT_FOUND" || error.code === "GONE");
}
