/** What an event says of a change: each field with what was before and what is after. */
import type { Changes } from "shared/contract/messages.ts";

/** Those of the named fields that differ; what is absent on a side is null there. */
export function listDifferences(before: object, after: object, fields: readonly string[]): Changes {
  const changes: Changes = {};
  for (const field of fields) {
    const pair = { before: Reflect.get(before, field) ?? null, after: Reflect.get(after, field) ?? null };
    if (!isSame(pair.before, pair.after)) changes[field] = pair;
  }
  return changes;
}

/** Most values are no objects, and need not be written out to be compared. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || (isCompound(one) && isCompound(other) && spell(one) === spell(other));
}

function isCompound(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

/** Equal for equal values: the database orders the names within an object by itself. */
export function spell(value: unknown): string {
  return JSON.stringify(
    value,
    (_name, each) => isObject(each) ? Object.fromEntries(Object.entries(each).sort()) : each,
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
