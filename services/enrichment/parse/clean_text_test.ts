import { assertEquals } from "@std/assert";
import { cleanText, shorten } from "./clean_text.ts";

Deno.test("cleanText removes what cannot be seen or turns the writing", () => {
  const hostile = "A\u0000c\u200bm\u202ee\u2066 \u{e0041}G\u00admb\ufe0fH\u061c\u200f\ufeff";
  assertEquals(cleanText(hostile), "Acme GmbH");
});

Deno.test("cleanText makes one line of composed, well-formed text with single spaces", () => {
  assertEquals(cleanText("  Gro\u0308\u00dfe\n\t von\u00a0\u3000Acme\r\n "), "Größe von Acme");
  assertEquals(cleanText("a\ud800b").isWellFormed(), true);
  assertEquals(cleanText("株式会社　マイ"), "株式会社 マイ");
});

Deno.test("cleanText caps stacked accents", () => {
  assertEquals(cleanText(`Z${"\u0348".repeat(50)}o`).length <= 5, true);
});

Deno.test("shorten cuts at a word, within the limit and never inside a character", () => {
  assertEquals(shorten("short", 10), "short");
  assertEquals(shorten("one two three four", 12), "one two…");
  assertEquals(shorten("😀😀😀", 4).isWellFormed(), true);
  assertEquals(shorten("x".repeat(600), 500).length, 500);
});
