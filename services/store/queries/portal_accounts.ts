/** What portal pages say of an account and of an invoice, each in one statement, and so as of one moment. */
import type { Fragment, Queryable } from "../database/connect.ts";
import { type AccountInvoice, type InvoiceListing, selectAccountInvoices } from "./invoice_list.ts";
import { wholeColumns, type WholeInvoice } from "./invoices.ts";
import type { PaymentRow } from "./payments.ts";
import { teamAsJson, type TeamRow } from "./teams.ts";

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

/** For whom and by whom a page is. */
interface Parties {
  readonly team: TeamRow;
  readonly customer: {
    readonly name: string;
    readonly primaryLanguage: string | null;
    readonly countryCode: string | null;
  };
  /** The team's latest event. */
  readonly position: number;
}

export interface AccountRow extends Parties {
  /** In minor units; each open invoice is in exactly one bucket of age. One row for each currency ever in force. */
  readonly balances: BalanceRow[];
  readonly counts: {
    readonly all: number;
    readonly open: number;
    readonly overdue: number;
    readonly paid: number;
  };
  readonly firstInvoiceDate: string | null;
  readonly invoices: AccountInvoice[];
  /** The last twenty that count. */
  readonly payments: AccountPayment[];
}

export interface AccountScope {
  readonly teamId: string;
  readonly customerId: string;
  readonly timeZone: string;
  /** The seller's calendar day. */
  readonly today: string;
  readonly listing: InvoiceListing;
}

/** Two statements side by side: to plan the first takes three times as long as to read it, and it is the same for any list. */
export async function findAccount(sql: Queryable, scope: AccountScope): Promise<AccountRow | undefined> {
  const [summary, [listed]] = await Promise.all([
    findSummary(sql, scope),
    sql<Pick<AccountRow, "invoices">[]>`
      select coalesce(json_agg(listed), '[]') as invoices
      from (${selectAccountInvoices(sql, scope.teamId, scope.listing)}) listed
    `,
  ]);
  return summary && { ...summary, ...listed! };
}

/** What is open is read from an index alone. */
async function findSummary(
  sql: Queryable,
  { teamId, customerId, timeZone, today }: AccountScope,
): Promise<Omit<AccountRow, "invoices"> | undefined> {
  const isOwned = sql`team_id = ${teamId} and customer_id = ${customerId}`;
  const [row] = await sql<Omit<AccountRow, "invoices">[]>`
    with open as materialized (
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
        select currency, due_date, due_minor as due, ${today}::date - due_date as age
        from invoices where ${isOwned} and due_minor > 0
      ) aged
      group by currency
    ), returned as (
      select id from invoices where ${isOwned} and state = 'refunded'
    ), paid as (
      select currency, sum(amount_minor)::bigint as minor
      from payments
      where ${isOwned} and voided_at is null
        and paid_at >= date_trunc('year', ${today}::date)::timestamp at time zone ${timeZone}
        and invoice_id <> all(array(select id from returned))
      group by currency
    ), kept as (
      select currency, exponent, outstanding_minor, credit_minor, issued_count, shown_count
      from customer_totals where ${isOwned}
    ), latest as (
      select p.invoice_id as "invoiceId", p.amount_minor as "amountMinor", p.paid_at as "paidAt", p.method,
        i.invoice_number as "invoiceNumber", i.currency, i.exponent
      from (
        select * from payments where ${isOwned} and voided_at is null order by paid_at desc, created_at desc limit 20
      ) p join invoices i on i.team_id = p.team_id and i.id = p.invoice_id
      order by p.paid_at desc, p.created_at desc
    )
    select ${partyColumns(sql)},
      (
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
      ) as balances,
      (
        select json_build_object(
          'all', coalesce(sum(k.shown_count), 0), 'open', coalesce(sum(o.count), 0),
          'overdue', coalesce(sum(o.overdue_count), 0),
          'paid', coalesce(sum(k.issued_count), 0) - coalesce(sum(o.count), 0)
        )
        from kept k left join open o using (currency)
      ) as counts,
      (
        select min(issue_date) from invoices where ${isOwned} and state in ('issued', 'canceled', 'refunded')
      ) as first_invoice_date,
      (select coalesce(json_agg(l), '[]') from latest l) as payments
    from customers c join teams t on t.id = c.team_id
    where c.team_id = ${teamId} and c.id = ${customerId}
  `;
  return row;
}

/** One of this customer's. */
export async function findInvoiceView(
  sql: Queryable,
  { teamId, customerId }: Pick<AccountScope, "teamId" | "customerId">,
  invoiceId: string,
): Promise<WholeInvoice & Parties | undefined> {
  const [row] = await sql<(WholeInvoice & Parties)[]>`
    select ${wholeColumns(sql)}, ${partyColumns(sql)}
    from invoices i join customers c on c.team_id = i.team_id and c.id = i.customer_id
      join teams t on t.id = i.team_id
    where i.team_id = ${teamId} and i.id = ${invoiceId} and i.customer_id = ${customerId}
  `;
  return row;
}

/** Those of `Parties`, of the tables `t` and `c`. */
function partyColumns(sql: Queryable): Fragment {
  return sql`
    ${teamAsJson(sql)} as team,
    json_build_object(
      'name', c.name, 'primaryLanguage', c.primary_language, 'countryCode', c.country_code
    ) as customer,
    (select coalesce(max(h.position), 0) from history h where h.team_id = t.id) as position
  `;
}
