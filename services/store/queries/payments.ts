/** The payments table. */
import { type Fragment, type Queryable, toColumnNames } from "../database/connect.ts";

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

export interface NewPayment {
  readonly payment: PaymentRow;
  /** Issued: whose it is and in which currency does not change any more. */
  readonly invoice: { readonly customerId: string | null; readonly currency: string };
}

/** A statement, or a part of one. */
export function insertPayments(sql: Queryable, teamId: string, payments: readonly NewPayment[]): Fragment {
  const rows = payments.map(({ payment, invoice: { customerId, currency } }) =>
    toColumnNames({ teamId, customerId, currency, ...payment })
  );
  const names = sql`
    team_id, id, invoice_id, customer_id, currency, external_id, amount_minor, paid_at, method, reference
  `;
  return sql`
    insert into payments (${names}) select ${names}
    from jsonb_populate_recordset(null::payments, ${sql.json(rows)}) where team_id = ${teamId}
  `;
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

/** Of each external id; at most one of them counts. */
export async function listSameExternal(
  sql: Queryable,
  teamId: string,
  externalIds: readonly string[],
): Promise<PaymentRow[][]> {
  const rows = await selectPayments(
    sql,
    sql`team_id = ${teamId} and external_id = any(${[...externalIds]}::text[])`,
  );
  return externalIds.map((externalId) => rows.filter((row) => row.externalId === externalId));
}

/** Of each invoice. */
export async function listValidPayments(
  sql: Queryable,
  teamId: string,
  invoiceIds: readonly string[],
): Promise<PaymentRow[][]> {
  const rows = await selectPayments(
    sql,
    sql`team_id = ${teamId} and invoice_id = any(${[
      ...invoiceIds,
    ]}::uuid[]) and voided_at is null order by created_at, id`,
  );
  return invoiceIds.map((id) => rows.filter(({ invoiceId }) => invoiceId === id));
}

/** @param condition Everything from the condition on. */
async function selectPayments(sql: Queryable, condition: Fragment): Promise<PaymentRow[]> {
  return await sql<PaymentRow[]>`
    select id, invoice_id, external_id, amount_minor, paid_at, method, reference, voided_at from payments
    where ${condition}
  `;
}
