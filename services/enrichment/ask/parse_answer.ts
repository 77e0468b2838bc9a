/** Reads a model's answer, whatever it promised: one JSON object, perhaps with words around it. */
import { z } from "zod";

const statement = z.object({
  value: z.string().max(2_000).nullable(),
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

/** Only complete statements about fields that were asked for; undefined when the text is no such object. */
export function parseAnswer(text: string, fields: readonly string[]): Statement[] | undefined {
  const result = answer.safeParse(parseOutermost(text));
  if (!result.success) return undefined;
  return Object.entries(result.data.fields).flatMap(([field, each]) => {
    if (!fields.includes(field) || !each?.value || each.evidence === null || !each.quote) return [];
    return [{ field, value: each.value, evidence: each.evidence, quote: each.quote }];
  });
}

function parseOutermost(text: string): unknown {
  const [start, end] = [text.indexOf("{"), text.lastIndexOf("}")];
  if (start < 0 || end < start) return undefined;
  try {
    return JSON.parse(text.slice(start, end + 1));
  } catch {
    // Cut off or not JSON at all: the caller asks in another way.
    return undefined;
  }
}
