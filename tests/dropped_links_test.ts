/** The links to the broker break in the middle of everything, as when a switch starts again: both sides hear it. */
import { assertEquals, assertLess, assertStringIncludes } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import { connectNats, decodeJson } from "shared/bus/mod.ts";
import type { Event } from "shared/contract/messages.ts";
import { createLog } from "shared/log.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers, takeTestMesh } from "../infra/test_mesh.ts";
import { takeTestStore, type TestStore } from "../services/store/test_store.ts";
import { startCuttableLink } from "./cancel/test_cuttable_link.ts";
import { takeTestDoors, type TestDoors } from "./test_doors.ts";

const ignore = !hasTestServers();

const LANES = 8;
const DROPS = 3;
const RECOVERY_MS = 2_000;

interface Write {
  readonly externalId: string;
  readonly at: number;
}

/** Creates customers in several lanes; what is not acknowledged is asked again, with the same key. */
function startWriting(doors: TestDoors) {
  const acknowledged: Write[] = [];
  let isRunning = true;
  const write = async (externalId: string) => {
    const body = { name: externalId, email: "d@example.com", externalId };
    const headers = { "idempotency-key": externalId };
    const answer = await doors.send("POST", "/customers", body, headers);
    const { id } = await answer.json();
    if (answer.status === 201 && id) acknowledged.push({ externalId, at: performance.now() });
    return answer.status === 201;
  };
  const lane = async (number: number) => {
    for (let n = 0; isRunning; n++) {
      while (!await write(`lane-${number}-${n}`)) await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const done = Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)));
  const stop = async () => {
    isRunning = false;
    await done;
  };
  return { acknowledged, stop };
}

/** A reader whose own link stays whole. */
async function connectReader({ mesh: { nats, teamId }, log }: TestStore, url: string) {
  const told: string[] = [];
  const reader = await connectNats({ url, ...nats.users.operator, name: "reader", log });
  reader.subscribe(`event.${teamId}.>`, ({ body }) => told.push((decodeJson(body) as Event).id));
  await reader.flush();
  return { told, close: () => reader.close() };
}

async function listExternalIds({ sql, mesh: { teamId } }: TestStore): Promise<string[]> {
  const rows = await sql<{ externalId: string }[]>`
    select external_id from customers where team_id = ${teamId} order by external_id
  `;
  return rows.map(({ externalId }) => externalId);
}

async function listEvents({ sql, mesh: { teamId } }: TestStore): Promise<{ id: string; position: number }[]> {
  return await sql`select id, position from history where team_id = ${teamId} order by position nulls last`;
}

Deno.test({
  name: "store and gateway: their links to the broker break under load, and nothing is lost or doubled",
  ignore,
}, async (t) => {
  const taken = await takeTestMesh();
  await using link = startCuttableLink(taken.nats.url);
  await using store = await takeTestStore({ mesh: { ...taken, nats: { ...taken.nats, url: link.url } } });
  await using doors = await takeTestDoors(store);
  const reader = await connectReader(store, taken.nats.url);
  const writes = startWriting(doors);
  for (let round = 1; round <= DROPS; round++) {
    await until("writes", () => Promise.resolve(writes.acknowledged.length >= round * 30), 20_000);
    await t.step(`break ${round}: all is well again within ${RECOVERY_MS} ms`, async () => {
      link.drop();
      const droppedAt = performance.now();
      // All but the servers is in this process.
      using watch = startStopwatch();
      const told = reader.told.length;
      await until(
        "a write",
        () => Promise.resolve(writes.acknowledged.some(({ at }) => at > droppedAt + 100)),
      );
      await until("an event", () => Promise.resolve(reader.told.length > told));
      assertLess(watch.livedMs, RECOVERY_MS);
    });
  }
  await writes.stop();

  await t.step("each acknowledged write is there, and each once", async () => {
    const wanted = writes.acknowledged.map(({ externalId }) => externalId).sort();
    assertEquals((await listExternalIds(store)).sort(), wanted);
  });

  await t.step("each event has its number, none is left out, and each is told", async () => {
    const events = await until("the last number", async () => {
      const events = await listEvents(store);
      return events.every(({ position }) => position !== null) && events;
    });
    assertEquals(events.map(({ position }) => position), events.map((_, index) => index + 1));
    await until("the last event", () => Promise.resolve(new Set(reader.told).size >= events.length));
    // Whose acknowledgement was lost with the link is published again with its id: the stream keeps one, but who listens
    // without it may hear both. Only those of one customer come in the order of their numbers; here each has one.
    assertEquals([...new Set(reader.told)].sort(), events.map(({ id }) => id).sort());
  });
  await reader.close();
});

Deno.test({ name: "connectNats says while it waits that there is no broker yet", ignore }, async () => {
  await using mesh = await takeTestMesh();
  await using link = startCuttableLink(mesh.nats.url);
  link.cut();
  const lines: string[] = [];
  const log = createLog({ service: "store", write: (line) => lines.push(line) });
  const connecting = connectNats({ url: link.url, ...mesh.nats.users.store, name: "store", log });
  await until(
    "a line of the log",
    () => Promise.resolve(lines.some((line) => line.includes("no broker yet"))),
  );
  assertStringIncludes(lines[0]!, new URL(link.url).host);
  link.mend();
  await (await connecting).close();
});
