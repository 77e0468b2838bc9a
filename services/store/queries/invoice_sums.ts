/** What a team's invoices add up to, by currency, with the newest rate of each; and how punctually they are paid. */
import type { InvoiceStatus } from "../rules/invoice_status.ts";
import type { Queryable } from "../database/connect.ts";
import { joinRates } from "./exchange_rates.ts";
import { statusExpression } from "./invoice_list.ts";

export interface InvoiceSum {
  readonly currency: string;
  readonly exponent: number;
  readonly count: number;
  readonly minor: number;
  /** As recorded, in whichever direction; null when there is none, and for the base currency itself. */
  readonly base: string | null;
  readonly quote: string | null;
  readonly rate: string | null;
  readonly date: string | null;
}

export interface SumScope {
  readonly teamId: string;
  readonly baseCurrency: string;
  readonly today: string;
  readonly statuses?: readonly InvoiceStatus[] | null;
}

/** Credit notes count below zero. Sums of many customers are exact as far as a double goes, and near enough beyond. */
export async function sumInvoices(sql: Queryable, scope: SumScope): Promise<InvoiceSum[]> {
  const { teamId, baseCurrency, today, statuses } = scope;
  const needed = sql`select currency, ${today}::date as day from sums`;
  return await sql<InvoiceSum[]>`
    with sums as (
      select i.currency, max(i.exponent) as exponent, count(*) as count,
        sum(case when i.type = 'invoice' then i.total_minor else -i.total_minor end)::float8 as minor
      from invoices i
      where i.team_id = ${teamId}
        and ${statuses ? sql`${statusExpression(sql, today)} = any(${[...statuses]}::text[])` : sql`true`}
      group by i.currency
    ), rates as (${joinRates(sql, needed, { teamId, base: baseCurrency })})
    select s.currency, s.exponent, s.count, s.minor, r.base, r.quote, r.rate, r.date
    from sums s left join rates r using (currency)
    order by s.currency
  `;
}

export interface Punctuality {
  readonly paidInTime: number;
  readonly paidLate: number;
  readonly overdue: number;
}

/** Of issued invoices that were due since a day, or are settled already; what credit notes have settled was in time. */
export async function countPunctuality(
  sql: Queryable,
  { teamId, timeZone, from, today }: { teamId: string; timeZone: string; from: string; today: string },
): Promise<Punctuality> {
  const isSettled = sql`i.paid_minor + i.credited_minor >= i.total_minor`;
  const isLate = sql`coalesce((i.paid_at at time zone ${timeZone})::date > i.due_date, false)`;
  const [row] = await sql<Punctuality[]>`
    select count(*) filter (where ${isSettled} and not ${isLate}) as paid_in_time,
      count(*) filter (where ${isSettled} and ${isLate}) as paid_late,
      count(*) filter (where not ${isSettled} and i.due_date < ${today}) as overdue
    from invoices i
    where i.team_id = ${teamId} and i.state = 'issued' and i.type = 'invoice' and i.due_date >= ${from}
  `;
  return row!;
}
