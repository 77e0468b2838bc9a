import { assert, assertEquals, assertGreaterOrEqual, assertLess } from "@std/assert";
import { contrastOf, deriveAccent, deriveInk } from "./brand_colors.ts";

const SCHEMES = ["light", "dark"] as const;
const GROUNDS = { light: ["#fffefb", "#f6f4ef"], dark: ["#101310", "#181c18"] };

/** A grid over all that a seller may choose. */
function someColors(): string[] {
  const parts = ["00", "22", "55", "77", "99", "bb", "dd", "ff"];
  return parts.flatMap((r) => parts.flatMap((g) => parts.map((b) => `#${r}${g}${b}`)));
}

/** Degrees, as in HSL; undefined for a grey. */
function hueOf(color: string): number | undefined {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
  const range = Math.max(r, g, b) - Math.min(r, g, b);
  if (range < 40) return undefined;
  return (Math.atan2(Math.sqrt(3) * (g - b), 2 * r - g - b) * 180 / Math.PI + 360) % 360;
}

Deno.test("contrastOf is the ratio of WCAG", () => {
  assertEquals(contrastOf("#000000", "#ffffff"), 21);
  assertEquals(contrastOf("#777777", "#ffffff").toFixed(2), "4.48");
});

Deno.test("deriveAccent keeps a colour that can be seen", () => {
  assertEquals(deriveAccent("#1c5a44", "light"), { brand: "#1c5a44", ink: "#ffffff", edge: "#1c5a44" });
  assertEquals(deriveAccent("#86cfae", "dark"), { brand: "#86cfae", ink: "#191c19", edge: "#86cfae" });
});

Deno.test("deriveAccent keeps a bright colour on paper and a dark one by night, and draws a line around it", () => {
  for (const color of ["#ffd60a", "#ffff00", "#00ffff", "#00ff88", "#ff69b4"]) {
    const { brand, ink, edge } = deriveAccent(color, "light");
    assertEquals([brand, ink], [color, "#191c19"]);
    assertLess(Math.abs(hueOf(edge)! - hueOf(color)!), 15, `${color} ${edge}`);
  }
  const { brand, ink, edge } = deriveAccent("#1c5a44", "dark");
  assertEquals([brand, ink], ["#1c5a44", "#ffffff"]);
  assertLess(Math.abs(hueOf(edge)! - hueOf(brand)!), 15, edge);
});

Deno.test("deriveAccent moves a colour that is lost on its ground, and keeps its hue", () => {
  for (const [color, scheme] of [["#ffe0e6", "light"], ["#fff5d0", "light"], ["#0a1a4f", "dark"]] as const) {
    const { brand } = deriveAccent(color, scheme);
    assert(brand !== color, color);
    assertLess(Math.abs((hueOf(brand) ?? 0) - (hueOf(color) ?? 0)), 15, `${color} ${brand}`);
  }
});

Deno.test("deriveAccent makes every colour seen and readable in both schemes", () => {
  for (const color of someColors()) {
    for (const scheme of SCHEMES) {
      const { brand, ink, edge } = deriveAccent(color, scheme);
      assertGreaterOrEqual(contrastOf(brand, ink), 4.5, `${color} ${scheme}`);
      for (const ground of GROUNDS[scheme]) {
        assertGreaterOrEqual(contrastOf(edge, ground), 3, `${color} ${scheme} ${edge}`);
      }
    }
  }
});

Deno.test("deriveInk keeps a colour in which words can be read, and darkens any other in its hue", () => {
  assertEquals(deriveInk("#1c5a44"), "#1c5a44");
  for (const color of ["#ffcc00", "#ffffff", "#777777", "#00ffff"]) {
    const ink = deriveInk(color);
    assertGreaterOrEqual(contrastOf(ink, "#ffffff"), 4.5, color);
    assertLess(Math.abs((hueOf(ink) ?? 0) - (hueOf(color) ?? 0)), 15, `${color} ${ink}`);
  }
});
