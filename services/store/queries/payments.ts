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
  /** When it was voided; absent for a new one. */
  readonly voidedAt?: string | null;
}

export type PaymentKey = { readonly id: string } | { readonly externalId: string };

/** A statement, or a part of one. Of an issued invoice: whose it is and in which currency does not change any more. */
export function insertPayment(
  sql: Queryable,
  { teamId, customerId, currency }: { teamId: string; customerId: string | null; currency: string },
  payment: PaymentRow,
): Fragment {
  return sql`insert into payments ${sql({ teamId, customerId, currency, ...payment })}`;
}

/** A statement, or a part of one. */
export function setVoided(
  sql: Queryable,
  teamId: string,
  { id, voidedAt = null }: PaymentRow,
): Fragment {
  return sql`
    update payments set voided_at = ${voidedAt} where team_id = ${teamId} and id = ${id} and voided_at is null
  `;
}

/** Of several with one external id the one that counts, or else the one that was taken back last. */
export async function findPayment(
  sql: Queryable,
  teamId: string,
  key: PaymentKey,
): Promise<PaymentRow | undefined> {
  const isKey = "id" in key ? sql`id = ${key.id}` : sql`external_id = ${key.externalId}`;
  const [row] = await selectPayments(
    sql,
    sql`team_id = ${teamId} and ${isKey} order by voided_at desc limit 1`,
  );
  return row;
}

/** At most one of them counts. */
export async function listSameExternal(
  sql: Queryable,
  teamId: string,
  externalId: string,
): Promise<PaymentRow[]> {
  return await selectPayments(sql, sql`team_id = ${teamId} and external_id = ${externalId}`);
}

/** In the order in which they were recorded. */
export async function listValidPayments(
  sql: Queryable,
  teamId: string,
  invoiceId: string,
): Promise<PaymentRow[]> {
  return await selectPayments(
    sql,
    sql`team_id = ${teamId} and invoice_id = ${invoiceId} and voided_at is null order by created_at, id`,
  );
}

/** @param condition Everything from the condition on. */
async function selectPayments(sql: Queryable, condition: Fragment): Promise<PaymentRow[]> {
  return await sql<PaymentRow[]>`
    select id, invoice_id, external_id, amount_minor, paid_at, method, reference, voided_at from payments
    where ${condition}
  `;
}
