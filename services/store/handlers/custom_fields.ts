/** The operations of `customFields.*`. */
import { type Handlers, HEADERS } from "shared/bus/mod.ts";
import { type CustomField, MAX_CUSTOM_FIELDS } from "shared/contract/custom_fields.ts";
import { customFields } from "shared/contract/mod.ts";
import { invalidField, OperationError } from "shared/errors.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { handleCommand } from "../command/command.ts";
import {
  deleteCustomField,
  insertCustomField,
  isCustomFieldUsed,
  listCustomFields,
  lockCustomField,
  updateCustomField,
} from "../queries/custom_fields.ts";
import { listDifferences } from "../rules/changes.ts";
import { newOrderedId } from "../rules/ordered_id.ts";
import { runQuery } from "../run_query.ts";
import type { Store } from "../store.ts";
import type { Unit } from "../command/unit.ts";

type Input<Verb extends keyof typeof customFields> = ParsedInputOf<(typeof customFields)[Verb]>;

export function customFieldHandlers(store: Store): Handlers<typeof customFields> {
  return {
    list: (_input, { caller }) =>
      runQuery(async () => ({ data: await listCustomFields(store.sql, caller.teamId) })),
    create: handleCommand(store, customFields.create, create),
    update: handleCommand(store, customFields.update, update),
    delete: handleCommand(store, customFields.delete, (unit, { id }) => remove(unit, id)),
  };
}

async function create(unit: Unit, input: Input<"create">): Promise<CustomField> {
  const { sql, teamId } = unit;
  if ((await listCustomFields(sql, teamId)).length >= MAX_CUSTOM_FIELDS) {
    throw new OperationError("CONFLICT", `Cannot add the field: a team has at most ${MAX_CUSTOM_FIELDS}`);
  }
  const field: CustomField = { id: newOrderedId(), ...input, options: input.options ?? null };
  if (!await insertCustomField(sql, teamId, field)) {
    throw new OperationError("CONFLICT", "Cannot add the field: there is one of this key");
  }
  await tell(unit, "customFields.created", { before: {}, after: field, id: field.id });
  unit.context.reply[HEADERS.outcome] = "created";
  return field;
}

async function update(unit: Unit, { id, label, options }: Input<"update">): Promise<CustomField> {
  const before = await requireField(unit, id);
  if (options && before.type !== "choice") {
    throw invalidField("/options", "not_a_choice", "Only a choice has options");
  }
  const after = { ...before, label: label ?? before.label, options: options ?? before.options };
  await updateCustomField(unit.sql, unit.teamId, after);
  await tell(unit, "customFields.updated", { before, after, id });
  return after;
}

async function remove(unit: Unit, id: string): Promise<CustomField> {
  const before = await requireField(unit, id);
  if (await isCustomFieldUsed(unit.sql, unit.teamId, before.key)) {
    throw new OperationError("CONFLICT", "Cannot remove the field: customers have a value in it");
  }
  await deleteCustomField(unit.sql, unit.teamId, id);
  await tell(unit, "customFields.deleted", { before, after: {}, id });
  return before;
}

async function requireField({ sql, teamId }: Unit, id: string): Promise<CustomField> {
  const field = await lockCustomField(sql, teamId, id);
  if (!field) throw new OperationError("NOT_FOUND", "Field not found");
  return field;
}

async function tell(
  unit: Unit,
  name: "customFields.created" | "customFields.updated" | "customFields.deleted",
  { before, after, id }: { before: object; after: object; id: string },
): Promise<void> {
  const changes = listDifferences(before, after, ["key", "label", "type", "options"]);
  await unit.emit({ name, customerId: null, changes, data: { id } });
}
