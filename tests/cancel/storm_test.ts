/**
 * Many runs, cancels at any moment, and whatever can break does: each run has one final state, and nothing of a
 * cancelled one lands. `MESH_STORM_RUNS=1000 deno task test tests/cancel/storm_test.ts` is the full storm;
 * `MESH_STORM_SEED` repeats one.
 */
import { assert, assertEquals } from "@std/assert";
import { customers } from "shared/contract/mod.ts";
import { until } from "shared/test_until.ts";
import { createChance } from "../../infra/seed/random.ts";
import { hasTestServers } from "../../infra/test_mesh.ts";
import type { RunStore } from "../../services/enrichment/run/run_store.ts";
import { aCustomer } from "../../services/store/test_store.ts";
import { startStoreProcess, startWorkerProcess } from "./test_processes.ts";
import { openRoom, type Room, SHORT_LEASE, type TestRun, TIMING } from "./test_room.ts";
import { startOwnBroker } from "./test_own_broker.ts";

const ignore = !hasTestServers();
const RUNS = Number(Deno.env.get("MESH_STORM_RUNS") ?? 80);
const SEED = Number(Deno.env.get("MESH_STORM_SEED") ?? Math.floor(Math.random() * 1_000_000));
/** For each run; a whole storm is bounded so. */
const LIMIT_MS = 30_000 + RUNS * 250;

/** The same numbers for the same seed, so that a failure can be seen again. */
function dice(seed: number): (below: number) => number {
  const chance = createChance(seed);
  return (below) => chance.integer(0, below - 1);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What came out so far. */
interface Tally {
  /** What a cancel was answered, by run. */
  readonly answered: Map<string, boolean>;
  /** Results that came when the run was no longer the worker's. */
  refused: number;
}

/** Its results are under way for a while; some runs are cancelled just then. */
function slowly(room: Room, tally: Tally, roll: (below: number) => number): (store: RunStore) => RunStore {
  let results = 0;
  return (store) => ({
    ...store,
    close: async (input, signal) => {
      if (input.result !== "succeeded") return await store.close(input, signal);
      if (results++ % 3 === 0) await cancelOne(room, tally, await findRun(room, input.runId));
      else await pause(roll(300));
      const closed = await store.close(input, new AbortController().signal);
      if (!closed.accepted) tally.refused++;
      return closed;
    },
  });
}

async function findRun({ store: { sql } }: Room, runId: string): Promise<TestRun> {
  const [run] = await sql<TestRun[]>`
    select customer_id, id as run_id from enrichment_runs where id = ${runId}
  `;
  return run!;
}

/** Asks until it is answered: only what was answered is a promise. */
async function cancelOne(room: Room, { answered }: Tally, run: TestRun): Promise<void> {
  const answer = await until("an answer", () => room.cancel(run).catch(() => undefined), LIMIT_MS);
  answered.set(run.runId, answer.cancelled);
}

async function addRuns(room: Room): Promise<TestRun[]> {
  const runs: TestRun[] = [];
  for (let left = RUNS; left > 0; left -= 50) {
    const website = `http://${room.site.address}/page`;
    const items = Array.from({ length: Math.min(50, left) }, () => aCustomer({ website }));
    const { results } = await room.store.ask(customers.upsertMany, { items });
    const ids = results.map(({ customer }) => customer!.id);
    const rows = await room.store.sql<TestRun[]>`
      select customer_id, id as run_id from enrichment_runs where customer_id = any(${ids}::uuid[])
    `;
    runs.push(...rows);
  }
  return runs;
}

/** Every other one, each at its own moment. */
async function cancelSome(
  room: Room,
  tally: Tally,
  { runs, roll }: { runs: readonly TestRun[]; roll: (below: number) => number },
): Promise<void> {
  const chosen = runs.filter(() => roll(2) > 0);
  await Promise.all(chosen.map(async (run) => {
    await pause(roll(RUNS * 60));
    await cancelOne(room, tally, run);
  }));
}

/** One after another: processes die and are frozen, leases run out, the broker dies. */
async function breakThings(room: Room, broker: { kill(): Promise<void>; start(): Promise<void> }) {
  const worker = await startWorkerProcess(room, SHORT_LEASE);
  const store = await startStoreProcess(room);
  await pause(500);
  Deno.kill(worker.child.pid, "SIGSTOP");
  await expireLeases(room);
  await store.kill();
  Deno.kill(worker.child.pid, "SIGCONT");
  await pause(300);
  await broker.kill();
  await broker.start();
  await pause(300);
  await worker.kill();
  await expireLeases(room);
}

/** Also those of workers that live: they are fenced as the dead are. */
async function expireLeases({ store: { sql } }: Room): Promise<void> {
  await sql`
    update enrichment_runs set lease_until = now() - interval '2 seconds', announced_at = now() - interval '1 minute'
    where status = 'running'
  `;
}

/** As many as are left; what died with its message is offered again sooner than after a minute. */
async function countUnfinished({ store: { sql } }: Room): Promise<number> {
  const rows = await sql`
    update enrichment_runs set announced_at = now() - interval '2 minutes'
    where status = 'queued' and announced_at < now() - interval '3 seconds'
  `.then(() => sql`select 1 from enrichment_runs where status in ('queued', 'running')`);
  return rows.length;
}

interface Ending {
  readonly runId: string;
  readonly status: string;
  readonly path: string[];
  readonly hasValues: boolean;
  readonly hasWrites: boolean;
}

async function readEndings({ store: { sql } }: Room): Promise<Ending[]> {
  return await sql<Ending[]>`
    select r.id as run_id, r.status,
      array(select status from enrichment_run_transitions t where t.run_id = r.id order by position) as path,
      exists (select 1 from enrichment_values v where v.run_id = r.id) as has_values,
      exists (select 1 from enrichment_writes w where w.run_id = r.id) as has_writes
    from enrichment_runs r
  `;
}

function assertOneEnd({ runId, status, path, hasValues, hasWrites }: Ending): void {
  const ends = path.filter((each) => each !== "queued" && each !== "running");
  assertEquals([ends, path.at(-1)], [[status], status], `${runId}, seed ${SEED}: ${path}`);
  const isSuccess = status === "succeeded" || status === "partial";
  assertEquals([hasValues, hasWrites], [isSuccess, isSuccess], `${runId}, seed ${SEED}: ${status}`);
}

Deno.test(
  { name: "a storm of runs, cancels and broken parts: one end for each, and it stays", ignore },
  async () => {
    await using broker = await startOwnBroker();
    await using room = await openRoom(broker.mesh);
    const roll = dice(SEED);
    const tally: Tally = { answered: new Map(), refused: 0 };
    const around = slowly(room, tally, roll);
    const workers = [
      await room.startWorker({
        control: "lost",
        around,
        timing: { ...TIMING, heartbeatMs: 60_000, selfAbortMs: 90_000 },
      }),
      await room.startWorker({ control: "doubled", timing: SHORT_LEASE }),
    ];
    const runs = await addRuns(room);
    await Promise.all([cancelSome(room, tally, { runs, roll }), breakThings(room, broker)]);
    await until("every end", async () => await countUnfinished(room) === 0, LIMIT_MS);
    await Promise.all(workers.map((worker) => worker.stop()));
    const endings = await readEndings(room);
    assertEquals(endings.length, RUNS);
    endings.forEach(assertOneEnd);
    for (const { runId, status } of endings) {
      const answer = tally.answered.get(runId);
      if (answer !== undefined) assertEquals(answer, status === "cancelled", `${runId}, seed ${SEED}`);
    }
    await until("closed sockets", () => Promise.resolve(room.site.openSockets.size === 0));
    assert(tally.refused > 0, "no result came late: the storm was too quiet to prove anything");
  },
);
