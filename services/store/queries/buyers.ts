/** Customers as an invoice prints them. */
import type { Queryable } from "../database/connect.ts";
import { type CustomerKey, isKey, takeFirst } from "./customer_locks.ts";
import type { CustomerRow } from "./customers.ts";
import { hasInvoice, type InvoiceKeys } from "./invoices.ts";
import { teamAsJson, type TeamRow } from "./teams.ts";

/** What an invoice prints of its customer. */
export type BuyerRow = Pick<
  CustomerRow,
  | "id"
  | "externalId"
  | "name"
  | "email"
  | "billingEmail"
  | "addressLine1"
  | "addressLine2"
  | "zip"
  | "city"
  | "state"
  | "country"
  | "vatNumber"
>;

/** And what is shown beside an invoice. */
export type LockedBuyer = BuyerRow & {
  readonly website: string | null;
  /** Null while the portal is off. */
  readonly portalRotation: number | null;
};

export interface Parties {
  readonly buyer: LockedBuyer;
  readonly team: TeamRow;
  /** When the transaction began: what its rows say when they were made. */
  readonly now: string;
  /** Whether an invoice has one of the keys that were asked for. */
  readonly isRecorded: boolean;
}

interface LockOptions {
  /** An invoice that is looked for at once. */
  readonly invoice?: InvoiceKeys;
  /** False to do without a row that somebody else has locked. */
  readonly mayWait?: boolean;
}

/** Locks the row as `lockCustomer` does, and reads no more of both sides than an invoice needs. */
export async function lockParties(
  sql: Queryable,
  teamId: string,
  key: CustomerKey,
  { invoice, mayWait = true }: LockOptions = {},
): Promise<Parties | undefined> {
  const [row] = await sql<(LockedBuyer & Omit<Parties, "buyer">)[]>`
    select c.id, c.external_id, c.name, c.email, c.billing_email, c.address_line1, c.address_line2, c.zip, c.city,
      c.state, c.country, c.vat_number, c.website,
      case when c.portal_enabled then c.portal_rotation end as portal_rotation,
      ${teamAsJson(sql)} as team, now() as now,
      ${invoice ? hasInvoice(sql, teamId, invoice) : sql`false`} as is_recorded
    from customers c join teams t on t.id = c.team_id
    where c.team_id = ${teamId} and ${isKey(sql, key)} ${takeFirst(sql, key)}
    for update of c ${mayWait ? sql`` : sql`skip locked`}
  `;
  if (!row) return undefined;
  const { team, now, isRecorded, ...buyer } = row;
  return { buyer, team, now, isRecorded };
}
