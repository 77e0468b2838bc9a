/** Totals of a customer by currency, moved along by each change of an invoice in the same transaction. */
import type { Fragment, Queryable } from "../database/connect.ts";
import type { Contribution } from "../rules/invoice_status.ts";

export interface TotalsChange extends Contribution {
  readonly currency: string;
  readonly exponent: number;
  readonly issueDate: string;
}

/** The parts of a statement that moves totals along and updates `customer_figures f` by what they are then. */
export interface TotalsMove {
  /** Of the statement's `told e`, one row for each change: what `toMoveColumns` makes of it. */
  readonly columns: Fragment;
  /** A `with` list, to be continued. */
  readonly moved: Fragment;
  /** Of the update's `n`, one row for each `customer_id`. */
  readonly sums: Fragment;
  /** Of the update's `set`. */
  readonly assignments: Fragment;
  /** A join of its `from`. */
  readonly leading: Fragment;
}

/** In parts, because the event that tells of it is counted in the same row: a second update would cost as much again. */
export function moveTotalsBy(sql: Queryable, teamId: string, changes: readonly TotalsChange[]): TotalsMove {
  return {
    columns: sql`,
      currency text, exponent smallint, issue_date date, count int, issued_count int, shown_count int,
      total_minor bigint, paid_minor bigint, outstanding_minor bigint, credit_minor bigint
    `,
    moved: sql`moved as (${addToTotals(sql)}),`,
    sums: sql`, sum(e.count) as count, max(e.issue_date) filter (where e.count > 0) as issue_date`,
    assignments: sql`,
      invoice_count = f.invoice_count + n.count, invoice_currency = s.currency,
      revenue = coalesce(s.revenue, 0), outstanding = coalesce(s.outstanding, 0),
      last_invoice_date = ${lastInvoiceDate(sql, teamId, changes)}
    `,
    leading: sql`left join lateral (${selectLeading(sql, teamId)}) s on true`,
  };
}

export function toMoveColumns(change: TotalsChange) {
  return {
    ...{ currency: change.currency, exponent: change.exponent, issue_date: change.issueDate },
    ...{ count: change.count, issued_count: change.issuedCount, shown_count: change.shownCount },
    ...{ total_minor: change.totalMinor, paid_minor: change.paidMinor },
    ...{ outstanding_minor: change.outstandingMinor, credit_minor: change.creditMinor },
  };
}

/** Looked for only when an invoice ceases to count: the date of one that counts cannot change. */
function lastInvoiceDate(sql: Queryable, teamId: string, changes: readonly TotalsChange[]): Fragment {
  if (changes.every(({ count }) => count >= 0)) return sql`greatest(f.last_invoice_date, n.issue_date)`;
  return sql`(
    select max(i.issue_date) from invoices i
    where i.team_id = ${teamId} and i.customer_id = f.customer_id and i.state = 'issued' and i.type = 'invoice'
  )`;
}

function addToTotals(sql: Queryable): Fragment {
  return sql`
    insert into customer_totals as t (
      team_id, customer_id, currency, exponent, invoice_count, issued_count, shown_count, total_minor, paid_minor,
      outstanding_minor, credit_minor
    )
    select e.team_id, e.customer_id, e.currency, max(e.exponent), sum(e.count), sum(e.issued_count),
      sum(e.shown_count), sum(e.total_minor), sum(e.paid_minor), sum(e.outstanding_minor), sum(e.credit_minor)
    from told e where e.currency is not null
    group by e.team_id, e.customer_id, e.currency
    on conflict (team_id, customer_id, currency) do update set
      invoice_count = t.invoice_count + excluded.invoice_count,
      issued_count = t.issued_count + excluded.issued_count,
      shown_count = t.shown_count + excluded.shown_count,
      total_minor = t.total_minor + excluded.total_minor,
      paid_minor = t.paid_minor + excluded.paid_minor,
      outstanding_minor = t.outstanding_minor + excluded.outstanding_minor,
      credit_minor = t.credit_minor + excluded.credit_minor
    returning t.*
  `;
}

/** What lists sort by and compatible clients show: the currency with the most to pay stands for the customer. */
function selectLeading(sql: Queryable, teamId: string): Fragment {
  // One statement sees its tables as they were before it: the currency that moves is read from what was returned.
  return sql`
    select currency, paid_minor / power(10::numeric, exponent) as revenue,
      outstanding_minor / power(10::numeric, exponent) as outstanding
    from (
      select * from moved where customer_id = n.customer_id
      union all
      select * from customer_totals t
      where t.team_id = ${teamId} and t.customer_id = n.customer_id and not exists (
        select from moved m where m.customer_id = t.customer_id and m.currency = t.currency
      )
    ) now
    where invoice_count > 0
    order by outstanding_minor / power(10::numeric, exponent) desc, total_minor desc, currency
    limit 1
  `;
}
