/** Whether a found text may stand in a customer's field: the same demands as for what a person types. */
import { updateInput } from "shared/contract/customer_shapes.ts";
import type { ProfileField } from "shared/contract/enrichment_runs.ts";
import { OperationError } from "shared/errors.ts";
import { checkFields } from "./check_fields.ts";

const ANYONE = "00000000-0000-4000-8000-000000000000";

/** The column value, or undefined when the field does not take it. */
export function fitValue(field: ProfileField, text: string): string | number | undefined {
  const value = field === "foundedYear" ? Number(text) : text;
  const parsed = updateInput.safeParse({ id: ANYONE, [field]: value });
  const fitting = parsed.data?.[field];
  if (typeof fitting !== "string" && typeof fitting !== "number") return undefined;
  return passesChecks(field, fitting) ? fitting : undefined;
}

function passesChecks(field: ProfileField, value: string | number): boolean {
  try {
    checkFields({ [field]: value });
    return true;
  } catch (error) {
    if (error instanceof OperationError) return false;
    throw error;
  }
}
