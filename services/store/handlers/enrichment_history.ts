/** Looking back on a customer's runs, and taking one of them back. */
import type { Handlers } from "shared/bus/mod.ts";
import type { Changes } from "shared/contract/messages.ts";
import { customers } from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { handleCommand } from "../command/command.ts";
import {
  type CustomerRow,
  type FieldValues,
  findCustomer,
  updateCustomerFields,
} from "../queries/customers.ts";
import { forgetPages } from "../queries/enrichment_pages.ts";
import { findRun, type RunRow } from "../queries/enrichment_runs.ts";
import { markUndone, upsertEnrichmentValues } from "../queries/enrichment_values.ts";
import { type KeptWrite, listWrites, markWritesUndone } from "../queries/enrichment_writes.ts";
import { deleteUnusedLogos } from "../queries/logos.ts";
import { listRuns, markRunUndone } from "../queries/run_history.ts";
import { listDifferences } from "../rules/changes.ts";
import { deriveValues } from "../rules/derive_values.ts";
import { openBelow, toPageBelow } from "../rules/newest_first.ts";
import { toRun } from "../rules/run_view.ts";
import { runQuery } from "../run_query.ts";
import { requireVersion } from "../steps/require_version.ts";
import { customerNotFound, requireCustomer } from "../steps/save_customer.ts";
import type { Store } from "../store.ts";
import type { Unit } from "../command/unit.ts";

type HistoryInput = ParsedInputOf<typeof customers.getEnrichmentHistory>;
type UndoInput = ParsedInputOf<typeof customers.undoEnrichment>;

export function enrichmentHistoryHandlers(
  store: Store,
): Pick<Handlers<typeof customers>, "getEnrichmentHistory" | "undoEnrichment"> {
  return {
    getEnrichmentHistory: (input, { caller }) => runQuery(() => show(store, caller.teamId, input)),
    undoEnrichment: handleCommand(store, customers.undoEnrichment, undo),
  };
}

async function show(
  { sql, keys }: Store,
  teamId: string,
  { id: customerId, cursor, pageSize }: HistoryInput,
) {
  const list = `runs of ${customerId} in ${teamId} below `;
  const below = openBelow(keys, cursor, list);
  const found = await listRuns(sql, teamId, { customerId, below, limit: pageSize + 1 });
  if (found.length === 0 && !await findCustomer(sql, teamId, customerId)) throw customerNotFound();
  const writes = await listWrites(sql, { teamId, customerId }, found.map((run) => run.id));
  const rows = found.map((run) => ({ ...toRun(run), changes: changesOf(run, writes) }));
  return toPageBelow(keys, rows, { list, pageSize, nameOf: (run) => run.id });
}

function changesOf({ id }: RunRow, writes: readonly KeptWrite[]): Changes {
  const own = writes.filter(({ runId }) => runId === id);
  return Object.fromEntries(own.map(({ field, before, after }) => [field, { before, after }]));
}

async function undo(unit: Unit, { id, runId }: UndoInput) {
  const customer = await requireCustomer(unit, id);
  await requireVersion(unit, customer);
  const { undoneAt } = await getEndedRun(unit, { id, runId });
  if (undoneAt) return { undone: true as const, fields: [], kept: [] };
  const run = { teamId: unit.teamId, customerId: id, runId };
  const writes = (await listWrites(unit.sql, run, [runId])).filter(({ isUndone }) => !isUndone);
  const standing = writes.filter(({ isStanding }) => isStanding);
  if (standing.length > 0) await putBack(unit, customer, standing);
  await markWritesUndone(unit.sql, run);
  await markRunUndone(unit.sql, unit.teamId, runId);
  // Otherwise the next run would find the pages unchanged and end without values.
  await forgetPages(unit.sql, run);
  await deleteUnusedLogos(unit.sql, run);
  const fields = standing.map(({ field }) => field);
  const kept = writes.filter(({ isStanding }) => !isStanding).map(({ field }) => field);
  const changes = listDifferences(customer, valuesBefore(standing), fields);
  await unit.emit({ name: "enrichment.undone", customerId: id, changes, data: { runId, fields, kept } });
  return { undone: true as const, fields, kept };
}

async function getEndedRun(unit: Unit, { id, runId }: UndoInput): Promise<RunRow> {
  const run = await findRun(unit.sql, unit.teamId, runId);
  if (run?.customerId !== id) throw new OperationError("NOT_FOUND", "Run not found");
  if (run.status !== "queued" && run.status !== "running") return run;
  throw new OperationError("CONFLICT", `Cannot undo the run: its status is "${run.status}"`);
}

/** The values, and the evidence that spoke for them. */
async function putBack(unit: Unit, customer: CustomerRow, writes: readonly KeptWrite[]): Promise<void> {
  const place = { teamId: unit.teamId, customerId: customer.id };
  const values = valuesBefore(writes);
  await updateCustomerFields(unit.sql, unit.teamId, customer.id, {
    values: { ...values, ...deriveValues(values, customer) },
  });
  await markUndone(unit.sql, place, writes.map(({ field }) => field));
  await upsertEnrichmentValues(unit.sql, place, writes.flatMap(({ replaced }) => replaced ?? []));
}

function valuesBefore(writes: readonly KeptWrite[]): FieldValues {
  // The cast: what was read from these columns when they were written.
  return Object.fromEntries(writes.map(({ field, before }) => [field, before])) as FieldValues;
}
