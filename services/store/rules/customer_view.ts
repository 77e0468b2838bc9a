/** A customer as the contract shows it. */
import type { Customer } from "shared/contract/customers.ts";
import type { CustomerRow, TotalsRow } from "../queries/customers.ts";
import type { Store } from "../store.ts";
import { listRecipients } from "./contacts.ts";
import { toMajor } from "./money.ts";

export function toCustomer(store: Store, row: CustomerRow): Customer {
  const { editedFields: _edited, portalRotation: _rotation, latinText: _latin, ...shown } = row;
  const { revenue, outstanding, totals, ...rest } = shown;
  // The columns named like the contract's fields hold just what the contract says of them.
  return {
    ...rest,
    invoiceRecipients: listRecipients(row),
    token: "",
    ...portalStateOf(store, row),
    projectCount: 0,
    totalRevenue: Number(revenue),
    outstandingAmount: Number(outstanding),
    totals: totals.map(toCurrencyTotals),
  } as Customer;
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
