/** Documents as they were first handed out, by what they say. */
import type { Queryable } from "../database/connect.ts";

export interface DocumentKey {
  readonly teamId: string;
  readonly invoiceId: string;
  readonly factsHash: string;
}

export interface KeptDocument {
  readonly bytesHash: string;
  /** Base64 */
  readonly bytes: string | null;
}

export async function findDocument(sql: Queryable, key: DocumentKey): Promise<KeptDocument | undefined> {
  const [row] = await sql<KeptDocument[]>`
    select bytes_hash, translate(encode(bytes, 'base64'), E'\\n', '') as bytes from portal_documents
    where team_id = ${key.teamId} and invoice_id = ${key.invoiceId} and facts_hash = ${key.factsHash}
  `;
  return row;
}

/** The first one stays. */
export async function insertDocument(sql: Queryable, key: DocumentKey, kept: KeptDocument): Promise<void> {
  await sql`
    insert into portal_documents (team_id, invoice_id, facts_hash, bytes_hash, bytes)
    values (
      ${key.teamId}, ${key.invoiceId}, ${key.factsHash}, ${kept.bytesHash}, decode(${kept.bytes}::text, 'base64')
    )
    on conflict do nothing
  `;
}
