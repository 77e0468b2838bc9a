/** Reads a model's answer, whatever it promised: one JSON object, perhaps with words around it, or thoughts before it. */
import { z } from "zod";

const statement = z.object({
  // A year, or how many people there are: without a schema such values come as numbers.
  value: z.union([z.string().max(2_000), z.number().transform(String)]).nullable(),
  evidence: z.coerce.number().int().nullable().catch(null),
  quote: z.string().max(2_000).nullable().catch(null),
});
const answer = z.object({ fields: z.record(z.string(), statement.nullable().catch(null)) });

export interface Statement {
  readonly field: string;
  readonly value: string;
  readonly evidence: number;
  readonly quote: string;
}

type AnswerObject = z.infer<typeof answer>;

/** Only complete statements about fields that were asked for; undefined when the text is no such object. */
export function parseAnswer(text: string, fields: readonly string[]): Statement[] | undefined {
  const found = readObject(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)) ?? readLastObject(text);
  if (!found) return undefined;
  return Object.entries(found.fields).flatMap(([field, each]) => {
    if (!fields.includes(field) || !each?.value || each.evidence === null || !each.quote) return [];
    return [{ field, value: each.value, evidence: each.evidence, quote: each.quote }];
  });
}

/** Models that think aloud draft it several times, and say at the end what they mean. */
function readLastObject(text: string): AnswerObject | undefined {
  const start = [...text.matchAll(/\{\s*"fields"\s*:/g)].at(-1)?.index;
  return start === undefined ? undefined : readObject(cutObject(text, start));
}

/** From its opening brace to the one that closes it; braces in its strings do not count. */
function cutObject(text: string, start: number): string {
  let depth = 0;
  // A string that is never closed goes to the end, or each of its quotes would be tried anew.
  const signs = /"(?:[^"\\]|\\.?)*(?:"|$)|[{}]/gs;
  signs.lastIndex = start;
  for (let sign = signs.exec(text); sign; sign = signs.exec(text)) {
    if (sign[0] === "{") depth++;
    if (sign[0] === "}" && --depth === 0) return text.slice(start, signs.lastIndex);
  }
  return "";
}

/** Undefined for what is cut off, no JSON at all, or no answer: the caller asks in another way. */
function readObject(text: string): AnswerObject | undefined {
  try {
    return answer.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
