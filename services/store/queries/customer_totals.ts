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
  /** A `with` list, to be continued. */
  readonly moved: Fragment;
  /** Of the update's `set`. */
  readonly assignments: Fragment;
  /** A join of its `from`. */
  readonly leading: Fragment;
}

/** In parts, because the event that tells of it is counted in the same row: a second update would cost as much again. */
export function moveTotalsBy(
  sql: Queryable,
  owner: { teamId: string; customerId: string },
  change: TotalsChange,
): TotalsMove {
  return {
    moved: sql`moved as (${addToTotals(sql, owner, change)}),`,
    assignments: sql`,
      invoice_count = f.invoice_count + ${change.count}, invoice_currency = s.currency,
      revenue = coalesce(s.revenue, 0), outstanding = coalesce(s.outstanding, 0),
      last_invoice_date = ${lastInvoiceDate(sql, owner, change)}
    `,
    leading: sql`left join lateral (${selectLeading(sql, owner, change.currency)}) s on true`,
  };
}

/** Looked for only when an invoice ceases to count: the date of one that counts cannot change. */
function lastInvoiceDate(
  sql: Queryable,
  { teamId, customerId }: { teamId: string; customerId: string },
  { count, issueDate }: TotalsChange,
): Fragment {
  if (count >= 0) return sql`greatest(f.last_invoice_date, ${count > 0 ? issueDate : null}::date)`;
  return sql`(
    select max(i.issue_date) from invoices i
    where i.team_id = ${teamId} and i.customer_id = ${customerId} and i.state = 'issued' and i.type = 'invoice'
  )`;
}

function addToTotals(
  sql: Queryable,
  { teamId, customerId }: { teamId: string; customerId: string },
  change: TotalsChange,
): Fragment {
  return sql`
    insert into customer_totals as t (
      team_id, customer_id, currency, exponent, invoice_count, issued_count, shown_count, total_minor, paid_minor,
      outstanding_minor, credit_minor
    )
    values (
      ${teamId}, ${customerId}, ${change.currency}, ${change.exponent}, ${change.count}, ${change.issuedCount},
      ${change.shownCount}, ${change.totalMinor}, ${change.paidMinor}, ${change.outstandingMinor},
      ${change.creditMinor}
    )
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
function selectLeading(
  sql: Queryable,
  { teamId, customerId }: { teamId: string; customerId: string },
  movedCurrency: string,
): Fragment {
  // One statement sees its tables as they were before it: the currency that moves is read from what was returned.
  return sql`
    select currency, paid_minor / power(10::numeric, exponent) as revenue,
      outstanding_minor / power(10::numeric, exponent) as outstanding
    from (
      select * from moved
      union all
      select * from customer_totals
      where team_id = ${teamId} and customer_id = ${customerId} and currency <> ${movedCurrency}
    ) now
    where invoice_count > 0
    order by outstanding_minor / power(10::numeric, exponent) desc, total_minor desc, currency
    limit 1
  `;
}
