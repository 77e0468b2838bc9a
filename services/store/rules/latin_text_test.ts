import { assertEquals } from "@std/assert";
import { toLatinText } from "./latin_text.ts";

Deno.test("toLatinText spells what has letters of another script, and nothing else", () => {
  assertEquals(toLatinText(["Αθήνα Trading", "Łódź", null]), "Athina Trading");
  assertEquals(toLatinText(["ООО Ромашка", "Москва"]), "OOO Romashka Moskva");
  assertEquals(toLatinText(["서울"])?.toLowerCase(), "seoul");
  for (const latin of ["Müller & Søn", "Ærø", "№ 7 – 100 %", "", "🦊"]) {
    assertEquals(toLatinText([latin]), null);
  }
});
