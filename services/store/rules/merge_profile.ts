/** Which found values may enter a customer's fields: never over what a person decided, and only when certain enough. */
import {
  type EnrichmentValue,
  type FoundValue,
  PROFILE_FIELDS,
  type ProfileField,
} from "shared/contract/enrichment_runs.ts";
import { FILL_CONFIDENCE } from "shared/contract/fill_confidence.ts";
import { fitValue } from "./fit_value.ts";

export interface ProfileState {
  /** The customer's fields as they stand. */
  readonly current: Readonly<Record<string, unknown>>;
  /** Fields that a person typed or emptied. */
  readonly editedFields: readonly string[];
  readonly lockedFields: readonly string[];
  /** What earlier runs have found: at most one value that stands in a field and one beside it. */
  readonly earlier: readonly EnrichmentValue[];
}

export type PlacedValue = FoundValue & { readonly state: "filled" | "proposed" };

/** The best value for each field, and whether it goes into the field or beside it; none where that is decided already. */
export function placeValues(found: readonly FoundValue[], profile: ProfileState): PlacedValue[] {
  const best = new Map<string, FoundValue>();
  for (const value of found) {
    const rival = best.get(value.field);
    if (!rival || value.confidence > rival.confidence) best.set(value.field, value);
  }
  return [...best.values()].filter((value) => !isDecided(value, profile)).flatMap((value): PlacedValue[] => {
    if (mayFill(value, profile)) return [{ ...value, state: "filled" }];
    return standsAlready(value, profile) ? [] : [{ ...value, state: "proposed" }];
  });
}

/** A person has said no to this value on this evidence, or has taken it over. */
function isDecided(value: FoundValue, { earlier }: ProfileState): boolean {
  return earlier.some((each) =>
    each.field === value.field && each.value === value.value &&
    (each.state === "accepted" || (isRefused(each) && each.quote === value.quote))
  );
}

function isRefused({ state }: EnrichmentValue): boolean {
  return state === "rejected" || state === "undone";
}

function mayFill(value: FoundValue, profile: ProfileState): boolean {
  const { field } = value;
  if (!isProfileField(field) || value.confidence < FILL_CONFIDENCE) return false;
  if (profile.editedFields.includes(field) || profile.lockedFields.includes(field)) return false;
  if (fitValue(field, value.value) === undefined) return false;
  const isEmpty = profile.current[field] === null || profile.current[field] === undefined;
  return isEmpty || standingIn(field, profile) !== undefined;
}

/** Found again, less surely than when it was filled in. */
function standsAlready(value: FoundValue, profile: ProfileState): boolean {
  return standingIn(value.field, profile)?.value === value.value;
}

function standingIn(field: string, { earlier }: ProfileState): EnrichmentValue | undefined {
  return earlier.find((each) => each.field === field && each.state === "filled");
}

/** The column values to write. */
export function toFieldValues(
  placed: readonly PlacedValue[],
): Partial<Record<ProfileField, string | number>> {
  const values: Partial<Record<ProfileField, string | number>> = {};
  for (const { field, value, state } of placed) {
    if (state === "filled" && isProfileField(field)) values[field] = fitValue(field, value);
  }
  return values;
}

export function isProfileField(field: string): field is ProfileField {
  return (PROFILE_FIELDS as readonly string[]).includes(field);
}
