import { assertEquals, assertNotEquals } from "@std/assert";
import { connect } from "nats";
import postgres from "postgres";
import { hasTestServers, takeTestMesh, type TestMesh } from "./test_mesh.ts";

Deno.test({
  name: "takeTestMesh gives two takers different databases and accounts that do not hear each other",
  ignore: !hasTestServers(),
  async fn() {
    await using first = await takeTestMesh();
    await using second = await takeTestMesh();
    assertNotEquals(first.databaseUrl, second.databaseUrl);
    assertNotEquals(first.teamId, second.teamId);
    await run(first.databaseUrl, "create table only_here (id int)");
    const found = await run(second.databaseUrl, "select to_regclass('only_here') as found");
    assertEquals(found, [{ found: null }]);

    await publishDurably(first);
    assertEquals(await countStreams(second), 0);
  },
});

Deno.test({
  name: "takeTestMesh cleans the account it gives back",
  ignore: !hasTestServers(),
  async fn() {
    for (const _round of [1, 2]) {
      await using mesh = await takeTestMesh();
      assertEquals(await countStreams(mesh), 0);
      await publishDurably(mesh);
      assertEquals(await countStreams(mesh), 1);
    }
  },
});

async function run(url: string, statement: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1 });
  const rows = await sql.unsafe(statement);
  await sql.end();
  return [...rows];
}

async function openAs(mesh: TestMesh, name: keyof TestMesh["nats"]["users"]) {
  const { user, password, inboxPrefix } = mesh.nats.users[name];
  return await connect({ servers: mesh.nats.url, user, pass: password, inboxPrefix });
}

async function publishDurably(mesh: TestMesh): Promise<void> {
  const keeper = await openAs(mesh, "store_publisher");
  const manager = await keeper.jetstreamManager({ checkAPI: false });
  await manager.streams.add({ name: "EVENTS", subjects: ["event.>"] });
  await keeper.jetstream().publish(`event.${mesh.teamId}.customers.created`, "{}");
  await keeper.close();
}

async function countStreams(mesh: TestMesh): Promise<number> {
  const operator = await openAs(mesh, "operator");
  const manager = await operator.jetstreamManager({ checkAPI: false });
  const names = await Array.fromAsync(manager.streams.names());
  await operator.close();
  return names.length;
}
