/** Locking an invoice that only itself is known of. */
import { OperationError } from "shared/errors.ts";
import {
  type InvoiceKey,
  type InvoiceTableRow,
  lockFreeWithCustomers,
  lockWithCustomers,
} from "../queries/invoices.ts";
import type { Unit } from "../command/unit.ts";

/**
 * With its customer, whom everyone locks first. In a shared transaction it is as if there were none while somebody else
 * has one of both.
 */
export async function lockWithCustomer(unit: Unit, key: InvoiceKey): Promise<InvoiceTableRow | undefined> {
  const locked = await unit.ask(unit.isShared ? lockFreeWithCustomers : lockWithCustomers, key);
  if (!locked) return undefined;
  const { invoice, lockedCustomerId } = locked;
  // A draft may be given to somebody else; who was locked is not its customer then.
  if (invoice.customerId === null || invoice.customerId === lockedCustomerId) return invoice;
  throw new OperationError("CONFLICT", "The invoice was given to another customer in this moment");
}
