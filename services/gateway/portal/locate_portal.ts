/** Whose account a portal link opens. */
import { call } from "shared/bus/mod.ts";
import { portalAccounts } from "shared/contract/portal.ts";
import { OperationError } from "shared/errors.ts";
import type { Gateway } from "../gateway.ts";

/** @throws {OperationError} NOT_FOUND, GONE for a link that opens nothing. */
export async function locatePortal({ bus }: Gateway, portalId: string) {
  const caller = { teamId: "system", actor: "gateway", door: "portal" } as const;
  const requestId = crypto.randomUUID();
  const owner = await call(bus, portalAccounts.locate, { portalId }, { caller, requestId });
  if (!owner) throw new OperationError("NOT_FOUND", "Not found");
  return owner;
}

/** A link that nobody can look up now counts as one that opens nothing. */
export async function isPortalOpen(gateway: Gateway, portalId: string): Promise<boolean> {
  return await locatePortal(gateway, portalId).then(() => true, () => false);
}
