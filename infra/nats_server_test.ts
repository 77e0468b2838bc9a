import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { AckPolicy, connect, JSONCodec, type NatsConnection } from "nats";
import { inboxPrefix, MESH_USERS, type MeshUser } from "./nats/permissions.ts";
import { refuseOtherHash } from "./nats/official_release.ts";
import { type MeshAccount, renderNatsConfig } from "./nats_config.ts";
import { prepareNats } from "./nats_server.ts";
import { stopChild } from "./process/child.ts";
import { freePort } from "./process/port.ts";

const TEAM = "11111111-1111-4111-8111-111111111111";
const OTHER_TEAM = "22222222-2222-4222-8222-222222222222";

function aMesh(name: string): MeshAccount {
  const userPrefix = `${name}_`;
  return {
    name,
    userPrefix,
    passwords: Object.fromEntries(MESH_USERS.map((user) => [user, `secret of ${user}`])) as Record<
      MeshUser,
      string
    >,
    publishers: [TEAM, OTHER_TEAM].map((teamId, index) => ({
      teamId,
      user: `publisher${index}`,
      password: "p",
    })),
  };
}

Deno.test("renderNatsConfig keeps a hostile password in its string", () => {
  const mesh = { ...aMesh("A"), publishers: [{ teamId: TEAM, user: "p", password: '"}\n$HOME include x' }] };
  const config = JSON.parse(renderNatsConfig({ port: 1, storeFolder: "/x", meshes: [mesh] }));
  assertEquals(config.accounts[`A_PUBLISHER_${TEAM}`].users[0].password, '"}\n$HOME include x');
  assertEquals(config.host, "127.0.0.1");
});

Deno.test("a release with another hash than the pinned one is refused", async () => {
  await assertRejects(() => refuseOtherHash(new Uint8Array(3), "00"), Error, "another hash");
});

Deno.test("nats-server with our configuration", async (test) => {
  await using cleanup = new AsyncDisposableStack();
  const folder = await Deno.makeTempDir();
  cleanup.defer(() => Deno.remove(folder, { recursive: true }));
  const lines: string[] = [];
  const server = await prepareNats({
    folder,
    port: freePort(),
    meshes: [aMesh("A"), aMesh("B")],
    onLine: (line) => lines.push(line),
  });
  const child = server.start();
  cleanup.defer(() => stopChild(child, "SIGTERM", 5_000));
  await server.whenReady(child);
  const open = (user: string, pass: string, prefix?: string) =>
    connect({ servers: server.url, user, pass, inboxPrefix: prefix, reconnect: false });
  const openUser = (mesh: string, user: MeshUser) =>
    open(`${mesh}_${user}`, `secret of ${user}`, inboxPrefix(user));

  await test.step("refuses a stranger", async () => {
    assertStringIncludes(await introduce(server.port, {}), "Authorization Violation");
    const wrong = { user: "A_gateway", pass: "wrong" };
    assertStringIncludes(await introduce(server.port, wrong), "Authorization Violation");
  });

  await test.step("an outside publisher records durably, once, with any client's inbox", async () => {
    const keeper = await openUser("A", "store_publisher");
    const manager = await keeper.jetstreamManager({ checkAPI: false });
    await manager.streams.add({ name: "INGEST", subjects: ["ingest.>"] });
    const publisher = await open("A_publisher0", "p");
    const jetstream = publisher.jetstream();
    const commands = ["payments.record", "payments.void", "customers.upsert", "rates.record"];
    for (const command of commands) await jetstream.publish(`ingest.${TEAM}.${command}`, "{}");
    const subject = `ingest.${TEAM}.invoices.record`;
    const first = await jetstream.publish(subject, "{}", { msgID: "one" });
    const again = await jetstream.publish(subject, "{}", { msgID: "one" });
    assertEquals([first.duplicate, again.duplicate, again.seq], [false, true, first.seq]);
    await closeAll(keeper, publisher);
  });

  await test.step("an outside publisher can do only that", async () => {
    const publisher = await open("A_publisher0", "p");
    const forbidden = [
      `ingest.${OTHER_TEAM}.invoices.record`,
      `ingest.${TEAM}.invoices.delete`,
      `ingest.${OTHER_TEAM}.rates.record`,
      `rpc.${TEAM}.customers.get`,
      `event.${TEAM}.customers.updated`,
      "$JS.API.STREAM.INFO.INGEST",
      "control.run.x",
    ];
    for (const subject of forbidden) assertEquals(await tryPublish(publisher, subject), "refused", subject);
    for (const subject of [">", "ingest.>", "_INBOX_gateway.>"]) {
      assertEquals(await trySubscribe(publisher, subject), "refused", subject);
    }
    await closeAll(publisher);
  });

  await test.step("the store answers the gateway, and no reply subject makes it announce an event", async () => {
    const [gateway, store] = [await openUser("A", "gateway"), await openUser("A", "store")];
    store.subscribe("rpc.*.*.*", {
      queue: "store",
      callback: (_error, message) => message.respond("answer"),
    });
    await store.flush();
    const answer = await gateway.request(`rpc.${TEAM}.customers.get`, "{}", { timeout: 10_000 });
    assertEquals(answer.string(), "answer");
    assertEquals(await tryPublish(store, `event.${TEAM}.customers.deleted`), "refused");
    assertEquals(await tryPublish(store, "job.enrichment.x"), "refused");
    assertEquals(await tryPublish(gateway, `event.${TEAM}.customers.deleted`), "refused");
    assertEquals(await trySubscribe(gateway, "rpc.>"), "refused");
    await closeAll(gateway, store);
  });

  await test.step("enrichment pulls its jobs and cannot read customers", async () => {
    const [keeper, worker] = [await openUser("A", "store_publisher"), await openUser("A", "enrichment")];
    const manager = await keeper.jetstreamManager({ checkAPI: false });
    await manager.streams.add({ name: "JOBS", subjects: ["job.>"] });
    await manager.consumers.add("JOBS", { durable_name: "enrichment", ack_policy: AckPolicy.Explicit });
    await keeper.jetstream().publish("job.enrichment.x", JSONCodec().encode({ run: 1 }));
    const consumer = await worker.jetstream().consumers.get("JOBS", "enrichment");
    const job = await consumer.next({ expires: 10_000 });
    assert(job && await job.ackAck());
    assertEquals(await tryPublish(worker, `rpc.${TEAM}.customers.get`), "refused");
    assertEquals(await tryPublish(worker, "dlq.INGEST.INVALID"), "refused");
    assertEquals(await trySubscribe(worker, "event.>"), "refused");
    await closeAll(keeper, worker);
  });

  await test.step("the store's publisher erases single messages, and never a stream", async () => {
    const keeper = await openUser("A", "store_publisher");
    const { streams } = await keeper.jetstreamManager({ checkAPI: false });
    await streams.add({ name: "EVENTS", subjects: ["event.>"] });
    const { seq } = await keeper.jetstream().publish(`event.${TEAM}.customers.created`, "personal");
    assertEquals(await streams.deleteMessage("EVENTS", seq), true);
    const forbidden = ["STREAM.PURGE.EVENTS", "STREAM.DELETE.EVENTS", "STREAM.MSG.DELETE.JOBS"];
    for (const verb of forbidden) assertEquals(await tryPublish(keeper, `$JS.API.${verb}`), "refused", verb);
    await closeAll(keeper);
  });

  await test.step("two meshes on one server hear nothing of each other", async () => {
    const [here, there] = [await openUser("A", "operator"), await openUser("B", "operator")];
    const heard: string[] = [];
    there.subscribe(">", { callback: (_error, message) => heard.push(message.subject) });
    await there.flush();
    here.publish(`rpc.${TEAM}.customers.get`, "{}");
    await here.flush();
    await there.flush();
    assertEquals(heard.filter((subject) => subject.startsWith("rpc.")), []);
    await closeAll(here, there);
  });

  await test.step("keeps its streams over a kill -9", async () => {
    child.kill("SIGKILL");
    await child.ended;
    const restarted = server.start();
    cleanup.defer(() => stopChild(restarted, "SIGTERM", 5_000));
    await server.whenReady(restarted);
    const keeper = await openUser("A", "store_publisher");
    const manager = await keeper.jetstreamManager({ checkAPI: false });
    assertEquals((await manager.streams.info("INGEST")).state.messages, 5);
    await closeAll(keeper);
  });

  assertStringIncludes(lines.join("\n"), "Server is ready");
});

/** By hand: in Deno the client of a refused connection can throw where no test catches it. */
async function introduce(port: number, credentials: { user?: string; pass?: string }): Promise<string> {
  using connection = await Deno.connect({ hostname: "127.0.0.1", port });
  const options = { verbose: true, pedantic: false, lang: "deno", version: "1", ...credentials };
  await connection.write(new TextEncoder().encode(`CONNECT ${JSON.stringify(options)}\r\nPING\r\n`));
  let said = "";
  for await (const text of connection.readable.pipeThrough(new TextDecoderStream())) {
    said += text;
    if (said.includes("-ERR") || said.includes("PONG")) break;
  }
  return said;
}

/** The server tells a forbidden publish as an error on the connection, which the client shows as a status. */
async function tryPublish(connection: NatsConnection, subject: string): Promise<"refused" | "accepted"> {
  const refused = nextPermissionError(connection, subject);
  connection.publish(subject, "{}");
  await connection.flush();
  return await Promise.race([refused, connection.flush().then(() => "accepted" as const)]);
}

async function trySubscribe(connection: NatsConnection, subject: string): Promise<"refused" | "accepted"> {
  const { promise, resolve } = Promise.withResolvers<"refused">();
  const subscription = connection.subscribe(subject, { callback: (error) => error && resolve("refused") });
  await connection.flush();
  const outcome = await Promise.race([promise, connection.flush().then(() => "accepted" as const)]);
  subscription.unsubscribe();
  return outcome;
}

async function nextPermissionError(connection: NatsConnection, subject: string): Promise<"refused"> {
  for await (const status of connection.status()) {
    if (status.permissionContext?.subject === subject) return "refused";
  }
  return await new Promise(() => {});
}

async function closeAll(...connections: NatsConnection[]): Promise<void> {
  for (const connection of connections) await connection.close();
}
