/** The invoices table. */
import type { Party } from "shared/contract/invoice_shapes.ts";
import { type Fragment, type Queryable, toColumnNames } from "../database/connect.ts";
import type { LineAmounts } from "../rules/invoice_amounts.ts";
import type { InvoiceState, InvoiceType, Moments } from "../rules/invoice_status.ts";
import { insertLines, type LineRow, toLineNames } from "./invoice_lines.ts";
import type { PaymentRow } from "./payments.ts";

export interface InvoiceFacts extends Moments {
  readonly type: InvoiceType;
  readonly creditedInvoiceNumber: string | null;
  readonly customerId: string | null;
  readonly externalId: string | null;
  readonly invoiceNumber: string;
  readonly state: InvoiceState;
  readonly currency: string;
  readonly exponent: number;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly subtotalMinor: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly note: string | null;
  readonly paymentUrl: string | null;
  readonly seller: Party;
  readonly buyer: Party;
}

export interface InvoiceTableRow extends InvoiceFacts {
  readonly teamId: string;
  readonly id: string;
  readonly paidMinor: number;
  readonly creditedMinor: number;
  readonly paidAt: string | null;
  readonly internalNote: string | null;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

function columns(sql: Queryable): Fragment {
  return sql`${ownColumns(sql)}, i.seller, i.buyer`;
}

/** Without the two parties. */
export function ownColumns(sql: Queryable): Fragment {
  return sql`
    i.team_id, i.id, i.customer_id, i.external_id, i.invoice_number, i.state, i.currency, i.exponent,
    i.issue_date, i.due_date, i.subtotal_minor, i.discount_minor, i.tax_minor, i.total_minor, i.paid_minor, i.paid_at,
    i.type, i.credited_invoice_number, i.credited_minor, i.issued_at, i.canceled_at, i.refunded_at,
    i.note, i.internal_note, i.payment_url, i.version, i.created_at, i.updated_at
  `;
}

export type InvoiceKey = { id: string } | { externalId: string } | { invoiceNumber: string };

export async function findInvoice(
  sql: Queryable,
  teamId: string,
  key: InvoiceKey,
): Promise<InvoiceTableRow | undefined> {
  const [row] = await sql<InvoiceTableRow[]>`
    select ${columns(sql)} from invoices i where i.team_id = ${teamId} and ${isKey(sql, key)}
  `;
  return row;
}

/** @param condition Everything from the condition on, of the table `i`. */
export async function selectInvoices(sql: Queryable, condition: Fragment): Promise<InvoiceTableRow[]> {
  return await sql<InvoiceTableRow[]>`select ${columns(sql)} from invoices i where ${condition}`;
}

export interface WholeInvoice extends InvoiceTableRow {
  readonly lines: LineRow[];
  /** Also those that were taken back. */
  readonly payments: PaymentRow[];
}

/** With lines and payments as of one moment: in separate statements they could contradict the sums. */
export async function findWholeInvoice(
  sql: Queryable,
  teamId: string,
  id: string,
): Promise<WholeInvoice | undefined> {
  const [row] = await sql<WholeInvoice[]>`
    select ${wholeColumns(sql)} from invoices i where i.team_id = ${teamId} and i.id = ${id}
  `;
  return row;
}

/** The columns of a `WholeInvoice`, from the table `i`. */
export function wholeColumns(sql: Queryable): Fragment {
  return sql`
    ${columns(sql)},
    (
      select coalesce(json_agg(json_build_object(
        'position', l.position, 'name', l.name, 'quantity', l.quantity::text,
        'priceMinor', l.price_minor::text, 'taxRate', l.tax_rate::text, 'amountMinor', l.amount_minor
      ) order by l.position), '[]')
      from invoice_lines l where l.team_id = i.team_id and l.invoice_id = i.id
    ) as lines,
    (
      select coalesce(json_agg(json_build_object(
        'id', p.id, 'invoiceId', p.invoice_id, 'externalId', p.external_id, 'amountMinor', p.amount_minor,
        'paidAt', p.paid_at, 'method', p.method, 'reference', p.reference, 'voidedAt', p.voided_at
      ) order by p.paid_at, p.created_at), '[]')
      from payments p where p.team_id = i.team_id and p.invoice_id = i.id
    ) as payments
  `;
}

/** Locks the row until the end of the transaction; lock its customer first, as everyone does. */
export async function lockInvoice(
  sql: Queryable,
  teamId: string,
  key: InvoiceKey,
): Promise<InvoiceTableRow | undefined> {
  const [row] = await sql<InvoiceTableRow[]>`
    select ${columns(sql)} from invoices i where i.team_id = ${teamId} and ${isKey(sql, key)} for update
  `;
  return row;
}

export interface LockedInvoice {
  readonly invoice: InvoiceTableRow;
  /** Whose row is locked too: null where there was none, or somebody else has it. */
  readonly lockedCustomerId: string | null;
}

/** Locks each invoice until the end of the transaction, and before it its customer. */
export function lockWithCustomers(sql: Queryable, teamId: string, keys: readonly InvoiceKey[]) {
  return lockEach(sql, teamId, { keys, lock: sql`for update` });
}

/** The same, without what somebody else has locked. */
export function lockFreeWithCustomers(sql: Queryable, teamId: string, keys: readonly InvoiceKey[]) {
  return lockEach(sql, teamId, { keys, lock: sql`for update skip locked` });
}

interface Locking {
  readonly keys: readonly InvoiceKey[];
  /** How a row is locked. */
  readonly lock: Fragment;
}

async function lockEach(
  sql: Queryable,
  teamId: string,
  { keys, lock }: Locking,
): Promise<(LockedInvoice | undefined)[]> {
  const found = new Map<InvoiceKey, LockedInvoice>();
  // Nearly always all are named in one way.
  for (const alike of Map.groupBy(keys, (key) => Object.keys(key)[0]).values()) {
    for (
      const { place, lockedCustomerId, ...invoice } of await lockAlike(sql, teamId, { keys: alike, lock })
    ) {
      found.set(alike[place - 1]!, { invoice, lockedCustomerId });
    }
  }
  return keys.map((key) => found.get(key));
}

type LockedRow = InvoiceTableRow & { readonly place: number; readonly lockedCustomerId: string | null };

async function lockAlike(sql: Queryable, teamId: string, { keys, lock }: Locking): Promise<LockedRow[]> {
  const rows = keys.map((key, index) => ({ place: index + 1, key: Object.values(key)[0] as string }));
  const isAsked = sql`i.team_id = ${teamId} and ${isAskedKey(sql, keys[0]!)}`;
  // What stands behind a lateral join is looked for, and locked, when what it names is there.
  return await sql<LockedRow[]>`
    select asked.place, locked.*
    from jsonb_to_recordset(${sql.json(rows)}) as asked (place int, key text)
    left join lateral (
      select c.id from customers c
      where c.team_id = ${teamId} and c.id = (select i.customer_id from invoices i where ${isAsked})
      ${lock}
    ) customer on true
    cross join lateral (
      select customer.id as locked_customer_id, ${columns(sql)} from invoices i where ${isAsked}
      ${lock}
    ) locked
  `;
}

function isAskedKey(sql: Queryable, key: InvoiceKey): Fragment {
  if ("id" in key) return sql`i.id = asked.key::uuid`;
  if ("externalId" in key) return sql`i.external_id = asked.key`;
  return sql`i.invoice_number = asked.key`;
}

function isKey(sql: Queryable, key: InvoiceKey): Fragment {
  if ("id" in key) return sql`i.id = ${key.id}`;
  if ("externalId" in key) return sql`i.external_id = ${key.externalId}`;
  return sql`i.invoice_number = ${key.invoiceNumber}`;
}

export interface InvoiceKeys {
  readonly invoiceNumber: string;
  readonly externalId?: string | null | undefined;
}

/** A condition: an invoice of the team has one of the keys of a row `asked`. Written so that each is looked up by itself. */
export function hasInvoice(sql: Queryable, teamId: string): Fragment {
  return sql`coalesce(
    (select true from invoices i where i.team_id = ${teamId} and i.invoice_number = asked.invoice_number limit 1),
    (select true from invoices i where i.team_id = ${teamId} and i.external_id = asked.external_id limit 1),
    false
  )`;
}

export interface NewInvoice {
  readonly row: InvoiceFacts & { readonly teamId: string; readonly id: string };
  readonly lines: readonly LineAmounts[];
}

/** With their lines: parts of a `with` list, at the end of whose statement it is checked that they belong to them. */
export function insertInvoices(sql: Queryable, teamId: string, invoices: readonly NewInvoice[]): Fragment {
  const rows = invoices.map(({ row, lines }) => toColumnNames({ ...row, lineNames: toLineNames(lines) }));
  const names = sql`
    team_id, id, type, credited_invoice_number, customer_id, external_id, invoice_number, state, currency, exponent,
    issue_date, due_date, subtotal_minor, discount_minor, tax_minor, total_minor, note, payment_url, seller, buyer,
    issued_at, canceled_at, refunded_at, line_names
  `;
  return sql`
    stored as (
      insert into invoices (${names}) select ${names}
      from jsonb_populate_recordset(null::invoices, ${sql.json(rows)}) where team_id = ${teamId}
    ),
    lined as (${insertLines(sql, teamId, invoices.map(({ row, lines }) => ({ id: row.id, lines })))}),
  `;
}

export async function updateInvoice(
  sql: Queryable,
  teamId: string,
  id: string,
  facts: InvoiceFacts,
): Promise<InvoiceTableRow> {
  const [row] = await sql<InvoiceTableRow[]>`
    update invoices i set ${sql(toColumns(sql, facts))}, version = version + 1, updated_at = now()
    where i.team_id = ${teamId} and i.id = ${id}
    returning ${columns(sql)}
  `;
  return row!;
}

/** Scheduled for a day that has come on the seller's calendar. */
export async function listDueForIssue(
  sql: Queryable,
  limit: number,
): Promise<{ teamId: string; id: string }[]> {
  return await sql<{ teamId: string; id: string }[]>`
    select i.team_id, i.id from invoices i join teams t on t.id = i.team_id
    where i.state = 'scheduled' and i.issue_date <= (now() at time zone t.time_zone)::date
    order by i.issue_date
    limit ${limit}
  `;
}

/** Also when they are fully paid, and since when: a statement, or a part of one. */
export function setPaid(
  sql: Queryable,
  teamId: string,
  invoices: readonly Pick<InvoiceTableRow, "id" | "paidMinor" | "paidAt">[],
): Fragment {
  const rows = invoices.map(({ id, paidMinor, paidAt }) => toColumnNames({ teamId, id, paidMinor, paidAt }));
  return sql`
    update invoices i set paid_minor = now_paid.paid_minor, paid_at = now_paid.paid_at,
      version = i.version + 1, updated_at = now()
    from jsonb_to_recordset(${sql.json(rows)})
      as now_paid (team_id uuid, id uuid, paid_minor bigint, paid_at timestamptz)
    where i.team_id = ${teamId} and now_paid.team_id = ${teamId} and i.id = now_paid.id
  `;
}

type Columns = InvoiceFacts & { teamId?: string; id?: string };

// The client library's own type for a row's values does not know its JSON parameters.
// deno-lint-ignore no-explicit-any -- as said above
function toColumns(sql: Queryable, facts: Columns): Record<string, any> {
  return { ...facts, seller: sql.json({ ...facts.seller }), buyer: sql.json({ ...facts.buyer }) };
}
