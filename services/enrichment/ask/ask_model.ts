/** Asks a language model about one site, once, for what the rules could not tell; believes only what the pages say. */
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import { openSite } from "../read/read_site.ts";
import { fieldsToAsk } from "./asked_fields.ts";
import type { Endpoint } from "./chat_endpoint.ts";
import { chooseBlocks } from "./choose_blocks.ts";
import { climbLadder, type Rung } from "./climb_ladder.ts";
import { writeMessages } from "./prompt.ts";
import { type Answer, NO_USAGE, type Question, type SecondSource, type Spending } from "./source.ts";
import { Meter, type Prices } from "./meter.ts";
import { verifyStatement } from "./verify_statement.ts";

export interface ModelOptions {
  readonly endpoint: Endpoint;
  readonly prices: Prices;
  readonly caps: Caps;
  readonly timeoutMs?: number;
}

/** What may be used of it, at most. */
export interface Caps {
  readonly run: Spending;
  /** What all runs of one customer, and of its team, may spend in a day (UTC). */
  readonly customerDay: Spending;
  readonly teamDay: Spending;
}

/** For the blocks of the pages; rules, meanings and schema come on top. */
const MAX_BLOCK_TOKENS = 4_500;

export function createModel(options: ModelOptions): SecondSource {
  // The way of asking that this endpoint has understood last: most servers know only one.
  let rung: Rung = "json_schema";
  return {
    mostSpending: options.caps.run,
    ask: async (question, signal) => {
      const fields = fieldsToAsk(question.known);
      if (fields.length === 0) return silent("not_needed");
      // What a site wants machines to believe may also stand where no pattern finds it.
      if (question.pages.some((page) => page.isInstructed)) return silent("instructed");
      const { answer, worked } = await askOnce(question, { fields, rung, options }, signal);
      rung = worked ?? rung;
      return answer;
    },
  };
}

interface Asking {
  readonly fields: readonly string[];
  readonly rung: Rung;
  readonly options: ModelOptions;
}

async function askOnce(
  question: Question,
  { fields, rung, options }: Asking,
  signal: AbortSignal,
): Promise<{ answer: Answer; worked?: Rung }> {
  signal.throwIfAborted();
  const { endpoint, prices, caps, timeoutMs } = options;
  const { pages } = question;
  const blocks = chooseBlocks(pages, MAX_BLOCK_TOKENS);
  const mark = `---${crypto.randomUUID()}---`;
  const messages = writeMessages(fields, { blocks, mark });
  const spending = new Meter(prices, whatIsLeft(caps, question));
  const climb = { endpoint, fields, messages, spending, start: rung, timeoutMs };
  const landing = await climbLadder(climb, signal).catch((error) => {
    question.onStopped?.(spending.usage);
    throw error;
  });
  const { usage } = spending;
  if (landing.state !== "answered") {
    return { answer: { state: landing.state, values: [], usage, reason: landing.reason } };
  }
  const grounds = { blocks, countries: openSite(pages).countries };
  const values = landing.statements.flatMap((each) => verifyStatement(each, grounds) ?? []);
  return { answer: { state: "answered", values: oneForEach(values), usage }, worked: landing.rung };
}

function whatIsLeft(caps: Caps, { spentByRun, spentToday }: Question): Spending[] {
  const left = (cap: Spending, used: Spending = { tokens: 0, costUsd: 0 }) => ({
    tokens: cap.tokens - used.tokens,
    costUsd: cap.costUsd - used.costUsd,
  });
  return [
    left(caps.run, spentByRun),
    left(caps.customerDay, spentToday?.customer),
    left(caps.teamDay, spentToday?.team),
  ];
}

function oneForEach(values: readonly FoundValue[]): FoundValue[] {
  return [...new Map(values.map((each) => [each.field, each])).values()];
}

function silent(state: "not_needed" | "instructed"): Answer {
  return { state, values: [], usage: NO_USAGE };
}
