/** Values that follow from other values, whatever found those. */
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import { MIN_CONFIDENCE } from "./candidate.ts";
import { countryName, timeZoneOf } from "./places/countries.ts";

/** The time zone from the country, the headquarters from town and country. */
export function deriveValues(values: readonly FoundValue[]): FoundValue[] {
  const get = (field: string) => values.find((each) => each.field === field);
  const [code, city] = [get("countryCode"), get("city")];
  const country = code && countryName(code.value);
  const place = city && [city.value, country].filter(Boolean).join(", ");
  return [
    ...derive(code, "country", country),
    ...derive(code, "timezone", code && timeZoneOf(code.value)),
    ...derive(city, "headquartersLocation", place, Math.min(1, code?.confidence ?? 1) * 0.95),
  ].filter((each) => each.confidence >= MIN_CONFIDENCE && get(each.field) === undefined);
}

function derive(
  from: FoundValue | undefined,
  field: string,
  value: string | undefined,
  share = 1,
): FoundValue[] {
  if (!from || !value) return [];
  const confidence = Math.round(Math.min(from.confidence, share) * 1_000) / 1_000;
  return [{ ...from, field, value, confidence, source: "derived" }];
}
