/** Equality of whole values. */
import { AssertionError, failWith, show } from "./assertion_error.ts";
import { renderDifference } from "./difference.ts";
import { equal } from "./equal.ts";

export function assertEquals<T>(actual: T, expected: T, message?: string): void {
  if (equal(actual, expected)) return;
  const title = message ? `Values are not equal: ${message}` : "Values are not equal";
  throw new AssertionError(`${title}.\n\n${renderDifference(actual, expected)}\n`);
}

export function assertNotEquals<T>(actual: T, expected: T, message?: string): void {
  if (equal(actual, expected)) failWith(`Expected actual: ${show(actual)} not to be equal`, message);
}
