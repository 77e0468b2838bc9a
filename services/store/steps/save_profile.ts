/** Puts what a run has found into the customer's fields, or beside them, and keeps what had been there for an undo. */
import type { Changes } from "shared/contract/messages.ts";
import type { Json } from "../database/connect.ts";
import { type FoundProfile, keepLogo } from "./keep_logo.ts";
import { type CustomerRow, updateCustomerFields } from "../queries/customers.ts";
import { listLockedFields } from "../queries/enrichment_locks.ts";
import type { RunRow } from "../queries/enrichment_runs.ts";
import { dropProposals, listEnrichmentValues, upsertEnrichmentValues } from "../queries/enrichment_values.ts";
import { deleteUnusedLogos } from "../queries/logos.ts";
import { insertWrites, type Write } from "../queries/enrichment_writes.ts";
import { listDifferences } from "../rules/changes.ts";
import { deriveValues } from "../rules/derive_values.ts";
import { isProfileField, placeValues, type ProfileState, toFieldValues } from "../rules/merge_profile.ts";
import type { Unit } from "../command/unit.ts";

/** With the customer's row locked. @returns What it changed in the customer's fields. */
export async function saveProfile(
  unit: Unit,
  run: RunRow,
  customer: CustomerRow,
  found: FoundProfile,
): Promise<Changes> {
  const { sql, teamId } = unit;
  const place = { teamId, customerId: customer.id };
  const profile = await readProfile(unit, customer);
  const placed = placeValues(await keepLogo(unit, customer.id, found), profile);
  const values = toFieldValues(placed);
  const changes = listDifferences(customer, values, Object.keys(values));
  if (Object.keys(changes).length > 0) {
    const written = { ...values, ...deriveValues(values, customer) };
    await updateCustomerFields(sql, teamId, customer.id, { values: written });
    await insertWrites(sql, { ...place, runId: run.id }, listNewWrites(changes, profile));
  }
  await dropProposals(sql, place, Object.keys(values));
  await upsertEnrichmentValues(sql, place, placed.map((value) => ({ ...value, runId: run.id })));
  await deleteUnusedLogos(sql, place);
  return changes;
}

async function readProfile({ sql, teamId }: Unit, customer: CustomerRow): Promise<ProfileState> {
  return {
    current: { ...customer },
    editedFields: customer.editedFields,
    lockedFields: await listLockedFields(sql, teamId, customer.id),
    earlier: await listEnrichmentValues(sql, teamId, customer.id),
  };
}

function listNewWrites(changes: Changes, { earlier }: ProfileState): Write[] {
  return Object.entries(changes).flatMap(([field, { before, after }]): Write[] => {
    if (!isProfileField(field)) return [];
    const replaced = earlier.find((each) => each.field === field && each.state === "filled") ?? null;
    // The casts: values of columns, which are texts, numbers or null.
    return [{ field, before: before as Json, after: after as Json, replaced }];
  });
}
