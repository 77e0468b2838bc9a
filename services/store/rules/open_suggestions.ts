/** What stands beside a customer's fields and waits for a person's word. */
import type { SkippedSuggestion, Suggestion } from "shared/contract/customer_enrichment.ts";
import type { EnrichmentValue, ProfileField } from "shared/contract/enrichment_runs.ts";
import { FILL_CONFIDENCE } from "shared/contract/fill_confidence.ts";
import { fitValue } from "./fit_value.ts";
import { isProfileField } from "./merge_profile.ts";

export interface SuggestionState {
  /** The customer's fields as they stand. */
  readonly current: object;
  readonly lockedFields: readonly string[];
  readonly values: readonly EnrichmentValue[];
}

/** Surest first; what says the same as the field is no suggestion. */
export function listSuggestions({ current, lockedFields, values }: SuggestionState): Suggestion[] {
  const suggestions = values.flatMap(({ state, ...value }): Suggestion[] => {
    const { field } = value;
    if ((state !== "proposed" && state !== "undone") || !isProfileField(field)) return [];
    const present: string | number | null = Reflect.get(current, field) ?? null;
    if (saysTheSame(String(present ?? ""), value.value)) return [];
    const isLocked = lockedFields.includes(field);
    return [{ ...value, field, current: present, reason: reasonOf({ ...value, state, field }, isLocked) }];
  });
  return suggestions.sort((a, b) => b.confidence - a.confidence);
}

function reasonOf(value: EnrichmentValue & { field: ProfileField }, isLocked: boolean): Suggestion["reason"] {
  if (isLocked) return "locked";
  if (value.state === "undone") return "undone";
  if (fitValue(value.field, value.value) === undefined) return "unfit";
  return value.confidence < FILL_CONFIDENCE ? "uncertain" : "taken";
}

function saysTheSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

export interface Choice {
  readonly chosen: readonly Suggestion[];
  readonly skipped: readonly SkippedSuggestion[];
}

/** By their ids, or all that are sure enough; those whose evidence has changed since have another id by now. */
export function chooseSuggestions(
  open: readonly Suggestion[],
  wanted: { ids?: readonly string[]; minConfidence?: number },
): Choice {
  const { ids, minConfidence = 0 } = wanted;
  const asked = ids
    ? [...new Set(ids)].map((id) => open.find((each) => each.id === id) ?? id)
    : open.filter((each) => each.confidence >= minConfidence && each.reason !== "locked");
  const skipped = asked.flatMap((each): SkippedSuggestion[] => {
    if (typeof each === "string") return [{ id: each, reason: "gone" }];
    const { id, reason } = each;
    return reason === "locked" || reason === "unfit" ? [{ id, reason }] : [];
  });
  const chosen = asked.filter((each) => typeof each !== "string").filter(({ id }) =>
    !skipped.some((other) => other.id === id)
  );
  return { chosen, skipped };
}
