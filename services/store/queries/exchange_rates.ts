/** The exchange_rates table: what one unit of `base` costs in `quote` on a day. */
import type { NewRate } from "shared/contract/rates.ts";
import type { Fragment, Queryable } from "../database/connect.ts";
import { beyond, type KeyedRow, orderBy, type Position, type SortKey } from "../rules/keyset.ts";

export interface RateRow {
  readonly id: string;
  readonly base: string;
  readonly quote: string;
  readonly date: string;
  readonly rate: string;
  readonly source: string | null;
  readonly recordedAt: string;
}

/** One recording of a team at a time, until the end of the transaction: what was before is what is replaced. */
export async function lockRates(sql: Queryable, teamId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rates.record/${teamId}`}, 0))`;
}

/** What is recorded already for these pairs and days. */
export async function findRates(
  sql: Queryable,
  teamId: string,
  rates: readonly Pick<NewRate, "base" | "quote" | "date">[],
): Promise<RateRow[]> {
  return await sql<RateRow[]>`
    select r.id, r.base, r.quote, r.date, r.rate, r.source, r.recorded_at
    from exchange_rates r join unnest(
      ${rates.map((rate) => rate.base)}::text[], ${rates.map((rate) => rate.quote)}::text[],
      ${rates.map((rate) => rate.date)}::text[]
    ) as n (base, quote, date)
      on r.team_id = ${teamId} and r.base = n.base and r.quote = n.quote and r.date = n.date::date
  `;
}

/** Each pair and day at most once, or the statement fails. */
export async function upsertRates(
  sql: Queryable,
  teamId: string,
  rates: readonly NewRate[],
): Promise<RateRow[]> {
  const column = (name: keyof NewRate) => rates.map((rate) => rate[name] ?? null);
  return await sql<RateRow[]>`
    insert into exchange_rates as r (team_id, base, quote, date, rate, source)
    select ${teamId}, n.base, n.quote, n.date::date, n.rate::numeric, n.source
    from unnest(
      ${column("base")}::text[], ${column("quote")}::text[], ${column("date")}::text[],
      ${column("rate")}::text[], ${column("source")}::text[]
    ) as n (base, quote, date, rate, source)
    order by 2, 3, 4
    on conflict (team_id, base, quote, date) do update set
      rate = excluded.rate, source = excluded.source, recorded_at = now()
    returning id, base, quote, date, rate, source, recorded_at
  `;
}

export interface RateListing {
  readonly base?: string | null;
  readonly quote?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly at: Position | undefined;
  readonly limit: number;
}

export async function listRates(
  sql: Queryable,
  teamId: string,
  listing: RateListing,
): Promise<(RateRow & KeyedRow)[]> {
  const { base, quote, from, to, at, limit } = listing;
  const key: SortKey = { expression: sql`r.date`, id: sql`r.id`, type: "date", direction: "desc" };
  return await sql<(RateRow & KeyedRow)[]>`
    select r.id, r.base, r.quote, r.date, r.rate, r.source, r.recorded_at, r.date::text as sort_value
    from exchange_rates r
    where r.team_id = ${teamId}
      and ${base ? sql`r.base = ${base}` : sql`true`} and ${quote ? sql`r.quote = ${quote}` : sql`true`}
      and ${from ? sql`r.date >= ${from}` : sql`true`} and ${to ? sql`r.date <= ${to}` : sql`true`}
      and ${beyond(sql, key, at)}
    ${orderBy(sql, key, at?.isBackward ?? false)}
    limit ${limit}
  `;
}

/**
 * For each row of `needed (currency, day)`: the newest rate of no later day, of two of one day the one in this direction.
 * Without one the four columns are null.
 */
export function joinRates(
  sql: Queryable,
  needed: Fragment,
  { teamId, base }: { teamId: string; base: string },
): Fragment {
  const newest = (from: Fragment, to: Fragment) =>
    sql`(
      select r.base, r.quote, r.rate, r.date from exchange_rates r
      where r.team_id = ${teamId} and r.base = ${from} and r.quote = ${to} and r.date <= n.day
      order by r.date desc limit 1
    )`;
  const currency = sql`n.currency`;
  const wanted = sql`${base}`;
  return sql`
    select n.currency, n.day, r.base, r.quote, r.rate, r.date
    from (${needed}) n left join lateral (
      select * from (
        select 1 as rank, d.* from ${newest(currency, wanted)} d
        union all
        select 2, d.* from ${newest(wanted, currency)} d
      ) known order by date desc, rank limit 1
    ) r on true
    where n.currency <> ${base}
  `;
}
