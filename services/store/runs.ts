/** Starting and stopping enrichment runs: the steps that several operations share. */
import { controlSubject, encodeJson } from "shared/bus/mod.ts";
import type { Run } from "shared/contract/enrichment_runs.ts";
import type { Unit } from "./command.ts";
import type { CustomerRow } from "./queries/customers.ts";
import { endActiveRun, insertRun, type RunRow } from "./queries/enrichment_runs.ts";
import { restoreEnrichmentStatus, setEnrichmentStatus } from "./queries/enrichment_values.ts";

/** Of a team: more are refused, or wait for their turn in a batch. */
export const MAX_UNFINISHED_RUNS = 1_000;

type Subject = Pick<CustomerRow, "id" | "website">;

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
  await restoreEnrichmentStatus(unit.sql, { teamId: unit.teamId, runId: run.id });
  await unit.emit({
    name: "enrichment.ended",
    customerId: customer.id,
    data: { runId: run.id, status: run.status, outcome: run.outcome },
  });
  unit.afterCommit(() => hurryStop(unit, run, end.reason));
  return run;
}

function hurryStop(unit: Unit, run: RunRow, reason: string): void {
  const { publisher } = unit.store;
  if (!publisher.isConnected) return;
  publisher.publish(controlSubject("run", run.id), encodeJson({ reason, generation: run.generation }));
}
