/** Locking an invoice that only itself is known of. */
import { OperationError } from "shared/errors.ts";
import { type InvoiceKey, type InvoiceTableRow, lockCustomerOf, lockInvoice } from "../queries/invoices.ts";
import type { Unit } from "../unit.ts";

/** With its customer, whom everyone locks first. */
export async function lockWithCustomer(
  { sql, teamId }: Unit,
  key: InvoiceKey,
): Promise<InvoiceTableRow | undefined> {
  // Sent together; the connection runs them in this order.
  const [customerId, invoice] = await Promise.all([
    lockCustomerOf(sql, teamId, key),
    lockInvoice(sql, teamId, key),
  ]);
  // A draft may be given to somebody else; who was locked is not its customer then.
  if (!invoice?.customerId || invoice.customerId === customerId) return invoice;
  throw new OperationError("CONFLICT", "The invoice was given to another customer in this moment");
}
