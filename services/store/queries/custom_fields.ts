/** Fields that teams have added to their customers. */
import type { CustomField } from "shared/contract/custom_fields.ts";
import type { Queryable } from "../database/connect.ts";

export async function listCustomFields(sql: Queryable, teamId: string): Promise<CustomField[]> {
  return await sql<CustomField[]>`
    select id, key, label, type, options from custom_fields where team_id = ${teamId} order by id
  `;
}

/** Until the end of the transaction nobody gives a customer a value in it, or takes it away. */
export async function lockCustomField(
  sql: Queryable,
  teamId: string,
  id: string,
): Promise<CustomField | undefined> {
  const [row] = await sql<CustomField[]>`
    select id, key, label, type, options from custom_fields where team_id = ${teamId} and id = ${id} for update
  `;
  return row;
}

/** Those with these keys; they stay until the end of the transaction. */
export async function holdCustomFields(
  sql: Queryable,
  teamId: string,
  keys: readonly string[],
): Promise<CustomField[]> {
  return await sql<CustomField[]>`
    select id, key, label, type, options from custom_fields
    where team_id = ${teamId} and key = any(${[...keys]}::text[]) order by id for key share
  `;
}

/** False when the team has a field of this key. */
export async function insertCustomField(
  sql: Queryable,
  teamId: string,
  field: CustomField,
): Promise<boolean> {
  const rows = await sql`
    insert into custom_fields ${sql({ teamId, ...field })} on conflict (team_id, key) do nothing returning id
  `;
  return rows.length > 0;
}

export async function updateCustomField(
  sql: Queryable,
  teamId: string,
  { id, label, options }: CustomField,
): Promise<void> {
  await sql`
    update custom_fields set label = ${label}, options = ${options} where team_id = ${teamId} and id = ${id}
  `;
}

export async function deleteCustomField(sql: Queryable, teamId: string, id: string): Promise<void> {
  await sql`delete from custom_fields where team_id = ${teamId} and id = ${id}`;
}

export async function isCustomFieldUsed(sql: Queryable, teamId: string, key: string): Promise<boolean> {
  const rows = await sql`
    select 1 from custom_field_values where team_id = ${teamId} and key = ${key} limit 1
  `;
  return rows.length > 0;
}
