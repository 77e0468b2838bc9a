import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Event } from "shared/contract/messages.ts";
import { hasTestServers } from "../infra/test_mesh.ts";
import { openStream } from "../services/gateway/events/test_event_source.ts";
import { takeTestStore } from "../services/store/test_store.ts";
import { takeTestDoors } from "./test_doors.ts";

const ignore = !hasTestServers();

Deno.test({
  name: "events: a reader that dies again and again ends with the list of one that never did",
  ignore,
}, async () => {
  await using store = await takeTestStore();
  await using doors = await takeTestDoors(store);
  await using steady = await openStream(doors);
  const total = 8 * 16;
  const writing = Promise.all(Array.from({ length: 8 }, async (_, writer) => {
    const created = await doors.send("POST", "/customers", {
      name: `Writer ${writer}`,
      email: "w@a.example",
    });
    const { id } = await created.json();
    for (let n = 1; n < 16; n++) {
      await (await doors.send("PATCH", `/customers/${id}`, { note: `${n}` })).json();
    }
  }));
  const read: Event[] = [];
  while (read.length < total) {
    const last = read.at(-1)?.position ?? 0;
    await using stream = await openStream(doors, "", { "last-event-id": String(last) });
    const few = Math.floor(Math.random() * 10);
    const arrived = await stream.until((events) =>
      events.length >= few || read.length + events.length >= total
    );
    read.push(...arrived.slice(0, few).map(({ data }) => JSON.parse(data)));
  }
  await writing;
  const told = (await steady.until((events) => events.length >= total)).map(({ data }): Event =>
    JSON.parse(data)
  );
  assertEquals(read, told);
  assertEquals(told.map((event) => event.position), told.map((_, index) => index + 1));
  for (const ofCustomer of Map.groupBy(told, (event) => event.customerId).values()) {
    assertEquals(ofCustomer.map((event) => event.sequence), ofCustomer.map((_, index) => index + 1));
  }
  const page = await (await doors.fetch("/events?limit=500")).json();
  assertEquals(page.data, told);
});

Deno.test({
  name: "events: a poll that waits is answered by the change, and holds no connection of the database",
  ignore,
}, async () => {
  await using store = await takeTestStore();
  await using doors = await takeTestDoors(store);
  // More at once than the store has connections and places.
  const polls = Array.from(
    { length: 60 },
    async () => await (await doors.fetch("/events?waitSeconds=20")).json(),
  );
  const startedAt = performance.now();
  const { id } = await (await doors.send("POST", "/customers", { name: "A", email: "a@b.example" })).json();
  for (const { data } of await Promise.all(polls)) assertEquals(data[0].customerId, id);
  assert(performance.now() - startedAt < 5_000);
});

Deno.test(
  { name: "versions: who edits an old copy is told what has changed and by whom", ignore },
  async () => {
    await using store = await takeTestStore();
    await using doors = await takeTestDoors(store);
    const created = await doors.send("POST", "/customers", { name: "A", email: "a@b.example", city: "Oslo" });
    const { id } = await created.json();
    const path = `/customers/${id}`;
    const seen = (await doors.fetch(path)).headers.get("etag")!;
    assertEquals((await doors.fetch(path, { headers: { "if-none-match": seen } })).status, 304);
    const line = { name: "Work", quantity: 1, price: "10.00" };
    const dates = { issueDate: "2026-01-10", dueDate: "2026-02-10" };
    await doors.send("POST", "/invoices", {
      customerId: id,
      invoiceNumber: "1",
      currency: "EUR",
      ...dates,
      lines: [line],
    });
    const invoiced = await doors.fetch(path, { headers: { "if-none-match": seen } });
    assertEquals([invoiced.status, (await invoiced.json()).outstandingAmount], [200, 10]);
    const edit = await doors.send("PATCH", path, { city: "Bergen" }, { "if-match": seen });
    assertEquals([edit.status, (await edit.json()).version], [200, 2]);
    assertEquals((await doors.fetch(path)).headers.get("etag"), edit.headers.get("etag"));
    for (const [method, body] of [["PATCH", { city: "Moss" }], ["DELETE", {}]] as const) {
      const refused = await doors.send(method, path, body, { "if-match": seen });
      const problem = await refused.json();
      assertEquals([refused.status, problem.reason, problem.errors.length], [412, "STALE", 1]);
      assertEquals(problem.errors[0].pointer, "/city");
      assertMatch(problem.errors[0].detail, /^changed by key:[0-9a-f-]{36} at 20/);
    }
  },
);
