/** Answers already given, by the key of their command. */
import { OWN_KEY_PREFIX } from "shared/bus/mod.ts";
import type { Queryable, Statement, Transaction } from "../database/connect.ts";

export interface KeyPlace {
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
 * Takes each key and looks for its answer, the operation's own before another's. The look may be older than the lock by
 * a moment; then the insert at the end meets the row that it missed, and the whole is tried again.
 */
export async function lockKeys(
  sql: Transaction,
  teamId: string,
  keys: readonly KeyPlace[],
): Promise<LockedKey[]> {
  const rows = keys.map(({ operation, key, countsEverywhere: everywhere }, place) => {
    const name = everywhere ? `${teamId}/${key}` : `${teamId}/${operation}/${key}`;
    return { place, name, operation, key, everywhere };
  });
  return await sql<LockedKey[]>`
    select pg_try_advisory_xact_lock(hashtextextended(asked.name, 0)) as is_locked, (
      select json_build_object(
        'operation', operation, 'bodyHash', body_hash, 'reply', reply, 'replyHeaders', reply_headers
      )
      from idempotency_keys
      where team_id = ${teamId} and key = asked.key and (asked.everywhere or operation = asked.operation)
      order by operation <> asked.operation limit 1
    ) as earlier
    from jsonb_to_recordset(${
    sql.json(rows)
  }) as asked (place int, name text, operation text, key text, everywhere boolean)
    order by asked.place
  `;
}

export function insertReplies(
  sql: Queryable,
  teamId: string,
  replies: readonly (KeyPlace & Omit<StoredReply, "operation">)[],
): Statement {
  const rows = replies.map((each) =>
    [JSON.stringify(each.reply), JSON.stringify(each.replyHeaders)] as const
  );
  return sql`
    insert into idempotency_keys (team_id, operation, key, body_hash, reply, reply_headers)
    select ${teamId}::uuid, r.operation, r.key, r.body_hash, r.reply::json, r.reply_headers::json
    from unnest(
      ${replies.map(({ operation }) => operation)}::text[], ${replies.map(({ key }) => key)}::text[],
      ${replies.map(({ bodyHash }) => bodyHash)}::text[], ${rows.map(([reply]) => reply)}::text[],
      ${rows.map(([, headers]) => headers)}::text[]
    ) as r (operation, key, body_hash, reply, reply_headers)
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
