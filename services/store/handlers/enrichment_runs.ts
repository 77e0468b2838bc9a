/** What a worker may do with a run: claim it, report, end it. Each is one conditional update. */
import type { HandlerContext, Handlers } from "shared/bus/mod.ts";
import {
  MAX_ATTEMPTS,
  type Progress,
  type Receipt,
  type RunStatus,
} from "shared/contract/enrichment_runs.ts";
import { enrichmentRuns } from "shared/contract/mod.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { handleCommand, runCommand } from "../command/command.ts";
import { lockCustomer } from "../queries/customer_locks.ts";
import type { CustomerRow } from "../queries/customers.ts";
import { buryRun, giveUpRun, type Surrender } from "../steps/give_up_run.ts";
import { listKnownPages, replaceKnownPages } from "../queries/enrichment_pages.ts";
import {
  type Claim,
  claimRun,
  confirmStop,
  extendLease,
  findRun,
  findRunStanding,
  finishRun,
  lockCustomerOfRun,
  recordProgress,
  requeueRun,
  type RunEnd,
  type RunRow,
} from "../queries/enrichment_runs.ts";
import { type ClaimOfCustomer, holdSpending, settleSpending } from "../queries/enrichment_spending.ts";
import { setEnrichmentStatus } from "../queries/enrichment_values.ts";
import { addReceipts, toRun } from "../rules/run_view.ts";
import { runQuery } from "../run_query.ts";
import { tellEnd } from "../steps/runs.ts";
import { saveProfile } from "../steps/save_profile.ts";
import type { Store } from "../store.ts";
import type { Unit } from "../command/unit.ts";

type CloseInput = ParsedInputOf<typeof enrichmentRuns.close>;
type ProgressInput = ParsedInputOf<typeof enrichmentRuns.progress>;
type OpenInput = ParsedInputOf<typeof enrichmentRuns.open>;

const EXHAUSTED: Surrender = {
  minAttempts: MAX_ATTEMPTS,
  outcome: "too_many_attempts",
  message: "The site could not be read after several attempts",
  reason: "exhausted",
};

export function enrichmentRunHandlers(store: Store): Handlers<typeof enrichmentRuns> {
  return {
    open: forTeam(handleCommand(store, enrichmentRuns.open, open)),
    progress: forTeam((input, context) => progress(store, input, context)),
    close: forTeam(handleCommand(store, enrichmentRuns.close, close)),
  };
}

/** Workers act for the team of the run; the broker lets nobody else ask for these operations. */
function forTeam<Input extends { teamId: string }, Output>(
  handle: (input: Input, context: HandlerContext) => Promise<Output>,
): typeof handle {
  return (input, context) =>
    handle(input, { ...context, caller: { ...context.caller, teamId: input.teamId } });
}

async function open(unit: Unit, input: OpenInput) {
  const customer = await lockCustomerOfRun(unit.sql, input);
  if (!customer) return { state: "ended" as const };
  const run = await claimRun(unit.sql, input);
  if (!run) return await refuse(unit, input);
  const { customerId, website, generation, attempt } = run;
  const place = { teamId: unit.teamId, customerId };
  await setEnrichmentStatus(unit.sql, place, "processing");
  await unit.emit({ name: "enrichment.started", customerId, data: { runId: run.id, attempt } });
  const subject = { ...customer, website };
  const known = await listKnownPages(unit.sql, place, website);
  const claim = { ...input, generation, customerId };
  const { run: spentByRun, ...spentToday } = await holdSpending(unit.sql, claim, input.mostSpending);
  return { state: "open" as const, generation, attempt, subject, known, spentToday, spentByRun };
}

async function refuse(unit: Unit, input: OpenInput) {
  await giveUpRun(unit, input.runId, EXHAUSTED);
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
  // Counted even when the result is refused: the money is spent.
  if (input.receipt) await settle(unit, { ...input, customerId: run.customerId }, input.receipt);
  if (input.result === "aborted") return await confirmAborted(unit, input, run);
  // The customer is locked before the run, as everywhere.
  const customer = await lockCustomer(unit.sql, unit.teamId, { id: run.customerId });
  const ended = customer &&
    (input.result === "retry" && run.attempt < MAX_ATTEMPTS
      ? await giveBack(unit, input, run)
      : await finish(unit, input, { customer, receipt: run.receipt }));
  if (ended) return { accepted: true, status: ended.status };
  // The result does not count, but it shows that the worker has no socket open any more.
  await confirmStopped(unit, input, run);
  return await answerLateClose(unit, input);
}

async function settle(unit: Unit, claim: ClaimOfCustomer, receipt: Receipt): Promise<void> {
  const tokens = receipt.inputTokens + receipt.outputTokens;
  await settleSpending(unit.sql, claim, { tokens, costUsd: receipt.costUsd });
}

async function confirmAborted(unit: Unit, input: CloseInput, run: RunRow) {
  const isConfirmed = await confirmStopped(unit, input, run);
  return { accepted: isConfirmed, status: run.status };
}

async function confirmStopped(unit: Unit, input: CloseInput, run: RunRow): Promise<boolean> {
  const at = await confirmStop(unit.sql, input, { receipt: addReceipts(run.receipt, input.receipt) });
  if (at) unit.afterCommit(() => unit.store.stopConfirmations.confirm(input.runId, at));
  return at !== undefined;
}

async function giveBack(unit: Unit, input: CloseInput, { receipt }: RunRow): Promise<RunRow | undefined> {
  // A worker that only stops has nothing to say about the website.
  const says = input.message !== "";
  const run = await requeueRun(unit.sql, input, {
    retryAfterMs: input.retryAfterMs,
    outcome: says ? input.outcome : null,
    message: says ? input.message : null,
    receipt: addReceipts(receipt, input.receipt),
  });
  if (!run) return undefined;
  await setEnrichmentStatus(unit.sql, { teamId: unit.teamId, customerId: run.customerId }, "pending");
  await unit.announceRun(run.id, run.generation);
  const { id: runId, attempt, outcome, nextAttemptAt } = run;
  const data = { runId, attempt, outcome, nextAttemptAt };
  await unit.emit({ name: "enrichment.postponed", customerId: run.customerId, data });
  return run;
}

async function finish(
  unit: Unit,
  input: CloseInput,
  { customer, receipt }: { customer: CustomerRow; receipt: RunRow["receipt"] },
): Promise<RunRow | undefined> {
  const { outcome, message } = input;
  const status = input.result === "succeeded" || input.result === "partial" ? input.result : "failed";
  const end: RunEnd = { status, outcome, message, receipt: addReceipts(receipt, input.receipt) };
  await tellLastProgress(unit, input);
  const run = await finishRun(unit.sql, input, end);
  if (!run) return undefined;
  if (input.result === "retry") await buryRun(unit, run, EXHAUSTED.reason);
  if (status === "failed") {
    await tellEnd(unit, run, "failed");
    return run;
  }
  const changes = await saveProfile(unit, run, customer, input);
  await rememberPages(unit, run, input);
  await tellEnd(unit, run, "completed", changes);
  return run;
}

/** Forgets them when the website was read only in part, so that the next run reads all of it. */
async function rememberPages(unit: Unit, run: RunRow, { result, pages }: CloseInput): Promise<void> {
  const place = { teamId: unit.teamId, customerId: run.customerId };
  await replaceKnownPages(unit.sql, place, {
    website: run.website,
    pages: result === "succeeded" ? pages : [],
  });
}

/** Extends the claim; most heartbeats do nothing else. A new step is told as an event. */
async function progress(store: Store, input: ProgressInput, context: HandlerContext) {
  const { progress } = input;
  const held = await runQuery(() => extendLease(store.sql, input, progress));
  if (!held) return { state: "stopped" as const };
  if (!progress || !held.isNews) return { state: "running" as const };
  const work = async (unit: Unit) => {
    const isTold = await tellProgress(unit, input, progress);
    return { state: isTold ? "running" as const : "stopped" as const };
  };
  return await runCommand({ store, operation: enrichmentRuns.progress, input, context, work });
}

/** A run may end before its last step was told by a heartbeat. */
async function tellLastProgress(unit: Unit, { progress, ...claim }: CloseInput): Promise<void> {
  const held = progress && await extendLease(unit.sql, claim, progress);
  if (held?.isNews) await tellProgress(unit, claim, progress!);
}

async function tellProgress(unit: Unit, claim: Claim, progress: Progress): Promise<boolean> {
  await lockCustomerOfRun(unit.sql, claim);
  const run = await recordProgress(unit.sql, claim, progress);
  if (!run) return false;
  const data = { runId: run.id, attempt: run.attempt, progress: toRun(run).progress };
  await unit.emit({ name: "enrichment.progressed", customerId: run.customerId, data });
  return true;
}

/** A close that is repeated for the same claim succeeds; one for a claim that has ended is dropped. */
async function answerLateClose(unit: Unit, input: CloseInput) {
  const standing = await findRunStanding(unit.sql, input.teamId, input.runId);
  const isOurs = standing?.generation === input.generation && standing.status !== "running";
  return { accepted: isOurs, status: standing?.status ?? null };
}
