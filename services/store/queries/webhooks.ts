/** The webhooks of a team: what is asked of them, how they stand, and who sends for them now. */
import type { Fragment, Queryable, Transaction } from "../database/connect.ts";

export interface WebhookRow {
  readonly teamId: string;
  readonly id: string;
  readonly url: string;
  readonly events: string[] | null;
  readonly description: string | null;
  readonly isPaused: boolean;
  readonly position: number;
  readonly latest: number;
  /** The position of the first event that is to be sent once more. */
  readonly resendNext: number | null;
  readonly failures: number;
  readonly failingSince: string | null;
  readonly lastError: string | null;
  readonly nextAttemptAt: string;
  readonly generation: number;
  readonly secretRotation: number;
  readonly secretRotatedAt: string;
  readonly createdAt: string;
}

interface WebhookKey {
  readonly teamId: string;
  readonly id: string;
}

function columns(sql: Queryable): Fragment {
  return sql`
    w.team_id, w.id, w.url, w.events, w.description, w.is_paused, w.position, w.resend[1] as resend_next, w.failures,
    w.failing_since, w.last_error, w.next_attempt_at, w.generation, w.secret_rotation, w.secret_rotated_at, w.created_at,
    ${latest(sql)} as latest
  `;
}

function latest(sql: Queryable): Fragment {
  return sql`(select coalesce(max(h.position), 0) from history h where h.team_id = w.team_id)`;
}

export async function listWebhooks(sql: Queryable, teamId: string): Promise<WebhookRow[]> {
  return await sql<WebhookRow[]>`
    select ${columns(sql)} from webhooks w where w.team_id = ${teamId} order by w.id
  `;
}

export async function findWebhook(sql: Queryable, key: WebhookKey): Promise<WebhookRow | undefined> {
  const [row] = await sql<WebhookRow[]>`
    select ${columns(sql)} from webhooks w where w.team_id = ${key.teamId} and w.id = ${key.id}
  `;
  return row;
}

export async function lockWebhook(sql: Transaction, key: WebhookKey): Promise<WebhookRow | undefined> {
  await sql`select 1 from webhooks where team_id = ${key.teamId} and id = ${key.id} for update`;
  return await findWebhook(sql, key);
}

export async function insertWebhook(
  sql: Queryable,
  row: WebhookKey & Pick<WebhookRow, "url" | "events" | "description" | "position">,
): Promise<void> {
  await sql`insert into webhooks ${sql(row)}`;
}

export type WebhookChange = Partial<
  Pick<
    WebhookRow,
    | "url"
    | "events"
    | "description"
    | "isPaused"
    | "position"
    | "failures"
    | "failingSince"
    | "lastError"
    | "nextAttemptAt"
    | "secretRotation"
    | "secretRotatedAt"
  >
>;

/** Ends the claim of whoever sends for it now. @returns The new generation. */
export async function changeWebhook(sql: Queryable, key: WebhookKey, change: WebhookChange): Promise<number> {
  const [row] = await sql<{ generation: number }[]>`
    update webhooks set ${sql({ ...change, claimedUntil: null })}, generation = generation + 1
    where team_id = ${key.teamId} and id = ${key.id}
    returning generation
  `;
  return row!.generation;
}

export async function deleteWebhook(sql: Queryable, { teamId, id }: WebhookKey): Promise<void> {
  await sql`delete from webhooks where team_id = ${teamId} and id = ${id}`;
}

/** Puts these positions behind those that wait already to be sent once more, each once. */
export async function addResends(
  sql: Queryable,
  { teamId, id }: WebhookKey,
  positions: readonly number[],
): Promise<void> {
  await sql`
    update webhooks set next_attempt_at = now(), resend = resend || (
      select coalesce(array_agg(distinct position), '{}') from unnest(${
    positions.map(String)
  }::bigint[]) as position
      where position <> all(resend)
    )
    where team_id = ${teamId} and id = ${id}
  `;
}

/** Locks a webhook that has something to send, is due and is claimed by nobody. One that is locked elsewhere is passed over. */
export async function lockDue(sql: Transaction): Promise<WebhookRow | undefined> {
  const [due] = await sql<WebhookKey[]>`
    select w.team_id, w.id from webhooks w
    where not w.is_paused and w.next_attempt_at <= now() and coalesce(w.claimed_until <= now(), true)
      and (w.resend <> '{}' or w.position < ${latest(sql)})
    order by w.next_attempt_at
    limit 1 for update skip locked
  `;
  return due && await findWebhook(sql, due);
}

/** @returns The generation that its report has to name. */
export async function claimWebhook(
  sql: Transaction,
  { teamId, id }: WebhookKey,
  claimMs: number,
): Promise<number> {
  const [row] = await sql<{ generation: number }[]>`
    update webhooks set generation = generation + 1, claimed_until = now() + ${claimMs} * interval '1 millisecond'
    where team_id = ${teamId} and id = ${id}
    returning generation
  `;
  return row!.generation;
}

/** Moves it on to a position up to which nothing concerns it, or everything was taken. */
export async function advanceWebhook(
  sql: Transaction,
  { teamId, id }: WebhookKey,
  position: number,
): Promise<void> {
  await sql`
    update webhooks set position = greatest(position, ${position}) where team_id = ${teamId} and id = ${id}
  `;
}

/** Takes a position off those that are to be sent once more. */
export async function dropResend(
  sql: Transaction,
  { teamId, id }: WebhookKey,
  position: number,
): Promise<void> {
  await sql`
    update webhooks set resend = array_remove(resend, ${position}::bigint) where team_id = ${teamId} and id = ${id}
  `;
}
