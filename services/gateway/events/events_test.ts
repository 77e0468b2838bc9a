import { assert, assertEquals, assertLess } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import { type Bus, encodeJson } from "shared/bus/mod.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import type { Exchange } from "../exchange.ts";
import type { Gateway } from "../gateway.ts";
import { readProblem, type StandIn, takeTestGateway, type TestGateway } from "../test_gateway.ts";
import { EventFeed, type FeedSettings } from "./event_feed.ts";
import { openEventStream } from "./event_stream.ts";
import { openStream, type StreamedEvent } from "./test_event_source.ts";

const ignore = !hasTestServers();

/** A store that keeps a feed, and tells the bus of what is new as the relay does. */
class Feed {
  readonly asked: Record<string, unknown>[] = [];
  readonly told: { position: number; name: string }[] = [];
  #publish: (position: number) => void = () => {};

  readonly standIn: StandIn = (input) => {
    this.asked.push(input);
    const { after, limit } = input as { after: number; limit: number };
    const data = this.told.slice(after, after + limit);
    const position = data.at(-1)?.position ?? after;
    return { data, meta: { position, latest: this.told.length, hasMore: position < this.told.length } };
  };

  async connect(gateway: TestGateway): Promise<void> {
    const bus = await gateway.connect("store_publisher");
    const subject = `event.${gateway.mesh.teamId}.customers.updated`;
    this.#publish = (position) => bus.publish(subject, encodeJson({ position }));
    this.flush = () => bus.flush();
    this.close = () => bus.close();
  }

  /** Resolves when the broker has what was told. */
  flush: () => Promise<void> = () => Promise.resolve();
  close: () => Promise<void> = () => Promise.resolve();

  tell(count = 1): void {
    for (let n = 0; n < count; n++) {
      this.told.push({ position: this.told.length + 1, name: "customers.updated" });
      this.#publish(this.told.length);
    }
  }

  silence(): void {
    this.#publish = () => {};
  }
}

async function open(settings: Partial<FeedSettings> = {}) {
  const feed = new Feed();
  const gateway = await takeTestGateway({ standIns: { "events.list": feed.standIn }, feed: settings });
  await feed.connect(gateway);
  const dispose = async () => {
    await feed.close();
    await gateway[Symbol.asyncDispose]();
  };
  return { feed, gateway, [Symbol.asyncDispose]: dispose };
}

const idsOf = (events: readonly StreamedEvent[]) => events.map((event) => Number(event.id));
const upTo = (last: number) => Array.from({ length: last }, (_, n) => n + 1);

Deno.test({ name: "GET /events: a long poll", ignore }, async (t) => {
  await using room = await open();
  const { feed, gateway } = room;
  const get = async (query: string) => await (await gateway.fetch(`/events?${query}`)).json();

  await t.step("without a wait answers what there is, also nothing", async () => {
    assertEquals(await get("after=0"), { data: [], meta: { position: 0, latest: 0, hasMore: false } });
    feed.tell(2);
    // Else its wake-ups might come to a later step.
    await feed.flush();
    assertEquals((await get("limit=1&names=customers.updated,customers.created")).data, [feed.told[0]]);
    assertEquals(feed.asked.at(-1)?.names, ["customers.updated", "customers.created"]);
  });

  await t.step("answers at once when there is something, whatever the wait", async () => {
    using watch = startStopwatch();
    assertEquals((await get("after=1&waitSeconds=25")).data, [feed.told[1]]);
    assertLess(watch.livedMs, 2_000);
  });

  await t.step("waits for what comes, without asking over and over", async () => {
    const before = feed.asked.length;
    const answer = get("after=2&waitSeconds=20");
    await until("it has asked", () => feed.asked.length > before);
    feed.tell();
    assertEquals((await answer).data, [feed.told[2]]);
    assertEquals(feed.asked.length - before, 2);
  });

  await t.step("answers an empty page when the time is over", async () => {
    const startedAt = performance.now();
    assertEquals((await get("after=3&waitSeconds=1")).data, []);
    const seconds = (performance.now() - startedAt) / 1_000;
    assert(seconds > 0.9 && seconds < 5, String(seconds));
  });

  await t.step("ends when the client hangs up", async () => {
    const client = new AbortController();
    const before = feed.asked.length;
    const answer = gateway.fetch("/events?after=3&waitSeconds=25", { signal: client.signal }).catch(() =>
      "gone"
    );
    await until("it has asked", () => feed.asked.length > before);
    client.abort();
    assertEquals(await answer, "gone");
    await until("it is logged", () => gateway.log.some(({ status }) => status === 499));
  });

  await t.step("names what is wrong with a question", async () => {
    for (const query of ["after=-1", "after=x", "waitSeconds=26", "names=nothing.happened", "limit=501"]) {
      assertEquals((await readProblem(await gateway.fetch(`/events?${query}`))).reason, "INVALID", query);
    }
    assertEquals((await gateway.fetch("/events", { key: "" })).status, 401);
  });
});

Deno.test({ name: "GET /events/stream", ignore }, async (t) => {
  await using room = await open({ heartbeatMs: 200 });
  const { feed, gateway } = room;
  feed.tell(250);

  await t.step("is an event stream that nothing on the way should hold back", async () => {
    await using stream = await openStream(gateway);
    const { headers } = stream.response;
    assertEquals(headers.get("content-type"), "text/event-stream");
    assertEquals(headers.get("cache-control"), "private, no-store, no-transform");
    assertEquals(headers.get("x-content-type-options"), "nosniff");
  });

  await t.step("begins with what there is, in order, and goes on with what comes", async () => {
    await using stream = await openStream(gateway);
    await stream.until((events) => events.length >= 250);
    feed.tell(5);
    const events = await stream.until((events) => events.length >= 255);
    assertEquals(idsOf(events), upTo(255));
    assertEquals(JSON.parse(events[254]!.data), feed.told[254]);
  });

  await t.step("resumes after Last-Event-ID, which goes before the query", async () => {
    await using byQuery = await openStream(gateway, "?after=253");
    assertEquals(idsOf(await byQuery.until((events) => events.length >= 2)), [254, 255]);
    await using byHeader = await openStream(gateway, "?after=1", { "last-event-id": "254" });
    assertEquals(idsOf(await byHeader.until((events) => events.length >= 1)), [255]);
    const wrong = await gateway.fetch("/events/stream", { headers: { "last-event-id": "x" } });
    assertEquals((await readProblem(wrong)).status, 400);
    const unknown = await gateway.fetch("/events/stream?customer=x");
    assertEquals((await readProblem(unknown)).errors[0].code, "unknown_parameter");
  });

  await t.step("says that it lives while nothing happens, and where it stands", async () => {
    await using stream = await openStream(gateway, "?after=255");
    await until("two heartbeats", () => stream.text.split("id: 255\n: still here\n\n").length > 2);
    assertEquals(stream.events, []);
  });

  await t.step("misses nothing although the wake-up was lost", async () => {
    await using stream = await openStream(gateway, "?after=255");
    await until("it has begun", () => stream.text.includes(": still here"));
    feed.silence();
    feed.tell();
    assertEquals(idsOf(await stream.until((events) => events.length >= 1)), [256]);
    await feed.close();
    await feed.connect(gateway);
  });

  await t.step("HEAD opens nothing, and a stranger gets none", async () => {
    const head = await gateway.fetch("/events/stream", { method: "HEAD" });
    assertEquals([head.status, head.headers.get("content-type")], [200, "text/event-stream"]);
    assertEquals((await readProblem(await gateway.fetch("/events/stream", { key: "" }))).status, 401);
  });

  await t.step("a reader that is cut off at random loses nothing and doubles nothing", async () => {
    const seen: number[] = [];
    const start = feed.told.length;
    const telling = setInterval(
      () => feed.told.length < start + 400 && feed.tell(1 + feed.told.length % 7),
      5,
    );
    while (seen.length < 400) {
      const last = seen.at(-1) ?? start;
      await using stream = await openStream(gateway, "?after=0", { "last-event-id": String(last) });
      // It dies after a few; what else had arrived by then it has not seen.
      const few = Math.floor(Math.random() * 12);
      await stream.until((events) => events.length >= few || last + events.length >= start + 400);
      seen.push(...idsOf(stream.events).slice(0, few));
    }
    clearInterval(telling);
    assertEquals(seen, upTo(start + seen.length).slice(start));
  });
});

Deno.test({ name: "GET /events/stream: a bounded number, and an end", ignore }, async (t) => {
  await t.step("so many for each team; a place is free again when a reader is gone", async () => {
    await using room = await open({ placesPerTeam: 2 });
    const { gateway } = room;
    const [first, second] = [await openStream(gateway), await openStream(gateway)];
    const refused = await gateway.fetch("/events/stream");
    assertEquals([refused.status, (await readProblem(refused)).reason], [429, "RATE_LIMITED"]);
    assertEquals(refused.headers.get("retry-after"), "5");
    assertEquals((await readProblem(await gateway.fetch("/events?waitSeconds=5"))).status, 429);
    const other = await openStream(gateway, "", {}, gateway.keys.otherTeam);
    await first[Symbol.asyncDispose]();
    await until("a place", async () => {
      const again = await gateway.fetch("/events/stream");
      await again.body!.cancel();
      return again.status === 200;
    });
    for (const stream of [second, other]) await stream[Symbol.asyncDispose]();
  });

  await t.step("ends when the key does", async () => {
    await using room = await open({ heartbeatMs: 50 });
    const { gateway } = room;
    const follow = async (afterMs: number) => {
      const key = gateway.keys.expiring(afterMs);
      await using stream = await openStream(gateway, "", {}, key);
      await stream.end;
      return stream.text;
    };
    let text = "";
    // A machine that stands still may let a key end before its stream has begun.
    for (let ms = 300; ms < 10_000 && !text.includes(": still here"); ms *= 3) {
      text = await follow(ms).catch(() => "");
    }
    assert(text.includes(": still here"));
  });

  await t.step("ends cleanly when the gateway stops, and so does a poll", async () => {
    await using room = await open();
    const { gateway, feed } = room;
    await using stream = await openStream(gateway);
    const poll = gateway.fetch("/events?waitSeconds=25&limit=7");
    await until("the poll has asked", () => feed.asked.some(({ limit }) => limit === 7));
    using watch = startStopwatch();
    await gateway.stop();
    await stream.end;
    assertEquals((await (await poll).json()).data, []);
    assertLess(watch.livedMs, 4_000);
  });

  await t.step("stays open while the store is away, and goes on when it is back", async () => {
    const feed = new Feed();
    await using gateway = await takeTestGateway({ feed: { heartbeatMs: 150 }, withoutStore: true });
    const store = await gateway.startService("store", { "events.list": feed.standIn });
    await feed.connect(gateway);
    await using stream = await openStream(gateway);
    await until("it has asked", () => feed.asked.length > 0);
    await store.stop(0);
    feed.tell();
    const before = stream.text.length;
    await until("a heartbeat", () => stream.text.length > before);
    await gateway.startService("store", { "events.list": feed.standIn });
    assertEquals(idsOf(await stream.until((events) => events.length >= 1)), [1]);
    await feed.close();
  });
});

Deno.test("openEventStream gives back the place of a client that left before its stream began", async () => {
  const subscription = { drain: () => Promise.resolve() };
  const bus = { subscribe: () => subscription, flush: () => Promise.resolve(), onReconnect: () => {} };
  // The casts: as much of each as is looked at before anything is asked.
  const feed = new EventFeed(bus as unknown as Bus, { placesPerTeam: 1 });
  const gateway = { feed } as Gateway;
  const input = { after: 0 };
  const caller = { teamId: "3b0e6f0e-1b2c-4d5e-8f90-123456789abc", actor: "key:test", door: "http" };
  const question = { input, caller, admitAgain: () => Promise.resolve() };
  const request = new Request("http://mesh/events/stream");
  for (let n = 0; n < 2; n++) {
    const exchange = { request, signal: AbortSignal.abort() } as Exchange;
    const { body } = await openEventStream(gateway, question, exchange);
    await (body as ReadableStream).cancel();
  }
});
