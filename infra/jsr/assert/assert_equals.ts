/** Equality of whole values, structural and strict. */
import { AssertionError, failWith, show } from "./assertion_error.ts";
import { renderDifference } from "./difference.ts";
import { equal } from "./equal.ts";

export function assertEquals<T>(actual: T, expected: T, message?: string): void {
  if (!equal(actual, expected)) throwDifference("Values are not equal", actual, expected, message);
}

export function assertNotEquals<T>(actual: T, expected: T, message?: string): void {
  if (equal(actual, expected)) failWith(`Expected actual: ${show(actual)} not to be equal`, message);
}

export function assertStrictEquals<T>(actual: unknown, expected: T, message?: string): asserts actual is T {
  if (Object.is(actual, expected)) return;
  if (show(actual) !== show(expected)) {
    throwDifference("Values are not strictly equal", actual, expected, message);
  }
  failWith(`Values have the same structure but are not reference-equal\n\n${show(actual)}\n`, message);
}

export function assertNotStrictEquals<T>(actual: T, expected: T, message?: string): void {
  if (Object.is(actual, expected)) {
    failWith(`Expected "actual" not to be strictly equal to: ${show(actual)}`, message);
  }
}

function throwDifference(text: string, actual: unknown, expected: unknown, message?: string): never {
  const title = message ? `${text}: ${message}` : text;
  throw new AssertionError(`${title}.\n\n${renderDifference(actual, expected)}\n`);
}
