/** Events and jobs wait here, in the transaction of what they tell of, until the relay has published them. */
import { eventSubject, jobSubject } from "shared/bus/mod.ts";
import type { Event, EventName } from "shared/contract/messages.ts";
import { newOrderedId } from "../rules/ordered_id.ts";
import type { Json, Queryable, Transaction } from "../database/connect.ts";

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
  readonly data: Record<string, unknown>;
}

/** Numbers the events of a customer without gaps, because the number is taken in the transaction that may still fail. */
export async function enqueueEvent(sql: Transaction, event: NewEvent): Promise<void> {
  const { teamId, customerId, name } = event;
  const id = newOrderedId();
  const body: Omit<Event, "sequence"> = { id, ...event, occurredAt: new Date().toISOString() };
  await sql`
    with numbered as (
      update customer_figures set event_sequence = event_sequence + 1
      where team_id = ${teamId} and customer_id = ${customerId}::uuid
      returning event_sequence
    )
    insert into outbox (team_id, message_id, subject, body)
    select ${teamId}, ${id}, ${eventSubject(teamId, name)},
      ${sql.json(body as Json)} || jsonb_build_object('sequence', (select event_sequence from numbered))
  `;
}

export async function enqueueJob(
  sql: Queryable,
  job: { teamId: string; runId: string; generation: number; offer?: number },
): Promise<void> {
  const { teamId, runId } = job;
  // A repeated offer is a message of its own: the window for duplicates must not swallow it.
  const messageId = `run.${runId}.${job.generation}.${job.offer ?? 0}`;
  await enqueue(sql, teamId, messageId, jobSubject(teamId), { runId, teamId });
}

async function enqueue(sql: Queryable, teamId: string, messageId: string, subject: string, body: unknown) {
  await sql`
    insert into outbox (team_id, message_id, subject, body)
    values (${teamId}, ${messageId}, ${subject}, ${sql.json(body as Json)})
    on conflict (message_id) do nothing
  `;
}

/** One relay at a time, so that messages leave in order. */
export async function lockOutbox(sql: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('outbox relay', 0))`;
}

/** By "unpublished", never by "sequence after": sequences do not commit in order. */
export async function listUnpublished(sql: Queryable, limit: number): Promise<OutboxRow[]> {
  return await sql<OutboxRow[]>`
    select sequence, message_id, subject, body from outbox
    where published_at is null
    order by sequence
    limit ${limit}
  `;
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
