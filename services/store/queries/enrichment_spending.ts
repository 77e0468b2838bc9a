/** What runs spend on models and directories: held when a run is claimed, corrected when its worker tells. */
import type { Queryable, Transaction } from "../database/connect.ts";
import type { Claim } from "./enrichment_runs.ts";

export interface Spending {
  readonly tokens: number;
  readonly costUsd: number;
}

export type ClaimOfCustomer = Claim & { readonly customerId: string };

export interface Spent {
  /** Since midnight UTC. */
  readonly customer: Spending;
  readonly team: Spending;
  /** By earlier claims of the run. */
  readonly run: Spending;
}

type SumRow = Readonly<
  Record<"teamTokens" | "teamUsd" | "customerTokens" | "customerUsd" | "runTokens" | "runUsd", number>
>;

/**
 * What was spent or is held by others; from then on this claim's part is held too. One at a time for a team, and last
 * in its transaction: who comes next counts it. What a worker never told of counts as spent for the rest of the day.
 */
export async function holdSpending(
  sql: Transaction,
  claim: ClaimOfCustomer,
  most: Spending | undefined,
): Promise<Spent> {
  const { teamId, runId, generation, customerId } = claim;
  // A worker that asks nobody has nothing to wait for.
  if (!most) return await sumSpent(sql, claim);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`enrichmentRuns.open/${teamId}`}, 0))`;
  const spent = await sumSpent(sql, claim);
  await sql`
    insert into enrichment_spending (team_id, run_id, generation, customer_id, tokens, cost_usd)
    values (${teamId}, ${runId}, ${generation}, ${customerId}, ${most.tokens}, ${most.costUsd})
  `;
  // Nobody counts them any more.
  await sql`delete from enrichment_spending where team_id = ${teamId} and at < now() - interval '3 days'`;
  return spent;
}

async function sumSpent(sql: Queryable, { teamId, runId, customerId }: ClaimOfCustomer): Promise<Spent> {
  const midnight = sql`date_trunc('day', now(), 'UTC')`;
  const [row] = await sql<SumRow[]>`
    with counted as (
      select tokens, cost_usd, run_id = ${runId} as is_own, customer_id = ${customerId} as is_customers,
        -- A claim that is held over midnight is spent in either day.
        at >= ${midnight} or not is_settled as is_today
      from enrichment_spending
      where team_id = ${teamId} and at >= ${midnight} - interval '1 hour'
    )
    select coalesce(sum(tokens) filter (where is_today), 0)::bigint as team_tokens,
      coalesce(sum(cost_usd) filter (where is_today), 0)::float8 as team_usd,
      coalesce(sum(tokens) filter (where is_today and is_customers), 0)::bigint as customer_tokens,
      coalesce(sum(cost_usd) filter (where is_today and is_customers), 0)::float8 as customer_usd,
      coalesce(sum(tokens) filter (where is_own), 0)::bigint as run_tokens,
      coalesce(sum(cost_usd) filter (where is_own), 0)::float8 as run_usd
    from counted
  `;
  const { teamTokens, teamUsd, customerTokens, customerUsd, runTokens, runUsd } = row!;
  return {
    team: { tokens: teamTokens, costUsd: teamUsd },
    customer: { tokens: customerTokens, costUsd: customerUsd },
    run: { tokens: runTokens, costUsd: runUsd },
  };
}

/** A claim's own count in the place of what was held; told once. */
export async function settleSpending(sql: Queryable, claim: ClaimOfCustomer, spent: Spending): Promise<void> {
  const { teamId, runId, generation, customerId } = claim;
  const isHeld = sql`exists (
    select 1 from enrichment_spending
    where team_id = ${teamId} and run_id = ${runId} and generation = ${generation}
  )`;
  await sql`
    insert into enrichment_spending (team_id, run_id, generation, customer_id, tokens, cost_usd, is_settled)
    select ${teamId}::uuid, ${runId}::uuid, ${generation}::int, ${customerId}::uuid, ${spent.tokens}::bigint,
      ${spent.costUsd}::float8, true
    where ${spent.tokens}::bigint > 0 or ${spent.costUsd}::float8 > 0 or ${isHeld}
    on conflict (team_id, run_id, generation) do update set
      tokens = excluded.tokens, cost_usd = excluded.cost_usd, is_settled = true, at = clock_timestamp()
    where not enrichment_spending.is_settled
  `;
}
