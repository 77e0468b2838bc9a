/** Assertions on strings. */
import { failWith, show } from "./assertion_error.ts";

export function assertStringIncludes(actual: string, expected: string, message?: string): void {
  if (!actual.includes(expected)) {
    failWith(`Expected actual: ${show(actual)} to contain: ${show(expected)}`, message);
  }
}

export function assertMatch(actual: string, expected: RegExp, message?: string): void {
  // A global or sticky pattern remembers its last index; a copy has no memory.
  if (new RegExp(expected).test(actual)) return;
  failWith(`Expected actual: ${show(actual)} to match: ${expected}`, message);
}
