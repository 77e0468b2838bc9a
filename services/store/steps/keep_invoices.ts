/** What happens to the invoices of a customer who goes. */
import { releaseInvoices } from "../queries/released_invoices.ts";
import type { Unit } from "../command/unit.ts";
import { recordedFact } from "./record_invoice.ts";

/** Without a customer from now on; told as a change of each, in the customer's own sequence. */
export async function keepInvoices(unit: Unit, customerId: string): Promise<number> {
  const kept = await releaseInvoices(unit.sql, unit.teamId, customerId);
  const changes = { customerId: { before: customerId, after: null } };
  await unit.emitAll(
    kept.map((invoice) => ({ ...recordedFact(invoice, changes), customerId, isByTheWay: true })),
  );
  return kept.length;
}
