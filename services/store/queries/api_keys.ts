/** API keys, known only by their hash. */
import type { Queryable } from "../database/connect.ts";

export interface LiveKey {
  readonly keyId: string;
  readonly teamId: string;
  readonly scopes: string[];
  readonly expiresAt: string | null;
  readonly isStrict: boolean;
}

export async function findLiveKey(sql: Queryable, keyHash: string): Promise<LiveKey | undefined> {
  const [row] = await sql<LiveKey[]>`
    select id as key_id, team_id, scopes, expires_at, is_strict from api_keys
    where key_hash = ${keyHash} and revoked_at is null and (expires_at is null or expires_at > now())
  `;
  return row;
}

/** To the hour: enough to find unused keys, without a write for every request. */
export async function touchKey(sql: Queryable, teamId: string, keyId: string): Promise<void> {
  await sql`
    update api_keys set last_used_at = date_trunc('hour', now())
    where team_id = ${teamId} and id = ${keyId}
      and (last_used_at is null or last_used_at < date_trunc('hour', now()))
  `;
}

export async function upsertApiKey(
  sql: Queryable,
  key: { teamId: string; name: string; keyHash: string; scopes: readonly string[]; isStrict?: boolean },
): Promise<void> {
  await sql`
    insert into api_keys (team_id, name, key_hash, scopes, is_strict)
    values (${key.teamId}, ${key.name}, ${key.keyHash}, ${[...key.scopes]}, ${key.isStrict ?? false})
    on conflict (key_hash) do nothing
  `;
}
