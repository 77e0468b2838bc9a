/** Starting and stopping enrichment runs: the steps that several operations share. */
import { controlSubject, encodeJson } from "shared/bus/mod.ts";
import type { Run } from "shared/contract/enrichment_runs.ts";
import type { Changes } from "shared/contract/messages.ts";
import { OperationError } from "shared/errors.ts";
import type { CustomerRow } from "../queries/customers.ts";
import {
  countUnfinishedRuns,
  endActiveRun,
  findActiveRun,
  insertRun,
  type RunRow,
} from "../queries/enrichment_runs.ts";
import { restoreEnrichmentStatus, setEnrichmentStatus } from "../queries/enrichment_values.ts";
import type { Unit } from "../command/unit.ts";

/** Of one team; further runs are refused, or wait for their turn in a batch. */
export const MAX_UNFINISHED_RUNS = 1_000;

type Subject = Pick<CustomerRow, "id" | "website">;

/** Joins the run under way for the customer, or starts one. @throws {OperationError} OVERLOADED */
export async function orderRun(unit: Unit, customer: Subject): Promise<{ joined: boolean; run: RunRow }> {
  const active = await findActiveRun(unit.sql, unit.teamId, customer.id);
  if (active) return { joined: true, run: active };
  if (await countUnfinishedRuns(unit.sql, unit.teamId) >= MAX_UNFINISHED_RUNS) {
    throw new OperationError("OVERLOADED", "Too many customers wait to be enriched", {
      details: { retryAfterMs: 60_000 },
    });
  }
  return { joined: false, run: await startRun(unit, customer, "requested") };
}

export async function startRun(
  unit: Unit,
  customer: Subject,
  trigger: Run["trigger"],
  batchId: string | null = null,
): Promise<RunRow> {
  const { teamId } = unit;
  const run = await insertRun(unit.sql, {
    teamId,
    customerId: customer.id,
    trigger,
    website: customer.website,
    requestedBy: unit.context.caller.actor,
    batchId,
  });
  await setEnrichmentStatus(unit.sql, { teamId, customerId: customer.id }, "pending");
  await unit.announceRun(run.id, run.generation);
  await unit.emit({ name: "enrichment.queued", customerId: customer.id, data: { runId: run.id, trigger } });
  return run;
}

/**
 * Ends the run under way, if any, and leaves the customer as it was before it. The decision is the commit; the control
 * message after it only hurries the worker.
 */
export async function stopRun(
  unit: Unit,
  customer: Pick<CustomerRow, "id">,
  end: { status: "cancelled" | "superseded"; reason: string; batchId?: string },
): Promise<RunRow | undefined> {
  const place = { teamId: unit.teamId, customerId: customer.id };
  const run = await endActiveRun(unit.sql, place, end);
  if (!run) return undefined;
  await restoreEnrichmentStatus(unit.sql, place, run.id);
  await unit.emit({
    name: "enrichment.ended",
    customerId: customer.id,
    data: { runId: run.id, status: run.status, outcome: run.outcome },
  });
  unit.afterCommit(() => hurryStop(unit, run, end.reason));
  return run;
}

/** Where enrichment stands with the customer after a run that has ended by itself. */
export async function tellEnd(
  unit: Unit,
  run: RunRow,
  status: "completed" | "failed",
  changes?: Changes,
): Promise<void> {
  const place = { teamId: unit.teamId, customerId: run.customerId };
  await setEnrichmentStatus(unit.sql, place, status);
  await unit.emit({
    name: "enrichment.ended",
    customerId: run.customerId,
    changes,
    data: { runId: run.id, status: run.status, outcome: run.outcome },
  });
}

function hurryStop(unit: Unit, run: RunRow, reason: string): void {
  const { publisher } = unit.store;
  if (!publisher.isConnected) return;
  publisher.publish(controlSubject("run", run.id), encodeJson({ reason, generation: run.generation }));
}
