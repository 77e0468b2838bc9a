/** The team's own key for its documents. */
import type { Handlers } from "shared/bus/mod.ts";
import { files } from "shared/contract/files.ts";
import { handleCommand } from "../command/command.ts";
import { makeFileKey } from "../file_keys.ts";
import { findFileKeyRotation, rotateFileKey } from "../queries/teams.ts";
import { runQuery } from "../run_query.ts";
import type { Store } from "../store.ts";

export function fileHandlers(store: Store): Handlers<typeof files> {
  return {
    getKey: (_input, { caller: { teamId } }) =>
      runQuery(async () => makeFileKey(store, teamId, await findFileKeyRotation(store.sql, teamId) ?? 0)),
    rotateKey: handleCommand(store, files.rotateKey, async ({ sql, teamId, emit }) => {
      const rotation = await rotateFileKey(sql, teamId);
      await emit({ name: "files.keyRotated", customerId: null, data: { rotation } });
      return makeFileKey(store, teamId, rotation);
    }),
  };
}
