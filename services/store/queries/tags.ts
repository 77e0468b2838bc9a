/** Tags and which customers carry them. */
import type { Tag, TagReference } from "shared/contract/tags.ts";
import type { Fragment, Queryable } from "../database/connect.ts";
import { beyond, type KeyedRow, orderBy, type Position, type SortKey } from "../rules/keyset.ts";
import { inside } from "../rules/sought_text.ts";

/** The team's tags with these names; those that did not exist are made. They stay until the transaction ends. */
export async function ensureTags(
  sql: Queryable,
  teamId: string,
  names: readonly string[],
): Promise<{ tags: Tag[]; created: Tag[] }> {
  if (names.length === 0) return { tags: [], created: [] };
  const created = await sql<Tag[]>`
    insert into tags (team_id, name)
    select ${teamId}, name from unnest(${[...names]}::text[]) as name order by name
    on conflict (team_id, name) do nothing
    returning id, name
  `;
  const tags = await sql<Tag[]>`
    select id, name from tags where team_id = ${teamId} and name = any(${[
    ...names,
  ]}) order by id for key share
  `;
  return { tags, created };
}

/** Of these ids, the ones that are tags of the team. They stay until the transaction ends. */
export async function lockTags(sql: Queryable, teamId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await sql<{ id: string }[]>`
    select id from tags where team_id = ${teamId} and id = any(${[...ids]}::uuid[]) order by id for key share
  `;
  return rows.map((row) => row.id);
}

/** The named tags that exist. */
export async function findTags(
  sql: Queryable,
  teamId: string,
  references: readonly TagReference[],
): Promise<Tag[]> {
  if (references.length === 0) return [];
  const ids = references.flatMap((tag) => tag.id ?? []);
  const names = references.flatMap((tag) => tag.id ? [] : tag.name ?? []);
  return await sql<Tag[]>`
    select id, name from tags
    where team_id = ${teamId} and (id = any(${ids}::uuid[]) or name = any(${names}))
  `;
}

/** @param part Of the name, in any case; what a person typed is never a pattern. */
export async function listTags(
  sql: Queryable,
  teamId: string,
  { part, at, limit }: { part: string; at: Position | undefined; limit: number },
): Promise<(Tag & KeyedRow)[]> {
  const key: SortKey = { expression: sql`name`, id: sql`id`, type: "text", direction: "asc" };
  return await sql<(Tag & KeyedRow)[]>`
    select id, name, name as sort_value from tags
    where team_id = ${teamId} and search_form(name) like search_form(${inside(part)}) and ${
    beyond(sql, key, at)
  }
    ${orderBy(sql, key, at?.isBackward ?? false)}
    limit ${limit}
  `;
}

export async function findTag(sql: Queryable, teamId: string, id: string): Promise<Tag | undefined> {
  const [tag] = await sql<Tag[]>`select id, name from tags where team_id = ${teamId} and id = ${id}`;
  return tag;
}

/** Undefined when the team has a tag of this name already. */
export async function insertTag(sql: Queryable, teamId: string, name: string): Promise<Tag | undefined> {
  const [tag] = await sql<Tag[]>`
    insert into tags (team_id, name) values (${teamId}, ${name})
    on conflict (team_id, name) do nothing
    returning id, name
  `;
  return tag;
}

/** Locks the customers that carry the tag: everyone locks customers before their tags. */
export async function lockCarriers(sql: Queryable, teamId: string, tagId: string): Promise<void> {
  await sql`
    select 1 from customers c
    where c.team_id = ${teamId} and c.id in (
      select customer_id from customer_tags where team_id = ${teamId} and tag_id = ${tagId}
    )
    order by c.id for update
  `;
}

/** From now on nobody gives it to a customer. */
export async function lockTag(sql: Queryable, teamId: string, id: string): Promise<Tag | undefined> {
  const [tag] = await sql<Tag[]>`
    select id, name from tags where team_id = ${teamId} and id = ${id} for update
  `;
  return tag;
}

export interface Carrier {
  readonly customerId: string;
  /** All its tags, in the order of their ids. */
  readonly tagIds: string[];
}

export async function listCarriers(sql: Queryable, teamId: string, tagId: string): Promise<Carrier[]> {
  return await sql<Carrier[]>`
    select o.customer_id, array_agg(o.tag_id order by o.tag_id) as tag_ids
    from customer_tags ct join customer_tags o on o.team_id = ct.team_id and o.customer_id = ct.customer_id
    where ct.team_id = ${teamId} and ct.tag_id = ${tagId}
    group by o.customer_id
  `;
}

export async function renameTag(sql: Queryable, teamId: string, tag: Tag): Promise<void> {
  await sql`update tags set name = ${tag.name} where team_id = ${teamId} and id = ${tag.id}`;
}

export async function deleteTag(sql: Queryable, teamId: string, id: string): Promise<void> {
  await sql`delete from tags where team_id = ${teamId} and id = ${id}`;
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
    update customers c set ${tagsAsKept(sql)} where c.team_id = ${teamId} and c.id = ${customerId}
  `;
}

/** A changed tag is a change of each customer that shows it: its version tells caches. */
export async function touchCarriers(
  sql: Queryable,
  teamId: string,
  customerIds: readonly string[],
): Promise<void> {
  // First the locks, by themselves: a statement that has to wait looks at other tables as they were before it waited.
  await sql`
    select 1 from customers
    where team_id = ${teamId} and id = any(${[...customerIds]}::uuid[]) order by id for update
  `;
  await sql`
    update customers c set ${tagsAsKept(sql)}, version = version + 1, updated_at = now()
    where c.team_id = ${teamId} and c.id = any(${[...customerIds]}::uuid[])
  `;
}

/** An assignment to columns of `customers c`: what lists are sorted by, and searched. */
function tagsAsKept(sql: Queryable): Fragment {
  return sql`(first_tag, tag_names) = (
    select min(t.name), string_agg(t.name, ' ' order by t.name)
    from customer_tags ct join tags t on t.team_id = ct.team_id and t.id = ct.tag_id
    where ct.team_id = c.team_id and ct.customer_id = c.id
  )`;
}
