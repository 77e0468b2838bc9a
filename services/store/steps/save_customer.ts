/** Creating and changing customers: what counts as a change, what a person has touched, and what follows from it. */
import { HEADERS } from "shared/bus/mod.ts";
import type { Contact, ContactsInput } from "shared/contract/contacts.ts";
import type { EventName } from "shared/contract/messages.ts";
import { type FieldError, invalidFields, OperationError } from "shared/errors.ts";
import { hasWrongCheckDigits } from "shared/tax_numbers.ts";
import type { Statement } from "../database/connect.ts";
import { lockCustomer } from "../queries/customer_locks.ts";
import {
  CUSTOMER_FIELDS,
  type CustomerField,
  type CustomerRow,
  type FieldValues,
  findCustomer,
  findTwin,
  insertCustomer,
  updateCustomerFields,
} from "../queries/customers.ts";
import { demoteValues } from "../queries/enrichment_values.ts";
import {
  type CustomPatches,
  type CustomValues,
  mergeCustomValues,
  NO_CUSTOM_VALUES,
} from "./merge_custom_values.ts";
import { requireAbsence, requireNoVersion, requireVersion } from "./require_version.ts";
import { listDifferences, spell } from "../rules/changes.ts";
import { keepContacts } from "../rules/contacts.ts";
import { deriveValues } from "../rules/derive_values.ts";
import type { Unit } from "../command/unit.ts";
import { startRun, stopRun } from "./runs.ts";
import { findTagFaults, setTags, type TagInput } from "./save_customer_tags.ts";

/** What the doors hand over: any of the writable fields, and perhaps tags. */
export type CustomerInput = Omit<FieldValues, keyof CustomPatches | "contacts"> & CustomPatches & TagInput & {
  readonly contacts?: ContactsInput;
};

interface TaxNumber {
  readonly vatNumber?: unknown;
  readonly countryCode?: unknown;
}

type Lists = CustomValues & { readonly contacts: readonly Contact[] };

const NOTHING: Lists = { ...NO_CUSTOM_VALUES, contacts: [] };

/** Columns that have a default instead of null. */
const DEFAULTS: FieldValues = { status: "active", source: "manual", isArchived: false };

/**
 * Undefined when a live customer has the external id: the caller then updates that one.
 * @throws {OperationError} INVALID
 */
export async function createCustomer(unit: Unit, input: CustomerInput): Promise<CustomerRow | undefined> {
  const typedValues = await pickChecked(unit, NOTHING, input);
  const values = { ...typedValues, ...deriveValues(typedValues) };
  const typed = CUSTOMER_FIELDS.filter((field) => values[field] !== null && values[field] !== undefined);
  const id = await insertCustomer(unit.sql, unit.teamId, values, typed);
  if (!id) return undefined;
  requireNoVersion(unit);
  const tags = input.tags || input.addTags ? await setTags(unit, { id, tags: [] }, input) : [];
  const change = { before: { tags: [], ...NOTHING }, after: { ...DEFAULTS, ...NOTHING, ...values, tags } };
  unit.waitAtEnd(tellChanged(unit, id, { name: "customers.created", ...change }));
  const website = values.website ? String(values.website) : null;
  if (website) await startRun(unit, { id, website }, "created");
  unit.context.reply[HEADERS.outcome] = "created";
  return await replyWith(unit, id);
}

/**
 * Merge patch: absent fields stay, null clears. A change of nothing changes nothing, not even the version.
 * @throws {OperationError} STALE, INVALID, or CONFLICT when a live customer has the external id.
 */
export async function updateCustomer(
  unit: Unit,
  before: CustomerRow,
  input: CustomerInput,
): Promise<CustomerRow> {
  requireAbsence(unit, "customer");
  await requireVersion(unit, before);
  const { id } = before;
  const changes = findChanges(before, await pickChecked(unit, before, input));
  if (Object.keys(changes).length > 0) {
    await requireFreeExternalId(unit, before, changes);
    changeFields(unit, before, changes);
  }
  await changeTags(unit, before, input);
  if (changes.website !== undefined) await followWebsite(unit, await getCustomer(unit, id));
  return await replyWith(unit, id);
}

function changeFields(unit: Unit, before: CustomerRow, typed: FieldValues): void {
  const { id } = before;
  const edited = Object.keys(typed) as CustomerField[];
  const editedFields = [...new Set([...before.editedFields, ...edited])];
  const values = { ...typed, ...deriveValues(typed, before) };
  unit.waitAtEnd(updateCustomerFields(unit.sql, unit.teamId, id, { values, editedFields }));
  unit.waitAtEnd(demoteValues(unit.sql, { teamId: unit.teamId, customerId: id }, edited));
  unit.waitAtEnd(tellChanged(unit, id, { name: eventOf(typed), before, after: { ...before, ...typed } }));
}

function eventOf({ isArchived }: FieldValues): EventName {
  if (isArchived === undefined) return "customers.updated";
  return isArchived ? "customers.archived" : "customers.restored";
}

/**
 * An answer names all faults at once: where there is one, those are looked for too that only a later step would find.
 * @throws {OperationError} INVALID
 */
async function pickChecked(
  unit: Unit,
  before: Lists & TaxNumber,
  input: CustomerInput,
): Promise<FieldValues> {
  const faults = checkDigits(before, input);
  const values = await pickFields(unit, before, input).catch((error) => {
    faults.push(...faultsOf(error));
  });
  if (values && faults.length === 0) return values;
  throw invalidFields([...faults, ...await findTagFaults(unit, input)]);
}

/** What else it may be is thrown on. */
function faultsOf(error: unknown): readonly FieldError[] {
  if (error instanceof OperationError && error.code === "INVALID" && error.details.errors) {
    return error.details.errors;
  }
  throw error;
}

/** By the rule of the customer's country; the contract has checked them by that of the number's own prefix. */
function checkDigits(before: TaxNumber, input: TaxNumber): FieldError[] {
  const vatNumber = input.vatNumber === undefined ? before.vatNumber : input.vatNumber;
  const countryCode = input.countryCode === undefined ? before.countryCode : input.countryCode;
  if (typeof vatNumber !== "string" || typeof countryCode !== "string") return [];
  if (vatNumber === before.vatNumber || !hasWrongCheckDigits(vatNumber, countryCode)) return [];
  const message = `The check digits are not those of a VAT number of the country ${countryCode}`;
  return [{ pointer: "/vatNumber", code: "wrong_check_digits", message }];
}

/** Only live customers have their external id to themselves. The index decides; this names the other one. */
async function requireFreeExternalId(unit: Unit, before: CustomerRow, changes: FieldValues): Promise<void> {
  const { externalId, isArchived } = { ...before, ...changes };
  if (isArchived || typeof externalId !== "string") return;
  if (changes.externalId === undefined && changes.isArchived === undefined) return;
  const place = { externalId, isArchived: false, notId: before.id };
  const twin = await findTwin(unit.sql, unit.teamId, place);
  if (!twin) return;
  const verb = changes.isArchived === false ? "restore" : "change";
  throw new OperationError("CONFLICT", `Cannot ${verb} the customer: "${twin}" has its externalId`, {
    details: { errors: [{ pointer: "/externalId", code: "taken", message: `Belongs to customer ${twin}` }] },
  });
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

const TOLD_FIELDS: readonly string[] = [...CUSTOMER_FIELDS, "tags", "portalEnabled", "portalRotation"];

/** With every field that differs, so that who follows from the first event on has what is shown. */
export function tellChanged(
  unit: Unit,
  customerId: string,
  change: { name: EventName; before: object; after: object; data?: Record<string, unknown> },
): Statement {
  const changes = listDifferences(change.before, change.after, TOLD_FIELDS);
  return unit.emit({ name: change.name, customerId, changes, data: change.data ?? {} });
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

async function pickFields(unit: Unit, before: Lists, input: CustomerInput): Promise<FieldValues> {
  const { metadata, customFields, contacts, ...plain } = input;
  const merged = await mergeCustomValues(unit, before, { metadata, customFields });
  const typed: FieldValues = {
    ...plain,
    ...merged,
    ...(contacts !== undefined && { contacts: keepContacts(contacts ?? [], before.contacts) }),
  };
  const values: FieldValues = {};
  for (const field of CUSTOMER_FIELDS) {
    if (typed[field] !== undefined) values[field] = typed[field] ?? DEFAULTS[field] ?? null;
  }
  return values;
}

function findChanges(before: CustomerRow, values: FieldValues): FieldValues {
  const changes: FieldValues = {};
  for (const field of CUSTOMER_FIELDS) {
    if (values[field] !== undefined && spell(values[field]) !== spell(before[field])) {
      changes[field] = values[field];
    }
  }
  return changes;
}

async function changeTags(unit: Unit, before: CustomerRow, input: TagInput): Promise<void> {
  if (input.tags === undefined && !input.addTags && !input.removeTags) return;
  const ids = await setTags(unit, before, input);
  const earlier = before.tags.map((tag) => tag.id).sort();
  if (ids.length === earlier.length && ids.every((id) => earlier.includes(id))) return;
  await updateCustomerFields(unit.sql, unit.teamId, before.id, { values: {} });
  await tellChanged(unit, before.id, {
    name: "customers.updated",
    before: { tags: earlier },
    after: { tags: ids },
  });
}

/** One run survives a change of website: the one for the newest address. */
async function followWebsite(unit: Unit, customer: CustomerRow): Promise<void> {
  await stopRun(unit, customer, { status: "superseded", reason: "The website was changed" });
  if (customer.website) await startRun(unit, customer, "website_changed");
}
