/** When a new link ends: not before it is made. */
import { invalidField } from "shared/errors.ts";

/** @throws {OperationError} INVALID for a moment that is over: nobody wants a link that opens nothing. */
export function requireAhead(expiresAt: string | null | undefined): void {
  if (!expiresAt || Date.parse(expiresAt) > Date.now()) return;
  throw invalidField("/expiresAt", "in_the_past", "Must be in the future");
}
