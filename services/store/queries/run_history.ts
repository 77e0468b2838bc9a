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

export interface Spent {
  readonly customer: { readonly tokens: number; readonly costUsd: number };
  readonly team: { readonly tokens: number; readonly costUsd: number };
}

/** On a language model since midnight UTC, by runs that were first claimed since then. */
export async function sumSpentToday(sql: Queryable, teamId: string, customerId: string): Promise<Spent> {
  const tokens = sql`(receipt->>'inputTokens')::bigint + (receipt->>'outputTokens')::bigint`;
  const cost = sql`(receipt->>'costUsd')::float8`;
  const isOwn = sql`filter (where customer_id = ${customerId})`;
  const [row] = await sql<{ tokens: number; costUsd: number; ownTokens: number; ownCostUsd: number }[]>`
    select coalesce(sum(${tokens}), 0)::bigint as tokens, coalesce(sum(${cost}), 0)::float8 as cost_usd,
      coalesce(sum(${tokens}) ${isOwn}, 0)::bigint as own_tokens,
      coalesce(sum(${cost}) ${isOwn}, 0)::float8 as own_cost_usd
    from enrichment_runs
    where team_id = ${teamId} and receipt is not null and started_at >= date_trunc('day', now(), 'UTC')
  `;
  const { tokens: all, costUsd, ownTokens, ownCostUsd } = row!;
  return { customer: { tokens: ownTokens, costUsd: ownCostUsd }, team: { tokens: all, costUsd } };
}
