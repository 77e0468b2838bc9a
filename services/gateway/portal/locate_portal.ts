/** Whose account a portal link opens. */
import { call } from "shared/bus/mod.ts";
import { portalAccounts } from "shared/contract/portal.ts";
import { ERROR_KINDS, OperationError } from "shared/errors.ts";
import type { Gateway } from "../gateway.ts";

/** @throws {OperationError} NOT_FOUND, GONE for a link that opens nothing. */
export async function locatePortal({ bus }: Gateway, portalId: string) {
  const caller = { teamId: "system", actor: "gateway", door: "portal" } as const;
  const requestId = crypto.randomUUID();
  const owner = await call(bus, portalAccounts.locate, { portalId }, { caller, requestId });
  if (!owner) throw new OperationError("NOT_FOUND", "Not found");
  return owner;
}

/** @throws {OperationError} UNAVAILABLE and the like while nobody can look it up: such a link is neither good nor bad. */
export async function isPortalOpen(gateway: Gateway, portalId: string): Promise<boolean> {
  try {
    await locatePortal(gateway, portalId);
    return true;
  } catch (error) {
    if (error instanceof OperationError && ERROR_KINDS[error.code].isRetryable) throw error;
    return false;
  }
}
