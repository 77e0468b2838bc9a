/** Enrichment as people order it: start, look, cancel, clear. */
import { type HandlerContext, type Handlers, HEADERS } from "shared/bus/mod.ts";
import { customers } from "shared/contract/mod.ts";
import { handleCommand, runCommand } from "../command/command.ts";
import { type FieldValues, findCustomer, updateCustomerFields } from "../queries/customers.ts";
import { listLockedFields } from "../queries/enrichment_locks.ts";
import { forgetPages } from "../queries/enrichment_pages.ts";
import { findActiveRun, findLatestRun, findRun } from "../queries/enrichment_runs.ts";
import { clearValues, forgetEnrichment, listEnrichmentValues } from "../queries/enrichment_values.ts";
import { deleteUnusedLogos } from "../queries/logos.ts";
import { listDifferences } from "../rules/changes.ts";
import { deriveValues } from "../rules/derive_values.ts";
import { isProfileField } from "../rules/merge_profile.ts";
import { toRun } from "../rules/run_view.ts";
import { runQuery } from "../run_query.ts";
import { requireVersion } from "../steps/require_version.ts";
import { orderRun, stopRun } from "../steps/runs.ts";
import { customerNotFound, requireCustomer } from "../steps/save_customer.ts";
import type { Store } from "../store.ts";
import type { Unit } from "../command/unit.ts";

/** How long the answer to a cancel waits for the worker's confirmation; it usually comes within a few milliseconds. */
const CONFIRMATION_WAIT_MS = 60;

type Names = "enrich" | "getEnrichment" | "cancelEnrichment" | "clearEnrichment";

export function customerEnrichmentHandlers(store: Store): Pick<Handlers<typeof customers>, Names> {
  return {
    enrich: handleCommand(store, customers.enrich, (unit, { id }) => enrich(unit, id)),
    getEnrichment: (input, context) => runQuery(() => show(store, context.caller.teamId, input.id)),
    cancelEnrichment: (input, context) => cancel(store, input, context),
    clearEnrichment: handleCommand(store, customers.clearEnrichment, (unit, { id }) => clear(unit, id)),
  };
}

async function enrich(unit: Unit, id: string) {
  const customer = await requireCustomer(unit, id);
  unit.context.reply[HEADERS.outcome] = "accepted";
  const { joined, run } = await orderRun(unit, customer);
  return { queued: true, joined, run: toRun(run) };
}

async function show({ sql }: Store, teamId: string, customerId: string) {
  // The run first: if it has ended by then, the values that are read after it are all there.
  const run = await findLatestRun(sql, teamId, customerId);
  const [customer, values, lockedFields] = await Promise.all([
    findCustomer(sql, teamId, customerId),
    listEnrichmentValues(sql, teamId, customerId),
    listLockedFields(sql, teamId, customerId),
  ]);
  if (!customer) throw customerNotFound();
  return {
    customerId,
    status: customer.enrichmentStatus,
    run: run ? toRun(run) : null,
    values,
    lockedFields,
  };
}

async function cancel(store: Store, input: { id: string }, context: HandlerContext) {
  let confirmation: Promise<string | undefined> | undefined;
  const work = async (unit: Unit) => {
    const customer = await requireCustomer(unit, input.id);
    const active = await findActiveRun(unit.sql, unit.teamId, input.id);
    if (active?.status === "running") {
      // Before the control message leaves, so that the confirmation cannot overtake the wait.
      unit.afterCommit(() =>
        void (confirmation = store.stopConfirmations.wait(active.id, CONFIRMATION_WAIT_MS))
      );
    }
    const stopped = await stopRun(unit, customer, { status: "cancelled", reason: "Cancelled on request" });
    // The latest has the latest moment, which a clock that was set back does not give to the one just stopped.
    const run = stopped ?? await findLatestRun(unit.sql, unit.teamId, input.id);
    return { cancelled: run?.status === "cancelled", run: run ? toRun(run) : null };
  };
  const answer = await runCommand({ store, operation: customers.cancelEnrichment, input, context, work });
  const { run } = answer;
  // A repetition with the same key gets the confirmation too, although it came after the kept answer was written.
  const stopConfirmedAt = confirmation
    ? await confirmation
    : run && await findConfirmation(store, context, run.id);
  return run && stopConfirmedAt ? { ...answer, run: { ...run, stopConfirmedAt } } : answer;
}

async function findConfirmation({ sql }: Store, { caller }: HandlerContext, runId: string) {
  return (await runQuery(() => findRun(sql, caller.teamId, runId)))?.stopConfirmedAt;
}

/** Exactly what enrichment wrote; a field that a person changed since is no longer ours. */
async function clear(unit: Unit, id: string) {
  const customer = await requireCustomer(unit, id);
  await requireVersion(unit, customer);
  await stopRun(unit, customer, { status: "cancelled", reason: "Enrichment was cleared" });
  const place = { teamId: unit.teamId, customerId: id };
  const fields = (await clearValues(unit.sql, place)).filter(isProfileField);
  if (fields.length > 0) {
    const values: FieldValues = Object.fromEntries(fields.map((field) => [field, null]));
    const written = { ...values, ...deriveValues(values, customer) };
    await updateCustomerFields(unit.sql, unit.teamId, id, { values: written });
  }
  await forgetEnrichment(unit.sql, unit.teamId, id);
  await forgetPages(unit.sql, place);
  await deleteUnusedLogos(unit.sql, place);
  const changes = listDifferences(customer, {}, fields);
  await unit.emit({ name: "enrichment.cleared", customerId: id, changes, data: { fields } });
  return { cleared: true as const, fields };
}
