/** A new invoice in the way of compatible clients: it gets a number, and is recorded as any other. */
import type { ShownInvoice } from "shared/contract/invoice_shapes.ts";
import type { NewInvoice } from "shared/contract/new_invoice.ts";
import { OperationError } from "shared/errors.ts";
import { findFreeNumber, findTerms, listRecentNumbers, lockNumbers } from "../queries/new_invoices.ts";
import { composeInvoice } from "../rules/compose_invoice.ts";
import { nextNumbers } from "../rules/next_numbers.ts";
import type { Unit } from "../command/unit.ts";
import { recordInvoice } from "./record_invoice.ts";

/** @throws {OperationError} NOT_FOUND for the customer, CONFLICT for a number that is taken, INVALID. */
export async function createInvoice(unit: Unit, order: NewInvoice): Promise<ShownInvoice> {
  const terms = await findTerms(unit.sql, unit.teamId, order.customerId);
  if (!terms) throw new OperationError("NOT_FOUND", `There is no customer "${order.customerId}"`);
  const invoiceNumber = order.invoiceNumber ?? await takeNumber(unit);
  const input = composeInvoice(order, { ...terms, invoiceNumber, now: new Date() });
  return await recordInvoice(unit, input, { isNew: true, told: { deliveryType: order.deliveryType } });
}

const LOOKED_AT = 100;

async function takeNumber({ sql, teamId }: Unit): Promise<string> {
  await lockNumbers(sql, teamId);
  const recent = await listRecentNumbers(sql, teamId, LOOKED_AT);
  const free = await findFreeNumber(sql, teamId, nextNumbers(recent));
  if (free) return free;
  throw new OperationError(
    "CONFLICT",
    "Cannot find a free number after the newest ones: give an invoiceNumber",
  );
}
