/** A real store, real workers and a site that can be held at any point: the room in which every race is run. */
import { assertEquals } from "@std/assert";
import { type Bus, connectNats, encodeJson, jobSubject } from "shared/bus/mod.ts";
import { customers } from "shared/contract/mod.ts";
import { createLog } from "shared/log.ts";
import { until } from "shared/test_until.ts";
import type { TestMesh } from "../../infra/test_mesh.ts";
import type { SecondSource } from "../../services/enrichment/ask/source.ts";
import { enrich, type EnrichOptions } from "../../services/enrichment/enrich.ts";
import { createFetcher } from "../../services/enrichment/fetch/fetch_page.ts";
import type { Lookup } from "../../services/enrichment/fetch/resolve_host.ts";
import type { Reader } from "../../services/enrichment/read/reader.ts";
import type { LeaseTiming } from "../../services/enrichment/run/lease.ts";
import { createRunStore, type RunStore } from "../../services/enrichment/run/run_store.ts";
import { Worker } from "../../services/enrichment/worker.ts";
import { aCustomer, connect, takeTestStore, type TestStore } from "../../services/store/test_store.ts";
import { type HoldableSite, PATIENCE_MS, startHoldableSite } from "./test_holdable_site.ts";

/** A machine that stands still for a while must not make a worker give its run up. */
export const TIMING: LeaseTiming = { heartbeatMs: 300, selfAbortMs: 60_000, retryMs: 100 };

/** For who wants to see just that. */
export const SHORT_LEASE: LeaseTiming = { ...TIMING, selfAbortMs: 1_200 };

/** With these nothing but a control message stops a run. */
export const NO_HEARTBEAT: LeaseTiming = { heartbeatMs: 60_000, selfAbortMs: 120_000, retryMs: 100 };

/** What becomes of control messages on their way to one worker. */
export type Control = "delivered" | "lost" | "doubled";

export interface WorkerSetUp {
  readonly control?: Control;
  readonly lookup?: Lookup;
  readonly reader?: Reader;
  /** Around what the worker asks of the store. */
  readonly around?: (store: RunStore) => RunStore;
  /** A model, for what the site's own words do not tell. */
  readonly secondSource?: SecondSource;
  /** After the site was read, before the result is told. */
  readonly afterReading?: (signal: AbortSignal) => Promise<void>;
  readonly timing?: LeaseTiming;
  /** How many runs at once. */
  readonly slots?: number;
  /** Of the broker, when it is not reached directly. */
  readonly natsUrl?: string;
}

export interface Room extends AsyncDisposable {
  readonly store: TestStore;
  readonly site: HoldableSite;
  startWorker(setUp?: WorkerSetUp): Promise<RoomWorker>;
  /** A customer whose website is this path of the site (or another address), and its run. */
  addRun(website: string): Promise<TestRun>;
  /** Offers the run to the workers again. */
  announce(run: TestRun): Promise<void>;
  /** As if its lease had run out. */
  expireLease(run: TestRun): Promise<void>;
  cancel(run: TestRun): Promise<{ cancelled: boolean; status: string | undefined; isConfirmed: boolean }>;
  statusOf(run: TestRun): Promise<string>;
  stepOf(run: TestRun): Promise<string | undefined>;
  /** Done at the end in any case, before the room is given back. */
  defer(work: () => Promise<void>): void;
  /** Opened at the end in any case, so that a failed test ends too. */
  gate(): Gate;
}

export interface RoomWorker {
  /** Each line of its log, as JSON. */
  readonly log: readonly string[];
  stop(): Promise<void>;
}

export interface TestRun {
  readonly customerId: string;
  readonly runId: string;
}

/** @param mesh With a broker of its own, for a test that breaks it. */
export async function openRoom(mesh?: TestMesh): Promise<Room> {
  const stack = new AsyncDisposableStack();
  const store = stack.use(await takeTestStore({ mesh }));
  const site = await startHoldableSite();
  const gates: Gate[] = [];
  const publisher = await connect(store.mesh, "store_publisher", store.log);
  stack.defer(() => publisher.close());
  const { teamId } = store.mesh;
  return {
    store,
    site,
    startWorker: async (setUp = {}) => {
      const worker = await startWorker({ store, site, setUp });
      stack.defer(() => worker.stop());
      return worker;
    },
    addRun: async (website) => {
      const address = website.startsWith("/") ? `http://${site.address}${website}` : website;
      const { id } = await store.ask(customers.upsert, aCustomer({ website: address }));
      const { run } = await store.ask(customers.getEnrichment, { id });
      return { customerId: id, runId: run!.id };
    },
    announce: async ({ runId }) => {
      const messageId = crypto.randomUUID();
      await publisher.publishDurable(jobSubject(teamId), encodeJson({ runId, teamId }), { messageId });
    },
    expireLease: async ({ runId }) => {
      await store
        .sql`update enrichment_runs set lease_until = now() - interval '1 second' where id = ${runId}`;
    },
    cancel: async ({ customerId }) => {
      const { cancelled, run } = await store.ask(customers.cancelEnrichment, { id: customerId });
      return { cancelled, status: run?.status, isConfirmed: run?.stopConfirmedAt !== null };
    },
    statusOf: async ({ customerId }) =>
      (await store.ask(customers.getEnrichment, { id: customerId })).run!.status,
    stepOf: async ({ customerId }) =>
      (await store.ask(customers.getEnrichment, { id: customerId })).run?.progress?.step,
    defer: (work) => stack.defer(work),
    gate: () => {
      const gate = createGate();
      gates.push(gate);
      return gate;
    },
    [Symbol.asyncDispose]: async () => {
      // First what holds a worker: one that a broken guard keeps waiting would otherwise never stop.
      gates.forEach((gate) => gate.open());
      await site[Symbol.asyncDispose]();
      await stack.disposeAsync();
    },
  };
}

async function startWorker(
  { store, site, setUp }: { store: TestStore; site: HoldableSite; setUp: WorkerSetUp },
): Promise<RoomWorker> {
  const { nats } = store.mesh;
  const bus = await connectNats({
    ...nats.users.enrichment,
    url: setUp.natsUrl ?? nats.url,
    name: "enrichment",
    log: createLog({ service: "test", write: () => {} }),
  });
  const lookup: Lookup = setUp.lookup ?? (() => Promise.resolve([]));
  const fetcher = createFetcher({
    lookup,
    allowFetch: [site.address],
    politeGapMs: 0,
    pageTimeoutMs: PATIENCE_MS,
  });
  const runStore = createRunStore(bus);
  const lines: string[] = [];
  const worker = new Worker({
    bus: withControl(bus, setUp.control ?? "delivered"),
    log: createLog({ service: "test", write: (line) => lines.push(line) }),
    timing: setUp.timing ?? TIMING,
    slots: setUp.slots,
    store: setUp.around?.(runStore) ?? runStore,
    mostSpending: setUp.secondSource?.mostSpending,
    enrich: async (contact, options) => {
      const { reader, secondSource } = setUp;
      const each: EnrichOptions = { ...options, fetcher, reader, secondSource, siteTimeoutMs: PATIENCE_MS };
      const result = await enrich(contact, each);
      await setUp.afterReading?.(options.signal);
      return result;
    },
  });
  worker.start();
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    await worker.stop();
    await bus.close();
  };
  return { log: lines, stop: () => stopped ??= stop() };
}

/** The worker's connection, on which control messages are lost or come twice. */
function withControl(bus: Bus, control: Control): Bus {
  const subscribe = bus.subscribe.bind(bus);
  bus.subscribe = (subject, onMessage, options) =>
    subscribe(subject, (message) => {
      const isControl = message.subject.startsWith("control.");
      const times = !isControl || control === "delivered" ? 1 : control === "lost" ? 0 : 2;
      for (let n = 0; n < times; n++) onMessage(message);
    }, options);
  return bus;
}

/** The worker says that the last socket of a stopped run is closed. */
export async function stopConfirmed(room: Room, { runId }: TestRun, limitMs = 10_000): Promise<void> {
  await until("the worker's word", async () => {
    const [row] = await room.store.sql`select stop_confirmed_at from enrichment_runs where id = ${runId}`;
    return row!.stopConfirmedAt !== null;
  }, limitMs);
}

const REASONS = {
  message: "a control message came",
  heartbeat: "a heartbeat was answered with stopped",
} as const;

type Stopper = keyof typeof REASONS | "nothing";

/** What has stopped the runs that the worker is done with; nothing, when one came to its own end. */
export function listStoppers(log: readonly string[]): Stopper[] {
  const ends = log.filter((line) => /"msg":"run (ended|stopped)"/.test(line));
  return ends.map((line) => {
    const { reason } = JSON.parse(line);
    return reason === REASONS.message ? "message" : reason === REASONS.heartbeat ? "heartbeat" : "nothing";
  });
}

/** Whatever else ends a run confirms the stop too: only the worker knows what it was. */
export async function assertStoppedBy(
  { log }: { readonly log: readonly string[] },
  ...expected: Stopper[]
): Promise<void> {
  await until("the ends in its log", () => Promise.resolve(listStoppers(log).length >= expected.length));
  assertEquals(listStoppers(log), expected);
}

/** One final state, nothing of the run in the customer, no socket open. */
export async function assertNothingLanded(room: Room, run: TestRun): Promise<void> {
  await until("closed sockets", () => Promise.resolve(room.site.openSockets.size === 0));
  assertEquals(await listStates(room, run), ["cancelled"]);
  const { sql } = room.store;
  const [customer] = await sql`
    select description, industry, phone, enrichment_status from customers where id = ${run.customerId}
  `;
  assertEquals({ ...customer }, { description: null, industry: null, phone: null, enrichmentStatus: null });
  const values = await sql`select field from enrichment_values where customer_id = ${run.customerId}`;
  assertEquals([...values], []);
}

/** The states after `queued` and `running`, in order. */
export async function listStates(room: Room, { runId }: TestRun): Promise<string[]> {
  const rows = await room.store.sql<{ status: string }[]>`
    select status from enrichment_run_transitions where run_id = ${runId} order by position
  `;
  return rows.map(({ status }) => status).filter((status) => status !== "queued" && status !== "running");
}

/** Something that happens and then stays until it is told to go on. */
export interface Gate {
  readonly reached: Promise<void>;
  open(): void;
  pass(): Promise<void>;
}

function createGate(): Gate {
  const [reached, opened] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  return {
    reached: reached.promise,
    open: () => opened.resolve(),
    pass: async () => {
      reached.resolve();
      await opened.promise;
    },
  };
}
