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

/** What lies further below all that was counted is a guess, and keeps its own weight. */
const REACH_BELOW = 0.15;

export function stepOf(steps: Steps | undefined, weight: number): number | undefined {
  const counted = steps?.findLast(([from]) => weight >= from)?.[1];
  const [lowest, share] = steps?.[0] ?? [];
  return counted ?? (lowest !== undefined && weight >= lowest - REACH_BELOW ? share : undefined);
}
