import { assertEquals } from "@std/assert";
import { calibrated, stepOf } from "./calibrated.ts";
import { CALIBRATION } from "./calibration_table.ts";

Deno.test("stepOf takes the highest step that a weight reaches, and the lowest for a little less", () => {
  const steps = [[0.5, 0.7], [0.8, 0.95]] as const;
  assertEquals([0.4, 0.5, 0.79, 0.8, 1].map((weight) => stepOf(steps, weight)), [0.7, 0.7, 0.7, 0.95, 0.95]);
  // A guess far below all that was counted is no better for it.
  assertEquals([stepOf(steps, 0.3), stepOf(undefined, 0.5)], [undefined, undefined]);
});

Deno.test("calibrated rises with the weight, and leaves fields alone that nobody has counted", () => {
  for (const [field, steps] of Object.entries(CALIBRATION)) {
    const sorted = steps.toSorted(([a, b], [c, d]) => a - c || b - d);
    assertEquals([field, steps, steps.every(([, share]) => share > 0 && share < 1)], [field, sorted, true]);
  }
  assertEquals(calibrated("primaryLanguage", 0.6) < 0.85, true);
  assertEquals([calibrated("iconUrl", 0.71), calibrated("country", 0.9)], [
    0.71,
    calibrated("countryCode", 0.9),
  ]);
});
