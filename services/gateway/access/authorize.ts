/** What a key may do. */
import { OperationError } from "shared/errors.ts";
import { hasScope, listScopes, type Scope } from "shared/scopes.ts";

/** @throws {OperationError} FORBIDDEN that names the scope. */
export function authorize(
  { scopes }: { readonly scopes: readonly string[] },
  wanted: Scope | readonly Scope[],
): void {
  if (hasScope(scopes, wanted)) return;
  const names = listScopes(wanted).map((scope) => `"${scope}"`).join(" or ");
  throw new OperationError("FORBIDDEN", `The API key needs the scope ${names}`);
}
