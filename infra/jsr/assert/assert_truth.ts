/** Assertions on truth and presence. */
import { AssertionError, failWith, show } from "./assertion_error.ts";

export function assert(expression: unknown, message = ""): asserts expression {
  if (!expression) throw new AssertionError(message);
}

export function assertFalse(expression: unknown, message = ""): void {
  if (expression) throw new AssertionError(message);
}

export function assertExists<T>(actual: T, message?: string): asserts actual is NonNullable<T> {
  if (actual === undefined || actual === null) {
    failWith(`Expected actual: ${show(actual)} to not be null or undefined`, message);
  }
}

export function fail(message?: string): never {
  failWith("Failed assertion", message);
}

export function unreachable(reason?: string): never {
  failWith("Unreachable", reason);
}
