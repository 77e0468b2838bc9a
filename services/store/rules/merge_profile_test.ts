import { assertEquals } from "@std/assert";
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import { placeValues, type ProfileState, toFieldValues } from "./merge_profile.ts";

const found = (field: string, value: string, confidence = 0.95): FoundValue => ({
  field,
  value,
  confidence,
  source: "text",
  url: "https://acme.example/",
  quote: value,
  extractor: "test/1",
  fetchedAt: "2026-01-01T00:00:00Z",
});

const profile = (changes: Partial<ProfileState> = {}): ProfileState => ({
  current: {},
  editedFields: [],
  filledFields: [],
  ...changes,
});

const stateOf = (value: FoundValue, state: ProfileState) => placeValues([value], state)[0]?.state;

Deno.test("placeValues fills empty fields when certain enough and proposes otherwise", () => {
  assertEquals(stateOf(found("industry", "Software"), profile()), "filled");
  assertEquals(stateOf(found("industry", "Software", 0.84), profile()), "proposed");
  assertEquals(stateOf(found("youtubeUrl", "https://youtube.com/@a"), profile()), "proposed");
});

Deno.test("placeValues never overwrites or refills what a person typed or emptied", () => {
  assertEquals(stateOf(found("city", "Oslo"), profile({ current: { city: "Bergen" } })), "proposed");
  assertEquals(stateOf(found("city", "Oslo"), profile({ editedFields: ["city"] })), "proposed");
  const machine = profile({ current: { city: "Bergen" }, filledFields: ["city"] });
  assertEquals(stateOf(found("city", "Oslo"), machine), "filled");
});

Deno.test("placeValues keeps the surest of several values, and years become numbers", () => {
  const placed = placeValues(
    [found("foundedYear", "1998", 0.9), found("foundedYear", "1999", 0.97)],
    profile(),
  );
  assertEquals(toFieldValues(placed), { foundedYear: 1999 });
  assertEquals(stateOf(found("foundedYear", "about 1999"), profile()), "proposed");
});
