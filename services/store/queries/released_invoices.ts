/** The invoices of a customer who goes. */
import type { Queryable } from "../database/connect.ts";
import { type InvoiceTableRow, selectInvoices } from "./invoices.ts";

/**
 * They lose their customer, whose row is locked, so that none of them is changed by anybody else.
 * @returns As they were.
 */
export async function releaseInvoices(
  sql: Queryable,
  teamId: string,
  customerId: string,
): Promise<InvoiceTableRow[]> {
  const isTheirs = sql`i.team_id = ${teamId} and i.customer_id = ${customerId}`;
  const invoices = await selectInvoices(sql, sql`${isTheirs} order by i.issue_date, i.id`);
  await sql`
    update invoices i set customer_id = null, version = version + 1, updated_at = now() where ${isTheirs}
  `;
  await sql`update payments set customer_id = null where team_id = ${teamId} and customer_id = ${customerId}`;
  return invoices;
}
