import { assertAlmostEquals, assertEquals } from "@std/assert";
import { atLightness, distanceOf, type Rgb, toLab } from "./oklch.ts";

Deno.test("toLab is as CSS Color 4 has it", () => {
  // Section 10: `oklch(0.628 0.258 29.23)` is red.
  const [lightness, a, b] = toLab([1, 0, 0]);
  assertAlmostEquals(lightness, 0.628, 0.001);
  assertAlmostEquals(Math.hypot(a, b), 0.258, 0.001);
  assertAlmostEquals(Math.atan2(b, a) * 180 / Math.PI, 29.23, 0.05);
  assertAlmostEquals(distanceOf(toLab([0, 0, 0]), toLab([1, 1, 1])), 1, 0.001);
});

Deno.test("atLightness comes back to the same colour, and never leaves the screen", () => {
  for (const rgb of [[0.1, 0.5, 0.3], [1, 1, 0], [0, 0, 1], [0.5, 0.5, 0.5]] satisfies Rgb[]) {
    const lab = toLab(rgb);
    const same = atLightness(lab, lab[0]);
    for (const index of [0, 1, 2] as const) assertAlmostEquals(same[index], rgb[index], 0.02);
    for (const lightness of [0, 0.2, 0.9, 1]) {
      assertEquals(atLightness(lab, lightness).every((value) => value > -0.01 && value < 1.01), true);
    }
  }
});
