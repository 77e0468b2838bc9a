/** Followers of the feed while its gateway starts again, its relay dies and transactions commit late. */
import { assertEquals, assertRejects } from "@std/assert";
import { type Bus, encodeJson } from "shared/bus/mod.ts";
import type { Event } from "shared/contract/messages.ts";
import { customers } from "shared/contract/mod.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../infra/test_mesh.ts";
import { openStream } from "../services/gateway/events/test_event_source.ts";
import { eventColumns, numberEvents } from "../services/store/queries/history.ts";
import { enqueueEvent, listUnpublished, lockOutbox } from "../services/store/queries/outbox.ts";
import { aCustomer, connect, takeTestStore, type TestStore } from "../services/store/test_store.ts";
import { takeTestDoors, type TestDoors } from "./test_doors.ts";

const WRITERS = 6;
const WRITES = 15;
const ROUNDS = 3;

/** How many events there will have been; more than anybody can have read until that is known. */
interface Goal {
  count: number;
}

/** What fails here is what the test breaks; it is tried again. */
async function persist<Value>(what: string, attempt: () => Promise<Value>): Promise<Value> {
  const found = await until(
    what,
    async () => await attempt().then((value) => ({ value }), () => undefined),
    20_000,
  );
  return found.value;
}

/** As a browser does: again and again, each time from the last event that it has. */
async function followStream(doors: TestDoors, goal: Goal): Promise<Event[]> {
  const read: Event[] = [];
  while (read.length < goal.count) {
    const last = { "last-event-id": String(read.at(-1)?.position ?? 0) };
    await using stream = await persist("a stream", () => openStream(doors, "", last));
    let isOver = false;
    stream.end.then(() => isOver = true);
    await until(
      "the end of the stream",
      () => Promise.resolve(isOver || read.length + stream.events.length >= goal.count),
      30_000,
    );
    read.push(...stream.events.map(({ data }): Event => JSON.parse(data)));
  }
  return read;
}

async function poll(doors: TestDoors, goal: Goal): Promise<Event[]> {
  const read: Event[] = [];
  for (let after = 0; read.length < goal.count;) {
    const page = await persist("a page", async () => {
      const response = await doors.fetch(`/events?after=${after}&limit=7&waitSeconds=1`);
      const body = await response.json();
      if (response.status !== 200) throw new Error(body.detail);
      return body;
    });
    read.push(...page.data);
    after = page.meta.position;
  }
  return read;
}

/** Some in each round, once that has begun: however fast they are, every round has its own. */
async function write({ ask }: TestStore, rounds: readonly Promise<void>[]): Promise<void> {
  const { id } = await ask(customers.upsert, aCustomer());
  for (let n = 0; n < WRITES; n++) {
    await rounds[Math.floor(n * ROUNDS / WRITES)];
    await persist("a write", () => ask(customers.update, { id, note: `n ${n}` }));
  }
}

/** A relay that dies when it has numbered and published, and before anybody was told that it has. */
async function dieAsRelay({ sql }: TestStore, publisher: Bus): Promise<void> {
  const death = new Error("killed");
  const dying = sql.begin(async (transaction) => {
    await lockOutbox(transaction);
    await numberEvents(transaction);
    for (const { subject, body, messageId } of await listUnpublished(transaction, 100)) {
      await publisher.publishDurable(subject, encodeJson(body), { messageId });
    }
    throw death;
  });
  await assertRejects(() => dying, Error, death.message);
}

/** Written before others that are told before it. @param onWritten Lets those others come. */
async function commitLate(
  { sql, mesh: { teamId } }: TestStore,
  customerId: string,
  onWritten: () => void,
): Promise<void> {
  const author = { actor: "a", door: "d", requestId: null };
  const latest = async () => {
    const [row] = await sql`select coalesce(max(position), 0) as position from history`;
    return row!.position as number;
  };
  await sql.begin(async (transaction) => {
    await enqueueEvent(transaction, {
      name: "customers.updated",
      teamId,
      customerId,
      ...author,
      data: { isLate: true },
    });
    const start = await latest();
    onWritten();
    await until("others to be told", async () => await latest() >= start + 3);
  });
}

Deno.test({
  name:
    "events: none is missed and none comes twice while gateways and relays die and transactions commit late",
  ignore: !hasTestServers(),
}, async () => {
  await using store = await takeTestStore();
  await using doors = await takeTestDoors(store);
  const { ask, sql, mesh: { teamId } } = store;
  const another = await store.startAnother();
  const publisher = await connect(store.mesh, "store_publisher", store.log);
  const { id: slow } = await ask(customers.upsert, aCustomer());
  const goal: Goal = { count: Infinity };
  const following = Promise.all([followStream(doors, goal), poll(doors, goal)]);
  const rounds = Array.from({ length: ROUNDS }, () => Promise.withResolvers<void>());
  const begun = rounds.map(({ promise }) => promise);
  const writing = Promise.all(Array.from({ length: WRITERS }, () => write(store, begun)));
  for (const { resolve } of rounds) {
    await commitLate(store, slow, resolve);
    await dieAsRelay(store, publisher);
    await doors.restart();
  }
  await writing;
  const numbered = await until("all to be numbered", async () => {
    const rows = await sql<Event[]>`
      select ${eventColumns(sql)} from history h where h.team_id = ${teamId} order by h.position nulls last
    `;
    return rows.every(({ position }) => position !== null) && rows;
  });
  goal.count = numbered.length;
  for (const read of await following) assertEquals(read, [...numbered]);
  assertEquals(numbered.map(({ position }) => position), numbered.map((_, index) => index + 1));
  assertEquals(numbered.filter(({ data }) => data.isLate).length, ROUNDS);
  for (const told of Map.groupBy(numbered, ({ customerId }) => customerId).values()) {
    assertEquals(told.map(({ sequence }) => sequence), told.map((_, index) => index + 1));
  }
  await publisher.close();
  await another.stop();
});
