/** Webhooks from end to end: a real store, a real broker, the worker's sender and a receiver that is down, slow or gone. */
import { assert, assertEquals, assertLess } from "@std/assert";
import { Webhook as Verifier } from "standardwebhooks";
import { createLog } from "shared/log.ts";
import { tags, webhooks } from "shared/contract/mod.ts";
import { until } from "shared/test_until.ts";
import { freePort } from "../infra/process/port.ts";
import { hasTestServers } from "../infra/test_mesh.ts";
import { createExchange } from "../services/enrichment/fetch/exchange.ts";
import { parseAllowList } from "../services/enrichment/fetch/allow_list.ts";
import { startRawServer } from "../services/enrichment/fetch/test_raw_server.ts";
import { WebhookSender } from "../services/enrichment/webhooks/sender.ts";
import { connect, takeTestStore, type TestStore } from "../services/store/test_store.ts";

const ignore = !hasTestServers();

interface Received {
  readonly headers: Headers;
  readonly body: string;
}

/** Answers as told, and remembers what came. */
function startReceiver(answer: (request: Request) => Response | Promise<Response>, port = 0) {
  const received: Received[] = [];
  const server = Deno.serve({ hostname: "127.0.0.1", port, onListen: () => {} }, async (request) => {
    received.push({ headers: request.headers, body: await request.text() });
    return await answer(request);
  });
  return { received, port: server.addr.port, stop: () => server.shutdown() };
}

/** With the worker's own rights on the bus. */
async function startSender(store: TestStore, ...allowed: string[]): Promise<AsyncDisposable> {
  const log = createLog({ service: "enrichment", level: "error" });
  const bus = await connect(store.mesh, "enrichment", log);
  const lookup = () => Promise.resolve([]);
  const sender = new WebhookSender({
    bus,
    log,
    net: { lookup, exchange: createExchange(), allowList: parseAllowList(allowed) },
  });
  sender.start();
  return {
    async [Symbol.asyncDispose]() {
      await sender.stop();
      await bus.close();
    },
  };
}

Deno.test(
  { name: "webhooks: a receiver that was down gets every event, in order and signed", ignore },
  async () => {
    await using store = await takeTestStore();
    const { ask, sql } = store;
    // Not one that another's connection may be given while nobody listens.
    const down = startReceiver(() => new Response(null, { status: 503 }), freePort());
    const address = `127.0.0.1:${down.port}`;
    await using _sender = await startSender(store, address);
    const { id, secret } = await ask(webhooks.create, {
      url: `http://${address}/hook`,
      events: ["tags.created"],
    });
    for (let n = 0; n < 20; n++) await ask(tags.create, { name: `Tag ${n}` });
    const attempts = async () => (await ask(webhooks.getDeliveries, { id, pageSize: 100 })).data;
    await until("it was tried", async () => (await attempts()).length > 0);
    await down.stop();
    const makeDue = () => sql`update webhooks set next_attempt_at = now()`;
    await makeDue();
    await until("it was tried in vain", async () => (await attempts()).some(({ status }) => status === null));
    const up = startReceiver(() => new Response(null, { status: 204 }), down.port);
    await makeDue();
    await until("all were taken", () => Promise.resolve(up.received.length === 20));
    const said = up.received.map(({ body, headers }) =>
      // deno-lint-ignore no-explicit-any -- as a receiver reads it
      new Verifier(secret).verify(body, Object.fromEntries(headers)) as any
    );
    assertEquals(said.map(({ data }) => data.data.name), said.map((_, n) => `Tag ${n}`));
    assertEquals(new Set(up.received.map(({ headers }) => headers.get("webhook-id"))).size, 20);
    await until("nothing is left", async () => (await ask(webhooks.list, {})).data[0]!.state === "active");
    await up.stop();
  },
);

Deno.test({ name: "webhooks: deleting one breaks off the sending under way", ignore }, async () => {
  await using store = await takeTestStore();
  const { ask } = store;
  const asked = Promise.withResolvers<void>();
  // Never answers; its socket is the witness.
  await using silent = await startRawServer(() => asked.resolve());
  const { address } = silent;
  await using _sender = await startSender(store, address);
  const { id } = await ask(webhooks.create, { url: `http://${address}/`, events: ["tags.created"] });
  await ask(tags.create, { name: "one" });
  await asked.promise;
  const startedAt = performance.now();
  await ask(webhooks.delete, { id });
  await until("the socket is closed", () => Promise.resolve(silent.openSockets.size === 0));
  assertLess(performance.now() - startedAt, 5_000, "before the time limit of the receiver");
});

Deno.test({ name: "webhooks: neither a private address nor a redirect leads anywhere", ignore }, async () => {
  await using store = await takeTestStore();
  const { ask } = store;
  const hidden = startReceiver(() => new Response());
  const target = `http://127.0.0.1:${hidden.port}/`;
  const redirecting = startReceiver(() => Response.redirect(target, 307));
  const address = `127.0.0.1:${redirecting.port}`;
  await using _sender = await startSender(store, address);
  const ids: string[] = [];
  for (const url of [target, `http://${address}/`, "https://10.0.0.1/", "https://169.254.169.254/"]) {
    ids.push((await ask(webhooks.create, { url, events: ["tags.created"] })).id);
  }
  await ask(tags.create, { name: "one" });
  for (const id of ids) {
    await until("it was tried", async () => (await ask(webhooks.getDeliveries, { id })).data.length > 0);
  }
  const { data } = await ask(webhooks.list, {});
  assert(data.every(({ state }) => state === "failing"));
  assertEquals([hidden.received.length, redirecting.received.length > 0], [0, true]);
  await Promise.all([hidden.stop(), redirecting.stop()]);
});
