/** Queues the runs of an order for many, a bounded number at a time, so that whoever comes meanwhile does not wait long. */
import { customers } from "shared/contract/mod.ts";
import { runCommand } from "../command/command.ts";
import { ownContext } from "../own_context.ts";
import {
  type BatchPlace,
  type BatchRow,
  findBatch,
  listUnfinishedBatches,
  lockBatch,
  lockCandidates,
  updateBatch,
} from "../queries/enrichment_batches.ts";
import { countUnfinishedRuns } from "../queries/enrichment_runs.ts";
import type { Store } from "../store.ts";
import type { Unit } from "../command/unit.ts";
import { MAX_UNFINISHED_RUNS, startRun } from "./runs.ts";
import { findMatching } from "./search_customers.ts";
import { sellersCalendar } from "./sellers_today.ts";

/** Of one batch. */
const MAX_ACTIVE = 100;

/** In one round. */
const MAX_BATCHES = 100;

/**
 * Takes up the batches in turn, each with one step in a transaction of its own: whoever has many that cannot go on keeps
 * nobody else's from their turn.
 */
export function queueInTurn(): (store: Store) => Promise<void> {
  let after: BatchPlace | undefined;
  return async (store) => {
    const batches = await listUnfinishedBatches(store.sql, { after, limit: MAX_BATCHES });
    after = batches.length === MAX_BATCHES ? batches.at(-1) : undefined;
    for (const batch of batches) await step(store, batch);
  };
}

async function step(store: Store, batch: BatchPlace & { requestedBy: string }): Promise<void> {
  try {
    const context = ownContext(store, batch.teamId, batch.requestedBy);
    const work = (unit: Unit) => advance(unit, batch.id);
    await runCommand({ store, operation: customers.enrichMany, input: batch, context, work });
  } catch (error) {
    store.log.warn("a batch could not be advanced", { teamId: batch.teamId, batchId: batch.id, error });
  }
}

async function advance(unit: Unit, id: string): Promise<void> {
  const batch = await lockBatch(unit.sql, { teamId: unit.teamId, id }, "skip");
  if (batch?.status === "queuing") await queueSome(unit, batch);
  else if (batch?.status === "running" && countActive(batch) === 0) await end(unit, batch);
}

async function queueSome(unit: Unit, batch: BatchRow): Promise<void> {
  const unfinished = await countUnfinishedRuns(unit.sql, unit.teamId);
  const limit = Math.min(MAX_ACTIVE - countActive(batch), MAX_UNFINISHED_RUNS - unfinished);
  if (limit <= 0) return;
  const calendar = await sellersCalendar(unit.sql, unit.teamId);
  const { matches } = await findMatching(unit.sql, unit.teamId, batch.filter.q);
  const candidates = await lockCandidates(unit.sql, batch, { calendar, matches, limit });
  const fit = candidates.filter(({ website, hasRun }) => website !== null && !hasRun);
  for (const customer of fit) await startRun(unit, customer, "batch", batch.id);
  await updateBatch(unit.sql, batch, {
    status: candidates.length < limit ? "running" : "queuing",
    seen: batch.seen + candidates.length,
    skipped: batch.skipped + candidates.length - fit.length,
    lastSeenId: candidates.at(-1)?.id ?? batch.lastSeenId,
  });
}

async function end(unit: Unit, batch: BatchRow): Promise<void> {
  await updateBatch(unit.sql, batch, { status: "ended", endedAt: new Date().toISOString() });
  await tellBatchEnd(unit, batch.id);
}

export async function tellBatchEnd(unit: Unit, batchId: string): Promise<void> {
  const batch = await findBatch(unit.sql, unit.teamId, batchId);
  const { status, seen, skipped, runs } = batch!;
  await unit.emit({
    name: "enrichment.batchEnded",
    customerId: null,
    data: { batchId, status, seen, skipped, runs },
  });
}

function countActive({ runs }: BatchRow): number {
  return (runs.queued ?? 0) + (runs.running ?? 0);
}
