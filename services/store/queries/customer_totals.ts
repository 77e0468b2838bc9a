/** Totals of a customer by currency, moved along by each change of an invoice in the same transaction. */
import type { Queryable } from "../database/connect.ts";
import type { Contribution } from "../rules/invoice_status.ts";

export interface TotalsChange extends Contribution {
  readonly teamId: string;
  readonly customerId: string;
  readonly currency: string;
  readonly exponent: number;
}

export async function changeTotals(sql: Queryable, change: TotalsChange): Promise<void> {
  await sql`
    insert into customer_totals as t
      (team_id, customer_id, currency, exponent, invoice_count, total_minor, paid_minor, outstanding_minor, credit_minor)
    values (
      ${change.teamId}, ${change.customerId}, ${change.currency}, ${change.exponent},
      ${change.count}, ${change.totalMinor}, ${change.paidMinor}, ${change.outstandingMinor},
      ${change.creditMinor}
    )
    on conflict (team_id, customer_id, currency) do update set
      invoice_count = t.invoice_count + excluded.invoice_count,
      total_minor = t.total_minor + excluded.total_minor,
      paid_minor = t.paid_minor + excluded.paid_minor,
      outstanding_minor = t.outstanding_minor + excluded.outstanding_minor,
      credit_minor = t.credit_minor + excluded.credit_minor
  `;
}

/** What lists sort by and compatible clients show: the currency with the most to pay stands for the customer. */
export async function refreshCustomerSummary(
  sql: Queryable,
  teamId: string,
  customerId: string,
): Promise<void> {
  await sql`
    update customer_figures f set
      invoice_count = coalesce(s.invoice_count, 0),
      invoice_currency = s.currency,
      revenue = coalesce(s.revenue, 0),
      outstanding = coalesce(s.outstanding, 0),
      last_invoice_date = (
        select max(i.issue_date) from invoices i
        where i.team_id = ${teamId} and i.customer_id = ${customerId} and i.state = 'issued'
          and i.type = 'invoice'
      )
    from (select 1) as always left join lateral (
      select currency,
        (sum(invoice_count) over ())::int as invoice_count,
        paid_minor / power(10::numeric, exponent) as revenue,
        outstanding_minor / power(10::numeric, exponent) as outstanding
      from customer_totals
      where team_id = ${teamId} and customer_id = ${customerId} and invoice_count > 0
      order by outstanding_minor / power(10::numeric, exponent) desc, total_minor desc, currency
      limit 1
    ) s on true
    where f.team_id = ${teamId} and f.customer_id = ${customerId}
  `;
}
