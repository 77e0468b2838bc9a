/** Recognizing a person in any message by what it was known by, without keeping that: hashes are compared. */
import { sha256 } from "./secret_keys.ts";

/** What belongs to one person alone; a name does not. */
export const TRACE_FIELDS: readonly string[] = [
  "externalId",
  "email",
  "billingEmail",
  "financeContactEmail",
  "phone",
];

/** Several addresses in one text are several traces. */
export function toTraces(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(splitText).map(sha256))];
}

/** Whether a text anywhere in it is a trace; a text that holds JSON is looked into, as a dead letter's body is. */
export function holdsTrace(value: unknown, traces: ReadonlySet<string>): boolean {
  if (typeof value === "object" && value !== null) {
    return Object.values(value).some((each) => holdsTrace(each, traces));
  }
  if (typeof value !== "string") return false;
  const inner = parseInner(value);
  if (inner !== undefined) return holdsTrace(inner, traces);
  return splitText(value).some((part) => traces.has(sha256(part)));
}

function splitText(text: string): string[] {
  return text.split(",").map((part) => part.trim().toLowerCase()).filter((part) => part !== "");
}

function parseInner(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Only looked like it.
    return undefined;
  }
}
