/** Customers as an invoice prints them. */
import type { Queryable } from "../database/connect.ts";
import { type CustomerKey, type CustomerRow, isKey } from "./customers.ts";

/** What an invoice prints of its customer. */
export type BuyerRow = Pick<
  CustomerRow,
  | "id"
  | "externalId"
  | "name"
  | "email"
  | "billingEmail"
  | "addressLine1"
  | "addressLine2"
  | "zip"
  | "city"
  | "state"
  | "country"
  | "vatNumber"
>;

/** And what is shown beside an invoice. */
export type LockedBuyer = BuyerRow & {
  readonly website: string | null;
  /** Null while the portal is off. */
  readonly portalRotation: number | null;
};

/** Locks the row as `lockCustomer` does, and reads no more of it than an invoice needs. */
export async function lockBuyer(
  sql: Queryable,
  teamId: string,
  key: CustomerKey,
): Promise<LockedBuyer | undefined> {
  const [row] = await sql<LockedBuyer[]>`
    select c.id, c.external_id, c.name, c.email, c.billing_email, c.address_line1, c.address_line2, c.zip, c.city, c.state, c.country,
      c.vat_number, c.website, case when c.portal_enabled then c.portal_rotation end as portal_rotation
    from customers c where c.team_id = ${teamId} and ${isKey(sql, key)}
    order by c.is_archived, c.updated_at desc, c.id
    limit 1 for update
  `;
  return row;
}
