/** Locking customers, one or many: whoever changes something of a customer locks its row first. */
import type { Fragment, Queryable } from "../database/connect.ts";
import { type CustomerRow, findCustomer, isOfArchive } from "./customers.ts";

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
    where c.team_id = ${teamId} and ${isKey(sql, key)} ${takeFirst(sql, key)}
    for update
  `;
  return locked && await findCustomer(sql, teamId, locked.id);
}

/** One batch of new customers at a time, until the end of the transaction. */
export async function lockNewcomers(sql: Queryable, teamId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`customers.upsertMany/${teamId}`}, 0))`;
}

/** Locks those that exist, in the order of their ids. */
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

/** As a condition on `customers c`. */
export function isKey(sql: Queryable, key: CustomerKey): Fragment {
  if ("id" in key) return sql`c.id = ${key.id}`;
  const kind = key.isArchived === undefined ? sql`true` : isOfArchive(sql, key.isArchived);
  return sql`c.external_id = ${key.externalId} and ${kind}`;
}

/** What follows the condition: only an external id can be that of several. */
export function takeFirst(sql: Queryable, key: CustomerKey): Fragment {
  return "id" in key ? sql`` : sql`order by c.is_archived, c.updated_at desc, c.id limit 1`;
}
