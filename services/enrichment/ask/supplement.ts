/** Adds what a second source knows to what the rules found, and what follows from both. */
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import { openHoldBack } from "../parse/concealment.ts";
import { deriveValues } from "../read/derive_values.ts";
import { mergeAnswer } from "./merge_answer.ts";
import type { Answer, Question, SecondSource } from "./source.ts";

export interface Supplemented {
  readonly values: readonly FoundValue[];
  readonly answer: Answer;
}

/** @throws the signal's reason when it fires. */
export async function supplement(
  question: Question,
  source: SecondSource,
  signal: AbortSignal,
): Promise<Supplemented> {
  const answer = await source.ask(question, signal);
  const holdBack = openHoldBack(question.pages);
  const pageOf = (url: string) => question.pages.find((page) => page.url === url);
  const merged = mergeAnswer(question.known, answer.values).map((each) => holdBack(each, pageOf(each.url)));
  const has = new Set(merged.map((each) => each.field));
  return { values: [...merged, ...deriveValues(merged).filter((each) => !has.has(each.field))], answer };
}
