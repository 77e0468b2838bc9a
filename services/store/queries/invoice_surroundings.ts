/** What is shown beside invoices and is no part of them. */
import type { Queryable } from "../database/connect.ts";

export interface SurroundingsRow {
  readonly invoiceId: string;
  /** Null once the customer is deleted; then name and e-mail are those of the buyer as printed. */
  readonly customerId: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly website: string | null;
  /** Null while the customer's portal is off. */
  readonly portalRotation: number | null;
  readonly viewedAt: string | null;
  readonly internalNote: string | null;
}

export async function listSurroundings(
  sql: Queryable,
  teamId: string,
  invoiceIds: readonly string[],
): Promise<SurroundingsRow[]> {
  if (invoiceIds.length === 0) return [];
  return await sql<SurroundingsRow[]>`
    select i.id as invoice_id, c.id as customer_id, c.website, i.internal_note,
      coalesce(c.name, i.buyer->>'name') as name, coalesce(c.email, i.buyer->>'email') as email,
      case when c.portal_enabled then c.portal_rotation end as portal_rotation,
      (
        select min(v.first_at) from portal_visits v
        where v.team_id = ${teamId} and v.target = i.id::text and v.target <> '' and v.is_person
      ) as viewed_at
    from invoices i left join customers c on c.team_id = i.team_id and c.id = i.customer_id
    where i.team_id = ${teamId} and i.id = any(${[...invoiceIds]}::uuid[])
  `;
}
