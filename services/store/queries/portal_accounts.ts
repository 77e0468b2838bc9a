/** What portal pages say of an account and of an invoice, each in one statement, and so as of one moment. */
import type { Fragment, Queryable } from "../database/connect.ts";
import { type AccountInvoice, type AccountListing, selectAccountInvoices } from "./invoice_list.ts";
import { wholeColumns, type WholeInvoice } from "./invoices.ts";
import type { PaymentRow } from "./payments.ts";
import { isOpenLink, linkTables } from "./portal_links.ts";
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

export interface NextToPay {
  readonly invoiceNumber: string;
  readonly currency: string;
  readonly exponent: number;
  readonly dueMinor: number;
  readonly paymentUrl: string;
}

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

/** Whose a link is, beside what it opens. */
interface Opened {
  readonly teamId: string;
  readonly customerId: string;
  readonly linkId: string;
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

/** What is open is read from an index alone. */
async function findSummary(
  sql: Queryable,
  owner: Fragment,
): Promise<Omit<AccountRow, "invoices"> | undefined> {
  const isOwned =
    sql`team_id = (select team_id from owner) and customer_id = (select customer_id from owner)`;
  const today = sql`(select today from owner)`;
  const [row] = await sql<Omit<AccountRow, "invoices">[]>`
    with ${owner},
    open as materialized (
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
        select currency, due_date, due_minor as due, ${today} - due_date as age
        from invoices where ${isOwned} and due_minor > 0
      ) aged
      group by currency
    ), returned as (
      select id from invoices where ${isOwned} and state = 'refunded'
    ), paid as (
      select currency, sum(amount_minor)::bigint as minor
      from payments
      where ${isOwned} and voided_at is null
        and paid_at >= (select date_trunc('year', today)::timestamp at time zone time_zone from owner)
        and invoice_id <> all(array(select id from returned))
      group by currency
    ), kept as (
      select currency, exponent, outstanding_minor, credit_minor, issued_count, shown_count
      from customer_totals where ${isOwned}
    ), latest as (
      select p.invoice_id as "invoiceId", p.amount_minor as "amountMinor", p.paid_at as "paidAt", p.method,
        i.invoice_number as "invoiceNumber", i.currency, i.exponent
      from (
        (
          select invoice_id, amount_minor, paid_at, method, created_at
          from payments where ${isOwned} and voided_at is null order by paid_at desc, created_at desc limit 20
        )
        union all
        (
          select id, -paid_minor, refunded_at, null, refunded_at
          from invoices where ${isOwned} and state = 'refunded' and paid_minor > 0 order by refunded_at desc limit 20
        )
      ) p join invoices i on i.team_id = (select team_id from owner) and i.id = p.invoice_id
      order by p.paid_at desc, p.created_at desc limit 20
    )
    select o.team_id, o.customer_id, o.link_id, o.today, ${partyColumns(sql)},
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
      (
        -- Of the first few alone: where none can be paid online, all of them would be read.
        select json_build_object(
          'invoiceNumber', n.invoice_number, 'currency', n.currency, 'exponent', n.exponent,
          'dueMinor', n.due_minor, 'paymentUrl', n.payment_url
        )
        from (
          select * from invoices where ${isOwned} and due_minor > 0 order by due_date limit 20
        ) n
        where n.payment_url is not null order by n.due_date, n.id limit 1
      ) as "nextToPay",
      (select coalesce(json_agg(l), '[]') from latest l) as payments
    from owner o join customers c on c.team_id = o.team_id and c.id = o.customer_id
      join teams t on t.id = o.team_id
  `;
  return row;
}

/** A credit note of an invoice, and what of it has settled that. */
export interface Credit {
  readonly id: string;
  readonly invoiceNumber: string;
  readonly issueDate: string;
  readonly creditedMinor: number;
}

/** All that the page of an invoice says. */
export interface InvoiceView extends WholeInvoice, Parties {
  readonly credits: Credit[];
}

export interface LinkedInvoice extends InvoiceView, Opened {
  readonly customerId: string;
  /** Of a link to one invoice. */
  readonly onlyInvoiceId: string | null;
}

/** Undefined also when the link opens nothing: it is looked at in the same statement. */
export async function findInvoiceOfLink(
  sql: Queryable,
  linkHash: string,
  invoiceId: string | undefined,
): Promise<LinkedInvoice | undefined> {
  const [row] = await sql<LinkedInvoice[]>`
    select ${viewColumns(sql)}, l.id as link_id, l.invoice_id as only_invoice_id
    from ${linkTables(sql)} join invoices i on i.team_id = l.team_id and i.customer_id = l.customer_id
    where ${isOpenLink(sql, linkHash)} and i.id = coalesce(${invoiceId ?? null}, l.invoice_id)
      and coalesce(l.invoice_id = i.id, true)
  `;
  return row;
}

/** One of this customer's. */
export async function findInvoiceView(
  sql: Queryable,
  { teamId, customerId }: Pick<Opened, "teamId" | "customerId">,
  invoiceId: string,
): Promise<InvoiceView | undefined> {
  const [row] = await sql<InvoiceView[]>`
    select ${viewColumns(sql)}
    from invoices i join customers c on c.team_id = i.team_id and c.id = i.customer_id
      join teams t on t.id = i.team_id
    where i.team_id = ${teamId} and i.id = ${invoiceId} and i.customer_id = ${customerId}
  `;
  return row;
}

/** The columns of an `InvoiceView`, from the tables `i`, `t` and `c`. */
function viewColumns(sql: Queryable): Fragment {
  return sql`
    ${wholeColumns(sql)}, ${partyColumns(sql)},
    (
      select coalesce(json_agg(json_build_object(
        'id', n.id, 'invoiceNumber', n.invoice_number, 'issueDate', n.issue_date, 'creditedMinor', n.credited_minor
      ) order by n.issue_date, n.created_at), '[]')
      from invoices n
      where n.team_id = i.team_id and n.credited_invoice_number = i.invoice_number
        and n.customer_id = i.customer_id and n.type = 'credit_note' and n.credited_minor > 0
    ) as credits
  `;
}

/** The columns of `Parties`, from the tables `t` and `c`. */
function partyColumns(sql: Queryable): Fragment {
  return sql`
    ${teamAsJson(sql)} as team,
    json_build_object(
      'name', c.name, 'primaryLanguage', c.primary_language, 'countryCode', c.country_code
    ) as customer,
    (select coalesce(max(h.position), 0) from history h where h.team_id = t.id) as position
  `;
}
