import { assertEquals } from "@std/assert";
import { apiKeys } from "shared/contract/mod.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { provision } from "../provision.ts";
import { sha256 } from "../rules/secret_keys.ts";
import { takeTestStore } from "../test_store.ts";

const ignore = !hasTestServers();
const MESH = { caller: { teamId: "system", actor: "gateway", door: "mesh" } };

Deno.test({ name: "api keys", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { sql, mesh } = store;
  const apiKey = "mid_" + "a1".repeat(32);
  const keyHash = sha256(apiKey);
  const authenticate = () => store.ask(apiKeys.authenticate, { keyHash }, MESH);

  await t.step("apiKeys.authenticate answers null for an unknown key", async () => {
    assertEquals(await authenticate(), null);
  });

  await t.step("provision makes a key that opens its team, and repeating it changes nothing", async () => {
    const order = { teams: [{ id: mesh.teamId, name: "Again", apiKey, scopes: ["customers.read"] }] };
    await provision(sql, order);
    const first = await authenticate();
    assertEquals([first?.teamId, first?.scopes], [mesh.teamId, ["customers.read"]]);
    await provision(sql, order);
    assertEquals(await authenticate(), first);
  });

  await t.step("the key itself is stored nowhere", async () => {
    const [row] = await sql<
      { text: string }[]
    >`select k::text as text from api_keys k where key_hash = ${keyHash}`;
    assertEquals(row!.text.includes(apiKey.slice(4)), false);
  });

  await t.step("apiKeys.authenticate answers null from the moment of expiry or revocation", async () => {
    await sql`update api_keys set expires_at = now() + interval '1 minute' where key_hash = ${keyHash}`;
    assertEquals((await authenticate())?.teamId, mesh.teamId);
    await sql`update api_keys set expires_at = now() - interval '1 second' where key_hash = ${keyHash}`;
    assertEquals(await authenticate(), null);
    await sql`update api_keys set expires_at = null, revoked_at = now() where key_hash = ${keyHash}`;
    assertEquals(await authenticate(), null);
  });
});
