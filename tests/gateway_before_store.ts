/** For tests: a gateway before a store, in this process, and a client with a key. */
import { connectNats } from "shared/bus/mod.ts";
import { startGateway } from "../services/gateway/start.ts";
import { upsertApiKey } from "../services/store/queries/api_keys.ts";
import { sha256 } from "../services/store/rules/secret_keys.ts";
import type { TestStore } from "../services/store/test_store.ts";

export type Mesh = Awaited<ReturnType<typeof startMesh>>;

export async function startMesh(store: TestStore) {
  const key = await makeKey(store);
  let gateway = await openGateway(store);
  const ask = (path: string, { headers, ...options }: RequestInit = {}) =>
    fetch(gateway.url + path, { ...options, headers: { authorization: `Bearer ${key}`, ...headers } });
  const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, {
      method,
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", ...headers },
    });
  /** Whoever holds a connection loses it. */
  const restart = async () => {
    await gateway.stop();
    gateway = await openGateway(store);
  };
  return { fetch: ask, send, restart, [Symbol.asyncDispose]: () => gateway.stop() };
}

async function makeKey({ mesh, sql }: TestStore): Promise<string> {
  const key = `mid_${crypto.getRandomValues(new Uint8Array(32)).toHex()}`;
  const scopes = ["customers.read", "customers.write", "invoices.write"];
  await upsertApiKey(sql, { teamId: mesh.teamId, name: "test", keyHash: sha256(key), scopes });
  return key;
}

async function openGateway({ mesh, log }: TestStore) {
  const { url, users: { gateway: user } } = mesh.nats;
  const bus = await connectNats({ url, ...user, name: "gateway", log });
  return startGateway({ bus, log, hostname: "127.0.0.1", port: 0, publicUrl: "https://mesh.example" });
}
