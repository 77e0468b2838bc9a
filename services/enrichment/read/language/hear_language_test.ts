import { assert, assertEquals, assertExists } from "@std/assert";
import { eld } from "eld/extrasmall";
import { hearLanguage } from "./hear_language.ts";
import { openDetector } from "./language_tables.ts";

/** Names of places and things in many scripts, as the runtime knows them: words of sixty languages without a list of ours. */
function textIn(language: string): string {
  const of = (type: "region" | "language" | "currency") => new Intl.DisplayNames(language, { type });
  const regions = ["DE", "JP", "US", "BR", "IN", "ZA", "FR", "CN", "GR", "EG", "TH", "RU", "IS", "KE", "MX"];
  const names = regions.map((code) => of("region").of(code));
  const languages = ["en", "fr", "ar", "zh", "ru", "hi", "sw"].map((code) => of("language").of(code));
  return [...names, ...languages, of("currency").of("EUR"), of("currency").of("JPY")].join(" ").repeat(2);
}

const LANGUAGES =
  ("am ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ja ka kn ko ku lo lt lv ml mr " +
    "ms nl no or pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo zh").split(" ");

Deno.test("hearLanguage hears what the library hears with its own tables", async () => {
  const heard = new Set<string>();
  for (const language of LANGUAGES) {
    const text = textIn(language);
    assertExists(await hearLanguage(text), language);
    assertEquals(await hearLanguage(text), eld.detect(text).language, language);
    heard.add(eld.detect(text).language);
  }
  assert(heard.size > 40, `the texts differ: ${heard.size}`);
});

Deno.test("openDetector finds the library's files where it looks for them", async () => {
  assert(await openDetector() !== eld);
});

Deno.test("hearLanguage says nothing about a short text", async () => {
  assertEquals(await hearLanguage("Wir bauen Maschinen. ".repeat(7)), undefined);
});
