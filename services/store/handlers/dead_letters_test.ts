import { assert, assertEquals } from "@std/assert";
import { type Bus, encodeJson, ensureStreams, ingestSubject } from "shared/bus/mod.ts";
import { MAX_ATTEMPTS } from "shared/contract/enrichment_runs.ts";
import { customers, deadLetters, enrichmentRuns, invoices } from "shared/contract/mod.ts";
import { createLog } from "shared/log.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers, type TestMesh } from "../../../infra/test_mesh.ts";
import { newRun, openRun, SYSTEM } from "./test_enrichment.ts";
import { aCustomer, anInvoice, connect, refusal, takeTestStore, type TestStore } from "../test_store.ts";

const ignore = !hasTestServers();
const OPERATOR = { caller: { teamId: "system", actor: "operator", door: "mesh" } };
/** As `streams.ts` says. */
const DELIVERIES = { INGEST: 10, JOBS: 50 };

const listLetters = async ({ ask }: TestStore, filter = {}) =>
  (await ask(deadLetters.list, filter, OPERATOR)).data;

const firstLetter = (store: TestStore, filter: object) =>
  until("a dead letter", async () => (await listLetters(store, filter))[0]);

const retry = ({ ask }: TestStore, sequence: number) => ask(deadLetters.retry, { sequence }, OPERATOR);

/** The letter goes a moment after the answer. */
const isGone = (store: TestStore, sequence: number) =>
  until("it is gone", async () => !(await listLetters(store)).some((letter) => letter.sequence === sequence));

/** Takes what the stream delivers and never is done with it, until it is delivered no more. */
async function wearOut(bus: Bus, stream: "INGEST" | "JOBS", durable: string): Promise<void> {
  for (let taken = 0; taken < DELIVERIES[stream];) {
    const [delivery] = await bus.pull(stream, durable, { max: 1, waitMs: 1_000 });
    if (!delivery) continue;
    taken = delivery.deliveryCount;
    delivery.retryAfter(0);
  }
}

Deno.test({ name: "dead letters of commands", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask, mesh } = store;
  const publisher = await connect(mesh, "store_publisher", store.log);
  const subject = ingestSubject(invoices.record, mesh.teamId);
  const publish = (body: Uint8Array) =>
    publisher.publishDurable(subject, body, { messageId: crypto.randomUUID() });

  const publishInvalid = async (body: Uint8Array) => {
    const { sequence: after } = (await listLetters(store)).at(-1)!;
    await publish(body);
    return (await firstLetter(store, { reason: "INVALID", after })).sequence;
  };

  await t.step("are listed, shown whole, and retried once what was missing is there", async () => {
    const externalId = crypto.randomUUID();
    const invoice = anInvoice({ customerExternalId: externalId });
    await publish(encodeJson(invoice));
    const letter = await firstLetter(store, { stream: "INGEST", reason: "NOT_FOUND" });
    assertEquals([letter.subject, letter.runId, typeof letter.message], [subject, null, "string"]);
    const whole = await ask(deadLetters.get, { sequence: letter.sequence }, OPERATOR);
    assertEquals(JSON.parse((whole.content as { body: string }).body), invoice);
    const { id } = await ask(customers.upsert, aCustomer({ externalId }));
    assertEquals(await retry(store, letter.sequence), { retried: true, runId: null });
    await until("the invoice", async () => (await ask(customers.getById, { id })).invoiceCount === 1);
    await isGone(store, letter.sequence);
    assertEquals((await refusal(retry(store, letter.sequence))).code, "NOT_FOUND");
  });

  await t.step("retried in vain, it is a letter again", async () => {
    await publish(encodeJson(anInvoice({ lines: [] })));
    const first = await firstLetter(store, { reason: "INVALID" });
    await retry(store, first.sequence);
    const again = await firstLetter(store, { reason: "INVALID", after: first.sequence });
    assertEquals(again.subject, first.subject);
    await isGone(store, first.sequence);
  });

  await t.step("what is no JSON cannot be retried, and stays", async () => {
    const sequence = await publishInvalid(new TextEncoder().encode("{not json"));
    assertEquals((await refusal(retry(store, sequence))).code, "CONFLICT");
    assertEquals((await listLetters(store)).at(-1)!.sequence, sequence);
  });

  await t.step("what grows beyond a message when it is quoted is cut, not lost", async () => {
    const sequence = await publishInvalid(new Uint8Array(200 * 1024).fill(1));
    const { content } = await ask(deadLetters.get, { sequence }, OPERATOR);
    const { body, isCut } = content as { body: string; isCut: boolean };
    assertEquals([isCut, body.length, body.charCodeAt(0)], [true, 64_000, 1]);
  });

  await t.step("are listed in pages, oldest first", async () => {
    const all = await listLetters(store);
    const page = await ask(deadLetters.list, { pageSize: 1 }, OPERATOR);
    assertEquals([page.data, page.next], [all.slice(0, 1), all[0]!.sequence]);
    const rest = await ask(deadLetters.list, { after: page.next! }, OPERATOR);
    assertEquals([rest.data, rest.next], [all.slice(1), null]);
    assertEquals(deadLetters.list.output.parse(rest), rest);
    assert(all.length > 1);
  });

  await t.step("are nothing that a team can ask for", async () => {
    assertEquals((await refusal(ask(deadLetters.list, {}))).code, "UNAVAILABLE");
  });
  await publisher.close();
});

Deno.test({ name: "dead letters of runs", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask, sql, mesh } = store;
  const readRun = async (id: string) => (await ask(customers.getEnrichment, { id })).run!;

  await t.step("a run that was tried too often is retried as a new one, once", async () => {
    const { customer, run, claim } = await newRun(store);
    await sql`update enrichment_runs set attempt = ${MAX_ATTEMPTS} where id = ${run.id}`;
    assertEquals(await ask(enrichmentRuns.open, { ...claim, worker: "w" }, SYSTEM), { state: "ended" });
    const letter = await firstLetter(store, { stream: "JOBS", reason: "exhausted" });
    assertEquals([letter.runId, letter.customerId], [run.id, customer.id]);
    assertEquals([(await readRun(customer.id)).status, letter.message], [
      "failed",
      (await readRun(customer.id)).message,
    ]);
    const { runId } = await retry(store, letter.sequence);
    const next = await readRun(customer.id);
    assertEquals([next.id, next.status, next.trigger], [runId, "queued", "requested"]);
    await isGone(store, letter.sequence);
  });

  await t.step("a job that is delivered too often fails its run and becomes a letter", async () => {
    const worker = await connect(mesh, "enrichment", store.log);
    // What was announced before is not what this is about.
    for (let left = true; left;) {
      const deliveries = await worker.pull("JOBS", "enrichment", { max: 64, waitMs: 1_000 });
      await Promise.all(deliveries.map((delivery) => delivery.ack()));
      left = deliveries.length > 0;
    }
    const { customer, run } = await newRun(store);
    await wearOut(worker, "JOBS", "enrichment");
    // The server tells of it when it is asked for the next message.
    await worker.pull("JOBS", "enrichment", { max: 1, waitMs: 1_000 });
    const letter = await firstLetter(store, { stream: "JOBS", reason: "undeliverable" });
    assertEquals([letter.runId, letter.customerId], [run.id, customer.id]);
    const { status, outcome, nextStep } = await readRun(customer.id);
    assertEquals([status, outcome, typeof nextStep], ["failed", "undeliverable", "string"]);
    assertEquals((await ask(customers.getById, { id: customer.id })).enrichmentStatus, "failed");
    await worker.close();
  });

  await t.step("a run that somebody is at outlives its worn-out message", async () => {
    const worker = await connect(mesh, "enrichment", store.log);
    const { customer, claim } = await newRun(store);
    await openRun(store, claim);
    await wearOut(worker, "JOBS", "enrichment");
    const { run: behind } = await newRun(store);
    await wearOut(worker, "JOBS", "enrichment");
    await worker.pull("JOBS", "enrichment", { max: 1, waitMs: 1_000 });
    // Told of in their order: when the second has become a letter, the first has been looked at.
    await until(
      "the second letter",
      async () =>
        (await listLetters(store, { reason: "undeliverable" })).some(({ runId }) => runId === behind.id),
    );
    assertEquals((await readRun(customer.id)).status, "running");
    await worker.close();
  });
});

/** The store's own process has died at it each time. */
async function publishWornOut(mesh: TestMesh): Promise<void> {
  const publisher = await connect(mesh, "store_publisher", createLog({ service: "store", level: "error" }));
  await ensureStreams(publisher, { totalMib: 64 });
  const subject = ingestSubject(customers.upsert, mesh.teamId);
  await publisher.publishDurable(subject, encodeJson(aCustomer()), { messageId: "worn-out" });
  await wearOut(publisher, "INGEST", "store");
  await publisher.close();
}

Deno.test(
  { name: "a command that is delivered too often becomes a dead letter, and is told", ignore },
  async () => {
    await using store = await takeTestStore({ prepare: (_sql, mesh) => publishWornOut(mesh) });
    const letter = await firstLetter(store, { stream: "INGEST", reason: "undeliverable" });
    assertEquals(letter.subject, ingestSubject(customers.upsert, store.mesh.teamId));
    const { content } = await store.ask(deadLetters.get, { sequence: letter.sequence }, OPERATOR);
    assertEquals((content as { deliveryCount: number }).deliveryCount, DELIVERIES.INGEST);
    await until("the event", async () => {
      const rows = await store.sql`
      select 1 from history where name = 'ingest.rejected' and data->>'messageId' = 'worn-out'
    `;
      return rows.length === 1;
    });
    await retry(store, letter.sequence);
    await until("the customer", async () => (await store.ask(customers.get, {})).data.length === 1);
  },
);
