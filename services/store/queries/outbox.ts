/** Events and jobs wait here, in the transaction of what they tell of, until the relay has published them. */
import { eventSubject, jobSubject } from "shared/bus/mod.ts";
import type { Changes, Event, EventName } from "shared/contract/messages.ts";
import type { Fragment, Json, Queryable, Statement, Transaction } from "../database/connect.ts";
import { newOrderedId } from "../rules/ordered_id.ts";
import { moveTotalsBy, type TotalsChange } from "./customer_totals.ts";
import { eventColumns } from "./history.ts";

export interface OutboxRow {
  readonly sequence: number;
  readonly messageId: string;
  readonly subject: string;
  readonly body: unknown;
}

export interface NewEvent {
  readonly name: EventName;
  readonly teamId: string;
  readonly customerId: string | null;
  readonly actor: string;
  readonly door: string;
  readonly requestId: string | null;
  readonly changes?: Changes;
  readonly data: Record<string, unknown>;
  /** What it changed of its customer's totals. */
  readonly totals?: TotalsChange;
  /** What it tells of, where that is written with it: parts of a `with` list, each with a comma behind. */
  readonly written?: Fragment;
}

/**
 * The history, the way out and the customer's totals in one statement. The customer's count of events has no gaps: it
 * stands in a row, and a transaction that fails takes it back.
 */
export function enqueueEvent(sql: Transaction, event: NewEvent): Statement {
  const { teamId, name, customerId, totals } = event;
  const move = totals && customerId ? moveTotalsBy(sql, { teamId, customerId }, totals) : undefined;
  const id = newOrderedId();
  return sql`
    with ${event.written ?? sql``} ${move?.moved ?? sql``} counted as (
      update customer_figures f set event_sequence = f.event_sequence + 1 ${move?.assignments ?? sql``}
      from customers c ${move?.leading ?? sql``}
      where f.team_id = ${teamId} and f.customer_id = ${customerId} and c.team_id = f.team_id and c.id = f.customer_id
      returning f.event_sequence, c.version
    ), kept as (
      insert into history (
        team_id, id, name, customer_id, sequence, version, occurred_at, actor, door, request_id, changes, data
      )
      select ${teamId}::uuid, ${id}::uuid, ${name}, ${customerId}::uuid, c.event_sequence, c.version,
        ${new Date().toISOString()}::timestamptz, ${event.actor}, ${event.door}, ${event.requestId},
        ${sql.json((event.changes ?? {}) as Json)}::jsonb, ${sql.json(event.data as Json)}::jsonb
      from (select 1) as always left join counted c on true
      returning entry
    )
    insert into outbox (team_id, message_id, subject, entry)
    select ${teamId}::uuid, ${id}, ${eventSubject(teamId, name)}, entry from kept
  `;
}

export async function enqueueJob(
  sql: Queryable,
  job: { teamId: string; runId: string; generation: number; offer?: number },
): Promise<void> {
  const { teamId, runId } = job;
  // A repeated offer is a message of its own: the window for duplicates must not swallow it.
  const messageId = `run.${runId}.${job.generation}.${job.offer ?? 0}`;
  await enqueueMessage(sql, { teamId, messageId, subject: jobSubject(teamId), body: { runId, teamId } });
}

/** Once for each id, however often it is asked for. */
export async function enqueueMessage(
  sql: Queryable,
  message: { teamId: string; messageId: string; subject: string; body: Json },
): Promise<void> {
  const { teamId, messageId, subject, body } = message;
  await sql`
    insert into outbox (team_id, message_id, subject, body)
    values (${teamId}, ${messageId}, ${subject}, ${sql.json(body)})
    on conflict (message_id) where entry is null do nothing
  `;
}

/** One relay at a time, so that messages leave in order. */
export async function lockOutbox(sql: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('outbox relay', 0))`;
}

/** By "unpublished", never by "sequence after": sequences do not commit in order. An event waits for its position. */
export async function listUnpublished(sql: Queryable, limit: number): Promise<OutboxRow[]> {
  const rows = await sql<(Event & Omit<OutboxRow, "sequence"> & { place: number })[]>`
    select o.sequence as place, o.message_id, o.subject, o.body, ${eventColumns(sql)}
    from outbox o left join history h on h.entry = o.entry
    where o.published_at is null and (o.entry is null or h.position is not null)
    order by o.sequence
    limit ${limit}
  `;
  return rows.map(({ place, messageId, subject, body, ...event }) => ({
    sequence: place,
    messageId,
    subject,
    body: body ?? event,
  }));
}

export async function markPublished(sql: Queryable, sequences: readonly number[]): Promise<void> {
  await sql`update outbox set published_at = now() where sequence = any(${[...sequences]}::bigint[])`;
}

export async function deleteOldMessages(sql: Queryable): Promise<void> {
  await sql`delete from outbox where published_at < now() - interval '24 hours'`;
}

/** Seconds that the oldest message has waited; 0 when none waits. */
export async function measureBacklog(sql: Queryable): Promise<number> {
  const [row] = await sql<{ seconds: number }[]>`
    select coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as seconds
    from outbox where published_at is null
  `;
  return row!.seconds;
}
