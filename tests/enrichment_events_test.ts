/** Following one customer's enrichment over HTTP, a gateway before a real store. */
import { assertEquals } from "@std/assert";
import { customers, enrichmentRuns } from "shared/contract/mod.ts";
import type { Event } from "shared/contract/messages.ts";
import { hasTestServers } from "../infra/test_mesh.ts";
import { openStreamAt } from "../services/gateway/events/test_event_source.ts";
import { aFound, closeRun, newRun, openRun, SYSTEM } from "../services/store/handlers/test_enrichment.ts";
import { takeTestDoors, type TestDoors } from "./test_doors.ts";

const ignore = !hasTestServers();

function placeOf({ url, key }: TestDoors) {
  const fetchAs = (path: string, options: RequestInit & { key?: string } = {}) =>
    fetch(url + path, {
      ...options,
      headers: {
        ...(options.headers as Record<string, string>),
        authorization: `Bearer ${options.key ?? key}`,
      },
    });
  return { fetch: fetchAs };
}

const nameOf = ({ data }: { data: string }) => (JSON.parse(data) as Event).name;

Deno.test({ name: "GET /customers/{id}/enrichment/events", ignore }, async (t) => {
  await using doors = await takeTestDoors();
  const { store } = doors;
  const { ask } = store;
  const place = placeOf(doors);

  await t.step(
    "begins with a snapshot, then tells each step of this customer and of nobody else",
    async () => {
      const { customer, claim } = await newRun(store);
      const path = `/customers/${customer.id}/enrichment/events`;
      await using stream = await openStreamAt(place, path);
      const [snapshot] = await stream.until((events) => events.length > 0);
      assertEquals(stream.text.includes("event: snapshot\n"), true);
      assertEquals(JSON.parse(snapshot!.data), await ask(customers.getEnrichment, { id: customer.id }));
      await newRun(store);
      const held = await openRun(store, claim);
      const progress = {
        step: "fetching" as const,
        pagesRead: 0,
        pagesPlanned: 1,
        valuesFound: 0,
        page: "https://a.example/",
      };
      await ask(enrichmentRuns.progress, { ...held, progress }, SYSTEM);
      await closeRun(store, held, [aFound("city", "Oslo")]);
      const events = await stream.until((events) =>
        events.some((each) => nameOf(each) === "enrichment.ended")
      );
      const own = events.map(nameOf).filter((name) => name !== undefined && name !== "enrichment.queued");
      assertEquals(own, ["enrichment.started", "enrichment.progressed", "enrichment.ended"]);
      const told = JSON.parse(
        events.findLast((each) => nameOf(each) === "enrichment.progressed")!.data,
      ) as Event;
      assertEquals(told.data.progress, { ...progress, stepNumber: 2, stepCount: 6 });
      const seen = events.find((each) => nameOf(each) === "enrichment.started")!.id;
      await using again = await openStreamAt(place, path, { "last-event-id": seen });
      const rest = await again.until((events) => events.length === 2);
      assertEquals(
        rest.map(nameOf),
        ["enrichment.progressed", "enrichment.ended"],
        "no snapshot for who goes on",
      );
    },
  );

  await t.step("is refused for a customer that is not there, or another team's", async () => {
    const { customer } = await newRun(store);
    const statusOf = async (path: string, key?: string) => {
      const response = await place.fetch(path, { key });
      await response.body?.cancel();
      return response.status;
    };
    assertEquals(await statusOf(`/customers/${crypto.randomUUID()}/enrichment/events`), 404);
    assertEquals(await statusOf(`/customers/${customer.id}/enrichment/events`, doors.otherTeamKey), 404);
    assertEquals(await statusOf(`/customers/${customer.id}/enrichment/events`, "mid_none"), 401);
  });
});

Deno.test({ name: "enrichment's decisions over HTTP", ignore }, async () => {
  await using doors = await takeTestDoors();
  const { store } = doors;
  const place = placeOf(doors);
  const send = async (method: string, path: string, body?: unknown) => {
    const headers = { "content-type": "application/json" };
    const response = await place.fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  const { customer, claim } = await newRun(store, { city: "Bergen" });
  const held = await openRun(store, claim);
  await closeRun(store, held, [
    aFound("city", "Oslo"),
    aFound("zip", "0150", { confidence: 0.6 }),
    aFound("phone", "+47 22 00 00 00"),
  ]);
  const root = `/customers/${customer.id}/enrichment`;
  const listed = await send("GET", `${root}/suggestions`);
  const [city, zip] = listed.body.suggestions;
  assertEquals([listed.status, city.field, zip.field], [200, "city", "zip"]);
  const locks = await send("POST", `${root}/locks`, { fields: ["city", "state"] });
  assertEquals(locks.body.lockedFields, ["city", "state"]);
  const unlocked = await send("DELETE", `${root}/locks?fields=state`);
  assertEquals([unlocked.status, unlocked.body.lockedFields], [200, ["city"]]);
  const accepted = await send("POST", `${root}/suggestions/accept`, { suggestionIds: [city.id, zip.id] });
  assertEquals(accepted.body, { accepted: ["zip"], skipped: [{ id: city.id, reason: "locked" }] });
  assertEquals((await send("POST", `${root}/suggestions/accept`, {})).status, 400);
  assertEquals(
    (await send("POST", `${root}/suggestions/reject`, { suggestionIds: [city.id] })).body.rejected,
    ["city"],
  );
  const runs = await send("GET", `${root}/runs`);
  assertEquals(runs.body.data[0].changes, { phone: { before: null, after: "+47 22 00 00 00" } });
  const undone = await send("POST", `${root}/runs/${claim.runId}/undo`);
  assertEquals(undone.body, { undone: true, fields: ["phone"], kept: [] });
  const many = await send("POST", "/customers/enrichment-batches", { filter: { status: ["churned"] } });
  assertEquals([many.status, many.body.batch.total], [202, 0]);
  const path = `/customers/enrichment-batches/${many.body.batch.id}`;
  assertEquals((await send("GET", path)).body.batch.id, many.body.batch.id);
  const stopped = await send("POST", `${path}/cancel`);
  assertEquals([stopped.status, stopped.body.cancelled], [200, true]);
});
