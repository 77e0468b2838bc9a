/** For tests: the gateway's doors before a real store, both in this process, and keys of two teams. */
import { createHash } from "node:crypto";
import { createLog } from "shared/log.ts";
import { startGateway } from "../services/gateway/start.ts";
import { upsertApiKey } from "../services/store/queries/api_keys.ts";
import { connect, takeTestStore, type TestStore } from "../services/store/test_store.ts";

export interface TestDoors extends AsyncDisposable {
  readonly url: string;
  readonly store: TestStore;
  /** May do everything in the first team. */
  readonly key: string;
  readonly readOnlyKey: string;
  readonly otherTeamKey: string;
}

export async function takeTestDoors(): Promise<TestDoors> {
  const store = await takeTestStore();
  const { mesh } = store;
  const log = createLog({ service: "gateway", level: "error" });
  const gateway = startGateway({
    bus: await connect(mesh, "gateway", log),
    log,
    hostname: "127.0.0.1",
    port: 0,
    publicUrl: "https://mesh.example",
  });
  return {
    url: gateway.url,
    store,
    key: await makeKey(store, mesh.teamId, "apis.all"),
    readOnlyKey: await makeKey(store, mesh.teamId, "customers.read"),
    otherTeamKey: await makeKey(store, mesh.otherTeam.teamId, "apis.all"),
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      await store[Symbol.asyncDispose]();
    },
  };
}

async function makeKey({ sql }: TestStore, teamId: string, scope: string): Promise<string> {
  const key = `mid_${crypto.getRandomValues(new Uint8Array(32)).toHex()}`;
  const keyHash = createHash("sha256").update(key).digest("hex");
  await upsertApiKey(sql, { teamId, name: "test", keyHash, scopes: [scope] });
  return key;
}
