/** From a portal link to its customer, and the memory of who came. */
import { type HandlerContext, HEADERS } from "shared/bus/mod.ts";
import { OperationError } from "shared/errors.ts";
import { openByFileKey } from "../file_keys.ts";
import { findLinkOwner, isEndedLink, type LinkOwner } from "../queries/portal_links.ts";
import type { Visit } from "../queries/portal_visits.ts";
import { FILE_KEY_PREFIX, sha256 } from "../rules/secret_keys.ts";
import type { Store } from "../store.ts";

export interface PortalOwner {
  readonly teamId: string;
  readonly customerId: string;
  /** Null for a program of the team, which needs no link. */
  readonly linkId: string | null;
  /** Of a link that opens this invoice and nothing else. */
  readonly invoiceId: string | null;
}

/**
 * Undefined for a link that never was, and for the account of a portal that is switched off.
 * @param invoiceId Which invoice it is about, as far as that is known: the team's own file key opens only that.
 * @throws {OperationError} UNAUTHENTICATED for a file key that is no good, GONE when it was replaced, revoked or has expired, or its customer is gone.
 */
export async function openPortalLink(
  store: Store,
  portalId: string,
  invoiceId?: string,
): Promise<PortalOwner | undefined> {
  if (portalId.startsWith(FILE_KEY_PREFIX)) return await openByFileKey(store, portalId, invoiceId);
  return await openLink(store, portalId);
}

async function openLink({ sql }: Store, portalId: string): Promise<LinkOwner | undefined> {
  const hash = sha256(portalId);
  const owner = await findLinkOwner(sql, hash);
  if (!owner && await isEndedLink(sql, hash)) throw new OperationError("GONE", "This link has ended");
  if (!owner || isSwitchedOff(owner)) return undefined;
  if (owner.isOver) throw new OperationError("GONE", "This link is no longer good");
  return owner;
}

function isSwitchedOff({ invoiceId, portalEnabled }: LinkOwner): boolean {
  return invoiceId === null && !portalEnabled;
}

/** Whether it was a link that is over now, and whose: nobody's, when its customer is gone. */
export async function findEndedLink(
  { sql }: Store,
  portalId: string,
): Promise<{ hasEnded: boolean; owner?: LinkOwner }> {
  const hash = sha256(portalId);
  const owner = await findLinkOwner(sql, hash);
  if (!owner) return { hasEnded: await isEndedLink(sql, hash) };
  return owner.isOver && !isSwitchedOff(owner) ? { hasEnded: true, owner } : { hasEnded: false };
}

/** A link to one invoice leads to no account, and neither does a file key. */
export async function openAccountLink(store: Store, portalId: string): Promise<LinkOwner | undefined> {
  const owner = await openLink(store, portalId);
  return owner?.invoiceId === null ? owner : undefined;
}

/** The door says who it was, as far as it can tell; what is asked on the way to another answer is no visit. */
const VISITOR = /^(person|robot) ([0-9a-f.:/]{1,50})$/;

export function noteVisit(
  { visits }: Store,
  { headers }: HandlerContext,
  owner: PortalOwner,
  visit: Pick<Visit, "what" | "invoiceId">,
): void {
  const [, who, network] = VISITOR.exec(headers[HEADERS.visitor] ?? "") ?? [];
  const { teamId, linkId } = owner;
  if (!network || linkId === null) return;
  visits.note({ teamId, linkId, ...visit, network, isPerson: who === "person" });
}
