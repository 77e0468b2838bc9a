/** Keys that open the documents of a team: team, rotation and end, signed; checked each time that one is used. */
import { OperationError } from "shared/errors.ts";
import { findInvoice } from "./queries/invoices.ts";
import { findFileKeyRotation } from "./queries/teams.ts";
import type { Store } from "./store.ts";

const LIFE_MS = 30 * 86_400_000;

export function makeFileKey({ keys }: Store, teamId: string, rotation: number, now = Date.now()) {
  const seconds = Math.floor((now + LIFE_MS) / 1_000);
  const fileKey = keys.signFileKey([teamId, rotation, seconds].join("/"));
  return { fileKey, expiresAt: new Date(seconds * 1_000).toISOString() };
}

/**
 * Opens one invoice to a program of its team, as a portal link would to a customer.
 * @throws {OperationError} UNAUTHENTICATED for a key that is not ours, has expired or was rotated away.
 */
export async function openByFileKey(store: Store, fileKey: string, invoiceId: string | undefined) {
  const teamId = await authenticate(store, fileKey);
  const invoice = invoiceId && await findInvoice(store.sql, teamId, { id: invoiceId });
  if (!invoice || !invoice.customerId) return undefined;
  // Without a link, since a program of the team does not count as a visitor.
  return { teamId, customerId: invoice.customerId, linkId: null, invoiceId: invoice.id };
}

async function authenticate({ sql, keys }: Store, fileKey: string): Promise<string> {
  const [teamId = "", rotation, seconds] = keys.openFileKey(fileKey)?.split("/") ?? [];
  const isFresh = Number(seconds) * 1_000 > Date.now();
  if (isFresh && await findFileKeyRotation(sql, teamId) === Number(rotation)) return teamId;
  throw new OperationError("UNAUTHENTICATED", "The file key is not valid");
}
