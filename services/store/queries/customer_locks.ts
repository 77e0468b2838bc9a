/** Locking customers, one or many: whoever changes something of a customer locks its row first. */
import type { Fragment, Queryable } from "../database/connect.ts";
import { type CustomerRow, findCustomer } from "./customers.ts";
import { teamAsJson, type TeamRow } from "./teams.ts";

/** By external id: the live customer, else the one archived last; or only one of these kinds. */
export type CustomerKey = { readonly id: string } | {
  readonly externalId: string;
  readonly isArchived?: boolean;
};

/**
 * Locks the row until the end of the transaction, and only then reads it: a statement that has waited for a row sees
 * everything else, such as tags, as it was before the wait.
 */
export async function lockCustomer(
  sql: Queryable,
  teamId: string,
  key: CustomerKey,
): Promise<CustomerRow | undefined> {
  const [locked] = await sql<{ id: string }[]>`
    select c.id from customers c
    where c.team_id = ${teamId} and ${isKey(sql, key)}
    order by c.is_archived, c.updated_at desc, c.id
    limit 1 for update
  `;
  return locked && await findCustomer(sql, teamId, locked.id);
}

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

export interface Parties {
  readonly buyer: BuyerRow;
  readonly team: TeamRow;
  /** When the transaction began: what its rows say when they were made. */
  readonly now: string;
}

/** Locks the row as `lockCustomer` does, and reads no more of both sides than an invoice needs. */
export async function lockParties(
  sql: Queryable,
  teamId: string,
  key: CustomerKey,
): Promise<Parties | undefined> {
  const [row] = await sql<(BuyerRow & Omit<Parties, "buyer">)[]>`
    select c.id, c.external_id, c.name, c.email, c.billing_email, c.address_line1, c.address_line2, c.zip, c.city,
      c.state, c.country, c.vat_number, ${teamAsJson(sql)} as team, now() as now
    from customers c join teams t on t.id = c.team_id
    where c.team_id = ${teamId} and ${isKey(sql, key)}
    order by c.is_archived, c.updated_at desc, c.id
    limit 1 for update of c
  `;
  if (!row) return undefined;
  const { team, now, ...buyer } = row;
  return { buyer, team, now };
}

/** Only the lock, for who needs nothing of the customer. */
export async function lockCustomerRow(sql: Queryable, teamId: string, id: string): Promise<void> {
  await sql`select 1 from customers where team_id = ${teamId} and id = ${id} for update`;
}

/** One batch of new customers at a time, until the end of the transaction. */
export async function lockNewcomers(sql: Queryable, teamId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`customers.upsertMany/${teamId}`}, 0))`;
}

/** Those of them that there are, in the order of their ids. */
export async function lockCustomers(
  sql: Queryable,
  teamId: string,
  keys: { ids: readonly string[]; externalIds: readonly string[] },
): Promise<void> {
  await sql`
    select 1 from customers c
    where c.team_id = ${teamId} and (
      c.id = any(${[...keys.ids]}::uuid[])
      or (c.external_id = any(${[...keys.externalIds]}::text[]) and not c.is_archived)
    )
    order by c.id for update
  `;
}

function isKey(sql: Queryable, key: CustomerKey): Fragment {
  if ("id" in key) return sql`c.id = ${key.id}`;
  const kind = key.isArchived === undefined ? sql`true` : sql`c.is_archived = ${key.isArchived}`;
  return sql`c.external_id = ${key.externalId} and ${kind}`;
}
