/** Events and jobs wait here, in the transaction of what they tell of, until the relay has published them. */
import { eventSubject, jobSubject, MAX_BODY_BYTES } from "shared/bus/mod.ts";
import type { Changes, Event, EventName } from "shared/contract/messages.ts";
import type { Fragment, Json, Queryable, Statement, Transaction } from "../database/connect.ts";
import { fitEvent } from "../rules/fit_event.ts";
import { newOrderedId } from "../rules/ordered_id.ts";
import { moveTotalsBy, toMoveColumns, type TotalsChange } from "./customer_totals.ts";
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
}

/** One alone. */
export function enqueueEvent(sql: Transaction, event: NewEvent): Statement {
  return enqueueEvents(sql, event.teamId, [event]);
}

/**
 * The history, the way out and the customers' totals in one statement, however many of them. A customer's count of
 * events has no gaps: it stands in a row, and a transaction that fails takes it back.
 * @param written What they tell of, where that is written with them: parts of a `with` list, each with a comma behind.
 */
export function enqueueEvents(
  sql: Transaction,
  teamId: string,
  events: readonly NewEvent[],
  written: Fragment = sql``,
): Statement {
  const changes = events.flatMap(({ totals }) => totals ?? []);
  const move = changes.length > 0 ? moveTotalsBy(sql, teamId, changes) : undefined;
  // For the condition that they are of the team they are planned as one or two, each of which is looked up by its key.
  return sql`
    with ${written} told as (
      select * from jsonb_to_recordset(${sql.json(toRows(events))}) as e (
        team_id uuid, nth int, id uuid, name text, customer_id uuid, occurred_at timestamptz, actor text, door text,
        request_id text, changes jsonb, data jsonb, subject text ${move?.columns ?? sql``}
      )
      where e.team_id = ${teamId}
    ), ${move?.moved ?? sql``} counted as (
      update customer_figures f set event_sequence = f.event_sequence + n.events ${move?.assignments ?? sql``}
      from (
          select e.customer_id, count(*) as events ${move?.sums ?? sql``} from told e group by e.customer_id
        ) n
        join customers c on c.team_id = ${teamId} and c.id = n.customer_id ${move?.leading ?? sql``}
      where f.team_id = ${teamId} and f.customer_id = n.customer_id
      returning f.customer_id, f.event_sequence - n.events as before, c.version
    ), kept as (
      insert into history (
        team_id, id, name, customer_id, sequence, version, occurred_at, actor, door, request_id, changes, data
      )
      select e.team_id, e.id, e.name, e.customer_id, c.before + e.nth, c.version, e.occurred_at, e.actor, e.door,
        e.request_id, e.changes, e.data
      from told e left join counted c on c.customer_id = e.customer_id
      order by e.nth
      returning entry, id
    )
    insert into outbox (team_id, message_id, subject, entry)
    select e.team_id, e.id::text, e.subject, k.entry from kept k join told e on e.id = k.id order by k.entry
  `;
}

/** Each with its place among those of its customer. */
function toRows(events: readonly NewEvent[]): Json[] {
  const counts = new Map<string | null, number>();
  const occurredAt = new Date().toISOString();
  return events.map(({ teamId, name, customerId, actor, door, requestId, changes = {}, data, totals }) => {
    const nth = (counts.get(customerId) ?? 0) + 1;
    counts.set(customerId, nth);
    return {
      ...{ team_id: teamId, nth, id: newOrderedId(), name, customer_id: customerId, occurred_at: occurredAt },
      ...{ actor, door, request_id: requestId, subject: eventSubject(teamId, name) },
      // What is told is JSON.
      ...{ changes: changes as Json, data: data as Json },
      ...(customerId && totals && toMoveColumns(totals)),
    };
  });
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
    // What no message holds would stand for ever before all that comes after it.
    body: body ?? fitEvent(event, MAX_BODY_BYTES),
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
