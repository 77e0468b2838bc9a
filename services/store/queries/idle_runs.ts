/** Unfinished runs that nobody is at: offered again, or given up. */
import type { Queryable, Transaction } from "../database/connect.ts";
import { runColumns, type RunRow } from "./enrichment_runs.ts";

/** Unfinished runs that no message seems to announce any more; marks them as announced now. */
export async function takeUnannounced(
  sql: Transaction,
): Promise<{ teamId: string; id: string; generation: number }[]> {
  return await sql<{ teamId: string; id: string; generation: number }[]>`
    update enrichment_runs r set announced_at = clock_timestamp()
    where (r.team_id, r.id) in (
      select team_id, id from enrichment_runs
      where (status = 'running' and lease_until < clock_timestamp() - interval '1 second'
          and announced_at < clock_timestamp() - interval '5 seconds')
        or (status = 'queued' and not_before < clock_timestamp() and announced_at < clock_timestamp() - interval '60 seconds')
      order by announced_at
      limit 500
      for update skip locked
    )
    returning r.team_id, r.id, r.generation
  `;
}

/** Fails a run that nobody is at, and that nobody waits for on purpose; undefined when it is not in that state. */
export async function failIdleRun(
  sql: Queryable,
  run: { teamId: string; runId: string; minAttempts: number },
  end: { outcome: string; message: string },
): Promise<RunRow | undefined> {
  const [row] = await sql<RunRow[]>`
    update enrichment_runs r set
      status = 'failed', outcome = ${end.outcome}, message = ${end.message},
      finished_at = clock_timestamp(), lease_until = null
    where r.team_id = ${run.teamId} and r.id = ${run.runId} and r.attempt >= ${run.minAttempts} and (
      (r.status = 'queued' and r.not_before <= clock_timestamp()) or
      (r.status = 'running' and r.lease_until < clock_timestamp())
    )
    returning ${runColumns(sql)}
  `;
  return row;
}
