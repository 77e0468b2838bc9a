/** The payments table. */
import type { Fragment, Queryable } from "../database/connect.ts";

export interface PaymentRow {
  readonly id: string;
  readonly invoiceId: string;
  readonly externalId: string | null;
  readonly amountMinor: number;
  readonly paidAt: string;
  readonly method: string | null;
  readonly reference: string | null;
}

/** A statement, or a part of one. Of an issued invoice: whose it is and in which currency does not change any more. */
export function insertPayment(
  sql: Queryable,
  { teamId, customerId, currency }: { teamId: string; customerId: string | null; currency: string },
  payment: PaymentRow,
): Fragment {
  return sql`insert into payments ${sql({ teamId, customerId, currency, ...payment })}`;
}

export async function findPayment(
  sql: Queryable,
  teamId: string,
  externalId: string,
): Promise<PaymentRow | undefined> {
  const [row] = await sql<PaymentRow[]>`
    select id, invoice_id, external_id, amount_minor, paid_at, method, reference from payments
    where team_id = ${teamId} and external_id = ${externalId}
  `;
  return row;
}

export interface CustomerPaymentRow extends PaymentRow {
  readonly invoiceNumber: string;
  readonly currency: string;
  readonly exponent: number;
}

export async function listCustomerPayments(
  sql: Queryable,
  teamId: string,
  customerId: string,
  limit: number,
): Promise<CustomerPaymentRow[]> {
  return await sql<CustomerPaymentRow[]>`
    select p.id, p.invoice_id, p.external_id, p.amount_minor, p.paid_at, p.method, p.reference,
      i.invoice_number, i.currency, i.exponent
    from payments p join invoices i on i.team_id = p.team_id and i.id = p.invoice_id
    where p.team_id = ${teamId} and p.customer_id = ${customerId}
    order by p.paid_at desc, p.created_at desc
    limit ${limit}
  `;
}
