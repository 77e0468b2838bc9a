/** Who may ask what, decided before a byte of the body is read. */
import type { Caller } from "shared/bus/mod.ts";
import { OperationError } from "shared/errors.ts";
import type { Operation } from "shared/operation.ts";
import { authorize } from "./authorize.ts";
import type { Exchange } from "../exchange.ts";
import type { Gateway } from "../gateway.ts";
import { takeRequest } from "./rate_limit.ts";

/** Who asks, and what the key may do. */
export interface Asker extends Caller {
  readonly scopes: readonly string[];
}

export const VISITOR: Asker = { teamId: "public", actor: "anonymous", door: "portal", scopes: [] };

/** @throws {OperationError} UNAUTHENTICATED, FORBIDDEN, RATE_LIMITED, PRECONDITION_REQUIRED, or NOT_FOUND for what is not for clients. */
export async function admit(gateway: Gateway, operation: Operation, exchange: Exchange): Promise<Asker> {
  const { scope } = operation;
  if (scope === "system") throw new OperationError("NOT_FOUND", "Not found");
  if (scope === "public") {
    takeRequest(gateway.limits, exchange.address, exchange);
    return VISITOR;
  }
  const session = await gateway.authenticator.authenticate(exchange);
  takeRequest(gateway.limits, session.teamId, exchange);
  authorize(session, scope);
  if (session.isStrict) requireVersion(operation, exchange);
  const { teamId, keyId, scopes } = session;
  return { teamId, actor: `key:${keyId}`, door: "http", scopes };
}

/** A strict key must say which version it changes, but not where something may be created, which has no version yet. */
function requireVersion({ errors = [], outcomes = [] }: Operation, { request }: Exchange): void {
  if (!errors.includes("STALE") || outcomes.includes("created") || request.headers.has("if-match")) return;
  throw new OperationError(
    "PRECONDITION_REQUIRED",
    "This key must say which version it means: send If-Match",
  );
}
