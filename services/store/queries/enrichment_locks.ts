/** Fields into which enrichment writes nothing. */
import type { ProfileField } from "shared/contract/enrichment_runs.ts";
import type { Queryable } from "../database/connect.ts";
import type { CustomerPlace } from "./customer_place.ts";

export async function listLockedFields(
  sql: Queryable,
  teamId: string,
  customerId: string,
): Promise<ProfileField[]> {
  const rows = await sql<{ field: ProfileField }[]>`
    select field from enrichment_locks where team_id = ${teamId} and customer_id = ${customerId} order by field
  `;
  return rows.map((row) => row.field);
}

/** @returns Those that were not locked before. */
export async function insertLocks(
  sql: Queryable,
  place: CustomerPlace,
  fields: readonly ProfileField[],
): Promise<ProfileField[]> {
  const rows = await sql<{ field: ProfileField }[]>`
    insert into enrichment_locks (team_id, customer_id, field)
    select ${place.teamId}, ${place.customerId}, field from unnest(${[...fields]}::text[]) as field
    on conflict do nothing
    returning field
  `;
  return rows.map((row) => row.field);
}

/** @returns Those that were locked before. */
export async function deleteLocks(
  sql: Queryable,
  place: CustomerPlace,
  fields: readonly ProfileField[],
): Promise<ProfileField[]> {
  const rows = await sql<{ field: ProfileField }[]>`
    delete from enrichment_locks
    where team_id = ${place.teamId} and customer_id = ${place.customerId} and field = any(${[
    ...fields,
  ]}::text[])
    returning field
  `;
  return rows.map((row) => row.field);
}
