/** Assertions on a part of a value: some members of an array, some properties of an object. */
import { AssertionError, failWith, show } from "./assertion_error.ts";
import { renderDifference } from "./difference.ts";
import { equal } from "./equal.ts";

export function assertArrayIncludes<T>(actual: ArrayLike<T>, expected: ArrayLike<T>, message?: string): void {
  const members = Array.from(actual);
  const missing = Array.from(expected).filter((wanted) => !members.some((member) => equal(member, wanted)));
  if (missing.length === 0) return;
  failWith(
    `Expected actual: ${show(actual)} to include: ${show(expected)}\nmissing: ${show(missing)}`,
    message,
  );
}

export function assertObjectMatch(
  // deno-lint-ignore no-explicit-any -- the published signature: any object may be looked at
  actual: Record<PropertyKey, any>,
  expected: Record<PropertyKey, unknown>,
  message?: string,
): void {
  const part = pickLike(actual, expected);
  if (equal(part, expected)) return;
  const title = message ? `Values do not match: ${message}` : "Values do not match";
  throw new AssertionError(`${title}.\n\n${renderDifference(part, expected)}\n`);
}

/** What `actual` holds at the places that `expected` names. */
function pickLike(actual: unknown, expected: unknown): unknown {
  if (Array.isArray(actual) && Array.isArray(expected)) {
    return actual.map((member, index) => index in expected ? pickLike(member, expected[index]) : member);
  }
  if (!isPlainObject(expected) || typeof actual !== "object" || actual === null) return actual;
  const keys = Reflect.ownKeys(expected).filter((key) => key in actual);
  return Object.fromEntries(
    keys.map((key) => [key, pickLike(Reflect.get(actual, key), Reflect.get(expected, key))]),
  );
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
