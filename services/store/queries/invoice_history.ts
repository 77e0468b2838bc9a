/** The invoice_history table: what happened to an invoice, written with the change that it tells of. */
import type { HISTORY_KINDS } from "shared/contract/invoices.ts";
import type { Queryable } from "../database/connect.ts";

export type HistoryKind = typeof HISTORY_KINDS[number];

export interface NewHistoryEntry {
  readonly kind: HistoryKind;
  readonly fields?: readonly string[];
  readonly amountMinor?: number;
}

export interface HistoryRow {
  readonly kind: HistoryKind;
  readonly fields: string[];
  readonly amountMinor: number | null;
  readonly actor: string;
  readonly door: string;
  readonly at: string;
}

export interface Author {
  readonly actor: string;
  readonly door: string;
}

export async function insertHistory(
  sql: Queryable,
  invoice: { teamId: string; id: string },
  entries: readonly NewHistoryEntry[],
  { actor, door }: Author,
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ kind, fields, amountMinor }) => ({
    teamId: invoice.teamId,
    invoiceId: invoice.id,
    kind,
    fields: [...fields ?? []],
    amountMinor: amountMinor ?? null,
    actor,
    door,
  }));
  await sql`insert into invoice_history ${sql(rows)}`;
}

/** The newest ones, oldest first. */
export async function listHistory(
  sql: Queryable,
  teamId: string,
  invoiceId: string,
  limit: number,
): Promise<HistoryRow[]> {
  const rows = await sql<HistoryRow[]>`
    select kind, fields, amount_minor, actor, door, at from invoice_history
    where team_id = ${teamId} and invoice_id = ${invoiceId}
    order by position desc
    limit ${limit}
  `;
  return rows.toReversed();
}

/** The invoices of a customer lose it, and each of them remembers that. */
export async function detachInvoices(
  sql: Queryable,
  customer: { teamId: string; customerId: string },
  { actor, door }: Author,
): Promise<number> {
  const rows = await sql`
    with detached as (
      update invoices set customer_id = null, version = version + 1, updated_at = now()
      where team_id = ${customer.teamId} and customer_id = ${customer.customerId}
      returning team_id, id
    )
    insert into invoice_history (team_id, invoice_id, kind, fields, actor, door)
    select team_id, id, 'changed', '{customerId}', ${actor}, ${door} from detached
    returning 1
  `;
  return rows.length;
}
