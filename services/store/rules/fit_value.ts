/** Whether a found text may stand in a customer's field: the same demands as for what a person types. */
import { updateInput } from "shared/contract/customer_shapes.ts";
import type { ProfileField } from "shared/contract/enrichment_runs.ts";

const ANYONE = "00000000-0000-4000-8000-000000000000";

/** The column value, or undefined when the field does not take it. */
export function fitValue(field: ProfileField, text: string): string | number | undefined {
  const value = field === "foundedYear" ? Number(text) : text;
  const fitting = updateInput.safeParse({ id: ANYONE, [field]: value }).data?.[field];
  return typeof fitting === "string" || typeof fitting === "number" ? fitting : undefined;
}
