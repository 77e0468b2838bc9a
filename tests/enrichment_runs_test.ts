/** Runs where a worker, a store and a website meet: refreshed, tried again, told step by step. */
import { assert, assertEquals, assertGreater } from "@std/assert";
import { customers } from "shared/contract/mod.ts";
import { createLog } from "shared/log.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../infra/test_mesh.ts";
import { enrich } from "../services/enrichment/enrich.ts";
import { createFetcher } from "../services/enrichment/fetch/fetch_page.ts";
import {
  type Answer,
  html,
  startTestServer,
  type TestServer,
} from "../services/enrichment/fetch/test_server.ts";
import { createRunStore } from "../services/enrichment/run/run_store.ts";
import { Worker } from "../services/enrichment/worker.ts";
import { enqueueJob } from "../services/store/queries/outbox.ts";
import { aCustomer, connect, takeTestStore, type TestStore } from "../services/store/test_store.ts";

const ignore = !hasTestServers();

const page = (phone: string) =>
  `<!doctype html><html lang="en"><title>Acme Tools</title><meta name="description" content="Acme makes fine hand tools.">
<main><h1>Tools</h1><p>${"Acme makes fine hand tools in its own workshop. ".repeat(8)}</p>
<p>Phone: <a href="tel:${phone.replaceAll(" ", "")}">${phone}</a></p></main>`;

interface Room extends AsyncDisposable {
  readonly store: TestStore;
  readonly site: TestServer;
  /** By path; may be changed while the site is up. */
  readonly answers: Record<string, Answer>;
  addCustomer(changes?: object): Promise<string>;
  /** Waits for the end of the run that there is. */
  ended(id: string): ReturnType<typeof readRun>;
  /** Orders a run, when there is none under way, and waits for its end. */
  enrichAgain(id: string): ReturnType<typeof readRun>;
}

const readRun = async ({ ask }: TestStore, id: string) => (await ask(customers.getEnrichment, { id })).run!;

async function openRoom(): Promise<Room> {
  const store = await takeTestStore();
  const log = createLog({ service: "enrichment", level: "error" });
  const bus = await connect(store.mesh, "enrichment", log);
  const answers: Record<string, Answer> = { "/": html(page("+47 21 00 00 00"), { etag: '"1"' }) };
  const site = startTestServer(answers);
  const fetcher = createFetcher({ lookup: () => Promise.resolve([]), allowFetch: [site.address] });
  const worker = new Worker({
    bus,
    log,
    store: createRunStore(bus),
    enrich: (subject, options) => enrich(subject, { ...options, fetcher }),
  });
  worker.start();
  const ended = (id: string) =>
    until("the end", async () => {
      const run = await readRun(store, id);
      return run.finishedAt !== null && run;
    });
  return {
    store,
    site,
    answers,
    addCustomer: async (changes = {}) => {
      const website = `http://${site.address}/`;
      return (await store.ask(customers.upsert, aCustomer({ name: "Acme Tools", website, ...changes }))).id;
    },
    ended,
    enrichAgain: async (id) => {
      await store.ask(customers.enrich, { id });
      return await ended(id);
    },
    async [Symbol.asyncDispose]() {
      await worker.stop();
      await bus.close();
      await site[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
    },
  };
}

Deno.test({ name: "runs of a worker and a store", ignore }, async (t) => {
  await using room = await openRoom();
  const { store, site, answers } = room;
  const { ask, sql } = store;

  await t.step(
    "each step is an event with its number and its page, and the receipt says what it took",
    async () => {
      const id = await room.addCustomer();
      const run = await room.ended(id);
      assertEquals([run.status, run.outcome, run.progress?.step], ["succeeded", "ok", "done"]);
      assertEquals([run.receipt?.fetches, run.receipt?.inputTokens], [2, 0]);
      assertGreater(run.receipt!.bytes, 400);
      const { data } = await ask(customers.getHistory, { id });
      const steps = data.toReversed().filter(({ name }) => name === "enrichment.progressed")
        // Heartbeats carry the newest step, and so does the end; one that was over at once may not be told.
        .map(({ data }) => data.progress as NonNullable<typeof run.progress>);
      assertEquals(steps.at(-1), run.progress!, "told to its end");
      assertGreater(run.progress!.valuesFound, 0);
      assertEquals(
        steps.map(({ stepNumber }) => stepNumber),
        steps.map(({ stepNumber }) => stepNumber).toSorted(),
      );
      assert(steps.every(({ stepCount }) => stepCount === 6));
    },
  );

  await t.step(
    "an unchanged website is asked, not read; a changed one is read, and changes the field",
    async () => {
      answers["/"] = ({ headers }) =>
        headers.get("if-none-match") === '"1"'
          ? new Response(null, { status: 304 })
          : html(page("+47 22 00 00 00"), { etag: '"2"' })(new Request(site.origin));
      const id = await room.addCustomer();
      const first = await room.ended(id);
      assertEquals([first.outcome, (await ask(customers.getById, { id })).phone], ["ok", "+47 22 00 00 00"]);
      answers["/"] = ({ headers }) =>
        new Response(null, { status: headers.get("if-none-match") === '"2"' ? 304 : 500 });
      const again = await room.enrichAgain(id);
      assertEquals([again.status, again.outcome, again.receipt?.notModified], ["succeeded", "unchanged", 1]);
      const still = await ask(customers.getById, { id });
      assertEquals([still.phone, still.enrichmentStatus], ["+47 22 00 00 00", "completed"]);
      answers["/"] = html(page("+47 23 00 00 00"), { etag: '"3"' });
      assertEquals((await room.enrichAgain(id)).outcome, "ok");
      assertEquals((await ask(customers.getById, { id })).phone, "+47 23 00 00 00");
      await ask(customers.clearEnrichment, { id });
      assertEquals((await room.enrichAgain(id)).outcome, "ok", "cleared: it is to be read, changed or not");
      assertEquals((await ask(customers.getById, { id })).phone, "+47 23 00 00 00");
    },
  );

  await t.step(
    "a passing trouble: it waits with its reason, and the next attempt fills the fields",
    async () => {
      const asked = site.arrivals.length;
      answers["/"] = () => new Response("", { status: 503, headers: { "retry-after": "300" } });
      const id = await room.addCustomer();
      const waiting = await until("the pause", async () => {
        const run = await readRun(store, id);
        return run.nextAttemptAt !== null && run;
      });
      assertEquals([waiting.status, waiting.outcome, waiting.attempt], ["queued", "http_error", 1]);
      assertGreater(Date.parse(waiting.nextAttemptAt!) - Date.now(), 200_000, "as the site asked");
      assertEquals((await ask(customers.getById, { id })).enrichmentStatus, "pending");
      answers["/"] = html(page("+47 21 00 00 00"));
      await sql`update enrichment_runs set not_before = now() where id = ${waiting.id}`;
      await enqueueJob(sql, { teamId: store.mesh.teamId, runId: waiting.id, generation: 1, offer: 1 });
      const ended = await room.ended(id);
      assertEquals([ended.id, ended.status, ended.attempt], [waiting.id, "succeeded", 2]);
      assertEquals(ended.receipt?.fetches, site.arrivals.length - asked);
      assertEquals((await ask(customers.getById, { id })).phone, "+47 21 00 00 00");
    },
  );

  await t.step("cancelled while it waits for its next attempt: it never comes", async () => {
    answers["/"] = () => new Response("", { status: 503, headers: { "retry-after": "300" } });
    const id = await room.addCustomer();
    const waiting = await until("the pause", async () => {
      const run = await readRun(store, id);
      return run.nextAttemptAt !== null && run;
    });
    assertEquals((await ask(customers.cancelEnrichment, { id })).cancelled, true);
    const asked = site.arrivals.length;
    await enqueueJob(sql, { teamId: store.mesh.teamId, runId: waiting.id, generation: 1, offer: 1 });
    answers["/"] = html(page("+47 21 00 00 00"));
    // Jobs are taken in order, so once a later run has ended this one has been offered.
    const later = await room.addCustomer();
    await room.ended(later);
    assertEquals((await readRun(store, id)).status, "cancelled");
    assertEquals(site.arrivals.length - asked, 2, "those of the later run");
  });

  await t.step("a lasting trouble ends it at once, and says what to do", async () => {
    answers["/"] = () => new Response("", { status: 410 });
    const gone = await room.ended(await room.addCustomer());
    assertEquals([gone.status, gone.outcome, gone.attempt], ["failed", "gone", 1]);
    assertEquals(gone.nextStep, "Enter the company's present website; this page is no longer there.");
    answers["/robots.txt"] = () => new Response("User-agent: *\nDisallow: /");
    const blocked = await room.ended(await room.addCustomer());
    assertEquals([blocked.outcome, blocked.attempt], ["blocked_by_robots", 1]);
    delete answers["/robots.txt"];
  });

  await t.step("many at once through a filter, to the end", async () => {
    answers["/"] = html(page("+47 21 00 00 00"));
    const ids = [];
    for (let n = 0; n < 6; n++) ids.push(await room.addCustomer({ industry: "Retail" }));
    for (const id of ids) await room.ended(id);
    const { batch } = await ask(customers.enrichMany, { filter: { industry: "Retail" } });
    const ended = await until("the end", async () => {
      const now = (await ask(customers.getEnrichmentBatch, { batchId: batch.id })).batch;
      return now.status === "ended" && now;
    }, 30_000);
    assertEquals([ended.total, ended.seen, ended.skipped, ended.runs], [6, 6, 0, { succeeded: 6 }]);
  });
});
