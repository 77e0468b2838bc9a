/** Documents as they were first handed out: found and kept for the portal service. */
import type { Handlers } from "shared/bus/mod.ts";
import type { portalDocuments } from "shared/contract/portal.ts";
import { OperationError } from "shared/errors.ts";
import { runQuery } from "../command.ts";
import { findInvoice } from "../queries/invoices.ts";
import { type DocumentKey, findDocument, insertDocument } from "../queries/portal_documents.ts";
import { openPortalLink } from "../steps/open_portal_link.ts";
import type { Store } from "../store.ts";

export function portalDocumentHandlers(store: Store): Handlers<typeof portalDocuments> {
  return {
    find: (input) =>
      runQuery(async () => {
        const key = await findKey(store, input);
        return key ? await findDocument(store.sql, key) ?? null : null;
      }),
    // Repeating it changes nothing, so it needs neither a key nor a transaction.
    keep: ({ bytesHash, bytes, ...input }) =>
      runQuery(async () => {
        const key = await findKey(store, input);
        if (!key) throw new OperationError("NOT_FOUND", "There is no such invoice");
        await insertDocument(store.sql, key, { bytesHash, bytes });
        return await findDocument(store.sql, key) ?? { bytesHash, bytes };
      }),
  };
}

/** The link says whose invoices it may be about, as for everything that the portal service asks. */
async function findKey(
  store: Store,
  { portalId, invoiceId, factsHash }: { portalId: string; invoiceId: string; factsHash: string },
): Promise<DocumentKey | undefined> {
  const owner = await openPortalLink(store, portalId, invoiceId);
  if (!owner || (owner.invoiceId !== null && owner.invoiceId !== invoiceId)) return undefined;
  const invoice = await findInvoice(store.sql, owner.teamId, { id: invoiceId });
  return invoice?.customerId === owner.customerId
    ? { teamId: owner.teamId, invoiceId, factsHash }
    : undefined;
}
