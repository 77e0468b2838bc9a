/** From a portal link to its customer. */
import { OperationError } from "shared/errors.ts";
import { findLinkOwner, isEndedLink } from "./queries/portal_links.ts";
import { sha256 } from "./rules/secret_keys.ts";
import type { Store } from "./store.ts";

export interface PortalOwner {
  readonly teamId: string;
  readonly customerId: string;
}

/**
 * Undefined for a link that never was, and for a portal that is switched off.
 * @throws {OperationError} GONE when a newer link has replaced this one, or its customer is gone.
 */
export async function openPortalLink(store: Store, portalId: string): Promise<PortalOwner | undefined> {
  const owner = await findLinkOwner(store.sql, sha256(portalId));
  if (!owner && await isEndedLink(store.sql, sha256(portalId))) {
    throw new OperationError("GONE", "This link has ended");
  }
  if (!owner?.portalEnabled) return undefined;
  if (owner.isRetired) throw new OperationError("GONE", "This link was replaced by a newer one");
  return owner;
}
