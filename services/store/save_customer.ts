/** Creating and changing customers: what counts as a change, what a person has touched, and what follows from it. */
import { HEADERS } from "shared/bus/mod.ts";
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
  if (input.tags) await setTags(unit, id, input.tags);
  await unit.emit({ name: "customers.created", customerId: id, data: { fields: values } });
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
  requireVersion(unit, before);
  const { id } = before;
  const changes = findChanges(before, pickFields(input));
  const changed = Object.keys(changes) as CustomerField[];
  if (changed.length > 0) {
    const editedFields = [...new Set([...before.editedFields, ...changed])];
    await updateCustomerFields(unit.sql, unit.teamId, id, { values: changes, editedFields });
    await demoteValues(unit.sql, unit.teamId, id, changed);
    const difference = Object.fromEntries(
      changed.map((field) => [field, { from: before[field], to: changes[field] }]),
    );
    await unit.emit({ name: "customers.updated", customerId: id, data: { changes: difference } });
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

/** @throws {OperationError} STALE when If-Match names another version. */
export function requireVersion(unit: Unit, customer: CustomerRow): void {
  const wanted = unit.context.headers[HEADERS.ifMatch];
  if (!wanted || wanted === "*" || wanted === `"${customer.version}"`) return;
  throw new OperationError("STALE", `Cannot change the customer: its version is ${customer.version}`);
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
  const changes = { tags: { from: earlier, to: ids } };
  await unit.emit({ name: "customers.updated", customerId: before.id, data: { changes } });
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
