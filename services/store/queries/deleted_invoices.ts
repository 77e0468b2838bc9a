/** Invoices that are deleted. */
import type { Queryable } from "../database/connect.ts";

/** With its lines, kept documents and links; of the links the hashes stay, so that they answer that they have ended. */
export async function deleteInvoiceRow(sql: Queryable, teamId: string, id: string): Promise<void> {
  await sql`
    with ended as (
      insert into ended_portal_links (link_hash)
      select link_hash from portal_links where team_id = ${teamId} and invoice_id = ${id}
    )
    delete from invoices where team_id = ${teamId} and id = ${id}
  `;
}
