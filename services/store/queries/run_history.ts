/** Runs that have ended, as people look back on them. */
import type { Queryable } from "../database/connect.ts";
import { runColumns, type RunRow } from "./enrichment_runs.ts";

/** Newest first, from below a run. */
export async function listRuns(
  sql: Queryable,
  teamId: string,
  of: { customerId: string; below: string | undefined; limit: number },
): Promise<RunRow[]> {
  const { customerId, below, limit } = of;
  const range = below
    ? sql`and (r.requested_at, r.id) < (
        select requested_at, id from enrichment_runs where team_id = ${teamId} and id = ${below}
      )`
    : sql``;
  return await sql<RunRow[]>`
    select ${runColumns(sql)} from enrichment_runs r
    where r.team_id = ${teamId} and r.customer_id = ${customerId} ${range}
    order by r.requested_at desc, r.id desc
    limit ${limit}
  `;
}

export async function markRunUndone(sql: Queryable, teamId: string, runId: string): Promise<void> {
  await sql`
    update enrichment_runs set undone_at = coalesce(undone_at, clock_timestamp())
    where team_id = ${teamId} and id = ${runId}
  `;
}
