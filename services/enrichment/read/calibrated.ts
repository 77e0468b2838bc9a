/** How often a value of a field is right that the rules give a certain weight. */
import { CALIBRATION } from "./calibration_table.ts";

/** From a weight on (the first), the share of right values (the second); ascending in both. */
export type Steps = readonly (readonly [from: number, share: number])[];

/** Found together with a field that has been counted. */
const ALONGSIDE: Readonly<Record<string, string>> = { country: "countryCode", state: "city" };

/** Fields that nobody has counted keep their weight. */
export function calibrated(field: string, weight: number): number {
  return stepOf(CALIBRATION[ALONGSIDE[field] ?? field], weight) ?? weight;
}

export function stepOf(steps: Steps | undefined, weight: number): number | undefined {
  return steps?.findLast(([from]) => weight >= from)?.[1] ?? steps?.[0]?.[1];
}
