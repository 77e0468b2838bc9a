/** The lines of a statement of account, by the day on which each of them happened. */
import type { STATEMENT_KINDS } from "shared/contract/customer_account.ts";
import type { Queryable } from "../database/connect.ts";

export interface StatementRow {
  readonly currency: string;
  readonly exponent: number;
  /** Null for the sum of everything before the period. */
  readonly kind: typeof STATEMENT_KINDS[number] | null;
  readonly date: string | null;
  readonly invoiceId: string | null;
  readonly invoiceNumber: string | null;
  readonly description: string | null;
  /** Positive is owed by the customer. */
  readonly minor: number;
}

export interface StatementScope {
  readonly teamId: string;
  readonly customerId: string;
  readonly timeZone: string;
  readonly from: string | null;
  readonly to: string;
  readonly currency: string | null;
  readonly limit: number;
}

/**
 * Sums are told as floating point: exact as far as integers go, and beyond that near enough instead of nothing at all.
 * First the openings, then the lines by day. A cancellation has its own day, so that it changes no statement of an
 * earlier period; on a day before the issue date it would say that something was taken back that was not yet there.
 */
export async function listStatementRows(sql: Queryable, scope: StatementScope): Promise<StatementRow[]> {
  const { teamId, customerId, timeZone, from, to, currency, limit } = scope;
  return await sql<StatementRow[]>`
    with documents as (
      select i.*, case when type = 'invoice' then total_minor else -total_minor end as signed_minor,
        greatest((coalesce(canceled_at, refunded_at) at time zone ${timeZone})::date, issue_date) as ended_on,
        greatest((refunded_at at time zone ${timeZone})::date, issue_date) as refunded_on
      from invoices i
      where team_id = ${teamId} and customer_id = ${customerId} and issued_at is not null
        and ${currency ? sql`currency = ${currency}` : sql`true`}
    ), lines as (
      select currency, exponent, type as kind, case type when 'invoice' then 1 else 2 end as rank, issue_date as date,
        id as invoice_id, invoice_number, null as description, signed_minor as minor, created_at
      from documents
      union all
      select d.currency, d.exponent, 'payment', 3, (p.paid_at at time zone ${timeZone})::date,
        d.id, d.invoice_number, coalesce(p.reference, p.method), -p.amount_minor, p.created_at
      from documents d join payments p on p.team_id = d.team_id and p.invoice_id = d.id
      union all
      select currency, exponent, 'cancellation', 4, ended_on, id, invoice_number, null, -signed_minor,
        coalesce(canceled_at, refunded_at)
      from documents
      where state in ('canceled', 'refunded') and (type = 'invoice' or state = 'canceled')
      union all
      select currency, exponent, 'refund', 5, refunded_on, id, invoice_number, null,
        case type when 'invoice' then paid_minor + credited_minor else total_minor - credited_minor end, refunded_at
      from documents
      where state = 'refunded'
        and case type when 'invoice' then paid_minor + credited_minor else total_minor - credited_minor end > 0
    )
    select 0 as position, currency, max(exponent) as exponent, null as kind, null::date as date,
      null::uuid as invoice_id, null as invoice_number, null as description, sum(minor)::float8 as minor
    from lines where date < ${from}::date group by currency
    union all
    select row_number() over (order by date, rank, created_at, invoice_number, invoice_id), currency, exponent,
      kind, date, invoice_id, invoice_number, description, minor::float8
    from lines where date <= ${to}::date and (${from}::date is null or date >= ${from}::date)
    order by position, currency
    limit ${limit}
  `;
}
