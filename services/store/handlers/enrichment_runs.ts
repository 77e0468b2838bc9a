/** What a worker may do with a run: claim it, report, end it. Each is one conditional update. */
import type { HandlerContext, Handlers } from "shared/bus/mod.ts";
import { MAX_ATTEMPTS, type RunStatus } from "shared/contract/enrichment_runs.ts";
import type { Changes } from "shared/contract/messages.ts";
import { enrichmentRuns } from "shared/contract/mod.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { runCommand, runQuery, type Unit } from "../command.ts";
import { type CustomerRow, findCustomer, lockCustomer, updateCustomerFields } from "../queries/customers.ts";
import {
  claimRun,
  confirmStop,
  extendLease,
  failExhaustedRun,
  findRun,
  findRunStanding,
  finishRun,
  requeueRun,
  type RunEnd,
  type RunRow,
} from "../queries/enrichment_runs.ts";
import {
  listFilledFields,
  setEnrichmentStatus,
  upsertEnrichmentValues,
} from "../queries/enrichment_values.ts";
import { listDifferences } from "../rules/changes.ts";
import { deriveValues } from "../rules/derive_values.ts";
import { placeValues, toFieldValues } from "../rules/merge_profile.ts";
import type { Store } from "../store.ts";

type CloseInput = ParsedInputOf<typeof enrichmentRuns.close>;
type OpenInput = ParsedInputOf<typeof enrichmentRuns.open>;

export function enrichmentRunHandlers(store: Store): Handlers<typeof enrichmentRuns> {
  return {
    open: (input, context) =>
      runCommand(
        store,
        enrichmentRuns.open,
        input,
        forTeam(context, input.teamId),
        (unit) => open(unit, input),
      ),
    progress: (input) =>
      runQuery(async () => {
        const isHeld = await extendLease(store.sql, input, input.progress);
        return { state: isHeld ? "running" as const : "stopped" as const };
      }),
    close: (input, context) =>
      runCommand(
        store,
        enrichmentRuns.close,
        input,
        forTeam(context, input.teamId),
        (unit) => close(unit, input),
      ),
  };
}

/** Workers act for the team of the run; the broker lets nobody else ask for these operations. */
function forTeam(context: HandlerContext, teamId: string): HandlerContext {
  return { ...context, caller: { ...context.caller, teamId } };
}

async function open(unit: Unit, input: OpenInput) {
  const run = await claimRun(unit.sql, input);
  if (!run) return await refuse(unit, input);
  const customer = await findCustomer(unit.sql, unit.teamId, run.customerId);
  if (!customer) return { state: "ended" as const };
  await setEnrichmentStatus(unit.sql, { teamId: unit.teamId, customerId: customer.id }, "processing");
  await unit.emit({
    name: "enrichment.started",
    customerId: customer.id,
    data: { runId: run.id, attempt: run.attempt },
  });
  const subject = { name: customer.name, website: run.website, email: customer.email };
  return { state: "open" as const, generation: run.generation, attempt: run.attempt, subject };
}

async function refuse(unit: Unit, input: OpenInput) {
  const exhausted = await failExhaustedRun(unit.sql, input.teamId, input.runId);
  if (exhausted) await tellEnd(unit, exhausted, "failed");
  const standing = await findRunStanding(unit.sql, input.teamId, input.runId);
  if (standing?.status !== "queued" && standing?.status !== "running") return { state: "ended" as const };
  return { state: "busy" as const, retryAfterMs: Math.max(100, Math.ceil(standing.waitMs)) };
}

async function close(
  unit: Unit,
  input: CloseInput,
): Promise<{ accepted: boolean; status: RunStatus | null }> {
  const run = await findRun(unit.sql, input.teamId, input.runId);
  if (!run) return { accepted: false, status: null };
  if (input.result === "aborted") return await confirmAborted(unit, input, run);
  // Everyone locks the customer before the run, so a cancel and a finish wait for each other instead of deadlocking.
  const customer = await lockCustomer(unit.sql, unit.teamId, { id: run.customerId });
  const ended = customer &&
    (input.result === "retry" && run.attempt < MAX_ATTEMPTS
      ? await giveBack(unit, input)
      : await finish(unit, input, customer));
  if (ended) return { accepted: true, status: ended.status };
  return await answerLateClose(unit, input);
}

async function confirmAborted(unit: Unit, input: CloseInput, run: RunRow) {
  const at = await confirmStop(unit.sql, input);
  if (at) unit.afterCommit(() => unit.store.stopConfirmations.confirm(input.runId, at));
  return { accepted: at !== undefined, status: run.status };
}

async function giveBack(unit: Unit, input: CloseInput): Promise<RunRow | undefined> {
  const run = await requeueRun(unit.sql, input, input.retryAfterMs);
  if (!run) return undefined;
  await setEnrichmentStatus(unit.sql, { teamId: unit.teamId, customerId: run.customerId }, "pending");
  await unit.announceRun(run.id, run.generation);
  return run;
}

async function finish(unit: Unit, input: CloseInput, customer: CustomerRow): Promise<RunRow | undefined> {
  const status = input.result === "succeeded" || input.result === "partial" ? input.result : "failed";
  const end: RunEnd = { status, outcome: input.outcome, message: input.message };
  const run = await finishRun(unit.sql, input, end);
  if (!run) return undefined;
  const changes = status === "failed" ? {} : await saveValues(unit, run, customer, input.values);
  await tellEnd(unit, run, status === "failed" ? "failed" : "completed", changes);
  return run;
}

async function saveValues(
  unit: Unit,
  run: RunRow,
  customer: CustomerRow,
  found: CloseInput["values"],
): Promise<Changes> {
  const { sql, teamId } = unit;
  const filledFields = await listFilledFields(sql, teamId, customer.id);
  const placed = placeValues(found, {
    current: { ...customer },
    editedFields: customer.editedFields,
    filledFields,
  });
  const values = toFieldValues(placed);
  const changes = listDifferences(customer, values, Object.keys(values));
  if (Object.keys(changes).length > 0) {
    const written = { ...values, ...deriveValues(values, customer) };
    await updateCustomerFields(sql, teamId, customer.id, { values: written });
  }
  await upsertEnrichmentValues(sql, { teamId, customerId: customer.id, runId: run.id }, placed);
  return changes;
}

async function tellEnd(
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

/** A repeated close of the same claim is a success; one of a claim that is no more is dropped. */
async function answerLateClose(unit: Unit, input: CloseInput) {
  const standing = await findRunStanding(unit.sql, input.teamId, input.runId);
  const isOurs = standing?.generation === input.generation && standing.status !== "running";
  return { accepted: isOurs, status: standing?.status ?? null };
}
