/** Checks a value against a schema and names every wrong field at once. */
import type { z } from "zod";
import { describeIssue, MISSING } from "shared/describe_issue.ts";
import { type FieldError, OperationError } from "shared/errors.ts";

/** How many unknown fields are named; whoever sends more of them does not read the answer. */
const MAX_UNKNOWN = 20;

/**
 * @param earlier What is already known to be wrong beside the value.
 * @throws {OperationError} INVALID with one entry for each wrong field.
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  earlier: readonly FieldError[] = [],
): z.output<Schema> {
  const result = schema.safeParse(value, { error: describeIssue });
  if (result.success && earlier.length === 0) return result.data;
  const errors = [...earlier, ...(result.error?.issues.slice(0, 100) ?? []).flatMap(toFieldErrors)];
  const fields = [...new Set(errors.map((error) => error.pointer || "the whole input"))].join(", ");
  throw new OperationError("INVALID", `Not valid: ${fields}`, { details: { errors } });
}

/** JSON pointer of a path, RFC 6901. */
export function toPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => "/" + String(part).replaceAll("~", "~0").replaceAll("/", "~1")).join("");
}

function toFieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code !== "unrecognized_keys") return [toFieldError(issue)];
  return issue.keys.slice(0, MAX_UNKNOWN).map((key) => ({
    pointer: toPointer([...issue.path, key.slice(0, 100)]),
    code: "unknown_field",
    message: "There is no such field",
  }));
}

function toFieldError(issue: z.core.$ZodIssue): FieldError {
  return { pointer: toPointer(issue.path), code: issueCode(issue), message: issue.message };
}

/** Our own checks may carry a code; the library's codes are stable names already. */
function issueCode(issue: z.core.$ZodIssue): string {
  if (issue.message === MISSING) return "required";
  if (issue.code !== "custom") return issue.code;
  return typeof issue.params?.code === "string" ? issue.params.code : "invalid_value";
}
