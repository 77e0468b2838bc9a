/** Which found values may enter a customer's fields: never over what a person typed, and only when certain enough. */
import {
  FILL_CONFIDENCE,
  type FoundValue,
  PROFILE_FIELDS,
  type ProfileField,
} from "shared/contract/enrichment_runs.ts";

export interface ProfileState {
  /** The customer's fields as they stand. */
  readonly current: Readonly<Record<string, unknown>>;
  /** Fields that a person typed or emptied. */
  readonly editedFields: readonly string[];
  /** Fields whose present value enrichment wrote. */
  readonly filledFields: readonly string[];
}

export type PlacedValue = FoundValue & { readonly state: "filled" | "proposed" };

/** The best value for each field, and whether it goes into the field or beside it. */
export function placeValues(found: readonly FoundValue[], profile: ProfileState): PlacedValue[] {
  const best = new Map<string, FoundValue>();
  for (const value of found) {
    const rival = best.get(value.field);
    if (!rival || value.confidence > rival.confidence) best.set(value.field, value);
  }
  return [...best.values()].map((value) => ({
    ...value,
    state: mayFill(value, profile) ? "filled" : "proposed",
  }));
}

function mayFill(value: FoundValue, profile: ProfileState): boolean {
  if (!isProfileField(value.field) || value.confidence < FILL_CONFIDENCE) return false;
  if (profile.editedFields.includes(value.field)) return false;
  if (value.field === "foundedYear" && !/^\d{4}$/.test(value.value)) return false;
  const isEmpty = profile.current[value.field] === null || profile.current[value.field] === undefined;
  return isEmpty || profile.filledFields.includes(value.field);
}

/** The column values to write. */
export function toFieldValues(
  placed: readonly PlacedValue[],
): Partial<Record<ProfileField, string | number>> {
  const values: Partial<Record<ProfileField, string | number>> = {};
  for (const { field, value, state } of placed) {
    if (state !== "filled" || !isProfileField(field)) continue;
    values[field] = field === "foundedYear" ? Number(value) : value;
  }
  return values;
}

export function isProfileField(field: string): field is ProfileField {
  return (PROFILE_FIELDS as readonly string[]).includes(field);
}
