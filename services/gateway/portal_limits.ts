/** What guards links that are secrets: those who guess are slowed down, and drawing has its limits. */
import { OperationError } from "shared/errors.ts";
import type { Operation } from "shared/operation.ts";
import type { Gateway } from "./gateway.ts";

export interface Visit<Result> {
  readonly operation: Operation;
  /** Of the visitor. */
  readonly address: string;
  readonly portalId: string;
  readonly work: () => Promise<Result>;
  /** Whether a result says that the link leads nowhere. */
  readonly isMiss: (result: Result) => boolean;
}

/** @throws {OperationError} RATE_LIMITED, or what the work raised. */
export async function answerVisitor<Result>({ limits }: Gateway, visit: Visit<Result>): Promise<Result> {
  const { operation, address, portalId, work, isMiss } = visit;
  limits.misses.require(address);
  if (operation.output === "application/pdf") limits.pdfs.take(portalId);
  try {
    const result = await work();
    if (isMiss(result)) limits.misses.spend(address);
    return result;
  } catch (error) {
    if (isAbsence(error)) limits.misses.spend(address);
    throw error;
  }
}

function isAbsence(error: unknown): boolean {
  return error instanceof OperationError && (error.code === "NOT_FOUND" || error.code === "GONE");
}
