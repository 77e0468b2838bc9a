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

/** In minor units; each open invoice is in exactly one bucket of age. */
export async function listBalances(
  sql: Queryable,
  customer: { teamId: string; customerId: string },
  today: string,
): Promise<BalanceRow[]> {
  return await sql<BalanceRow[]>`
    with counted as (
      select currency, exponent, due_date, due_minor as due, credit_minor, ${today}::date - due_date as age
      from invoices
      where team_id = ${customer.teamId} and customer_id = ${customer.customerId}
        and (state = 'issued' or credit_minor > 0)
    )
    select currency, exponent,
      coalesce(sum(due), 0)::bigint as outstanding,
      sum(credit_minor)::bigint as credit,
      coalesce(sum(due) filter (where age > 0), 0)::bigint as overdue,
      count(*) filter (where age > 0 and due > 0) as overdue_count,
      count(*) filter (where due > 0) as open_count,
      coalesce(sum(due) filter (where age <= 0), 0)::bigint as not_due,
      coalesce(sum(due) filter (where age between 1 and 30), 0)::bigint as "days1To30",
      coalesce(sum(due) filter (where age between 31 and 60), 0)::bigint as "days31To60",
      coalesce(sum(due) filter (where age between 61 and 90), 0)::bigint as "days61To90",
      coalesce(sum(due) filter (where age > 90), 0)::bigint as "over90Days",
      min(due_date) filter (where age > 0 and due > 0) as oldest_due_date,
      min(due_date) filter (where age <= 0 and due > 0) as next_due_date
    from counted
    group by currency, exponent
    order by sum(due) / power(10::numeric, exponent) desc, currency
  `;
}

export async function sumPaidThisYear(
  sql: Queryable,
  customer: { teamId: string; customerId: string },
  calendar: { today: string; timeZone: string },
): Promise<Map<string, number>> {
  const rows = await sql<{ currency: string; paid: number }[]>`
    select i.currency, sum(p.amount_minor)::bigint as paid
    from invoices i join payments p on p.team_id = i.team_id and p.invoice_id = i.id
    where i.team_id = ${customer.teamId} and i.customer_id = ${customer.customerId}
      and i.state <> 'refunded'
      and p.paid_at >= date_trunc('year', ${calendar.today}::date)::timestamp at time zone ${calendar.timeZone}
    group by i.currency
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
  customer: { teamId: string; customerId: string },
  today: string,
): Promise<InvoiceCounts> {
  const [row] = await sql<InvoiceCounts[]>`
    select count(*) as all,
      count(*) filter (where due_minor > 0) as open,
      count(*) filter (where due_minor > 0 and due_date < ${today}::date) as overdue,
      count(*) filter (where state = 'issued' and due_minor = 0) as paid,
      min(issue_date) as first_invoice_date
    from invoices
    where team_id = ${customer.teamId} and customer_id = ${customer.customerId}
      and state in ('issued', 'canceled', 'refunded')
  `;
  return row!;
}
