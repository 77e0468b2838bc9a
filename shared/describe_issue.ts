/** What is wrong with a value, in words for whoever sent it: the schema library's own speak of its types. */
import type { z } from "zod";

export const MISSING = "Is required";

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "an object",
  record: "an object",
};

const FORMATS: Readonly<Record<string, string>> = {
  uuid: "Must be a UUID",
  base64: "Must be base64",
};

/** By its code; undefined leaves the library's words. */
export function describeIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return MISSING;
  switch (issue.code) {
    case "invalid_type":
      return `Must be ${KINDS[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `Must be ${issue.values.length > 1 ? "one of " : ""}${issue.values.map(String).join(", ")}`;
    case "too_big":
      return describeBound("at most", issue.origin, Number(issue.maximum));
    case "too_small":
      return describeBound("at least", issue.origin, Number(issue.minimum));
    case "invalid_format":
      return FORMATS[issue.format] ?? "Is not written as it must be";
    case "invalid_union":
      return "Is of no kind that is taken here";
    case "unrecognized_keys":
      return `There is no such field: ${issue.keys.join(", ")}`;
    default:
      return undefined;
  }
}

function describeBound(side: string, origin: string, bound: number): string {
  if (origin === "string") return `Must have ${side} ${bound} ${bound === 1 ? "character" : "characters"}`;
  if (origin === "array") return `Must have ${side} ${bound} ${bound === 1 ? "entry" : "entries"}`;
  return `Must be ${side} ${bound}`;
}
