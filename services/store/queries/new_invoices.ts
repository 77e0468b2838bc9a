/** What a new invoice needs to know that nobody has said. */
import type { Queryable, Transaction } from "../database/connect.ts";

/** Until the end of the transaction: two that come without a number do not find the same one. */
export async function lockNumbers(sql: Transaction, teamId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`invoice numbers ${teamId}`}, 0))`;
}

/** Newest first, of invoices alone: credit notes are often numbered in a way of their own. */
export async function listRecentNumbers(sql: Queryable, teamId: string, limit: number): Promise<string[]> {
  const rows = await sql<{ invoiceNumber: string }[]>`
    select invoice_number from invoices where team_id = ${teamId} and type = 'invoice'
    order by created_at desc, id desc limit ${limit}
  `;
  return rows.map(({ invoiceNumber }) => invoiceNumber);
}

/** The first of them that no invoice has; undefined when all are taken. */
export async function findFreeNumber(
  sql: Queryable,
  teamId: string,
  numbers: readonly string[],
): Promise<string | undefined> {
  const [row] = await sql<{ number: string }[]>`
    select wanted.number from unnest(${[...numbers]}::text[]) with ordinality as wanted (number, place)
    where not exists (
      select 1 from invoices i where i.team_id = ${teamId} and i.invoice_number = wanted.number
    )
    order by wanted.place limit 1
  `;
  return row?.number;
}

/** In which currency a customer is billed, and by whose calendar; undefined when there is no such customer. */
export async function findTerms(
  sql: Queryable,
  teamId: string,
  customerId: string,
): Promise<{ currency: string; timeZone: string } | undefined> {
  const [row] = await sql<{ currency: string; timeZone: string }[]>`
    select coalesce(c.preferred_currency, t.base_currency) as currency, t.time_zone
    from customers c join teams t on t.id = c.team_id
    where c.team_id = ${teamId} and c.id = ${customerId}
  `;
  return row;
}
