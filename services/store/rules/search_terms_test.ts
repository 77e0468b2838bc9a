import { assertEquals } from "@std/assert";
import { rankTiers, toSearchTerms } from "./search_terms.ts";

const wordsOf = (folded: string) => toSearchTerms(folded)?.words;
const NONE: string[][] = [[], [], [], []];

Deno.test("toSearchTerms leaves legal forms out, wherever they stand", () => {
  assertEquals(wordsOf(" acme gmbh"), ["acme"]);
  assertEquals(wordsOf(" acme nordic a s"), ["acme", "nordic"]);
  assertEquals(wordsOf(" ferrari s p a"), ["ferrari"]);
  assertEquals(wordsOf(" gmbh muller co kg"), ["muller"]);
  assertEquals(wordsOf(" firma sp z o o"), ["firma"]);
});

Deno.test("toSearchTerms keeps what only begins like a legal form, and a legal form alone", () => {
  assertEquals(wordsOf(" asset cooper"), ["asset", "cooper"]);
  assertEquals(wordsOf(" ab"), ["ab"]);
  assertEquals(wordsOf(" co kg"), ["co", "kg"]);
});

Deno.test("toSearchTerms finds nothing to look for in a text without words", () => {
  assertEquals(toSearchTerms(" "), undefined);
  assertEquals(toSearchTerms(""), undefined);
});

Deno.test("rankTiers looks for short words only where names and their words begin", () => {
  const tiers = rankTiers(toSearchTerms(" 3m")!, NONE);
  assertEquals(tiers.map((tier) => tier.on), ["name", "name"]);
  assertEquals(tiers.map((tier) => tier.isBeginning), [true, undefined]);
});

Deno.test("rankTiers: each tier but the corrected ones is part of the next", () => {
  const tiers = rankTiers(toSearchTerms(" 555 12")!, NONE);
  assertEquals(tiers.map((tier) => `${tier.on} ${tier.all.flat().join(" and ")}`), [
    "name  555 12%",
    "name % 555% and % 12%",
    "text % 555 12%",
    "text %55512%",
    "text %555% and %12%",
  ]);
});

Deno.test("rankTiers puts what a word may have been meant to be last", () => {
  const tiers = rankTiers(toSearchTerms(" mullre")!, [["muller", "mulle"]]);
  assertEquals(tiers.slice(-2), [
    { on: "name", all: [["% mullre%", "% muller%", "% mulle%"]] },
    { on: "text", all: [["%mullre%", "% muller%", "% mulle%"]] },
  ]);
});

Deno.test("rankTiers takes nothing that was typed for a pattern", () => {
  assertEquals(rankTiers(toSearchTerms(" 50%_off")!, NONE)[0]!.all, [[" 50\\%\\_off%"]]);
});
