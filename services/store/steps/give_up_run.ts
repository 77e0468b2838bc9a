/** Giving up on a run: it fails, that is told, and a dead letter keeps what somebody should look at. */
import { dlqSubject } from "shared/bus/mod.ts";
import type { RunRow } from "../queries/enrichment_runs.ts";
import { failIdleRun } from "../queries/idle_runs.ts";
import { enqueueMessage } from "../queries/outbox.ts";
import type { Unit } from "../command/unit.ts";
import { tellEnd } from "./runs.ts";

export interface Surrender {
  /** The run is given up only when it was claimed at least so often. */
  readonly minAttempts: number;
  readonly outcome: string;
  /** For people. */
  readonly message: string;
  /** Of the dead letter. */
  readonly reason: string;
}

/** With its customer locked. Undefined when somebody is at it, or it waits for its next attempt, or has ended. */
export async function giveUpRun(unit: Unit, runId: string, why: Surrender): Promise<RunRow | undefined> {
  const { minAttempts, outcome, message, reason } = why;
  const run = await failIdleRun(unit.sql, { teamId: unit.teamId, runId, minAttempts }, { outcome, message });
  if (!run) return undefined;
  await buryRun(unit, run, reason);
  await tellEnd(unit, run, "failed");
  return run;
}

/** Through no fault of the website: somebody should look at it. */
export async function buryRun(unit: Unit, run: RunRow, reason: string): Promise<void> {
  const { id: runId, customerId, website, attempt, outcome, message } = run;
  await enqueueMessage(unit.sql, {
    teamId: unit.teamId,
    messageId: `dead.${runId}`,
    subject: dlqSubject("JOBS", reason),
    body: { runId, teamId: unit.teamId, customerId, website, attempt, outcome, message },
  });
  unit.afterCommit(() => unit.context.log.warn("a run was given up", { runId, reason, outcome, attempt }));
}
