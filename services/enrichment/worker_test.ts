import { assertEquals, assertLess } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import {
  type Bus,
  connectNats,
  controlSubject,
  decodeJson,
  encodeJson,
  ensureStreams,
  findStored,
  jobSubject,
  Server,
} from "shared/bus/mod.ts";
import { enrichmentRuns } from "shared/contract/enrichment_runs.ts";
import { createLog } from "shared/log.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers, takeTestMesh, type TestMesh } from "../../infra/test_mesh.ts";
import { answerDiscovery } from "./answer_discovery.ts";
import { enrich } from "./enrich.ts";
import { createFetcher } from "./fetch/fetch_page.ts";
import { drip, html, startTestServer, type TestServer } from "./fetch/test_server.ts";
import type { LeaseTiming } from "./run/lease.ts";
import { createRunStore } from "./run/run_store.ts";
import { createTestStore, type TestRunStore } from "./run/test_store.ts";
import { Worker } from "./worker.ts";

const ignore = !hasTestServers();
const log = createLog({ service: "test", write: () => {} });
const PAGE =
  `<html lang="en"><title>Acme Tools</title><meta name="description" content="Acme makes fine hand tools.">`;

/** A worker on a real broker; the store answers from memory and is asked over the same broker. */
interface Room extends AsyncDisposable {
  readonly mesh: TestMesh;
  readonly site: TestServer;
  readonly publisher: Bus;
  readonly worker: Worker;
  readonly stores: Map<string, TestRunStore>;
  addRun(path: string): Promise<{ runId: string; store: TestRunStore }>;
  /** Resolves when the store has accepted the end of a run. */
  closed(store: TestRunStore): Promise<string>;
}

async function openRoom(options: { slots?: number; timing?: LeaseTiming } = {}): Promise<Room> {
  const mesh = await takeTestMesh();
  const connect = (user: "store" | "store_publisher" | "enrichment") =>
    connectNats({ url: mesh.nats.url, ...mesh.nats.users[user], name: user, log });
  const [bus, publisher, own] = await Promise.all([
    connect("store"),
    connect("store_publisher"),
    connect("enrichment"),
  ]);
  await ensureStreams(publisher, { totalMib: 64 });
  const site = startTestServer({ "/": html(PAGE), "/slow": drip() });
  const stores = new Map<string, TestRunStore>();
  const server = serveRuns(bus, stores, site);
  const fetcher = createFetcher({ lookup: () => Promise.resolve([]), allowFetch: [site.address] });
  const worker = new Worker({
    bus: own,
    log,
    ...options,
    store: createRunStore(own),
    enrich: (contact, each) => enrich(contact, { ...each, fetcher }),
  });
  answerDiscovery(own);
  worker.start();
  return {
    mesh,
    site,
    publisher,
    worker,
    stores,
    addRun: (path) => addRun({ stores, publisher, teamId: mesh.teamId }, path),
    closed: (store) => until("the run is closed", () => store.closes.at(-1)?.result),
    async [Symbol.asyncDispose]() {
      await worker.stop();
      await server.stop(1_000);
      await Promise.all([own.close(), bus.close(), publisher.close()]);
      await site[Symbol.asyncDispose]();
      await mesh[Symbol.asyncDispose]();
    },
  };
}

const paths = new Map<string, string>();

function serveRuns(bus: Bus, stores: Map<string, TestRunStore>, site: TestServer): Server {
  const server = new Server(bus, { service: "store", log, limits: { running: 64, waiting: 64 } });
  const storeOf = (runId: string) => stores.get(runId) ?? createTestStore();
  server.serve(enrichmentRuns, {
    open: async (input, { signal }) => {
      const opened = await storeOf(input.runId).open(input, signal);
      const website = site.origin + (paths.get(input.runId) ?? "/");
      return opened.state === "open" ? { ...opened, subject: { ...opened.subject, website } } : opened;
    },
    progress: (input, { signal }) => storeOf(input.runId).progress(input, signal),
    close: (input, { signal }) => storeOf(input.runId).close(input, signal),
  });
  return server;
}

async function addRun(
  { stores, publisher, teamId }: { stores: Map<string, TestRunStore>; publisher: Bus; teamId: string },
  path: string,
): Promise<{ runId: string; store: TestRunStore }> {
  const [runId, store] = [crypto.randomUUID(), createTestStore()];
  stores.set(runId, store);
  paths.set(runId, path);
  await publisher.publishDurable(jobSubject(teamId), encodeJson({ runId, teamId }), { messageId: runId });
  return { runId, store };
}

Deno.test(
  { name: "Worker reads the site of a run that it is woken for, and acknowledges", ignore },
  async () => {
    await using room = await openRoom();
    const { store } = await room.addRun("/");
    assertEquals(await room.closed(store), "succeeded");
    const description = store.closes[0]?.values?.find((value) => value.field === "description");
    assertEquals(description?.value, "Acme makes fine hand tools.");
  },
);

Deno.test({
  name: "Worker stops at a control message: socket closed, no later request, stop confirmed",
  ignore,
}, async () => {
  // No heartbeat tells it before.
  await using room = await openRoom({
    timing: { heartbeatMs: 60_000, selfAbortMs: 120_000, retryMs: 1_000 },
  });
  const arriving = room.site.arrival("/slow");
  const { runId, store } = await room.addRun("/slow");
  const { closed } = await arriving;
  store.cancel();
  using watch = startStopwatch();
  const order = { reason: "cancelled", generation: store.generation };
  room.publisher.publish(controlSubject("run", runId), encodeJson(order));
  await closed;
  assertLess(watch.livedMs, 500);
  assertEquals(await room.closed(store), "aborted");
  assertEquals(room.site.arrivals.at(-1)?.path, "/slow");
});

Deno.test({ name: "Worker stops within a heartbeat when the control message is lost", ignore }, async () => {
  await using room = await openRoom();
  const arriving = room.site.arrival("/slow");
  const { store } = await room.addRun("/slow");
  const { closed } = await arriving;
  store.cancel();
  using watch = startStopwatch();
  await closed;
  assertLess(watch.livedMs, 5_000);
  assertEquals(await room.closed(store), "aborted");
});

Deno.test({
  name: "Worker works on as many runs as it has slots, and takes the next when one is free",
  ignore,
}, async () => {
  await using room = await openRoom({ slots: 2 });
  const runs = [await room.addRun("/slow"), await room.addRun("/slow"), await room.addRun("/")];
  const slow = () => room.site.arrivals.filter((arrival) => arrival.path === "/slow").length;
  await until("both are under way", () => slow() === 2);
  assertEquals(runs[2]!.store.status, "queued");
  runs[0]!.store.cancel();
  assertEquals(await room.closed(runs[2]!.store), "succeeded");
});

Deno.test(
  { name: "Worker takes a message twice without harm, and puts aside what is no job", ignore },
  async () => {
    await using room = await openRoom();
    const { publisher, mesh } = room;
    const publish = (body: unknown) =>
      publisher.publishDurable(jobSubject(mesh.teamId), encodeJson(body), { messageId: crypto.randomUUID() });
    await publish("no job");
    await publish({ runId: "../../etc", teamId: 7 });
    const { runId, store } = await room.addRun("/");
    await publish({ runId, teamId: mesh.teamId });
    publisher.publish(controlSubject("run", runId), new TextEncoder().encode("{broken"));
    assertEquals(await room.closed(store), "succeeded");
    const { store: next } = await room.addRun("/");
    assertEquals(await room.closed(next), "succeeded");
    assertEquals(store.closes.length, 1);
    const letters = [];
    for (const sequence of [1, 2]) {
      const look = () => findStored(publisher, "DLQ", { sequence, subject: "dlq.JOBS.malformed" });
      const letter = await until("the letter", look);
      const { subject, body } = decodeJson(letter.body) as { subject: string; body: string };
      letters.push([subject, JSON.parse(body)]);
    }
    assertEquals(letters, [
      [jobSubject(mesh.teamId), "no job"],
      [jobSubject(mesh.teamId), { runId: "../../etc", teamId: 7 }],
    ]);
  },
);

Deno.test(
  { name: "Worker.stop gives runs back, closes their sockets and takes nothing new", ignore },
  async () => {
    await using room = await openRoom();
    const arriving = room.site.arrival("/slow");
    const { store } = await room.addRun("/slow");
    const { closed } = await arriving;
    await room.worker.stop();
    await closed;
    assertEquals(store.closes.map(({ result }) => result), ["retry"]);
    const { store: later } = await room.addRun("/");
    assertEquals([later.status, room.site.arrivals.at(-1)?.path], ["queued", "/slow"]);
  },
);

Deno.test({ name: "answerDiscovery shows the worker to NATS tools", ignore }, async () => {
  await using room = await openRoom();
  const { nats } = room.mesh;
  const operator = await connectNats({ url: nats.url, ...nats.users.operator, name: "operator", log });
  const ping = () => operator.requestMany("$SRV.PING.enrichment", 300);
  // The time in which answers are heard may pass while the machine stands still.
  const answers = await until("the answers", async () => {
    const heard = await ping();
    return heard.length > 0 ? heard : undefined;
  });
  const names = answers.map((answer) => JSON.parse(new TextDecoder().decode(answer.body)).name);
  assertEquals(names, ["enrichment"]);
  await operator.close();
});
