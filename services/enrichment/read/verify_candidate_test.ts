import { assertEquals } from "@std/assert";
import type { Candidate } from "./candidate.ts";
import { mergeCandidates } from "./merge_candidates.ts";
import { parse } from "./test_site.ts";
import { verifyCandidate } from "./verify_candidate.ts";

const page = await parse("<p>words");

function aCandidate(overrides: Partial<Candidate>): Candidate {
  return {
    field: "name",
    value: "Acme",
    confidence: 0.7,
    source: "text",
    page,
    quote: "words",
    extractor: "t/1",
    ...overrides,
  };
}

function verified(field: string, value: string): string | undefined {
  return verifyCandidate(aCandidate({ field, value }), () => true)?.value;
}

Deno.test("verifyCandidate wants the quote on the page", () => {
  assertEquals(verifyCandidate(aCandidate({}), (quote) => quote === "words")?.value, "Acme");
  assertEquals(verifyCandidate(aCandidate({ quote: "never said" }), (quote) => quote === "words"), undefined);
  assertEquals(verifyCandidate(aCandidate({ quote: "" }), () => true), undefined);
});

Deno.test("verifyCandidate refuses values that are not in the field's form", () => {
  const wrong: [string, string][] = [
    ["foundedYear", "1066"],
    ["foundedYear", "2999"],
    ["email", "not an address"],
    ["phone", "0421 1234"],
    ["countryCode", "XX"],
    ["logoUrl", "javascript:alert(1)"],
    ["logoUrl", "https://user@acme.example/logo.png"],
    ["linkedinUrl", "https://evil.example/company/acme"],
    ["twitterUrl", "https://www.linkedin.com/company/acme"],
    ["name", "2024"],
    ["name", "\u202e\u200b"],
    ["zip", "Kiel"],
  ];
  assertEquals(wrong.filter(([field, value]) => verified(field, value) !== undefined), []);
});

Deno.test("verifyCandidate cleans and caps texts", () => {
  assertEquals(verified("name", " A\u202ecme \n Ltd "), "Acme Ltd");
  assertEquals(verified("name", "word ".repeat(100))!.length <= 120, true);
});

Deno.test("verifyCandidate keeps a quote within what the contract takes", () => {
  // The second grows to twice its length when it is brought into one form.
  for (const quote of ["title ".repeat(100), "\u0958".repeat(200), `${"a".repeat(199)}😀`]) {
    const kept = verifyCandidate(aCandidate({ quote }), () => true)?.quote ?? "";
    assertEquals([kept.length > 150, kept.length <= 200, kept.isWellFormed()], [true, true, true]);
  }
});

Deno.test("mergeCandidates is surer when independent sources agree, and keeps the order", () => {
  const merged = mergeCandidates([
    aCandidate({ value: "Acme", source: "meta", confidence: 0.7 }),
    aCandidate({ value: "ACME", source: "jsonld", confidence: 0.65 }),
    aCandidate({ value: "Other", source: "text", confidence: 0.72 }),
  ]).get("name")!;
  assertEquals(merged.map((each) => each.value), ["Acme", "Other"]);
  assertEquals(merged[0]!.confidence > 0.8 && merged[0]!.confidence <= 0.98, true);
});
