/** Enriching all customers that a filter matches: order it, look how far it is, stop it as a whole. */
import { type Handlers, HEADERS } from "shared/bus/mod.ts";
import type { EnrichmentBatch } from "shared/contract/customer_enrichment.ts";
import type { CustomerSelection } from "shared/contract/customer_list.ts";
import { customers } from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import { handleCommand } from "../command/command.ts";
import { countCustomers } from "../queries/customer_list.ts";
import {
  type BatchRow,
  countUnfinishedBatches,
  findBatch,
  insertBatch,
  lockBatch,
  lockBatchOrders,
  lockCustomersOfBatch,
  updateBatch,
} from "../queries/enrichment_batches.ts";
import { runQuery } from "../run_query.ts";
import { tellBatchEnd } from "../steps/queue_batches.ts";
import { stopRun } from "../steps/runs.ts";
import { findMatching } from "../steps/search_customers.ts";
import { sellersCalendar } from "../steps/sellers_today.ts";
import type { Store } from "../store.ts";
import type { Unit } from "../command/unit.ts";

/** How many unfinished orders a team may have; each holds places in the queue. */
const MAX_UNFINISHED_BATCHES = 5;

type Names = "enrichMany" | "getEnrichmentBatch" | "cancelEnrichmentBatch";

export function enrichmentBatchHandlers(store: Store): Pick<Handlers<typeof customers>, Names> {
  return {
    enrichMany: handleCommand(store, customers.enrichMany, (unit, { filter }) => order(unit, filter)),
    getEnrichmentBatch: ({ batchId }, { caller }) =>
      runQuery(async () => ({ batch: toBatch(await findBatch(store.sql, caller.teamId, batchId)) })),
    cancelEnrichmentBatch: handleCommand(
      store,
      customers.cancelEnrichmentBatch,
      (unit, { batchId }) => cancel(unit, batchId),
    ),
  };
}

/** Only remembered here; the sweeper queues the runs, some at a time. */
async function order(unit: Unit, filter: CustomerSelection) {
  const { sql, teamId, context } = unit;
  await lockBatchOrders(sql, teamId);
  if (await countUnfinishedBatches(sql, teamId) >= MAX_UNFINISHED_BATCHES) {
    throw new OperationError("OVERLOADED", "Too many orders for many are under way", {
      details: { retryAfterMs: 60_000 },
    });
  }
  const calendar = await sellersCalendar(sql, teamId);
  const { matches } = await findMatching(sql, teamId, filter.q);
  const total = await countCustomers(sql, teamId, { filters: filter, calendar, matches });
  const batch = await insertBatch(sql, { teamId, filter, total, requestedBy: context.caller.actor });
  const data = { batchId: batch.id, total, filter };
  await unit.emit({ name: "enrichment.batchQueued", customerId: null, data });
  context.reply[HEADERS.outcome] = "accepted";
  return { batch: toBatch(batch) };
}

/** The decision is the commit, as for one run: nothing of the batch lands or starts after it. */
async function cancel(unit: Unit, batchId: string) {
  const { sql, teamId } = unit;
  const batch = await lockBatch(sql, { teamId, id: batchId }, "wait");
  if (batch?.status === "queuing" || batch?.status === "running") {
    const end = { status: "cancelled" as const, reason: "The order for many was cancelled", batchId };
    for (const customer of await lockCustomersOfBatch(sql, batch)) await stopRun(unit, customer, end);
    await updateBatch(sql, batch, { status: "cancelled", endedAt: new Date().toISOString() });
    await tellBatchEnd(unit, batchId);
  }
  const now = toBatch(await findBatch(sql, teamId, batchId));
  return { cancelled: now.status === "cancelled", batch: now };
}

/** @throws {OperationError} NOT_FOUND */
function toBatch(row: BatchRow | undefined): EnrichmentBatch {
  if (!row) throw new OperationError("NOT_FOUND", "Batch not found");
  const { teamId: _team, filter: _filter, lastSeenId: _seen, requestedBy: _by, ...batch } = row;
  return batch;
}
