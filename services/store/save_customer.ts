/** Creating and changing customers: what counts as a change, what a person has touched, and what follows from it. */
import { HEADERS } from "shared/bus/mod.ts";
import type { EventName } from "shared/contract/messages.ts";
import type { TagReference } from "shared/contract/tags.ts";
import { invalidField, OperationError } from "shared/errors.ts";
import type { Unit } from "./command.ts";
import {
  CUSTOMER_FIELDS,
  type CustomerField,
  type CustomerRow,
  type FieldValues,
  findCustomer,
  insertCustomer,
  lockCustomer,
  updateCustomerFields,
} from "./queries/customers.ts";
import { demoteValues } from "./queries/enrichment_values.ts";
import { ensureTags, findTagIds, replaceCustomerTags } from "./queries/tags.ts";
import { requireNoVersion, requireVersion } from "./require_version.ts";
import { listDifferences } from "./rules/changes.ts";
import { startRun, stopRun } from "./runs.ts";

/** What the doors hand over: any of the writable fields, and perhaps tags. */
export type CustomerInput = FieldValues & { readonly tags?: readonly TagReference[] | null };

/** Columns that have a default instead of null. */
const DEFAULTS: FieldValues = { status: "active", source: "manual", isArchived: false };

/** Undefined when the external id is taken: the caller then updates that customer. */
export async function createCustomer(unit: Unit, input: CustomerInput): Promise<CustomerRow | undefined> {
  const values = pickFields(input);
  const typed = CUSTOMER_FIELDS.filter((field) => values[field] !== null && values[field] !== undefined);
  const id = await insertCustomer(unit.sql, unit.teamId, values, typed);
  if (!id) return undefined;
  requireNoVersion(unit);
  const tags = input.tags ? await setTags(unit, id, input.tags) : [];
  await tellChanged(unit, id, {
    name: "customers.created",
    before: { tags: [] },
    after: { ...DEFAULTS, ...values, tags },
  });
  const website = values.website ? String(values.website) : null;
  if (website) await startRun(unit, { id, website, enrichedAt: null }, "created");
  unit.context.reply[HEADERS.outcome] = "created";
  return await replyWith(unit, id);
}

/** Merge patch: absent fields stay, null clears. A change of nothing changes nothing, not even the version. */
export async function updateCustomer(
  unit: Unit,
  before: CustomerRow,
  input: CustomerInput,
): Promise<CustomerRow> {
  await requireVersion(unit, before);
  const { id } = before;
  const changes = findChanges(before, pickFields(input));
  const changed = Object.keys(changes) as CustomerField[];
  if (changed.length > 0) {
    const editedFields = [...new Set([...before.editedFields, ...changed])];
    await updateCustomerFields(unit.sql, unit.teamId, id, { values: changes, editedFields });
    await demoteValues(unit.sql, unit.teamId, id, changed);
    await tellChanged(unit, id, { name: "customers.updated", before, after: { ...before, ...changes } });
  }
  if (input.tags !== undefined) await changeTags(unit, before, input.tags ?? []);
  if (changes.website !== undefined) await followWebsite(unit, await getCustomer(unit, id));
  return await replyWith(unit, id);
}

/** @throws {OperationError} NOT_FOUND */
export async function requireCustomer(unit: Unit, id: string): Promise<CustomerRow> {
  const customer = await lockCustomer(unit.sql, unit.teamId, { id });
  if (!customer) throw customerNotFound();
  return customer;
}

export function customerNotFound(): OperationError {
  return new OperationError("NOT_FOUND", "Customer not found");
}

/** Told with every writable field that differs, so that who follows from the first event on has what is shown. */
export async function tellChanged(
  unit: Unit,
  customerId: string,
  change: { name: EventName; before: object; after: object; data?: Record<string, unknown> },
): Promise<void> {
  const changes = listDifferences(change.before, change.after, [...CUSTOMER_FIELDS, "tags"]);
  await unit.emit({ name: change.name, customerId, changes, data: change.data ?? {} });
}

async function replyWith(unit: Unit, id: string): Promise<CustomerRow> {
  const customer = await getCustomer(unit, id);
  unit.context.reply[HEADERS.version] = String(customer.version);
  return customer;
}

async function getCustomer(unit: Unit, id: string): Promise<CustomerRow> {
  const customer = await findCustomer(unit.sql, unit.teamId, id);
  if (!customer) throw customerNotFound();
  return customer;
}

function pickFields(input: CustomerInput): FieldValues {
  const values: FieldValues = {};
  for (const field of CUSTOMER_FIELDS) {
    if (input[field] !== undefined) values[field] = input[field] ?? DEFAULTS[field] ?? null;
  }
  return values;
}

function findChanges(before: CustomerRow, values: FieldValues): FieldValues {
  const changes: FieldValues = {};
  for (const field of CUSTOMER_FIELDS) {
    if (values[field] !== undefined && values[field] !== before[field]) changes[field] = values[field];
  }
  return changes;
}

async function changeTags(unit: Unit, before: CustomerRow, tags: readonly TagReference[]): Promise<void> {
  const ids = await setTags(unit, before.id, tags);
  const earlier = before.tags.map((tag) => tag.id);
  if (ids.length === earlier.length && ids.every((id) => earlier.includes(id))) return;
  await updateCustomerFields(unit.sql, unit.teamId, before.id, { values: {} });
  await tellChanged(unit, before.id, {
    name: "customers.updated",
    before: { tags: earlier },
    after: { tags: ids },
  });
}

async function setTags(unit: Unit, customerId: string, tags: readonly TagReference[]): Promise<string[]> {
  const { sql, teamId } = unit;
  const known = await findTagIds(sql, teamId, tags.flatMap((tag) => tag.id ?? []));
  for (const [index, tag] of tags.entries()) {
    if (tag.id && !known.includes(tag.id)) {
      throw invalidField(`/tags/${index}/id`, "unknown_tag", "Is not a tag");
    }
  }
  const named = await ensureTags(sql, teamId, tags.flatMap((tag) => tag.id ? [] : tag.name ?? []));
  const ids = [...new Set([...known, ...named.map((tag) => tag.id)])];
  await replaceCustomerTags(sql, teamId, customerId, ids);
  return ids;
}

/** One run survives a change of website: the one for the newest address. */
async function followWebsite(unit: Unit, customer: CustomerRow): Promise<void> {
  await stopRun(unit, customer, { status: "superseded", reason: "The website was changed" });
  if (customer.website) await startRun(unit, customer, "website_changed");
}
