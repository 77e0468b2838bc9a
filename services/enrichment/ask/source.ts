/** A second source that is asked for what the rules could not tell: a language model, or a directory of companies. */
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import type { ParsedPage } from "../parse/parsed_page.ts";

export interface Question {
  /** Home first. */
  readonly pages: readonly ParsedPage[];
  /** What the rules found. */
  readonly known: readonly FoundValue[];
  /** Spent by earlier runs of this customer, and of its whole team. */
  readonly spentToday?: { readonly customer: Spending; readonly team: Spending };
  /** Spent by earlier attempts of this run. */
  readonly spentByRun?: Spending;
  /** When the signal ends the asking: told what was used until then. */
  readonly onStopped?: (usage: Usage) => void;
}

/** Tokens in both directions. */
export interface Spending {
  readonly tokens: number;
  readonly costUsd: number;
}

export interface Usage {
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costUsd: number;
}

/** `not_needed`: nothing is missing; `instructed`: the site talks to machines; `capped`: no tokens or money are left. */
export type AnswerState = "answered" | "not_needed" | "instructed" | "capped" | "refused" | "failed";

export interface Answer {
  readonly state: AnswerState;
  /** Verified against the pages, or marked as what no page says. */
  readonly values: readonly FoundValue[];
  readonly usage: Usage;
  /** For the log: what went wrong, without prompt, answer or key. */
  readonly reason?: string;
}

export interface SecondSource {
  /** By one run. */
  readonly mostSpending: Spending;
  /** Never throws for what the source does; @throws the signal's reason, with every socket closed. */
  ask(question: Question, signal: AbortSignal): Promise<Answer>;
}

export function addUsage(a: Usage, b: Usage): Usage {
  return {
    requests: a.requests + b.requests,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    costUsd: a.costUsd + b.costUsd,
  };
}

export const NO_USAGE: Usage = { requests: 0, inputTokens: 0, outputTokens: 0, costUsd: 0 };
