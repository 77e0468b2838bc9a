import { assert, assertEquals, assertGreaterOrEqual } from "@std/assert";
import { contrastOf, deriveAccent, deriveInk } from "./brand_colors.ts";

Deno.test("contrastOf is the ratio of WCAG", () => {
  assertEquals(contrastOf("#000000", "#ffffff"), 21);
  assertEquals(contrastOf("#777777", "#ffffff").toFixed(2), "4.48");
});

Deno.test("deriveAccent keeps a colour that can be seen", () => {
  assertEquals(deriveAccent("#1c5a44", "light"), { brand: "#1c5a44", ink: "#ffffff" });
  assertEquals(deriveAccent("#86cfae", "dark"), { brand: "#86cfae", ink: "#000000" });
});

Deno.test("deriveAccent makes every colour seen and readable in both schemes", () => {
  const grounds = { light: ["#fffefb", "#f6f4ef", "#efece5"], dark: ["#0b0d0b", "#101310", "#181c18"] };
  const parts = ["00", "22", "55", "77", "99", "bb", "dd", "ff"];
  for (const color of parts.flatMap((r) => parts.flatMap((g) => parts.map((b) => `#${r}${g}${b}`)))) {
    for (const scheme of ["light", "dark"] as const) {
      const { brand, ink } = deriveAccent(color, scheme);
      assertGreaterOrEqual(contrastOf(brand, ink), 4.5, `${color} ${scheme}`);
      assert(
        grounds[scheme].every((ground) => contrastOf(brand, ground) >= 3),
        `${color} ${scheme} ${brand}`,
      );
    }
  }
});

Deno.test("deriveInk keeps a colour in which words can be read, and darkens any other", () => {
  assertEquals(deriveInk("#1c5a44"), "#1c5a44");
  for (const color of ["#ffcc00", "#ffffff", "#777777", "#00ffff"]) {
    assertGreaterOrEqual(contrastOf(deriveInk(color), "#ffffff"), 4.5, color);
  }
});
