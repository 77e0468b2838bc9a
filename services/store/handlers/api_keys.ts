/** Whose key it is. */
import type { Handlers } from "shared/bus/mod.ts";
import type { apiKeys } from "shared/contract/mod.ts";
import { findLiveKey, touchKey } from "../queries/api_keys.ts";
import { runQuery } from "../run_query.ts";
import type { Store } from "../store.ts";

export function apiKeyHandlers({ sql }: Store): Handlers<typeof apiKeys> {
  return {
    authenticate: ({ keyHash }) =>
      runQuery(async () => {
        const key = await findLiveKey(sql, keyHash);
        if (key) await touchKey(sql, key.teamId, key.keyId);
        return key ?? null;
      }),
  };
}
