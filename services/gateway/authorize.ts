/** What a key may do. */
import { OperationError } from "shared/errors.ts";
import { hasScope, type Scope } from "shared/scopes.ts";
import type { Session } from "./authenticate.ts";

/** @throws {OperationError} FORBIDDEN that names the scope. */
export function authorize({ scopes }: Session, wanted: Scope): void {
  if (hasScope(scopes, wanted)) return;
  throw new OperationError("FORBIDDEN", `The API key needs the scope "${wanted}"`);
}
