/** Answers already given, by the key of their command. */
import type { Json, Queryable, Transaction } from "../database/connect.ts";

export interface KeyPlace {
  readonly teamId: string;
  readonly operation: string;
  readonly key: string;
}

export interface StoredReply {
  readonly bodyHash: string;
  readonly reply: unknown;
  readonly replyHeaders: Record<string, string>;
}

/** False while another transaction holds the same key; released with the transaction. */
export async function lockKey(sql: Transaction, place: KeyPlace): Promise<boolean> {
  const name = `${place.teamId}/${place.operation}/${place.key}`;
  const [row] = await sql<{ locked: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as locked
  `;
  return row!.locked;
}

export async function findReply(sql: Queryable, place: KeyPlace): Promise<StoredReply | undefined> {
  const [row] = await sql<StoredReply[]>`
    select body_hash, reply, reply_headers from idempotency_keys
    where team_id = ${place.teamId} and operation = ${place.operation} and key = ${place.key}
  `;
  return row;
}

export async function insertReply(sql: Queryable, reply: KeyPlace & StoredReply): Promise<void> {
  await sql`
    insert into idempotency_keys (team_id, operation, key, body_hash, reply, reply_headers)
    values (
      ${reply.teamId}, ${reply.operation}, ${reply.key}, ${reply.bodyHash},
      ${sql.json(reply.reply as Json)}, ${sql.json(reply.replyHeaders)}
    )
  `;
}

export async function deleteOldReplies(sql: Queryable): Promise<void> {
  // Longer than a message can lie in the INGEST stream and be replayed from the DLQ.
  await sql`delete from idempotency_keys where created_at < now() - interval '33 days'`;
}
