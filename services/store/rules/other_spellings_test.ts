import { assertEquals } from "@std/assert";
import { isSetApart, setApart, toOtherSpellings } from "./other_spellings.ts";

Deno.test("toOtherSpellings joins what signs part", () => {
  assertEquals(toOtherSpellings(["AT&T Inc.", "Anne-Marie O’Neil"]), "ATT AnneMarie ONeil");
  assertEquals(toOtherSpellings(["A.P. Møller – Mærsk A/S"]), "AP AS");
  for (const plain of ["Müller & Søn", "Inc.", "(Oslo)", "– 100 %", "", null]) {
    assertEquals(toOtherSpellings([plain]), null, String(plain));
  }
});

Deno.test("toOtherSpellings sets the signs of scripts without blanks apart, beside their Latin spelling", () => {
  const words = (text: string) => toOtherSpellings([text])?.split(" ") ?? [];
  assertEquals(words("山田商事").slice(-4), ["山", "田", "商", "事"]);
  assertEquals(words("ラーメン 3号").slice(-5), ["ラ", "ー", "メ", "ン", "号"]);
  assertEquals(words("삼성").slice(-2), ["삼", "성"]);
  // A vowel stays with its consonant.
  assertEquals(words("มิตรผล").slice(-5), ["มิ", "ต", "ร", "ผ", "ล"]);
  assertEquals(toOtherSpellings(["Ромашка"]), "Romashka");
});

Deno.test("toOtherSpellings has half and full width as they are usually written", () => {
  assertEquals(toOtherSpellings(["ﾄﾖﾀ"])?.includes("トヨタ"), true);
  assertEquals(toOtherSpellings(["ＡＣＭＥ"]), "ACME");
  // Accents set apart are no other spelling.
  assertEquals(toOtherSpellings(["Jose\u0301"]), null);
});

Deno.test("isSetApart knows what setApart makes", () => {
  for (const word of ["商事", "전자", "ผล"]) assertEquals(isSetApart(word), true, word);
  for (const word of ["商事3", "ab", "3", "🦊", "да"]) assertEquals(isSetApart(word), false, word);
  assertEquals(setApart("商事"), "商 事");
});
