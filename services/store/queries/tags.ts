/** Tags and which customers carry them. */
import type { Tag } from "shared/contract/tags.ts";
import type { Queryable } from "../database/connect.ts";

/** The team's tags with these names; those that do not exist are made. */
export async function ensureTags(sql: Queryable, teamId: string, names: readonly string[]): Promise<Tag[]> {
  if (names.length === 0) return [];
  await sql`
    insert into tags (team_id, name)
    select ${teamId}, name from unnest(${[...names]}::text[]) as name order by name
    on conflict (team_id, name) do nothing
  `;
  return await sql<Tag[]>`select id, name from tags where team_id = ${teamId} and name = any(${[...names]})`;
}

/** Of these ids, the ones that are tags of the team. */
export async function findTagIds(sql: Queryable, teamId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from tags where team_id = ${teamId} and id = any(${[...ids]}::uuid[])
  `;
  return rows.map((row) => row.id);
}

/** Makes this the whole set; two that do so at once leave one of the two sets, never an error. */
export async function replaceCustomerTags(
  sql: Queryable,
  teamId: string,
  customerId: string,
  tagIds: readonly string[],
): Promise<void> {
  const ids = [...tagIds];
  await sql`
    delete from customer_tags
    where team_id = ${teamId} and customer_id = ${customerId} and tag_id <> all(${ids}::uuid[])
  `;
  await sql`
    insert into customer_tags (team_id, customer_id, tag_id)
    select ${teamId}, ${customerId}, tag_id from unnest(${ids}::uuid[]) as tag_id
    on conflict do nothing
  `;
  await sql`
    update customers set (first_tag, tag_names) = (
      select min(t.name), string_agg(t.name, ' ' order by t.name)
      from customer_tags ct join tags t on t.team_id = ct.team_id and t.id = ct.tag_id
      where ct.team_id = ${teamId} and ct.customer_id = ${customerId}
    )
    where team_id = ${teamId} and id = ${customerId}
  `;
}
