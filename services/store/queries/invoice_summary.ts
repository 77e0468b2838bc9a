/** What a customer's invoices add up to, with the rates to convert it: one statement, so that all of it is of one moment. */
import type { Fragment, Queryable } from "../database/connect.ts";
import type { TotalsRow } from "./customers.ts";
import { joinRates } from "./exchange_rates.ts";

/** Sums of one currency, in minor units; invoices that can be converted apart from those that cannot. */
export interface SummaryGroup {
  readonly currency: string;
  readonly exponent: number;
  readonly isPriced: boolean;
  readonly count: number;
  readonly totalMinor: number;
  readonly paidMinor: number;
  readonly outstandingMinor: number;
  /** Not due, 1–30, 31–60, 61–90 and over 90 days late. */
  readonly bucketsMinor: readonly number[];
}

/** Paid on one day towards invoices that can be converted. */
export interface PaidOnDay {
  readonly currency: string;
  readonly day: string;
  readonly minor: number;
}

export interface DayRate {
  readonly currency: string;
  readonly day: string;
  /** As recorded, in whichever direction. */
  readonly base: string;
  readonly quote: string;
  readonly rate: string;
  readonly date: string;
}

export interface SummaryRow {
  /** As kept with the customer. */
  readonly totals: TotalsRow[];
  readonly groups: SummaryGroup[];
  readonly paid: PaidOnDay[];
  readonly rates: DayRate[];
}

export interface SummaryScope {
  readonly teamId: string;
  readonly customerId: string;
  readonly baseCurrency: string;
  readonly timeZone: string;
  /** The seller's calendar day. */
  readonly today: string;
}

export async function summarizeInvoices(sql: Queryable, scope: SummaryScope): Promise<SummaryRow> {
  const { teamId, baseCurrency, today } = scope;
  const needed = sql`
    select currency, day from paid union select distinct currency, ${today}::date from documents
  `;
  const [row] = await sql<SummaryRow[]>`
    with documents as (${selectDocuments(sql, scope)}),
    paid as (${selectPaid(sql, scope)}),
    rates as materialized (${joinRates(sql, needed, { teamId, base: baseCurrency })}),
    unpriced as (
      select p.id from paid p join rates r using (currency, day) where r.rate is null
      union
      select d.id from documents d join rates r on r.currency = d.currency and r.day = ${today}::date
      where r.rate is null and d.net_minor <> d.paid_minor
    ), priced as (
      select d.*, d.id not in (select id from unpriced) as is_priced from documents d
    ), groups as (${sumGroups(sql)}),
    days as (
      select p.currency, p.day, sum(p.minor) as minor
      from paid p where p.id not in (select id from unpriced) group by 1, 2
    )
    select ${totalsAsJson(sql, scope)} as totals, ${groupsAsJson(sql)} as groups,
      (
        select coalesce(json_agg(json_build_object('currency', currency, 'day', day, 'minor', minor)), '[]')
        from days
      ) as paid,
      ${ratesAsJson(sql)} as rates
  `;
  return row!;
}

function selectDocuments(sql: Queryable, { teamId, customerId, today }: SummaryScope): Fragment {
  return sql`
    select id, currency, exponent, net_minor, due_minor, ${today}::date - due_date as age,
      case when state = 'issued' then paid_minor else 0 end as paid_minor,
      (state = 'issued' and type = 'invoice')::int as counted
    from invoices
    where team_id = ${teamId} and customer_id = ${customerId} and (state = 'issued' or net_minor <> 0)
  `;
}

function selectPaid(sql: Queryable, { teamId, timeZone }: SummaryScope): Fragment {
  return sql`
    select d.id, d.currency, (p.paid_at at time zone ${timeZone})::date as day, sum(p.amount_minor) as minor
    from documents d join payments p on p.team_id = ${teamId} and p.invoice_id = d.id and p.voided_at is null
    group by 1, 2, 3
  `;
}

function sumGroups(sql: Queryable): Fragment {
  return sql`
    select currency, max(exponent) as exponent, is_priced, sum(counted) as count, sum(net_minor) as total,
      sum(paid_minor) as paid, sum(due_minor) as outstanding, array[
        coalesce(sum(due_minor) filter (where age <= 0), 0),
        coalesce(sum(due_minor) filter (where age between 1 and 30), 0),
        coalesce(sum(due_minor) filter (where age between 31 and 60), 0),
        coalesce(sum(due_minor) filter (where age between 61 and 90), 0),
        coalesce(sum(due_minor) filter (where age > 90), 0)
      ] as buckets
    from priced group by currency, is_priced
  `;
}

function totalsAsJson(sql: Queryable, { teamId, customerId }: SummaryScope): Fragment {
  return sql`(
    select coalesce(json_agg(json_build_object(
      'currency', currency, 'exponent', exponent, 'invoiceCount', invoice_count, 'totalMinor', total_minor,
      'paidMinor', paid_minor, 'outstandingMinor', outstanding_minor, 'creditMinor', credit_minor
    ) order by currency), '[]')
    from customer_totals where team_id = ${teamId} and customer_id = ${customerId}
      and (invoice_count > 0 or total_minor <> 0 or credit_minor > 0)
  )`;
}

function groupsAsJson(sql: Queryable): Fragment {
  return sql`(
    select coalesce(json_agg(json_build_object(
      'currency', currency, 'exponent', exponent, 'isPriced', is_priced, 'count', count,
      'totalMinor', total, 'paidMinor', paid, 'outstandingMinor', outstanding, 'bucketsMinor', buckets
    ) order by currency), '[]') from groups
  )`;
}

function ratesAsJson(sql: Queryable): Fragment {
  return sql`(
    select coalesce(json_agg(json_build_object(
      'currency', currency, 'day', day, 'base', base, 'quote', quote, 'rate', rate::text, 'date', date
    ) order by date desc, currency), '[]') from rates where rate is not null
  )`;
}
