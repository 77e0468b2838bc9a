/** Several second sources as one: each is asked for what the pages and those before it left open. */
import { mergeAnswer } from "./merge_answer.ts";
import {
  addUsage,
  type Answer,
  NO_USAGE,
  type Question,
  type SecondSource,
  type Spending,
  type Usage,
} from "./source.ts";

/** Undefined when there is none. */
export function askInTurn(sources: readonly SecondSource[]): SecondSource | undefined {
  if (sources.length <= 1) return sources[0];
  return {
    mostSpending: sources.map((each) => each.mostSpending).reduce((sum, { tokens, costUsd }) => ({
      tokens: sum.tokens + tokens,
      costUsd: sum.costUsd + costUsd,
    })),
    ask: async (question, signal) => {
      const answers: Answer[] = [];
      const onStopped = (usage: Usage) => question.onStopped?.(addUsage(sumUsage(answers), usage));
      for (const source of sources) {
        answers.push(await source.ask({ ...continueQuestion(question, answers), onStopped }, signal));
      }
      return sumUp(answers);
    },
  };
}

function continueQuestion(question: Question, answers: readonly Answer[]): Question {
  const known = answers.reduce<Question["known"]>(
    (all, { values }) => mergeAnswer(all, values),
    question.known,
  );
  const { spentToday } = question;
  if (!spentToday) return { ...question, known };
  const used = sumUsage(answers);
  const add = ({ tokens, costUsd }: Spending): Spending => ({
    tokens: tokens + used.inputTokens + used.outputTokens,
    costUsd: costUsd + used.costUsd,
  });
  return {
    ...question,
    known,
    spentToday: { customer: add(spentToday.customer), team: add(spentToday.team) },
  };
}

/** The state is `answered` when one of them has answered, else that of the first. */
function sumUp(answers: readonly Answer[]): Answer {
  const state = answers.find((each) => each.state === "answered")?.state ?? answers[0]!.state;
  const reasons = answers.flatMap(({ reason }) => reason ?? []);
  return {
    state,
    values: answers.flatMap(({ values }) => values),
    usage: sumUsage(answers),
    ...(reasons.length > 0 && { reason: reasons.join("; ") }),
  };
}

function sumUsage(answers: readonly Answer[]): Usage {
  return answers.map(({ usage }) => usage).reduce(addUsage, NO_USAGE);
}
