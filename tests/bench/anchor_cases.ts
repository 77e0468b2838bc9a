/**
 * The query shapes of the anchor, re-expressed from their description in MIDDAY-SQL.md on our tables: all rows joined
 * first, aggregated then, cut to a page last. Kindly to it: no projects, one tag at most, so nothing is multiplied.
 */
import type { Fragment, Sql } from "../../services/store/database/connect.ts";
import { BENCH_TEAM } from "./dataset_rows.ts";
import { type Line, measure } from "./measure.ts";

export async function measureAnchor(sql: Sql, depth: number, runs: number): Promise<Line[]> {
  const [customer] = await sql<
    { id: string }[]
  >`select id from customers where team_id = ${BENCH_TEAM} limit 1`;
  const id = customer!.id;
  const newest = sql`c.created_at desc`;
  const revenue =
    sql`sum(case when i.paid_minor >= i.total_minor then i.total_minor / 100.0 else 0 end) desc`;
  return [
    await measure("anchor's Q1 list, page 1", runs, () => list(sql, newest, 0), 1),
    await measure(`anchor's Q1 list, offset ${depth}`, runs, () => list(sql, newest, depth), 0),
    await measure("anchor's Q1 list, by revenue", runs, () => list(sql, revenue, 0), 0),
    await measure("anchor's Q3 detail", 50, () => detail(sql, id)),
    await measure("anchor's Q6 summary", 50, () => summary(sql, id)),
  ];
}

function list(sql: Sql, order: Fragment, offset: number) {
  return sql`
    select c.*, count(i.id)::int as invoice_count,
      coalesce(sum(case when i.paid_minor >= i.total_minor then i.total_minor / 100.0 else 0 end), 0)::float8 as revenue,
      coalesce(sum(case when i.paid_minor < i.total_minor then i.total_minor / 100.0 else 0 end), 0)::float8 as outstanding,
      max(i.issue_date) as last_invoice_date,
      (array_agg(i.currency) filter (where i.currency is not null))[1] as invoice_currency,
      ${tags(sql)} as tags
    from customers c
      left join invoices i on i.team_id = c.team_id and i.customer_id = c.id
      left join customer_tags ct on ct.team_id = c.team_id and ct.customer_id = c.id
      left join tags t on t.team_id = ct.team_id and t.id = ct.tag_id
    where c.team_id = ${BENCH_TEAM}
    group by c.team_id, c.id
    order by ${order}
    limit 25 offset ${offset}
  `;
}

function detail(sql: Sql, id: string) {
  return sql`
    select c.*, count(i.id)::int as invoice_count, ${tags(sql)} as tags
    from customers c
      left join invoices i on i.team_id = c.team_id and i.customer_id = c.id
      left join customer_tags ct on ct.team_id = c.team_id and ct.customer_id = c.id
      left join tags t on t.team_id = ct.team_id and t.id = ct.tag_id
    where c.team_id = ${BENCH_TEAM} and c.id = ${id}
    group by c.team_id, c.id
  `;
}

function tags(sql: Sql): Fragment {
  return sql`coalesce(
    jsonb_agg(distinct jsonb_build_object('id', t.id, 'name', t.name)) filter (where t.id is not null), '[]'
  )`;
}

/** It adds them up in its process. */
async function summary(sql: Sql, id: string) {
  return await Promise.all([
    sql`select base_currency from teams where id = ${BENCH_TEAM} limit 1`,
    sql`select total_minor, currency, state from invoices where customer_id = ${id} and team_id = ${BENCH_TEAM}`,
  ]);
}
