/** Credit notes of an invoice, and how much of each has settled it. */
import type { Queryable } from "../database/connect.ts";
import { type InvoiceTableRow, selectInvoices } from "./invoices.ts";

/**
 * In the order in which they were recorded, also those that were never issued; locks the rows, with the customer locked
 * before.
 */
export async function lockCreditNotes(
  sql: Queryable,
  teamId: string,
  invoiceNumber: string,
): Promise<InvoiceTableRow[]> {
  return await selectInvoices(
    sql,
    sql`
      i.team_id = ${teamId} and i.credited_invoice_number = ${invoiceNumber} and i.type = 'credit_note'
      order by i.created_at, i.id
      for update
    `,
  );
}

/** How much of an invoice credit notes have settled, or how much of a credit note has been used. */
export async function setCredited(
  sql: Queryable,
  teamId: string,
  id: string,
  credited: { creditedMinor: number; paidAt: string | null },
): Promise<void> {
  await sql`
    update invoices set credited_minor = ${credited.creditedMinor}, paid_at = ${credited.paidAt},
      version = version + 1, updated_at = now()
    where team_id = ${teamId} and id = ${id}
  `;
}
