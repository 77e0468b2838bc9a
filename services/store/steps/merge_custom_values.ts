/** Metadata and custom fields of a customer: merged key by key, and the latter checked against what the team has defined. */
import { type CustomField, MAX_METADATA_KEYS } from "shared/contract/custom_fields.ts";
import { day } from "shared/contract/primitives.ts";
import { type FieldError, invalidField, OperationError } from "shared/errors.ts";
import { holdCustomFields } from "../queries/custom_fields.ts";
import type { Unit } from "../command/unit.ts";

export type ValueMap = Readonly<Record<string, string | number | boolean>>;
type Patch = Readonly<Record<string, string | number | boolean | null>> | null | undefined;

export interface CustomValues {
  readonly metadata: ValueMap;
  readonly customFields: ValueMap;
}

export const NO_CUSTOM_VALUES: CustomValues = { metadata: {}, customFields: {} };

export interface CustomPatches {
  readonly metadata?: Patch;
  readonly customFields?: Patch;
}

/**
 * What is to stand there afterwards, of what the input speaks of.
 * @throws {OperationError} INVALID, with every field that is unknown or of another type; for metadata of too many keys.
 */
export async function mergeCustomValues(
  unit: Unit,
  before: CustomValues,
  patches: CustomPatches,
): Promise<Partial<CustomValues>> {
  const { metadata, customFields } = patches;
  if (customFields) await requireDefined(unit, customFields);
  return {
    ...(metadata !== undefined && { metadata: mergeMetadata(before.metadata, metadata) }),
    ...(customFields !== undefined && { customFields: merge(before.customFields, customFields) }),
  };
}

/** Patch by patch it would grow beyond what an event, or an answer, can hold. Of too many some may always be removed. */
function mergeMetadata(before: ValueMap, patch: Exclude<Patch, undefined>): ValueMap {
  const merged = merge(before, patch);
  const count = Object.keys(merged).length;
  if (count <= MAX_METADATA_KEYS || count <= Object.keys(before).length) return merged;
  throw invalidField("/metadata", "too_big", `Would have more than ${MAX_METADATA_KEYS} keys`);
}

function merge(before: ValueMap, patch: Exclude<Patch, undefined>): ValueMap {
  if (patch === null) return {};
  const merged = Object.entries({ ...before, ...patch }).filter(([, value]) => value !== null);
  // The cast: what is null was left out.
  return Object.fromEntries(merged) as ValueMap;
}

async function requireDefined(unit: Unit, patch: NonNullable<Patch>): Promise<void> {
  const fields = await holdCustomFields(unit.sql, unit.teamId, Object.keys(patch));
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const errors = Object.entries(patch).flatMap(([key, value]) => check(key, value, byKey.get(key)) ?? []);
  if (errors.length > 0) {
    throw new OperationError("INVALID", "Not valid: " + errors.map(({ pointer }) => pointer).join(", "), {
      details: { errors },
    });
  }
}

function check(
  key: string,
  value: string | number | boolean | null,
  field: CustomField | undefined,
): FieldError | undefined {
  const pointer = `/customFields/${key}`;
  if (!field) return { pointer, code: "unknown_field", message: "The team has no such field" };
  if (value === null || isOfType(value, field)) return undefined;
  const wanted = field.options ? "one of its options" : `a ${field.type}`;
  return { pointer, code: "invalid_type", message: `Must be ${wanted}` };
}

function isOfType(value: string | number | boolean, { type, options }: CustomField): boolean {
  if (type === "number") return typeof value === "number";
  if (type === "boolean") return typeof value === "boolean";
  if (typeof value !== "string") return false;
  if (type === "date") return day.safeParse(value).success;
  return type !== "choice" || options!.includes(value);
}
