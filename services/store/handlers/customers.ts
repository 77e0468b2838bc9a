/** The operations of `customers.*`. */
import { type HandlerContext, type Handlers, HEADERS } from "shared/bus/mod.ts";
import { customers } from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { runCommand, runQuery, type Unit } from "../command.ts";
import { deleteCustomer, findCustomer, hasInvoices, lockCustomer } from "../queries/customers.ts";
import { getTeam } from "../queries/teams.ts";
import { toCustomer, toInvoiceSummary } from "../rules/customer_view.ts";
import { stopRun } from "../runs.ts";
import {
  createCustomer,
  customerNotFound,
  requireCustomer,
  requireVersion,
  updateCustomer,
} from "../save_customer.ts";
import type { Store } from "../store.ts";
import { customerEnrichmentHandlers } from "./customer_enrichment.ts";
import { listCustomerPage } from "./customer_list.ts";
import { customerPortalHandlers } from "./customer_portal.ts";

export function customerHandlers(store: Store): Handlers<typeof customers> {
  return {
    ...customerEnrichmentHandlers(store),
    ...customerPortalHandlers(store),
    get: (input, context) => runQuery(() => listCustomerPage(store, input, context)),
    getById: (input, context) => runQuery(() => showCustomer(store, input.id, context)),
    getInvoiceSummary: (input, context) => runQuery(() => summarize(store, input.id, context)),
    upsert: (input, context) =>
      runCommand(
        store,
        customers.upsert,
        input,
        context,
        async (unit) => toCustomer(store, await upsert(unit, input)),
      ),
    update: (input, context) =>
      runCommand(store, customers.update, input, context, async (unit) => {
        const before = await requireCustomer(unit, input.id);
        return toCustomer(store, await updateCustomer(unit, before, input));
      }),
    delete: (input, context) =>
      runCommand(store, customers.delete, input, context, (unit) => remove(unit, input.id)),
  };
}

async function showCustomer(store: Store, id: string, context: HandlerContext) {
  const row = await findCustomer(store.sql, context.caller.teamId, id);
  if (!row) throw customerNotFound();
  context.reply[HEADERS.version] = String(row.version);
  return toCustomer(store, row);
}

async function summarize(store: Store, id: string, context: HandlerContext) {
  const { teamId } = context.caller;
  const [row, team] = await Promise.all([findCustomer(store.sql, teamId, id), getTeam(store.sql, teamId)]);
  if (!row || !team) throw customerNotFound();
  return toInvoiceSummary(row, team.baseCurrency);
}

/** By id: that customer, which must exist. By external id: that customer, or a new one. Else a new one. */
async function upsert(unit: Unit, input: ParsedInputOf<typeof customers.upsert>) {
  if (input.id) return await updateCustomer(unit, await requireCustomer(unit, input.id), input);
  const created = await createCustomer(unit, input);
  if (created) return created;
  const existing = await lockCustomer(unit.sql, unit.teamId, { externalId: input.externalId! });
  if (!existing) throw new OperationError("CONFLICT", "The customer was deleted in the meantime");
  return await updateCustomer(unit, existing, input);
}

async function remove(unit: Unit, id: string) {
  const customer = await requireCustomer(unit, id);
  requireVersion(unit, customer);
  if (await hasInvoices(unit.sql, unit.teamId, id)) {
    throw new OperationError("CONFLICT", "Cannot delete the customer: it has invoices");
  }
  await stopRun(unit, customer, { status: "cancelled", reason: "The customer was deleted" });
  await unit.emit({ name: "customers.deleted", customerId: id, data: { name: customer.name } });
  await deleteCustomer(unit.sql, unit.teamId, id);
  return toCustomer(unit.store, customer);
}
