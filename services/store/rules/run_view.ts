/** A run as the contract shows it. */
import { PROGRESS_STEPS, type Receipt, type Run } from "shared/contract/enrichment_runs.ts";
import type { RunRow } from "../queries/enrichment_runs.ts";
import { nextStepOf } from "./next_steps.ts";

export function toRun({ teamId: _, progress, ...row }: RunRow): Run {
  const isWaiting = row.status === "queued" || row.status === "running";
  return {
    ...row,
    progress: progress && {
      ...progress,
      page: progress.page ?? null,
      stepNumber: PROGRESS_STEPS.indexOf(progress.step) + 1,
      stepCount: PROGRESS_STEPS.length,
    },
    nextStep: isWaiting ? null : nextStepOf(row.outcome),
  };
}

/** What all attempts together have used. */
export function addReceipts(before: Receipt | null, added: Receipt | undefined): Receipt | null {
  if (!before || !added) return added ?? before;
  return {
    fetches: before.fetches + added.fetches,
    notModified: before.notModified + added.notModified,
    bytes: before.bytes + added.bytes,
    inputTokens: before.inputTokens + added.inputTokens,
    outputTokens: before.outputTokens + added.outputTokens,
    costUsd: before.costUsd + added.costUsd,
    ms: before.ms + added.ms,
  };
}
