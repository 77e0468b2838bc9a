/** Orders to enrich all customers that a filter matches. */
import type { EnrichmentBatch } from "shared/contract/customer_enrichment.ts";
import type { CustomerSelection } from "shared/contract/customer_list.ts";
import type { Fragment, Json, Queryable, Transaction } from "../database/connect.ts";
import { type Calendar, lookUpTag, passesFilters } from "./customer_filters.ts";
import type { CustomerRow } from "./customers.ts";

type Subject = Pick<CustomerRow, "id" | "website">;

export interface BatchRow extends EnrichmentBatch {
  readonly teamId: string;
  readonly filter: CustomerSelection;
  readonly lastSeenId: string | null;
  readonly requestedBy: string;
}

function columns(sql: Queryable) {
  return sql`
    b.team_id, b.id, b.status, b.filter, b.total, b.seen, b.skipped, b.last_seen_id, b.requested_by, b.requested_at,
    b.ended_at, (
      select coalesce(json_object_agg(r.status, r.count), '{}') from (
        select status, count(*)::int as count from enrichment_runs
        where team_id = b.team_id and batch_id = b.id group by status
      ) r
    ) as runs
  `;
}

export async function insertBatch(
  sql: Queryable,
  batch: { teamId: string; filter: CustomerSelection; total: number; requestedBy: string },
): Promise<BatchRow> {
  const { teamId, filter, total, requestedBy } = batch;
  const [row] = await sql<BatchRow[]>`
    insert into enrichment_batches as b (team_id, filter, total, requested_by)
    values (${teamId}, ${sql.json(filter as Json)}, ${total}, ${requestedBy})
    returning ${columns(sql)}
  `;
  return row!;
}

export async function findBatch(
  sql: Queryable,
  teamId: string,
  batchId: string,
): Promise<BatchRow | undefined> {
  const [row] = await sql<BatchRow[]>`
    select ${columns(sql)} from enrichment_batches b where b.team_id = ${teamId} and b.id = ${batchId}
  `;
  return row;
}

export async function countUnfinishedBatches(sql: Queryable, teamId: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) from enrichment_batches where team_id = ${teamId} and status in ('queuing', 'running')
  `;
  return row!.count;
}

/** Orders of a team come one after another, so that they can be counted: until the end of the transaction. */
export async function lockBatchOrders(sql: Transaction, teamId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`customers.enrichMany/${teamId}`}, 0))`;
}

/** Where one stands in the order of all. The moment as text, since a number of JavaScript would round it. */
export interface BatchPlace {
  readonly teamId: string;
  readonly id: string;
  readonly place: string;
}

/** The oldest, or those that follow this one. */
export async function listUnfinishedBatches(
  sql: Queryable,
  { after, limit }: { after: BatchPlace | undefined; limit: number },
): Promise<(BatchPlace & { requestedBy: string })[]> {
  return await sql<(BatchPlace & { requestedBy: string })[]>`
    select team_id, id, requested_by, requested_at::text as place from enrichment_batches
    where status in ('queuing', 'running') ${
    after ? sql`and (requested_at, id) > (${after.place}::text::timestamptz, ${after.id})` : sql``
  }
    order by requested_at, id limit ${limit}
  `;
}

/**
 * Waits for whoever works on it, or passes over it. Read only when it is ours: the statement that locks sees the row as
 * the one before left it, but its runs as they were before that.
 */
export async function lockBatch(
  sql: Transaction,
  batch: { teamId: string; id: string },
  ifLocked: "wait" | "skip",
): Promise<BatchRow | undefined> {
  const { teamId, id } = batch;
  const locked = await sql`
    select from enrichment_batches where team_id = ${teamId} and id = ${id}
    for update ${ifLocked === "skip" ? sql`skip locked` : sql``}
  `;
  return locked.length === 0 ? undefined : await findBatch(sql, teamId, id);
}

export async function updateBatch(
  sql: Queryable,
  batch: Pick<BatchRow, "teamId" | "id">,
  change: Partial<Pick<BatchRow, "status" | "seen" | "skipped" | "lastSeenId" | "endedAt">>,
): Promise<void> {
  await sql`
    update enrichment_batches set ${sql(change)} where team_id = ${batch.teamId} and id = ${batch.id}
  `;
}

export type Candidate = Subject & { readonly hasRun: boolean };

/** The next that filter and search (`matches`) take in, in the order of their ids, locked; customers that came later are not in it. */
export async function lockCandidates(
  sql: Transaction,
  batch: BatchRow,
  { calendar, matches, limit }: { calendar: Calendar; matches: Fragment; limit: number },
): Promise<Candidate[]> {
  const { teamId, lastSeenId, requestedAt } = batch;
  const filter = await lookUpTag(sql, teamId, batch.filter);
  const subjects = await sql<Subject[]>`
    select c.id, c.website from customers c
    where ${
    passesFilters(sql, teamId, filter, calendar)
  } and ${matches} and c.created_at <= ${requestedAt}::timestamptz + interval '1 millisecond'
      ${lastSeenId ? sql`and c.id > ${lastSeenId}` : sql``}
    order by c.id
    limit ${limit}
    for update of c
  `;
  // Not in the same statement, which would not see the run of somebody for whom it had to wait.
  const active = await sql<{ customerId: string }[]>`
    select customer_id from enrichment_runs
    where team_id = ${teamId} and customer_id = any(${subjects.map(({ id }) => id)}::uuid[])
      and status in ('queued', 'running')
  `;
  const busy = new Set(active.map(({ customerId }) => customerId));
  return subjects.map((subject) => ({ ...subject, hasRun: busy.has(subject.id) }));
}

/** Customers with an unfinished run of it, locked in the order of their ids. */
export async function lockCustomersOfBatch(
  sql: Transaction,
  { teamId, id }: Pick<BatchRow, "teamId" | "id">,
): Promise<Subject[]> {
  return await sql<Subject[]>`
    select c.id, c.website from customers c
    where c.team_id = ${teamId} and c.id in (
      select customer_id from enrichment_runs
      where team_id = ${teamId} and batch_id = ${id} and status in ('queued', 'running')
    )
    order by c.id
    for update of c
  `;
}
