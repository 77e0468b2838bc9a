/** Whose account a portal link opens, or whose invoice a file key. */
import { call } from "shared/bus/mod.ts";
import { portalAccounts } from "shared/contract/portal.ts";
import { ERROR_KINDS, OperationError } from "shared/errors.ts";
import type { Gateway } from "../gateway.ts";

export interface Link {
  readonly portalId: string;
  /** Which invoice is meant: a file key opens any one of its team, and nothing without it. */
  readonly invoiceId?: string;
}

/** @throws {OperationError} NOT_FOUND, GONE for a link that opens nothing. */
export async function locatePortal({ bus }: Gateway, { portalId, invoiceId }: Link) {
  const caller = { teamId: "system", actor: "gateway", door: "portal" } as const;
  const requestId = crypto.randomUUID();
  const owner = await call(bus, portalAccounts.locate, { portalId, invoiceId }, { caller, requestId });
  if (!owner) throw new OperationError("NOT_FOUND", "Not found");
  return owner;
}

/** @throws {OperationError} UNAVAILABLE and the like while nobody can look it up: such a link is neither good nor bad. */
export async function isPortalOpen(gateway: Gateway, link: Link): Promise<boolean> {
  try {
    await locatePortal(gateway, link);
    return true;
  } catch (error) {
    if (error instanceof OperationError && ERROR_KINDS[error.code].isRetryable) throw error;
    return false;
  }
}
