import { assertEquals } from "@std/assert";
import type { EnrichmentValue, FoundValue } from "shared/contract/enrichment_runs.ts";
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
  lockedFields: [],
  earlier: [],
  ...changes,
});

const earlier = (state: EnrichmentValue["state"], value: FoundValue): EnrichmentValue => ({
  ...value,
  id: "6f0c1f0e-0000-4000-8000-000000000001",
  runId: "6f0c1f0e-0000-4000-8000-000000000002",
  state,
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
  const machine = profile({
    current: { city: "Bergen" },
    earlier: [earlier("filled", found("city", "Bergen"))],
  });
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

Deno.test("placeValues fills no locked field, and none that does not take the value", () => {
  assertEquals(stateOf(found("city", "Oslo"), profile({ lockedFields: ["city"] })), "proposed");
  assertEquals(stateOf(found("vatNumber", "DE136695977"), profile()), "proposed", "wrong check digits");
  assertEquals(stateOf(found("countryCode", "XX"), profile()), "proposed");
  assertEquals(stateOf(found("logoUrl", "data:image/png;base64,AA"), profile()), "proposed");
});

Deno.test("placeValues leaves alone what a person has decided, until the evidence changes", () => {
  const oslo = found("city", "Oslo");
  for (const state of ["rejected", "undone"] as const) {
    const decided = profile({ earlier: [earlier(state, oslo)] });
    assertEquals(stateOf(oslo, decided), undefined, state);
    assertEquals(stateOf({ ...oslo, url: "https://acme.example/contact" }, decided), undefined, "moved only");
    assertEquals(stateOf({ ...oslo, quote: "Head office: Oslo" }, decided), "filled");
    assertEquals(stateOf(found("city", "Bergen"), decided), "filled");
  }
  const accepted = profile({ editedFields: ["city"], earlier: [earlier("accepted", oslo)] });
  assertEquals(stateOf({ ...oslo, quote: "Oslo office" }, accepted), undefined);
  assertEquals(stateOf(found("city", "Bergen"), accepted), "proposed");
});

Deno.test("placeValues proposes nothing that stands in the field already", () => {
  const filled = profile({ current: { city: "Oslo" }, earlier: [earlier("filled", found("city", "Oslo"))] });
  assertEquals(stateOf(found("city", "Oslo", 0.6), filled), undefined);
  assertEquals(stateOf(found("city", "Bergen", 0.6), filled), "proposed");
});
