import { assertEquals } from "@std/assert";
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import { FILL_CONFIDENCE } from "shared/contract/fill_confidence.ts";
import { mergeAnswer } from "./merge_answer.ts";

function aValue(overrides: Partial<FoundValue>): FoundValue {
  return {
    field: "name",
    value: "Acme",
    confidence: 0.7,
    source: "text",
    url: "https://acme.example/",
    quote: "Acme",
    extractor: "t/1",
    fetchedAt: "2026-03-01T12:00:00.000Z",
    ...overrides,
  };
}

Deno.test("mergeAnswer fills gaps, but not up to the line of saving without asking", () => {
  const merged = mergeAnswer([aValue({})], [aValue({ field: "ceoName", source: "model", confidence: 0.75 })]);
  assertEquals(merged.map(({ field, confidence }) => [field, confidence]), [["name", 0.7], [
    "ceoName",
    0.75,
  ]]);
});

Deno.test("mergeAnswer is surer where both agree, and less where they do not", () => {
  const theirs = (value: string) => aValue({ value, source: "model", confidence: 0.75 });
  const [agreed] = mergeAnswer([aValue({ confidence: 0.75 })], [theirs("ACME")]);
  assertEquals([agreed!.value, agreed!.source, agreed!.confidence >= FILL_CONFIDENCE], [
    "Acme",
    "text",
    true,
  ]);
  const [kept] = mergeAnswer([aValue({ confidence: 0.9 })], [theirs("Bolt")]);
  assertEquals([kept!.value, kept!.confidence < FILL_CONFIDENCE], ["Acme", true]);
  const [replaced] = mergeAnswer([aValue({ confidence: 0.5 })], [theirs("Bolt")]);
  assertEquals([replaced!.value, replaced!.confidence < 0.75], ["Bolt", true]);
});
