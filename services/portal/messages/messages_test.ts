import { assertEquals } from "@std/assert";
import { Safe } from "../html.ts";
import { ar } from "./ar.ts";
import { fr } from "./fr.ts";
import { findMessages } from "./mod.ts";

/** Every sentence of a language, each function with something in its holes. */
function sentencesOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value instanceof Safe) return [value.markup];
  if (typeof value === "function") return [0, 1, 2, 5].flatMap((n) => sentencesOf(value(n, String(n))));
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(sentencesOf);
}

Deno.test("a French sign of two parts never begins a line", () => {
  const wrong = sentencesOf(fr).filter((text) =>
    /(^|[^\u00a0\u202f])[?!;](\s|$)|[^\u00a0]:(\s|$)/.test(text)
  );
  assertEquals(wrong, []);
});

Deno.test("quotation marks and apostrophes are those of print, in every language", () => {
  for (const language of ["en", "de", "fr", "es", "sv", "ar"]) {
    const texts = sentencesOf(findMessages(language)).filter((text) => /['"]|\.\.\.| - |\s$/.test(text));
    assertEquals(texts, [], language);
  }
});

Deno.test("Arabic has its six forms of a number", () => {
  const shown = (count: number) => ar.daysLate(count, String(count)).replace("متأخرة ", "");
  assertEquals([0, 1, 2, 3, 10, 11, 99, 100, 103, 111].map(shown), [
    "0 يوم",
    "يومًا واحدًا",
    "يومين",
    "3 أيام",
    "10 أيام",
    "11 يومًا",
    "99 يومًا",
    "100 يوم",
    "103 أيام",
    "111 يومًا",
  ]);
});
