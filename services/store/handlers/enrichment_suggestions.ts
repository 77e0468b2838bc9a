/** What people decide about found values: take them over, turn them down, lock fields against them. */
import type { Handlers } from "shared/bus/mod.ts";
import type { EventName } from "shared/contract/messages.ts";
import { customers } from "shared/contract/mod.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { handleCommand } from "../command/command.ts";
import type { Queryable } from "../database/connect.ts";
import {
  type CustomerField,
  type CustomerRow,
  type FieldValues,
  findCustomer,
  updateCustomerFields,
} from "../queries/customers.ts";
import { deleteLocks, insertLocks, listLockedFields } from "../queries/enrichment_locks.ts";
import { acceptValues, listEnrichmentValues, rejectValues } from "../queries/enrichment_values.ts";
import { deleteUnusedLogos } from "../queries/logos.ts";
import { listDifferences } from "../rules/changes.ts";
import { deriveValues } from "../rules/derive_values.ts";
import { fitValue } from "../rules/fit_value.ts";
import { chooseSuggestions, listSuggestions } from "../rules/open_suggestions.ts";
import { runQuery } from "../run_query.ts";
import { requireVersion } from "../steps/require_version.ts";
import { customerNotFound, requireCustomer } from "../steps/save_customer.ts";
import type { Store } from "../store.ts";
import type { Unit } from "../command/unit.ts";

type AcceptInput = ParsedInputOf<typeof customers.acceptSuggestions>;
type RejectInput = ParsedInputOf<typeof customers.rejectSuggestions>;
type LockInput = ParsedInputOf<typeof customers.lockFields>;
type Names =
  | "getEnrichmentSuggestions"
  | "acceptSuggestions"
  | "rejectSuggestions"
  | "lockFields"
  | "unlockFields";

export function enrichmentSuggestionHandlers(store: Store): Pick<Handlers<typeof customers>, Names> {
  return {
    getEnrichmentSuggestions: ({ id }, { caller }) => runQuery(() => show(store, caller.teamId, id)),
    acceptSuggestions: handleCommand(store, customers.acceptSuggestions, accept),
    rejectSuggestions: handleCommand(store, customers.rejectSuggestions, reject),
    lockFields: handleCommand(store, customers.lockFields, lock),
    unlockFields: handleCommand(store, customers.unlockFields, unlock),
  };
}

async function show({ sql }: Store, teamId: string, customerId: string) {
  const customer = await findCustomer(sql, teamId, customerId);
  if (!customer) throw customerNotFound();
  return { customerId, suggestions: await readSuggestions({ sql, teamId }, customer) };
}

async function readSuggestions({ sql, teamId }: { sql: Queryable; teamId: string }, customer: CustomerRow) {
  const lockedFields = await listLockedFields(sql, teamId, customer.id);
  const values = await listEnrichmentValues(sql, teamId, customer.id);
  return listSuggestions({ current: customer, lockedFields, values });
}

/** From here on they are a person's values: enrichment neither changes nor clears them. */
async function accept(unit: Unit, input: AcceptInput) {
  const customer = await requireCustomer(unit, input.id);
  await requireVersion(unit, customer);
  const open = await readSuggestions(unit, customer);
  const { suggestionIds: ids, minConfidence } = input;
  const { chosen, skipped } = chooseSuggestions(open, { ids, minConfidence });
  const accepted = chosen.map(({ field }) => field);
  if (accepted.length > 0) {
    const values = Object.fromEntries(chosen.map(({ field, value }) => [field, fitValue(field, value)]));
    await takeOver(unit, customer, values);
    const place = { teamId: unit.teamId, customerId: customer.id };
    await acceptValues(unit.sql, place, chosen.map(({ id }) => id));
  }
  return { accepted, skipped: [...skipped] };
}

async function takeOver(unit: Unit, customer: CustomerRow, values: FieldValues): Promise<void> {
  const fields = Object.keys(values) as CustomerField[];
  await updateCustomerFields(unit.sql, unit.teamId, customer.id, {
    values: { ...values, ...deriveValues(values, customer) },
    editedFields: [...new Set([...customer.editedFields, ...fields])],
  });
  const changes = listDifferences(customer, values, fields);
  await unit.emit({ name: "enrichment.accepted", customerId: customer.id, changes, data: { fields } });
}

async function reject(unit: Unit, { id, suggestionIds }: RejectInput) {
  const customer = await requireCustomer(unit, id);
  const open = await readSuggestions(unit, customer);
  const known = open.filter((each) => suggestionIds.includes(each.id));
  const rejected = known.map(({ field }) => field);
  if (rejected.length > 0) {
    const place = { teamId: unit.teamId, customerId: id };
    await rejectValues(unit.sql, place, known.map((each) => each.id));
    await deleteUnusedLogos(unit.sql, place);
    await tellFields(unit, "enrichment.rejected", id, rejected);
  }
  const gone = suggestionIds.filter((each) => !known.some((other) => other.id === each));
  return { rejected, skipped: gone.map((each) => ({ id: each, reason: "gone" as const })) };
}

async function lock(unit: Unit, { id, fields }: LockInput) {
  await requireCustomer(unit, id);
  const place = { teamId: unit.teamId, customerId: id };
  const added = await insertLocks(unit.sql, place, fields);
  if (added.length > 0) await tellFields(unit, "enrichment.locked", id, added);
  return { lockedFields: await listLockedFields(unit.sql, unit.teamId, id) };
}

async function unlock(unit: Unit, { id, fields }: LockInput) {
  await requireCustomer(unit, id);
  const removed = await deleteLocks(unit.sql, { teamId: unit.teamId, customerId: id }, fields);
  if (removed.length > 0) await tellFields(unit, "enrichment.unlocked", id, removed);
  return { lockedFields: await listLockedFields(unit.sql, unit.teamId, id) };
}

async function tellFields(
  unit: Unit,
  name: EventName,
  customerId: string,
  fields: readonly string[],
): Promise<void> {
  await unit.emit({ name, customerId, data: { fields } });
}
