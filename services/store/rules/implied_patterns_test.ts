import { assertEquals } from "@std/assert";
import { withoutImplied } from "./implied_patterns.ts";
import { correctedTiers, type Pattern, rankTiers, toSearchTerms } from "./search_terms.ts";

const asTexts = (patterns: readonly Pattern[]) =>
  patterns.map(({ on, all }) => `${on} ${all.map((likes) => likes.join("|")).join(" & ")}`);
const widestOf = (folded: string) => asTexts(withoutImplied(rankTiers(toSearchTerms(folded)!)));

Deno.test("withoutImplied leaves the tiers that hold all others", () => {
  assertEquals(widestOf(" acme gmbh"), ["text %acme%"]);
  assertEquals(widestOf(" acme nordic"), ["text %acme% & %nordic%"]);
  assertEquals(widestOf(" 3m"), ["text % 3m%"]);
  assertEquals(widestOf(" 3"), ["name % 3%"]);
  assertEquals(widestOf(" 555 12"), ["text %555% & %12%"]);
});

Deno.test("withoutImplied keeps what another tier does not hold", () => {
  assertEquals(widestOf(" 7eleven"), ["text % 7 eleven%", "text %7eleven%"]);
  assertEquals(widestOf(" 0170 1234567"), ["text %1701234567%", "text %0170% & %1234567%"]);
  const [beginning, word] = rankTiers(toSearchTerms(" acme")!) as [Pattern, Pattern];
  assertEquals(withoutImplied([word, { ...beginning, on: "text" }]), [word, { ...beginning, on: "text" }]);
});

Deno.test("withoutImplied keeps one of two that are the same, and those of other spellings", () => {
  const [beginning] = rankTiers(toSearchTerms(" acme")!) as [Pattern];
  assertEquals(withoutImplied([beginning, { ...beginning }]), [beginning]);
  const corrected = correctedTiers(toSearchTerms(" mullre sohne")!, [["muller"], []]);
  assertEquals(asTexts(withoutImplied(corrected)), ["text %mullre%|% muller% & %sohne%"]);
});
