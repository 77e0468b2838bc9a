import { assertEquals } from "@std/assert";
import { chooseLocale } from "./locale.ts";
import { readerOf } from "./reader.ts";

Deno.test("chooseLocale prefers the customer's language to the visitor's", () => {
  assertEquals(chooseLocale("de-AT", "en-US,en;q=0.9").tag, "de-AT");
});

Deno.test("chooseLocale takes the visitor's best language that we speak", () => {
  assertEquals(chooseLocale(null, "fi;q=0.9, en-US;q=0.5, de;q=0.8").tag, "de");
});

Deno.test("chooseLocale takes the seller's language where nobody else's is spoken", () => {
  assertEquals(chooseLocale("fi-FI", "pl", "fr-CH").tag, "fr-CH");
  assertEquals(chooseLocale(null, undefined, "sv").tag, "sv");
  assertEquals(chooseLocale(null, "de", "sv").tag, "de");
  assertEquals(chooseLocale(null, "pl", "fi").tag, "en-GB");
});

Deno.test("readerOf speaks the customer's language, the visitor's, or the seller's", () => {
  const tagOf = (locale: string | null, visitors?: string) =>
    readerOf({ customer: { locale }, seller: { locale: "sv" } }, visitors).locale.tag;
  assertEquals([tagOf("de", "fr"), tagOf(null, "fr"), tagOf(null)], ["de", "fr", "sv"]);
});

Deno.test("chooseLocale passes over a language without sentences", () => {
  assertEquals(chooseLocale("fi-FI", undefined).tag, "en-GB");
});

Deno.test("chooseLocale falls back to British English for nonsense", () => {
  for (const header of [undefined, "", "*", "🙂", "en;q=0", "x".repeat(200), ",,,;;;q=q"]) {
    assertEquals(chooseLocale(null, header).tag, "en-GB");
  }
  assertEquals(chooseLocale("not a tag!", undefined).tag, "en-GB");
});

Deno.test("chooseLocale answers the same again, whatever was asked for in between", () => {
  const ask = () => chooseLocale(null, "de-AT, fi;q=0.9").tag;
  const first = ask();
  for (let number = 0; number < 3_000; number++) chooseLocale(null, `x-${number}, sv;q=0.1`);
  assertEquals([first, ask()], ["de-AT", "de-AT"]);
});

Deno.test("chooseLocale drops calendars and digits that a visitor asks for", () => {
  assertEquals(chooseLocale("de-DE-u-ca-buddhist-nu-thai", undefined).tag, "de-DE");
});

Deno.test("chooseLocale knows that Arabic runs from right to left", () => {
  assertEquals(chooseLocale("ar-KW", undefined).direction, "rtl");
  assertEquals(chooseLocale("en", undefined).direction, "ltr");
});
