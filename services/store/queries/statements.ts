/** The lines of a statement of account, by the day on which each of them happened. */
import type { STATEMENT_KINDS } from "shared/contract/customer_account.ts";
import type { Fragment, Queryable } from "../database/connect.ts";

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
  /** For the customer: a payment may have been voided because it was another's, and nothing tells where it came from. */
  readonly hidesOrigins: boolean;
}

/**
 * Whether invoices and payments of the period alone are more lines than the limit allows: a few index entries tell what
 * the whole statement would be read and sorted for.
 */
export async function isPlainlyTooLong(sql: Queryable, scope: StatementScope): Promise<boolean> {
  const { timeZone, from, to, limit } = scope;
  const [row] = await sql<{ isTooLong: boolean }[]>`
    select (
      select count(*) from (
        select 1 from invoices
        where ${isStated(sql, scope)} and issued_at is not null
          and issue_date <= ${to} ${from === null ? sql`` : sql`and issue_date >= ${from}`}
        limit ${limit}
      ) issued
    ) + (
      select count(*) from (
        select 1 from payments
        where ${isStated(sql, scope)}
          and paid_at < (${to}::date + 1)::timestamp at time zone ${timeZone}
          ${from === null ? sql`` : sql`and paid_at >= ${from}::date::timestamp at time zone ${timeZone}`}
        limit ${limit}
      ) paid
    ) >= ${limit} as is_too_long
  `;
  return row!.isTooLong;
}

/**
 * Sums are told as floating point: exact as far as integers go, and beyond that near enough instead of nothing at all.
 * First the openings, then the lines by day. A cancellation, and the reversal of a payment, has its own day, so that it
 * changes no statement of an earlier period; but never one before the issue date, when there was nothing to take back.
 *
 * What lies before the period is only added up, payments from their index alone; a line is made of what is in it.
 */
export async function listStatementRows(sql: Queryable, scope: StatementScope): Promise<StatementRow[]> {
  const { from, limit } = scope;
  return await sql<StatementRow[]>`
    with documents as materialized (${selectDocuments(sql, scope)}),
    paid as materialized (${selectPaid(sql, scope)}),
    reversed as materialized (${selectReversed(sql, scope)}),
    lines as (
      select null::bool as is_line, currency,
        coalesce(
          max(exponent), (select max(d.exponent) from documents d where d.currency = earlier.currency)
        ) as exponent, null as kind, 0 as rank, null::date as date, null::uuid as invoice_id,
        null as invoice_number, null as description, sum(minor) as minor, null::timestamptz as created_at
      from (${selectSumsBefore(sql, scope)}) earlier where ${from}::date is not null group by currency
      union all
      select true, * from (${selectLines(sql, scope)}) inside
    )
    select currency, exponent, kind, date, invoice_id, invoice_number, description, minor::float8
    from lines
    order by is_line nulls first, date, rank, created_at, invoice_number, invoice_id, currency
    limit ${limit}
  `;
}

function selectDocuments(sql: Queryable, scope: StatementScope): Fragment {
  const { timeZone } = scope;
  return sql`
    select id, invoice_number, type, currency, exponent, issue_date, created_at, canceled_at, refunded_at,
      case when type = 'invoice' then total_minor else -total_minor end as signed_minor,
      greatest((coalesce(canceled_at, refunded_at) at time zone ${timeZone})::date, issue_date) as ended_on,
      greatest((refunded_at at time zone ${timeZone})::date, issue_date) as refunded_on,
      state in ('canceled', 'refunded') and (type = 'invoice' or state = 'canceled') as is_canceled,
      case when state <> 'refunded' then 0
        when type = 'invoice' then paid_minor + credited_minor else total_minor - credited_minor
      end as returned_minor
    from invoices
    where ${isStated(sql, scope)} and issued_at is not null
  `;
}

function selectPaid(sql: Queryable, scope: StatementScope): Fragment {
  const { teamId, customerId, timeZone, from } = scope;
  return sql`
    select d.id, d.invoice_number, d.currency, d.exponent, ${
    originOf(sql, scope)
  } as origin, p.amount_minor, p.created_at,
      (p.paid_at at time zone ${timeZone})::date as paid_on
    from payments p join documents d on d.id = p.invoice_id
    where p.team_id = ${teamId} and p.customer_id = ${customerId}
      ${from === null ? sql`` : sql`and p.paid_at >= ${longBefore(sql, scope)}`}
  `;
}

function selectReversed(sql: Queryable, scope: StatementScope): Fragment {
  const { teamId, customerId, timeZone } = scope;
  return sql`
    select d.id, d.invoice_number, d.currency, d.exponent, ${
    originOf(sql, scope)
  } as origin, p.amount_minor, p.voided_at,
      (greatest(p.voided_at, p.paid_at) at time zone ${timeZone})::date as reversed_on
    from payments p join documents d on d.id = p.invoice_id
    where p.team_id = ${teamId} and p.customer_id = ${customerId} and p.voided_at is not null
  `;
}

function selectSumsBefore(sql: Queryable, scope: StatementScope): Fragment {
  const { from } = scope;
  return sql`
    select currency, exponent, sum(
      case when issue_date < ${from}::date then signed_minor else 0 end
      - case when is_canceled and ended_on < ${from}::date then signed_minor else 0 end
      + case when returned_minor > 0 and refunded_on < ${from}::date then returned_minor else 0 end
    ) as minor
    from documents where issue_date < ${from}::date group by 1, 2
    union all
    select currency, null, -sum(amount_minor) from payments
    where ${isStated(sql, scope)} and paid_at < ${longBefore(sql, scope)}
    group by 1
    union all
    select currency, exponent, -sum(amount_minor) from paid where paid_on < ${from}::date group by 1, 2
    union all
    select currency, exponent, sum(amount_minor) from reversed where reversed_on < ${from}::date group by 1, 2
  `;
}

function selectLines(sql: Queryable, { from, to }: StatementScope): Fragment {
  const isInPeriod = (date: Fragment) =>
    from === null ? sql`${date} <= ${to}::date` : sql`${date} between ${from}::date and ${to}::date`;
  return sql`
    select currency, exponent, type as kind, case type when 'invoice' then 1 else 2 end as rank,
      issue_date as date, id as invoice_id, invoice_number, null as description, signed_minor as minor, created_at
    from documents where ${isInPeriod(sql`issue_date`)}
    union all
    select currency, exponent, 'payment', 3, paid_on, id, invoice_number, origin, -amount_minor,
      created_at
    from paid where ${isInPeriod(sql`paid_on`)}
    union all
    select currency, exponent, 'reversal', 4, reversed_on, id, invoice_number, origin, amount_minor,
      voided_at
    from reversed where ${isInPeriod(sql`reversed_on`)}
    union all
    select currency, exponent, 'cancellation', 4, ended_on, id, invoice_number, null, -signed_minor,
      coalesce(canceled_at, refunded_at)
    from documents where is_canceled and ${isInPeriod(sql`ended_on`)}
    union all
    select currency, exponent, 'refund', 5, refunded_on, id, invoice_number, null, returned_minor, refunded_at
    from documents where returned_minor > 0 and ${isInPeriod(sql`refunded_on`)}
  `;
}

/** Of a payment `p`. */
function originOf(sql: Queryable, { hidesOrigins }: StatementScope): Fragment {
  const origin = sql`coalesce(p.reference, p.method)`;
  return hidesOrigins ? sql`case when p.voided_at is null then ${origin} end` : origin;
}

/** Invoices or payments, of one table alone. */
function isStated(sql: Queryable, { teamId, customerId, currency }: StatementScope): Fragment {
  return sql`team_id = ${teamId} and customer_id = ${customerId}
    and ${currency ? sql`currency = ${currency}` : sql`true`}`;
}

/** Midnight may come twice, or never: the hours around it are looked at by their day. */
function longBefore(sql: Queryable, { from, timeZone }: StatementScope): Fragment {
  return sql`((${from}::date::timestamp at time zone ${timeZone}) - interval '3 hours')`;
}
