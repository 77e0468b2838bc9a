/** Answers already given, by the key of their command. */
import { OWN_KEY_PREFIX } from "shared/bus/mod.ts";
import type { Queryable, Statement, Transaction } from "../database/connect.ts";

export interface KeyPlace {
  readonly teamId: string;
  readonly operation: string;
  readonly key: string;
  /** Whether its use on another operation is a use of it. */
  readonly countsEverywhere: boolean;
}

export interface StoredReply {
  readonly operation: string;
  readonly bodyHash: string;
  readonly reply: unknown;
  readonly replyHeaders: Record<string, string>;
}

export interface LockedKey {
  /** False while another transaction holds the key; the lock ends with the transaction. */
  readonly isLocked: boolean;
  readonly earlier: StoredReply | null;
}

/**
 * Takes the key and looks for its answer, the operation's own before another's. The look may be older than the lock by a
 * moment; then the insert at the end meets the row that it missed, and the whole is tried again.
 */
export async function lockKey(
  sql: Transaction,
  { teamId, operation, key, countsEverywhere }: KeyPlace,
): Promise<LockedKey> {
  const name = countsEverywhere ? `${teamId}/${key}` : `${teamId}/${operation}/${key}`;
  const [row] = await sql<LockedKey[]>`
    select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as is_locked, (
      select json_build_object(
        'operation', operation, 'bodyHash', body_hash, 'reply', reply, 'replyHeaders', reply_headers
      )
      from idempotency_keys
      where team_id = ${teamId} and key = ${key} and (${countsEverywhere} or operation = ${operation})
      order by operation <> ${operation} limit 1
    ) as earlier
  `;
  return row!;
}

export function insertReply(sql: Queryable, reply: KeyPlace & Omit<StoredReply, "operation">): Statement {
  return sql`
    insert into idempotency_keys (team_id, operation, key, body_hash, reply, reply_headers)
    values (
      ${reply.teamId}, ${reply.operation}, ${reply.key}, ${reply.bodyHash},
      ${JSON.stringify(reply.reply)}::text::json, ${JSON.stringify(reply.replyHeaders)}::text::json
    )
  `;
}

export async function deleteOldReplies(sql: Queryable): Promise<void> {
  // Longer than a message can lie in the INGEST stream and be replayed from the DLQ.
  await sql`delete from idempotency_keys where created_at < now() - interval '33 days'`;
  // The mesh asks again within seconds, or not at all.
  await sql`
    delete from idempotency_keys
    where key like ${`${OWN_KEY_PREFIX}%`} and created_at < now() - interval '10 minutes'
  `;
}
