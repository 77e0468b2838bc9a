import { assert, assertFalse } from "@std/assert";
import { hasScope } from "./scopes.ts";

Deno.test("hasScope grants the scope itself and what a meta scope stands for", () => {
  assert(hasScope(["customers.read"], "customers.read"));
  assert(hasScope(["apis.all"], "invoices.write"));
  assert(hasScope(["apis.read"], "invoices.read"));
  assertFalse(hasScope(["apis.read"], "invoices.write"));
  assertFalse(hasScope([], "customers.read"));
});
