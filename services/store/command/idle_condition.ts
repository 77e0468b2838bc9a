/** If-Match and If-None-Match where nobody looks at them. */
import { type HandlerContext, HEADERS } from "shared/bus/mod.ts";
import { OperationError } from "shared/errors.ts";
import type { Operation } from "shared/operation.ts";

/** A condition that nobody looks at would be taken for a promise. @throws {OperationError} INVALID */
export function refuseIdleCondition(operation: Operation, { headers }: HandlerContext): void {
  const { name, errors, outcomes } = operation;
  const hasVersion = errors?.includes("STALE");
  if (headers[HEADERS.ifMatch] && !hasVersion) {
    throw new OperationError("INVALID", `If-Match cannot be kept: ${name} goes by no version`);
  }
  const absence = headers[HEADERS.ifNoneMatch];
  if (!absence || (absence === "*" && hasVersion && outcomes?.includes("created"))) return;
  throw new OperationError("INVALID", `If-None-Match can only be *, where something is made: ${name}`);
}
