/** Runs: every change names the state (and claim) it comes from, and the count of rows tells whether it happened. */
import {
  LEASE_MS,
  MAX_ATTEMPTS,
  type Progress,
  type Receipt,
  type Run,
  type RunStatus,
} from "shared/contract/enrichment_runs.ts";
import type { Queryable, Transaction } from "../database/connect.ts";
import type { CustomerPlace } from "./customer_place.ts";

export interface RunRow extends Omit<Run, "progress" | "nextStep"> {
  readonly teamId: string;
  readonly progress: Progress | null;
}

export function runColumns(sql: Queryable) {
  return sql`
    r.team_id, r.id, r.customer_id, r.status, r.trigger, r.website, r.generation, r.attempt, r.progress,
    r.outcome, r.message, r.requested_at, r.started_at, r.finished_at, r.stop_confirmed_at, r.receipt, r.batch_id,
    r.undone_at, case when r.status = 'queued' and r.attempt > 0 then r.not_before end as next_attempt_at
  `;
}

export async function findRun(sql: Queryable, teamId: string, runId: string): Promise<RunRow | undefined> {
  const [row] = await sql<RunRow[]>`
    select ${runColumns(sql)} from enrichment_runs r where r.team_id = ${teamId} and r.id = ${runId}
  `;
  return row;
}

/** One that is under way comes before all others, whatever a clock that was set back says of it. */
export async function findLatestRun(
  sql: Queryable,
  teamId: string,
  customerId: string,
): Promise<RunRow | undefined> {
  const [row] = await sql<RunRow[]>`
    select ${runColumns(sql)} from enrichment_runs r
    where r.team_id = ${teamId} and r.customer_id = ${customerId}
    order by (r.status in ('queued', 'running')) desc, r.requested_at desc
    limit 1
  `;
  return row;
}

export async function findActiveRun(
  sql: Queryable,
  teamId: string,
  customerId: string,
): Promise<RunRow | undefined> {
  const [row] = await sql<RunRow[]>`
    select ${runColumns(sql)} from enrichment_runs r
    where r.team_id = ${teamId} and r.customer_id = ${customerId} and r.status in ('queued', 'running')
  `;
  return row;
}

/**
 * Everyone locks the customer before its run: they wait for each other instead of deadlocking.
 * @returns What a worker may know of it; undefined when there is no such run.
 */
export async function lockCustomerOfRun(
  sql: Transaction,
  { teamId, runId }: { teamId: string; runId: string },
): Promise<{ name: string; email: string | null } | undefined> {
  const [row] = await sql<{ name: string; email: string | null }[]>`
    select c.name, c.email from customers c where c.team_id = ${teamId} and c.id = (
      select customer_id from enrichment_runs where team_id = ${teamId} and id = ${runId}
    ) for update
  `;
  return row;
}

export async function insertRun(
  sql: Queryable,
  run: {
    teamId: string;
    customerId: string;
    trigger: Run["trigger"];
    website: string | null;
    requestedBy: string;
    batchId: string | null;
  },
): Promise<RunRow> {
  const [row] = await sql<RunRow[]>`
    insert into enrichment_runs as r (
      team_id, customer_id, trigger, website, requested_by, batch_id, requested_at, status_before
    )
    values (${run.teamId}, ${run.customerId}, ${run.trigger}, ${run.website}, ${run.requestedBy}, ${run.batchId},
      clock_timestamp(), (
        select enrichment_status from customers where team_id = ${run.teamId} and id = ${run.customerId}
      ))
    returning ${runColumns(sql)}
  `;
  return row!;
}

export async function countUnfinishedRuns(sql: Queryable, teamId: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) from enrichment_runs where team_id = ${teamId} and status in ('queued', 'running')
  `;
  return row!.count;
}

/** Takes a queued run, or one whose holder let its lease run out. */
export async function claimRun(
  sql: Queryable,
  claim: { teamId: string; runId: string; worker: string },
): Promise<RunRow | undefined> {
  const [row] = await sql<RunRow[]>`
    update enrichment_runs r set
      status = 'running', generation = generation + 1, attempt = attempt + 1, worker = ${claim.worker},
      lease_until = ${leaseEnd(sql)}, started_at = coalesce(started_at, clock_timestamp())
    where r.team_id = ${claim.teamId} and r.id = ${claim.runId} and r.attempt < ${MAX_ATTEMPTS} and (
      (r.status = 'queued' and r.not_before <= clock_timestamp()) or
      (r.status = 'running' and r.lease_until < clock_timestamp())
    )
    returning ${runColumns(sql)}
  `;
  return row;
}

export interface RunStanding {
  readonly status: RunStatus;
  readonly attempt: number;
  readonly generation: number;
  /** Until the claim or the waiting time ends; below zero when it has. */
  readonly waitMs: number;
}

export async function findRunStanding(
  sql: Queryable,
  teamId: string,
  runId: string,
): Promise<RunStanding | undefined> {
  const [row] = await sql<RunStanding[]>`
    select status, attempt, generation, (1000 * extract(epoch from
      (case status when 'running' then lease_until else not_before end) - clock_timestamp()
    ))::float8 as wait_ms
    from enrichment_runs where team_id = ${teamId} and id = ${runId}
  `;
  return row;
}

export interface Claim {
  readonly teamId: string;
  readonly runId: string;
  readonly generation: number;
}

/** Undefined when the claim holds no more; `isNews` when the report differs from what was told last. */
export async function extendLease(
  sql: Queryable,
  claim: Claim,
  progress: Progress | undefined,
): Promise<{ isNews: boolean } | undefined> {
  const [row] = await sql<{ isNews: boolean }[]>`
    update enrichment_runs set lease_until = ${leaseEnd(sql)}
    where ${isHeld(sql, claim)}
    returning ${
    progress ? sql`progress is distinct from ${sql.json({ ...progress })}::jsonb` : sql`false`
  } as is_news
  `;
  return row;
}

export async function recordProgress(
  sql: Queryable,
  claim: Claim,
  progress: Progress,
): Promise<RunRow | undefined> {
  const [row] = await sql<RunRow[]>`
    update enrichment_runs r set progress = ${sql.json({ ...progress })}
    where ${isHeld(sql, claim)}
    returning ${runColumns(sql)}
  `;
  return row;
}

export interface RunEnd {
  readonly status: "succeeded" | "partial" | "failed";
  readonly outcome: string;
  readonly message: string;
  readonly receipt: Receipt | null;
}

export async function finishRun(sql: Queryable, claim: Claim, end: RunEnd): Promise<RunRow | undefined> {
  const [row] = await sql<RunRow[]>`
    update enrichment_runs r set
      status = ${end.status}, outcome = ${end.outcome}, message = ${end.message}, receipt = ${
    toJson(sql, end)
  },
      progress = ${
    end.status === "failed" ? sql`progress` : sql`progress || '{"step": "done", "page": null}'`
  },
      finished_at = clock_timestamp(), lease_until = null
    where ${isHeld(sql, claim)}
    returning ${runColumns(sql)}
  `;
  return row;
}

export interface RunPause {
  readonly retryAfterMs: number;
  /** Of the attempt that failed; null when it says nothing about the website. */
  readonly outcome: string | null;
  readonly message: string | null;
  readonly receipt: Receipt | null;
}

/** Gives a claim back, to be taken again later. */
export async function requeueRun(sql: Queryable, claim: Claim, pause: RunPause): Promise<RunRow | undefined> {
  const [row] = await sql<RunRow[]>`
    update enrichment_runs r set
      status = 'queued', lease_until = null, worker = null, announced_at = clock_timestamp(), progress = null,
      outcome = ${pause.outcome}, message = ${pause.message}, receipt = ${toJson(sql, pause)},
      not_before = clock_timestamp() + ${pause.retryAfterMs} * interval '1 millisecond'
    where ${isHeld(sql, claim)}
    returning ${runColumns(sql)}
  `;
  return row;
}

/** The decision: from its commit on, no claim of the run holds any more. */
export async function endActiveRun(
  sql: Queryable,
  place: CustomerPlace,
  end: { status: "cancelled" | "superseded"; reason: string; batchId?: string },
): Promise<RunRow | undefined> {
  const [row] = await sql<RunRow[]>`
    update enrichment_runs r set
      status = ${end.status}, generation = generation + 1, cancel_reason = ${end.reason},
      outcome = ${end.status}, message = ${end.reason}, finished_at = clock_timestamp(), lease_until = null
    where r.team_id = ${place.teamId} and r.customer_id = ${place.customerId}
      and r.status in ('queued', 'running') ${end.batchId ? sql`and r.batch_id = ${end.batchId}` : sql``}
    returning ${runColumns(sql)}
  `;
  return row;
}

/**
 * A worker's word that a run it was stopped in has no socket open any more, and what it had used by then; said twice,
 * by a late result and by the stop, it counts once.
 */
export async function confirmStop(
  sql: Queryable,
  claim: Claim,
  used: { receipt: Receipt | null },
): Promise<string | undefined> {
  const [row] = await sql<{ stopConfirmedAt: string }[]>`
    update enrichment_runs set
      stop_confirmed_at = coalesce(stop_confirmed_at, clock_timestamp()),
      receipt = case when stop_confirmed_at is null then ${toJson(sql, used)}::jsonb else receipt end
    where team_id = ${claim.teamId} and id = ${claim.runId} and generation > ${claim.generation}
      and status in ('cancelled', 'superseded')
    returning stop_confirmed_at
  `;
  return row?.stopConfirmedAt;
}

function toJson(sql: Queryable, { receipt }: { receipt: Receipt | null }) {
  return receipt && sql.json({ ...receipt });
}

function isHeld(sql: Queryable, claim: Claim) {
  return sql`team_id = ${claim.teamId} and id = ${claim.runId}
    and status = 'running' and generation = ${claim.generation}`;
}

function leaseEnd(sql: Queryable) {
  return sql`clock_timestamp() + ${LEASE_MS} * interval '1 millisecond'`;
}
