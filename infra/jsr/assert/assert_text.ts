/** Assertions on strings. */
import { failWith, show } from "./assertion_error.ts";

export function assertStringIncludes(actual: string, expected: string, message?: string): void {
  if (!actual.includes(expected)) {
    failWith(`Expected actual: ${show(actual)} to contain: ${show(expected)}`, message);
  }
}

export function assertMatch(actual: string, expected: RegExp, message?: string): void {
  if (!isMatch(actual, expected)) failWith(`Expected actual: ${show(actual)} to match: ${expected}`, message);
}

export function assertNotMatch(actual: string, expected: RegExp, message?: string): void {
  if (isMatch(actual, expected)) {
    failWith(`Expected actual: ${show(actual)} to not match: ${expected}`, message);
  }
}

function isMatch(text: string, pattern: RegExp): boolean {
  // A global or sticky pattern remembers its last index; a copy has no memory.
  return new RegExp(pattern).test(text);
}
