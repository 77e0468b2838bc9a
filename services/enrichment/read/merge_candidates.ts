/** One value for each field: what several independent sources agree on, against what speaks for others. */
import { type Candidate, fold } from "./candidate.ts";
import { LEGAL_FORM } from "./legal_forms.ts";

/** Agreement between sources can raise the confidence up to here. */
const CEILING = 0.98;

/** Best first within each field. */
export function mergeCandidates(candidates: readonly Candidate[]): Map<string, Candidate[]> {
  const byField = Map.groupBy(candidates, (candidate) => candidate.field);
  return new Map([...byField].map(([field, all]) => [field, mergeField(all)]));
}

function mergeField(candidates: readonly Candidate[]): Candidate[] {
  const groups = Map.groupBy(candidates, keyOf);
  return [...groups.values()].map(mergeGroup).sort((a, b) => b.confidence - a.confidence);
}

/** The strongest of each kind of source counts in full, further sightings a little. */
function mergeGroup(group: readonly Candidate[]): Candidate {
  const sorted = [...group].sort((a, b) => b.confidence - a.confidence);
  const best = sorted[0]!;
  const kinds = new Set(sorted.map((each) => each.source)).size;
  const sightings = new Set(sorted.map((each) => each.page.url + each.quote)).size;
  const doubt = (1 - best.confidence) * 0.6 ** (kinds - 1) * 0.93 ** Math.min(4, sightings - 1);
  const confidence = Math.min(Math.max(CEILING, best.confidence), 1 - doubt);
  return { ...best.field === "name" ? asSpoken(sorted) : best, confidence };
}

/** The legal form stands in the register, and capitals or hyphens where letters are drawn or addresses are written. */
function asSpoken(sorted: readonly Candidate[]): Candidate {
  const bare = sorted.filter(({ value }) => !LEGAL_FORM.test(value));
  const all = bare.length > 0 ? bare : sorted;
  return all.find(({ value }) => isWritten(value)) ?? all[0]!;
}

function isWritten(name: string): boolean {
  return /\p{Ll}/u.test(name) && !/^[\p{Ll}\d-]+$/u.test(name);
}

const HOUSE_WORD = /[,\s]+(?:д|дом|буд|будинок|№|no|nr)[.:\s]\s?(?=\d)/giu;

function keyOf({ field, value }: Candidate): string {
  // With and without its legal form it is the same name.
  if (field === "name") return fold(value.replace(LEGAL_FORM, "")) || value;
  if (field === "phone") return value.replace(/\D/g, "");
  // `ул. Садовая, д. 12` and `ул. Садовая 12`
  if (field === "addressLine1") return fold(value.replace(HOUSE_WORD, " ")) || value;
  if (/Url$/.test(field)) return value.toLowerCase().replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
  return fold(value) || value;
}
