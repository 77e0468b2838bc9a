/** Sums behind a portal page: what is open by currency and age, and how many invoices there are of each kind. */
import type { Queryable } from "../database/connect.ts";

export interface BalanceRow {
  readonly currency: string;
  readonly exponent: number;
  readonly outstanding: number;
  readonly credit: number;
  readonly overdue: number;
  readonly overdueCount: number;
  readonly openCount: number;
  readonly notDue: number;
  readonly days1To30: number;
  readonly days31To60: number;
  readonly days61To90: number;
  readonly over90Days: number;
  readonly oldestDueDate: string | null;
  readonly nextDueDate: string | null;
}

interface Owner {
  readonly teamId: string;
  readonly customerId: string;
}

/** In minor units; each open invoice is in exactly one bucket of age. One row for each currency ever in force. */
export async function listBalances(
  sql: Queryable,
  { teamId, customerId }: Owner,
  today: string,
): Promise<BalanceRow[]> {
  return await sql<BalanceRow[]>`
    with aged as (
      select currency, due_date, due_minor as due, ${today}::date - due_date as age
      from invoices
      where team_id = ${teamId} and customer_id = ${customerId} and due_minor > 0
    ), buckets as (
      select currency,
        coalesce(sum(due) filter (where age > 0), 0)::bigint as overdue,
        count(*) filter (where age > 0) as overdue_count,
        count(*) as open_count,
        coalesce(sum(due) filter (where age <= 0), 0)::bigint as not_due,
        coalesce(sum(due) filter (where age between 1 and 30), 0)::bigint as days1_to30,
        coalesce(sum(due) filter (where age between 31 and 60), 0)::bigint as days31_to60,
        coalesce(sum(due) filter (where age between 61 and 90), 0)::bigint as days61_to90,
        coalesce(sum(due) filter (where age > 90), 0)::bigint as over90_days,
        min(due_date) filter (where age > 0) as oldest_due_date,
        min(due_date) filter (where age <= 0) as next_due_date
      from aged group by currency
    )
    select t.currency, t.exponent, t.outstanding_minor as outstanding, t.credit_minor as credit,
      coalesce(b.overdue, 0) as overdue, coalesce(b.overdue_count, 0) as overdue_count,
      coalesce(b.open_count, 0) as open_count, coalesce(b.not_due, 0) as not_due,
      coalesce(b.days1_to30, 0) as "days1To30", coalesce(b.days31_to60, 0) as "days31To60",
      coalesce(b.days61_to90, 0) as "days61To90", coalesce(b.over90_days, 0) as "over90Days",
      b.oldest_due_date, b.next_due_date
    from customer_totals t left join buckets b on b.currency = t.currency
    where t.team_id = ${teamId} and t.customer_id = ${customerId} and (t.issued_count > 0 or t.credit_minor > 0)
    order by t.outstanding_minor / power(10::numeric, t.exponent) desc, t.currency
  `;
}

/** Payments of the year, without those that were given back. */
export async function sumPaidThisYear(
  sql: Queryable,
  { teamId, customerId }: Owner,
  calendar: { today: string; timeZone: string },
): Promise<Map<string, number>> {
  const rows = await sql<{ currency: string; paid: number }[]>`
    select currency, sum(amount_minor)::bigint as paid
    from payments
    where team_id = ${teamId} and customer_id = ${customerId}
      and paid_at >= date_trunc('year', ${calendar.today}::date)::timestamp at time zone ${calendar.timeZone}
      and invoice_id <> all(array(
        select id from invoices
        where team_id = ${teamId} and customer_id = ${customerId} and state = 'refunded'
      ))
    group by currency
  `;
  return new Map(rows.map((row) => [row.currency, row.paid]));
}

export interface InvoiceCounts {
  readonly all: number;
  readonly open: number;
  readonly overdue: number;
  readonly paid: number;
  readonly firstInvoiceDate: string | null;
}

export async function countVisibleInvoices(
  sql: Queryable,
  { teamId, customerId }: Owner,
  today: string,
): Promise<InvoiceCounts> {
  const [row] = await sql<InvoiceCounts[]>`
    select kept.shown as all, counted.open, counted.overdue, kept.issued - counted.open as paid,
      (
        select min(issue_date) from invoices
        where team_id = ${teamId} and customer_id = ${customerId} and state in ('issued', 'canceled', 'refunded')
      ) as first_invoice_date
    from (
      select coalesce(sum(shown_count), 0)::bigint as shown, coalesce(sum(issued_count), 0)::bigint as issued
      from customer_totals where team_id = ${teamId} and customer_id = ${customerId}
    ) kept, (
      select count(*) as open, count(*) filter (where due_date < ${today}::date) as overdue
      from invoices where team_id = ${teamId} and customer_id = ${customerId} and due_minor > 0
    ) counted
  `;
  return row!;
}
