/** What portal pages say of an account. */
import type { Fragment, Queryable } from "../database/connect.ts";
import { type AccountInvoice, type AccountListing, selectAccountInvoices } from "./invoice_list.ts";
import type { PaymentRow } from "./payments.ts";
import { isOpenLink, linkTables } from "./portal_links.ts";
import { type Opened, type Parties, partyColumns } from "./portal_parties.ts";

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
  /** This calendar year, without what was given back. */
  readonly paidThisYear: number;
}

export type AccountPayment =
  & Pick<PaymentRow, "invoiceId" | "amountMinor" | "paidAt" | "method">
  & { readonly invoiceNumber: string; readonly currency: string; readonly exponent: number };

export interface NextToPay {
  readonly invoiceNumber: string;
  readonly currency: string;
  readonly exponent: number;
  readonly dueMinor: number;
  readonly paymentUrl: string;
}

export interface AccountRow extends Parties, Opened {
  /** The seller's calendar day. */
  readonly today: string;
  /** In minor units; each open invoice is in exactly one bucket of age. One row for each currency ever in force. */
  readonly balances: BalanceRow[];
  readonly counts: {
    readonly all: number;
    readonly open: number;
    readonly overdue: number;
    readonly paid: number;
  };
  readonly firstInvoiceDate: string | null;
  readonly nextToPay: NextToPay | null;
  readonly invoices: AccountInvoice[];
  /** The last twenty that count, and refunds. */
  readonly payments: AccountPayment[];
}

/** Two statements side by side: to plan the first takes three times as long as to read it, and it is the same for any list. */
export async function findAccount(
  sql: Queryable,
  linkHash: string,
  listing: AccountListing,
): Promise<AccountRow | undefined> {
  const owner = selectOwner(sql, linkHash);
  const [summary, [listed]] = await Promise.all([
    findSummary(sql, owner),
    sql<Pick<AccountRow, "invoices">[]>`
      with ${owner}
      select coalesce(json_agg(listed), '[]') as invoices from (${selectAccountInvoices(sql, listing)}) listed
    `,
  ]);
  return summary && { ...summary, ...listed! };
}

/** Part of a `with` list: no row unless the link opens an account now. */
function selectOwner(sql: Queryable, linkHash: string): Fragment {
  return sql`owner as materialized (
    select l.team_id, l.customer_id, l.id as link_id, t.time_zone, (now() at time zone t.time_zone)::date as today
    from ${linkTables(sql)} where ${isOpenLink(sql, linkHash)} and l.invoice_id is null
  )`;
}

async function findSummary(
  sql: Queryable,
  owner: Fragment,
): Promise<Omit<AccountRow, "invoices"> | undefined> {
  const [row] = await sql<Omit<AccountRow, "invoices">[]>`
    with ${owner},
    open as materialized (${sumOpen(sql)}),
    paid as (${sumPaidThisYear(sql)}),
    kept as (
      select currency, exponent, outstanding_minor, credit_minor, issued_count, shown_count
      from customer_totals where ${isOwned(sql)}
    ),
    latest as (${selectLatestPayments(sql)})
    select o.team_id, o.customer_id, o.link_id, o.today, ${partyColumns(sql)},
      ${balancesAsJson(sql)} as balances, ${countsAsJson(sql)} as counts,
      (
        select min(issue_date) from invoices
        where ${isOwned(sql)} and state in ('issued', 'canceled', 'refunded')
      ) as first_invoice_date,
      ${nextToPayAsJson(sql)} as "nextToPay",
      (select coalesce(json_agg(l), '[]') from latest l) as payments
    from owner o join customers c on c.team_id = o.team_id and c.id = o.customer_id
      join teams t on t.id = o.team_id
  `;
  return row;
}

function isOwned(sql: Queryable): Fragment {
  return sql`team_id = (select team_id from owner) and customer_id = (select customer_id from owner)`;
}

/** What is open is read from an index alone. */
function sumOpen(sql: Queryable): Fragment {
  return sql`
    select currency, count(*) as count,
      coalesce(sum(due) filter (where age > 0), 0)::bigint as overdue,
      count(*) filter (where age > 0) as overdue_count,
      coalesce(sum(due) filter (where age <= 0), 0)::bigint as not_due,
      coalesce(sum(due) filter (where age between 1 and 30), 0)::bigint as days1_to30,
      coalesce(sum(due) filter (where age between 31 and 60), 0)::bigint as days31_to60,
      coalesce(sum(due) filter (where age between 61 and 90), 0)::bigint as days61_to90,
      coalesce(sum(due) filter (where age > 90), 0)::bigint as over90_days,
      min(due_date) filter (where age > 0) as oldest_due_date,
      min(due_date) filter (where age <= 0) as next_due_date
    from (
      select currency, due_date, due_minor as due, (select today from owner) - due_date as age
      from invoices where ${isOwned(sql)} and due_minor > 0
    ) aged
    group by currency
  `;
}

/** Of what was returned nothing counts as paid. */
function sumPaidThisYear(sql: Queryable): Fragment {
  return sql`
    select currency, sum(amount_minor)::bigint as minor
    from payments
    where ${isOwned(sql)} and voided_at is null
      and paid_at >= (select date_trunc('year', today)::timestamp at time zone time_zone from owner)
      and invoice_id <> all(array(select id from invoices where ${isOwned(sql)} and state = 'refunded'))
    group by currency
  `;
}

/** Refunds are payments the other way. */
function selectLatestPayments(sql: Queryable): Fragment {
  return sql`
    select p.invoice_id as "invoiceId", p.amount_minor as "amountMinor", p.paid_at as "paidAt", p.method,
      i.invoice_number as "invoiceNumber", i.currency, i.exponent
    from (
      (
        select invoice_id, amount_minor, paid_at, method, created_at
        from payments where ${isOwned(sql)} and voided_at is null
        order by paid_at desc, created_at desc limit 20
      )
      union all
      (
        select id, -paid_minor - credited_minor, refunded_at, null, refunded_at
        from invoices where ${
    isOwned(sql)
  } and state = 'refunded' and type = 'invoice' and paid_minor + credited_minor > 0
        order by refunded_at desc limit 20
      )
    ) p join invoices i on i.team_id = (select team_id from owner) and i.id = p.invoice_id
    order by p.paid_at desc, p.created_at desc limit 20
  `;
}

function balancesAsJson(sql: Queryable): Fragment {
  return sql`(
    select coalesce(json_agg(json_build_object(
      'currency', k.currency, 'exponent', k.exponent, 'outstanding', k.outstanding_minor,
      'credit', k.credit_minor, 'overdue', coalesce(o.overdue, 0),
      'overdueCount', coalesce(o.overdue_count, 0), 'openCount', coalesce(o.count, 0),
      'notDue', coalesce(o.not_due, 0), 'days1To30', coalesce(o.days1_to30, 0),
      'days31To60', coalesce(o.days31_to60, 0), 'days61To90', coalesce(o.days61_to90, 0),
      'over90Days', coalesce(o.over90_days, 0), 'oldestDueDate', o.oldest_due_date,
      'nextDueDate', o.next_due_date, 'paidThisYear', coalesce(p.minor, 0)
    ) order by k.outstanding_minor / power(10::numeric, k.exponent) desc, k.currency), '[]')
    from kept k left join open o using (currency) left join paid p using (currency)
    where k.issued_count > 0 or k.credit_minor > 0
  )`;
}

function countsAsJson(sql: Queryable): Fragment {
  return sql`(
    select json_build_object(
      'all', coalesce(sum(k.shown_count), 0), 'open', coalesce(sum(o.count), 0),
      'overdue', coalesce(sum(o.overdue_count), 0),
      'paid', coalesce(sum(k.issued_count), 0) - coalesce(sum(o.count), 0)
    )
    from kept k left join open o using (currency)
  )`;
}

/** Of the first few alone: where none can be paid online, all of them would be read. */
function nextToPayAsJson(sql: Queryable): Fragment {
  return sql`(
    select json_build_object(
      'invoiceNumber', n.invoice_number, 'currency', n.currency, 'exponent', n.exponent,
      'dueMinor', n.due_minor, 'paymentUrl', n.payment_url
    )
    from (
      select * from invoices where ${isOwned(sql)} and due_minor > 0 order by due_date limit 20
    ) n
    where n.payment_url is not null order by n.due_date, n.id limit 1
  )`;
}
