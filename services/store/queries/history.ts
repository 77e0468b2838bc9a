/** The history: read as the feed of a team and as the past of a customer, numbered after the commit. */
import type { Event } from "shared/contract/messages.ts";
import type { Fragment, Queryable, Transaction } from "../database/connect.ts";

/** Named as an event's keys are, so that a row is an event. */
export function eventColumns(sql: Queryable): Fragment {
  return sql`
    h.id, h.name, h.team_id, h.customer_id, h.position, h.sequence, h.version, h.occurred_at,
    h.actor, h.door, h.request_id, h.changes, h.data
  `;
}

const NUMBERED_AT_ONCE = 5_000;

/** Call it with the outbox locked: what is committed by then comes before all that commits later. */
export async function numberEvents(sql: Transaction): Promise<void> {
  await sql`
    with unnumbered as (
      select entry, team_id from history where position is null and entry > 0
      order by entry limit ${NUMBERED_AT_ONCE}
    ), teams_in_it as (
      select t.team_id, (select coalesce(max(position), 0) from history h where h.team_id = t.team_id) as latest
      from (select distinct team_id from unnumbered) t
    ), numbered as (
      select u.entry, t.latest + row_number() over (partition by u.team_id order by u.entry) as position
      from unnumbered u join teams_in_it t on t.team_id = u.team_id
    )
    update history h set position = n.position from numbered n where h.entry = n.entry
  `;
}

/** 0 before the first event. */
export async function findLatestPosition(sql: Queryable, teamId: string): Promise<number> {
  const [row] = await sql<{ latest: number }[]>`
    select coalesce(max(position), 0) as latest from history where team_id = ${teamId}
  `;
  return row!.latest;
}

export interface FeedRange {
  /** Positions above `after`, up to `upTo`. */
  readonly after: number;
  readonly upTo: number;
  readonly customerId?: string | null;
  readonly names?: readonly string[] | null;
  readonly limit: number;
}

/** In the order of positions, which for one customer is that of its sequence, and there an index has it. */
export async function listEvents(sql: Queryable, teamId: string, range: FeedRange): Promise<Event[]> {
  const { after, upTo, customerId, names, limit } = range;
  return await sql<Event[]>`
    select ${eventColumns(sql)} from history h
    where h.team_id = ${teamId} and h.position > ${after} and h.position <= ${upTo}
      ${customerId ? sql`and h.customer_id = ${customerId}` : sql``}
      ${names ? sql`and h.name = any(${[...names]})` : sql``}
    order by ${customerId ? sql`h.sequence` : sql`h.position`}
    limit ${limit}
  `;
}

/** How many of these positions are events of these names. */
export async function countEvents(
  sql: Queryable,
  teamId: string,
  { positions, names }: { positions: readonly number[]; names: readonly string[] },
): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) from history
    where team_id = ${teamId} and position = any(${positions.map(String)}::bigint[]) and name = any(${[
    ...names,
  ]})
  `;
  return row!.count;
}

/** Newest first, from below a sequence number. */
export async function listHistory(
  sql: Queryable,
  teamId: string,
  of: { customerId: string; below: number; names?: readonly string[] | null; limit: number },
): Promise<Event[]> {
  return await sql<Event[]>`
    select ${eventColumns(sql)} from history h
    where h.team_id = ${teamId} and h.customer_id = ${of.customerId} and h.sequence < ${of.below}
      ${of.names ? sql`and h.name = any(${[...of.names]})` : sql``}
    order by h.sequence desc
    limit ${of.limit}
  `;
}

/** What an invoice went through, the newest first; its row was locked for each, so they were written in that order. */
export async function listInvoiceEvents(
  sql: Queryable,
  teamId: string,
  invoiceId: string,
  limit: number,
): Promise<Event[]> {
  // Word for word what the index `history_invoice` holds.
  return await sql<Event[]>`
    select ${eventColumns(sql)} from history h
    where h.team_id = ${teamId} and h.data ? 'invoiceId' and (h.data->>'invoiceId')::uuid = ${invoiceId}
    order by h.entry desc
    limit ${limit}
  `;
}

export interface LastChange {
  readonly field: string;
  readonly actor: string;
  readonly occurredAt: string;
}

/** Which of a customer's own fields changed after a version, and who changed each of them last. */
export async function listChangesSince(
  sql: Queryable,
  teamId: string,
  since: { customerId: string; version: number },
): Promise<LastChange[]> {
  return await sql<LastChange[]>`
    select distinct on (field) field, h.actor, h.occurred_at
    from history h cross join lateral jsonb_object_keys(h.changes) as field
    where h.team_id = ${teamId} and h.customer_id = ${since.customerId} and h.version > ${since.version}
      and (h.name like 'customers.%' or h.name like 'enrichment.%')
    order by field, h.sequence desc
  `;
}
