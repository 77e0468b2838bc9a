/** Customers as an invoice prints them. */
import type { Fragment, Queryable } from "../database/connect.ts";
import { type CustomerKey, takeFirst } from "./customer_locks.ts";
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

/** A customer to be locked. */
export interface PartiesAsked {
  readonly key: CustomerKey;
  /** An invoice that is looked for at once. */
  readonly invoice?: InvoiceKeys;
}

/** Locks each row as `lockCustomer` does, and reads no more of both sides than an invoice needs. */
export function lockParties(sql: Queryable, teamId: string, asked: readonly PartiesAsked[]) {
  return lockEach(sql, teamId, { asked, lock: sql`for update of c` });
}

/** The same, without those that somebody else has locked. */
export function lockFreeParties(sql: Queryable, teamId: string, asked: readonly PartiesAsked[]) {
  return lockEach(sql, teamId, { asked, lock: sql`for update of c skip locked` });
}

interface Locking {
  readonly asked: readonly PartiesAsked[];
  /** How a row is locked. */
  readonly lock: Fragment;
}

async function lockEach(
  sql: Queryable,
  teamId: string,
  { asked, lock }: Locking,
): Promise<(Parties | undefined)[]> {
  const found = new Map<PartiesAsked, Parties>();
  // Nearly always all are named in one way.
  for (const alike of Map.groupBy(asked, ({ key }) => "id" in key).values()) {
    for (
      const { place, team, now, isRecorded, ...buyer } of await lockAlike(sql, teamId, { asked: alike, lock })
    ) {
      found.set(alike[place - 1]!, { buyer, team, now, isRecorded });
    }
  }
  return asked.map((each) => found.get(each));
}

type LockedRow = LockedBuyer & Omit<Parties, "buyer"> & { readonly place: number };

/** All by their ids, or all by their external ids. */
async function lockAlike(sql: Queryable, teamId: string, { asked, lock }: Locking): Promise<LockedRow[]> {
  const { key } = asked[0]!;
  const isKey = "id" in key ? sql`c.id = asked.key::uuid` : sql`c.external_id = asked.key`;
  const rows = asked.map(({ key, invoice }, index) => ({
    ...{ place: index + 1, key: "id" in key ? key.id : key.externalId },
    ...{ invoice_number: invoice?.invoiceNumber ?? null, external_id: invoice?.externalId ?? null },
  }));
  // Not of arrays, whose length is looked at: it would be planned each time anew.
  return await sql<LockedRow[]>`
    select asked.place, locked.*, (select ${
    teamAsJson(sql)
  } from teams t where t.id = ${teamId}) as team, now() as now,
      ${hasInvoice(sql, teamId)} as is_recorded
    from jsonb_to_recordset(${sql.json(rows)})
      as asked (place int, key text, invoice_number text, external_id text)
    cross join lateral (
      select c.id, c.external_id, c.name, c.email, c.billing_email, c.address_line1, c.address_line2, c.zip, c.city,
        c.state, c.country, c.vat_number, c.website,
        case when c.portal_enabled then c.portal_rotation end as portal_rotation
      from customers c where c.team_id = ${teamId} and ${isKey} ${takeFirst(sql, key)}
      ${lock}
    ) locked
  `;
}
