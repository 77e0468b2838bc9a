/** A customer as the contract shows it. */
import { type Customer, customer } from "shared/contract/customer_shapes.ts";
import type { CustomerRow, TotalsRow } from "../queries/customers.ts";
import type { Store } from "../store.ts";
import { listRecipients } from "./contacts.ts";
import { toMajor } from "./money.ts";

const FIELDS = Object.keys(customer.shape) as (keyof Customer)[];

/**
 * Field by field: a copy of a row of so many columns that leaves some out takes ten times as long.
 *
 * @param fields Other than all: less than the type says, as the caller asked for (see `listedCustomer` in the contract).
 */
export function toCustomer(
  store: Store,
  row: CustomerRow,
  fields: readonly (keyof Customer)[] = FIELDS,
): Customer {
  const derived: Partial<Customer> = {
    invoiceRecipients: listRecipients(row),
    token: "",
    ...portalStateOf(store, row),
    projectCount: 0,
    totalRevenue: Number(row.revenue),
    outstandingAmount: Number(row.outstanding),
    totals: row.totals.map(toCurrencyTotals),
  };
  // The columns named like the contract's fields hold just what the contract says of them.
  const values = row as unknown as Customer;
  const shown: Record<string, unknown> = {};
  for (const field of fields) shown[field] = field in derived ? derived[field] : values[field];
  return shown as Customer;
}

export function toCurrencyTotals(row: TotalsRow): Customer["totals"][number] {
  return {
    currency: row.currency,
    invoiceCount: row.invoiceCount,
    totalAmount: toMajor(row.totalMinor, row.exponent),
    paidAmount: toMajor(row.paidMinor, row.exponent),
    outstandingAmount: toMajor(row.outstandingMinor, row.exponent),
    creditAmount: toMajor(row.creditMinor, row.exponent),
  };
}

export function portalStateOf(
  store: Store,
  row: Pick<CustomerRow, "teamId" | "id" | "portalEnabled" | "portalRotation">,
): Pick<Customer, "portalEnabled" | "portalId" | "portalUrl"> {
  const portalId = row.portalEnabled ? store.keys.portalId(row.teamId, row.id, row.portalRotation) : null;
  const portalUrl = portalId && `${store.publicUrl}/p/${portalId}`;
  return { portalEnabled: row.portalEnabled, portalId, portalUrl };
}
