import { assertEquals } from "@std/assert";
import { cleanText, isolate } from "./plain_text.ts";

Deno.test("cleanText drops controls, direction overrides and private characters", () => {
  const hostile = "a\u0000\u0007\u202e\u2066\u200f\u200b\ufeff\ue000\u{e0041}\u{f0000}\u{10fffd}b";
  assertEquals(cleanText(hostile), "ab");
});

Deno.test("cleanText keeps line breaks, joiners, emoji and every script", () => {
  const text = "Zoë\nشركة\u200cها 株式会社 👩\u200d🚀";
  assertEquals(cleanText(text), text);
});

Deno.test("cleanText mends broken Unicode", () => {
  assertEquals(cleanText("a\ud800b"), "ab");
});

Deno.test("isolate keeps a text's direction to itself", () => {
  assertEquals(isolate("<b>שלום").markup, "<bdi>&lt;b&gt;שלום</bdi>");
});

Deno.test("cleanText lets no pile of accents cross out what stands above, and keeps those that a language needs", () => {
  assertEquals(cleanText(`Total${"\u0336".repeat(200)}`), `Total${"\u0336".repeat(4)}`);
  const text = "Ŵ\u0323ệ קֳמֵּ֔ץ นํ้า ❤\ufe0f\u200d🔥 1\ufe0f\u20e3";
  assertEquals(cleanText(text), text.normalize("NFC"));
});
