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
