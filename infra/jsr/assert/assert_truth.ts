/** Assertions on truth, presence and kind. */
import { AssertionError, failWith, show } from "./assertion_error.ts";
import type { ErrorClass } from "./assert_throws.ts";

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

// deno-lint-ignore no-explicit-any -- a class with any constructor, as in the published signature
type AnyClass<T = any> = abstract new (...args: any[]) => T;

export function assertInstanceOf<T>(
  actual: unknown,
  expectedClass: AnyClass<T>,
  message?: string,
): asserts actual is T {
  if (actual instanceof expectedClass) return;
  failWith(`Expected object to be an instance of "${expectedClass.name}" but was ${kindOf(actual)}`, message);
}

export function assertNotInstanceOf(
  actual: unknown,
  unexpectedClass: ErrorClass | AnyClass,
  message?: string,
): void {
  if (actual instanceof unexpectedClass) {
    failWith(`Expected object to not be an instance of "${unexpectedClass.name}"`, message);
  }
}

export function fail(message?: string): never {
  failWith("Failed assertion", message);
}

export function unreachable(reason?: string): never {
  failWith("Unreachable", reason);
}

function kindOf(value: unknown): string {
  if (value === null || typeof value !== "object") return `"${value === null ? "null" : typeof value}"`;
  return `"${value.constructor?.name ?? "Object"}"`;
}
