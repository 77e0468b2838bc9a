/** The rules' values and a second source's, one for each field. */
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import { fold } from "../read/candidate.ts";

const CEILING = 0.98;
/** How much doubt is left when two sources that know nothing of each other say the same. */
const SHARED_DOUBT = 0.55;
/** What a finding loses when the other source says something else. */
const CONFLICT_FACTOR = 0.9;

export function mergeAnswer(known: readonly FoundValue[], answers: readonly FoundValue[]): FoundValue[] {
  const byField = new Map(known.map((each) => [each.field, each]));
  for (const answer of answers) {
    const ours = byField.get(answer.field);
    byField.set(answer.field, ours ? decide(ours, answer) : answer);
  }
  return [...byField.values()];
}

function decide(ours: FoundValue, theirs: FoundValue): FoundValue {
  if (isSame(ours, theirs)) {
    const doubt = (1 - Math.max(ours.confidence, theirs.confidence)) * SHARED_DOUBT;
    return { ...ours, confidence: round(Math.max(ours.confidence, Math.min(CEILING, 1 - doubt))) };
  }
  const better = ours.confidence >= theirs.confidence ? ours : theirs;
  return { ...better, confidence: round(better.confidence * CONFLICT_FACTOR) };
}

function isSame(a: FoundValue, b: FoundValue): boolean {
  if (a.field === "phone") return a.value.replace(/\D/g, "") === b.value.replace(/\D/g, "");
  return fold(a.value) === fold(b.value);
}

function round(confidence: number): number {
  return Math.round(confidence * 1_000) / 1_000;
}
