/** For tests: the gateway's doors before a real store, both in this process, and keys of two teams. */
import { startGateway } from "../services/gateway/start.ts";
import { upsertApiKey } from "../services/store/queries/api_keys.ts";
import { sha256 } from "../services/store/rules/secret_keys.ts";
import { connect, takeTestStore, type TestStore } from "../services/store/test_store.ts";

export interface TestDoors extends AsyncDisposable {
  readonly url: string;
  readonly store: TestStore;
  /** May do everything in the first team. */
  readonly key: string;
  readonly readOnlyKey: string;
  readonly otherTeamKey: string;
  /** With the first of these keys. */
  fetch(path: string, options?: RequestInit): Promise<Response>;
  /** The same, with a body of JSON if there is one. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Another gateway, at another address: whoever holds a connection loses it. */
  restart(): Promise<void>;
}

/** @param given A store that its owner disposes of; without it, one of its own. */
export async function takeTestDoors(given?: TestStore): Promise<TestDoors> {
  const store = given ?? await takeTestStore();
  const { teamId, otherTeam } = store.mesh;
  const key = await makeKey(store, teamId, "apis.all");
  let gateway = await openGateway(store);
  const ask: TestDoors["fetch"] = (path, { headers, ...options } = {}) =>
    fetch(gateway.url + path, { ...options, headers: { authorization: `Bearer ${key}`, ...headers } });
  return {
    get url() {
      return gateway.url;
    },
    store,
    key,
    readOnlyKey: await makeKey(store, teamId, "customers.read"),
    otherTeamKey: await makeKey(store, otherTeam.teamId, "apis.all"),
    fetch: ask,
    send: (method, path, body, headers) =>
      ask(path, {
        method,
        body: JSON.stringify(body),
        headers: { "content-type": "application/json", ...headers },
      }),
    restart: async () => {
      await gateway.stop();
      gateway = await openGateway(store);
    },
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      if (!given) await store[Symbol.asyncDispose]();
    },
  };
}

async function openGateway({ mesh, log }: TestStore) {
  const bus = await connect(mesh, "gateway", log);
  return startGateway({ bus, log, hostname: "127.0.0.1", port: 0, publicUrl: "https://mesh.example" });
}

async function makeKey({ sql }: TestStore, teamId: string, scope: string): Promise<string> {
  const key = `mid_${crypto.getRandomValues(new Uint8Array(32)).toHex()}`;
  await upsertApiKey(sql, { teamId, name: "test", keyHash: sha256(key), scopes: [scope] });
  return key;
}
