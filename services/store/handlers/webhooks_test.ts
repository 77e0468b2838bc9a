import { assert, assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { Webhook as Verifier } from "standardwebhooks";
import { customers, tags, webhookDeliveries, webhooks } from "shared/contract/mod.ts";
import { type ClaimedDelivery, MAX_WEBHOOKS } from "shared/contract/webhooks.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { aCustomer, refusal, takeTestStore, type TestStore } from "../test_store.ts";

const ignore = !hasTestServers();
const URL_OF_RECEIVER = "https://receiver.example/hook";
const asSender = { caller: { teamId: "system", actor: "service:enrichment", door: "mesh" } };

async function claim({ ask }: TestStore): Promise<ClaimedDelivery> {
  const { delivery } = await ask(webhookDeliveries.claim, {}, asSender);
  assert(delivery, "nothing was due");
  return delivery;
}

async function assertNothingDue({ ask }: TestStore): Promise<void> {
  assertEquals((await ask(webhookDeliveries.claim, {}, asSender)).delivery, null);
}

function report({ ask }: TestStore, of: ClaimedDelivery, status: number | null, extra: object = {}) {
  const { webhookId, teamId, generation, position } = of;
  const error = status === null ? "the connection failed (ECONNREFUSED)" : null;
  const input = { webhookId, teamId, generation, position, status, error, ms: 5, ...extra };
  return ask(webhookDeliveries.report, input, asSender);
}

async function makeTags({ ask, sql }: TestStore, ...names: string[]): Promise<void> {
  for (const name of names) await ask(tags.create, { name });
  await waitForPositions(sql);
}

/** Events get their position from the relay, after the commit. */
async function waitForPositions(sql: TestStore["sql"]): Promise<void> {
  await until("numbered events", async () => {
    const [row] = await sql<{ count: number }[]>`select count(*) from history where position is null`;
    return row!.count === 0;
  });
}

async function assertRefused(asked: Promise<unknown>, code: string): Promise<void> {
  assertEquals((await refusal(asked)).code, code);
}

const saidBy = ({ body }: ClaimedDelivery) => JSON.parse(body).data.data.name;
const makeDue = ({ sql }: TestStore) => sql`update webhooks set next_attempt_at = now()`;

Deno.test({ name: "webhooks: each event that was chosen comes once, in order, signed", ignore }, async () => {
  await using store = await takeTestStore();
  const { ask } = store;
  await makeTags(store, "before");
  const { id, secret, state } = await ask(webhooks.create, {
    url: URL_OF_RECEIVER,
    events: ["tags.created"],
  });
  assertEquals(state, "active");
  assertMatch(secret, /^whsec_/);
  await ask(customers.upsert, aCustomer());
  await makeTags(store, "one", "two");
  for (const name of ["one", "two"]) {
    const delivery = await claim(store);
    await assertNothingDue(store);
    assertEquals([delivery.webhookId, delivery.url, saidBy(delivery)], [id, URL_OF_RECEIVER, name]);
    // deno-lint-ignore no-explicit-any -- as a receiver reads it
    const said = new Verifier(secret).verify(delivery.body, delivery.headers) as any;
    assertEquals([said.type, said.data.id], ["tags.created", delivery.headers["webhook-id"]]);
    assertEquals(await report(store, delivery, 204), { accepted: true });
  }
  await assertNothingDue(store);
  const { data: [webhook] } = await ask(webhooks.list, {});
  assertEquals([webhook!.position, webhook!.failures], [webhook!.latest, 0]);
});

Deno.test(
  { name: "webhooks: what is not taken comes again, signed anew, and nothing passes it", ignore },
  async () => {
    await using store = await takeTestStore();
    const { ask, sql } = store;
    const { id, secret } = await ask(webhooks.create, { url: URL_OF_RECEIVER, events: ["tags.created"] });
    await makeTags(store, "one", "two");
    const seen = new Set<string>();
    for (const status of [500, null, 404, 301]) {
      const delivery = await claim(store);
      assertEquals(saidBy(delivery), "one");
      new Verifier(secret).verify(delivery.body, delivery.headers);
      seen.add(delivery.headers["webhook-id"]!);
      await report(store, delivery, status);
      await assertNothingDue(store);
      await makeDue(store);
    }
    assertEquals(seen.size, 1, "the same event has the same id each time");
    const { data: [failing] } = await ask(webhooks.list, {});
    assertEquals([failing!.state, failing!.failures], ["failing", 4]);
    await report(store, await claim(store), 200);
    assertEquals(saidBy(await claim(store)), "two");
    const { data } = await ask(webhooks.getDeliveries, { id });
    assertEquals(data.map((each) => [each.attempt, each.status, each.isTaken]), [
      [5, 200, true],
      [4, 301, false],
      [3, 404, false],
      [2, null, false],
      [1, 500, false],
    ]);
    const firstPage = await ask(webhooks.getDeliveries, { id, pageSize: 3 });
    const rest = await ask(webhooks.getDeliveries, { id, pageSize: 3, cursor: firstPage.meta.cursor });
    assertEquals([...firstPage.data, ...rest.data], data);
    assertEquals(rest.meta.cursor, null);
    const [{ failures }] = await sql<[{ failures: number }]>`select failures from webhooks`;
    assertEquals(failures, 0);
  },
);

Deno.test({ name: "webhooks: pauses grow, and a receiver may ask for a longer one", ignore }, async () => {
  await using store = await takeTestStore();
  const { sql, ask } = store;
  await ask(webhooks.create, { url: URL_OF_RECEIVER, events: ["tags.created"] });
  await makeTags(store, "one");
  const wait = async () => {
    const [row] = await sql<[{ seconds: number }]>`
      select round(extract(epoch from next_attempt_at - now()))::int as seconds from webhooks
    `;
    return row.seconds;
  };
  await report(store, await claim(store), 503);
  assert(await wait() <= 5);
  await makeDue(store);
  await report(store, await claim(store), 503);
  assert(await wait() > 20);
  await makeDue(store);
  await report(store, await claim(store), 429, { retryAfterMs: 600_000 });
  assert(await wait() > 500);
});

Deno.test({
  name: "webhooks: only days of silence or a 410 pause one, and it goes on where it stopped",
  ignore,
}, async () => {
  await using store = await takeTestStore();
  const { ask, sql } = store;
  const { id } = await ask(webhooks.create, { url: URL_OF_RECEIVER, events: ["tags.created"] });
  await makeTags(store, "one");
  for (let n = 0; n < 12; n++) {
    await report(store, await claim(store), 404);
    await makeDue(store);
  }
  await sql`update webhooks set failing_since = now() - interval '4 days'`;
  await report(store, await claim(store), 404);
  await makeDue(store);
  await assertNothingDue(store);
  const { data: [paused] } = await ask(webhooks.list, {});
  assertEquals([paused!.state, paused!.failures], ["paused", 13]);
  const [told] = await sql`select data from history where name = 'webhooks.paused'`;
  assertEquals(told!.data.webhookId, id);
  assertEquals((await ask(webhooks.update, { id, isPaused: false })).state, "active");
  const again = await claim(store);
  assertEquals(saidBy(again), "one");
  await report(store, again, 410);
  assertEquals((await ask(webhooks.list, {})).data[0]!.state, "paused");
});

Deno.test(
  { name: "webhooks: events are sent once more on request, or all from a position on", ignore },
  async () => {
    await using store = await takeTestStore();
    const { ask } = store;
    const { id, position: start } = await ask(webhooks.create, {
      url: URL_OF_RECEIVER,
      events: ["tags.created"],
    });
    await makeTags(store, "one", "two");
    const first = await claim(store);
    await report(store, first, 200);
    await report(store, await claim(store), 200);
    await ask(webhooks.resend, { id, positions: [first.position, first.position] });
    await makeTags(store, "three");
    const order: string[] = [];
    for (let n = 0; n < 2; n++) {
      const delivery = await claim(store);
      order.push(saidBy(delivery));
      await report(store, delivery, 200);
    }
    assertEquals(order, ["one", "three"]);
    await ask(webhooks.update, { id, position: start });
    for (const name of ["one", "two", "three"]) {
      const delivery = await claim(store);
      assertEquals(saidBy(delivery), name);
      await report(store, delivery, 200);
    }
    await assertNothingDue(store);
    await assertRefused(ask(webhooks.update, { id, position: 1_000_000 }), "INVALID");
    const beyond = { url: URL_OF_RECEIVER, position: 1_000_000 };
    await assertRefused(ask(webhooks.create, beyond), "INVALID");
    await assertRefused(ask(webhooks.resend, { id, positions: [1_000_000] }), "INVALID");
    // Before it was an event of another name, which whoever made the webhook may not even read.
    await assertRefused(ask(webhooks.resend, { id, positions: [first.position, start + 1] }), "INVALID");
    await ask(webhooks.resend, { id, positions: [first.position] });
    await ask(webhooks.update, { id, events: ["tags.renamed"] });
    await assertNothingDue(store);
    await ask(webhooks.update, { id, events: ["tags.created"] });
    await assertNothingDue(store);
  },
);

Deno.test(
  { name: "webhooks: after a change of secret both sign, then only the new one", ignore },
  async () => {
    await using store = await takeTestStore();
    const { ask, sql } = store;
    const made = await ask(webhooks.create, { url: URL_OF_RECEIVER, events: ["tags.created"] });
    const { secret } = await ask(webhooks.rotateSecret, { id: made.id });
    assertNotEquals(secret, made.secret);
    await makeTags(store, "one");
    const both = await claim(store);
    for (const each of [made.secret, secret]) new Verifier(each).verify(both.body, both.headers);
    await report(store, both, 500);
    await sql`update webhooks set next_attempt_at = now(), secret_rotated_at = now() - interval '25 hours'`;
    const one = await claim(store);
    new Verifier(secret).verify(one.body, one.headers);
    assertEquals(one.headers["webhook-signature"]!.split(" ").length, 1);
  },
);

Deno.test({ name: "webhooks: a report of a claim that has ended changes nothing", ignore }, async () => {
  await using store = await takeTestStore();
  const { ask, sql } = store;
  const { id } = await ask(webhooks.create, { url: URL_OF_RECEIVER, events: ["tags.created"] });
  await makeTags(store, "one");
  const early = await claim(store);
  await ask(webhooks.update, { id, url: "https://other.example/" });
  assertEquals(await report(store, early, 200), { accepted: false });
  const lost = await claim(store);
  assertEquals([lost.url, saidBy(lost)], ["https://other.example/", "one"]);
  await sql`update webhooks set claimed_until = now() - interval '1 second'`;
  const taken = await claim(store);
  assertEquals(await report(store, lost, 200), { accepted: false });
  assertEquals(await report(store, taken, 200), { accepted: true });
  assertEquals((await ask(webhooks.getDeliveries, { id })).data.length, 1);
});

Deno.test(
  { name: "webhooks: bad addresses, too many, and those of another team are refused", ignore },
  async () => {
    await using store = await takeTestStore();
    const { ask, otherCaller } = store;
    for (
      const url of [
        "http://receiver.example",
        // The sender goes to the scheme's own port only: told at once, not by deliveries that all fail.
        "https://receiver.example:8443",
        "ftp://a.example",
        "x",
        "https://me:pw@a.example",
        "",
        "https://a.example/\r\nb",
      ]
    ) {
      await assertRefused(ask(webhooks.create, { url }), "INVALID");
    }
    const { id } = await ask(webhooks.create, { url: URL_OF_RECEIVER });
    for (const operation of [webhooks.delete, webhooks.rotateSecret, webhooks.getDeliveries]) {
      await assertRefused(ask(operation, { id }, { caller: otherCaller }), "NOT_FOUND");
    }
    assertEquals((await ask(webhooks.list, {}, { caller: otherCaller })).data, []);
    for (let n = 1; n < MAX_WEBHOOKS; n++) await ask(webhooks.create, { url: URL_OF_RECEIVER });
    await assertRefused(ask(webhooks.create, { url: URL_OF_RECEIVER }), "CONFLICT");
  },
);
