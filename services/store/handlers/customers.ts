/** The operations of `customers.*`. */
import { type HandlerContext, type Handlers, HEADERS } from "shared/bus/mod.ts";
import { customers } from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { handleCommand } from "../command/command.ts";
import { deleteCustomer, findCustomer, hasInvoices } from "../queries/customers.ts";
import { listHistory } from "../queries/history.ts";
import { findTeam } from "../queries/teams.ts";
import { toCustomer } from "../rules/customer_view.ts";
import { takeFitting } from "../rules/fit_page.ts";
import { runQuery } from "../run_query.ts";
import { keepInvoices } from "../steps/keep_invoices.ts";
import { requireVersion } from "../steps/require_version.ts";
import { stopRun } from "../steps/runs.ts";
import { customerNotFound, requireCustomer, tellChanged, updateCustomer } from "../steps/save_customer.ts";
import { upsertCustomer, type UpsertInput } from "../steps/upsert_customer.ts";
import { upsertMany } from "../steps/upsert_many.ts";
import type { Store } from "../store.ts";
import type { Unit } from "../command/unit.ts";
import { customerEnrichmentHandlers } from "./customer_enrichment.ts";
import { customerErasureHandlers } from "./customer_erasure.ts";
import { customerHistoryHandlers } from "./customer_history.ts";
import { listCustomerPage } from "./customer_list.ts";
import { customerMoneyHandlers, readInvoiceSummary } from "./customer_money.ts";
import { customerPortalHandlers } from "./customer_portal.ts";
import { enrichmentBatchHandlers } from "./enrichment_batches.ts";
import { enrichmentHistoryHandlers } from "./enrichment_history.ts";
import { enrichmentSuggestionHandlers } from "./enrichment_suggestions.ts";

export function customerHandlers(store: Store): Handlers<typeof customers> {
  return {
    ...customerEnrichmentHandlers(store),
    ...enrichmentBatchHandlers(store),
    ...enrichmentHistoryHandlers(store),
    ...enrichmentSuggestionHandlers(store),
    ...customerMoneyHandlers(store),
    ...customerHistoryHandlers(store),
    ...customerPortalHandlers(store),
    ...customerErasureHandlers(store),
    get: (input, context) => runQuery(() => listCustomerPage(store, input, context)),
    getById: (input, context) => runQuery(() => showCustomer(store, input, context)),
    upsert: handleCommand(store, customers.upsert, upsert),
    upsertMany: handleCommand(store, customers.upsertMany, (unit, { items }) => upsertMany(unit, items)),
    update: handleCommand(store, customers.update, update),
    archive: handleCommand(
      store,
      customers.archive,
      (unit, { id }) => update(unit, { id, isArchived: true }),
    ),
    restore: handleCommand(
      store,
      customers.restore,
      (unit, { id }) => update(unit, { id, isArchived: false }),
    ),
    delete: handleCommand(store, customers.delete, remove),
  };
}

const SHOWN_EVENTS = 10;

async function showCustomer(
  store: Store,
  { id, expand }: ParsedInputOf<typeof customers.getById>,
  context: HandlerContext,
) {
  const { sql } = store;
  const { teamId } = context.caller;
  const row = await findCustomer(sql, teamId, id);
  if (!row) throw customerNotFound();
  context.reply[HEADERS.version] = String(row.version);
  const team = expand?.includes("invoiceSummary") ? await findTeam(sql, teamId) : undefined;
  const range = { customerId: id, below: Number.MAX_SAFE_INTEGER, limit: SHOWN_EVENTS };
  return {
    ...toCustomer(store, row),
    ...(team && { invoiceSummary: await readInvoiceSummary(sql, team, id) }),
    ...(expand?.includes("history") && {
      history: takeFitting(await listHistory(sql, teamId, range), SHOWN_EVENTS),
    }),
  };
}

async function upsert(unit: Unit, input: UpsertInput) {
  const { customer, hints } = await upsertCustomer(unit, input);
  return { ...toCustomer(unit.store, customer), ...(hints.length > 0 && { hints }) };
}

async function update(unit: Unit, input: ParsedInputOf<typeof customers.update>) {
  const before = await requireCustomer(unit, input.id);
  return toCustomer(unit.store, await updateCustomer(unit, before, input));
}

async function remove(unit: Unit, { id, force }: ParsedInputOf<typeof customers.delete>) {
  const customer = await requireCustomer(unit, id);
  await requireVersion(unit, customer);
  const keptInvoices = force ? await keepInvoices(unit, id) : 0;
  if (await hasInvoices(unit.sql, unit.teamId, id)) {
    throw new OperationError("CONFLICT", "Cannot delete the customer: it has invoices");
  }
  await stopRun(unit, customer, { status: "cancelled", reason: "The customer was deleted" });
  const before = { ...customer, tags: customer.tags.map((tag) => tag.id).sort() };
  await tellChanged(unit, id, {
    name: "customers.deleted",
    before,
    after: { tags: [] },
    data: { keptInvoices },
  });
  await deleteCustomer(unit.sql, unit.teamId, id);
  return toCustomer(unit.store, customer);
}
