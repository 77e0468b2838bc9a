/** What an API key may be allowed to do. Names are those of the compatible API. */

const SCOPES = [
  "customers.read",
  "customers.write",
  "invoices.read",
  "invoices.write",
  "tags.read",
  "tags.write",
  "search.read",
  "webhooks.read",
  "webhooks.write",
] as const;

export type Scope = typeof SCOPES[number];

/** Scopes as stored with a key: `apis.all` stands for every scope, `apis.read` for every reading one. */
export const GRANTABLE_SCOPES = [...SCOPES, "apis.all", "apis.read"] as const;

/** @param wanted Of several any one will do. */
export function hasScope(granted: readonly string[], wanted: Scope | readonly Scope[]): boolean {
  return listScopes(wanted).some((scope) => coversScope(granted, scope));
}

/** One or several, as a list. */
export function listScopes(wanted: Scope | readonly Scope[]): readonly Scope[] {
  return typeof wanted === "string" ? [wanted] : wanted;
}

function coversScope(granted: readonly string[], wanted: Scope): boolean {
  if (granted.includes("apis.all") || granted.includes(wanted)) return true;
  return wanted.endsWith(".read") && granted.includes("apis.read");
}
