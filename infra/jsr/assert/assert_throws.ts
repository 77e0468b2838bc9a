/** Assertions on what is thrown or rejected. */
import { failWith, show } from "./assertion_error.ts";

// deno-lint-ignore no-explicit-any -- a class with any constructor, as in the published signature
type ErrorClass<E extends Error = Error> = abstract new (...args: any[]) => E;

export function assertThrows(fn: () => unknown, message?: string): unknown;
export function assertThrows<E extends Error = Error>(
  fn: () => unknown,
  errorClass: ErrorClass<E>,
  messageIncludes?: string,
  message?: string,
): E;
export function assertThrows(fn: () => unknown, ...wanted: Wanted): unknown {
  const expectation = readWanted(wanted);
  try {
    fn();
  } catch (error) {
    return checkError(error, expectation);
  }
  failWith("Expected function to throw", expectation.message);
}

export function assertRejects(fn: () => PromiseLike<unknown>, message?: string): Promise<unknown>;
export function assertRejects<E extends Error = Error>(
  fn: () => PromiseLike<unknown>,
  errorClass: ErrorClass<E>,
  messageIncludes?: string,
  message?: string,
): Promise<E>;
export async function assertRejects(fn: () => PromiseLike<unknown>, ...wanted: Wanted): Promise<unknown> {
  const expectation = readWanted(wanted);
  const promise = startPromise(fn, expectation.message);
  const outcome = await promise.then(() => undefined, (error: unknown) => ({ error }));
  if (!outcome) failWith("Expected function to reject", expectation.message);
  return checkError(outcome.error, expectation);
}

type Wanted = [(ErrorClass | string)?, string?, string?];
interface Expectation {
  errorClass?: ErrorClass | undefined;
  messageIncludes?: string | undefined;
  message?: string | undefined;
}

function readWanted([first, second, third]: Wanted): Expectation {
  if (typeof first === "string") return { message: first };
  return { errorClass: first, messageIncludes: second, message: third };
}

function checkError(error: unknown, { errorClass, messageIncludes = "", message }: Expectation): unknown {
  if (!errorClass) return error;
  if (!(error instanceof Error)) {
    failWith(`Expected "error" to be an Error object, got ${show(error)}`, message);
  }
  if (!(error instanceof errorClass)) {
    failWith(`Expected error to be instance of "${errorClass.name}", but was "${nameOf(error)}"`, message);
  }
  if (!error.message.includes(messageIncludes)) {
    failWith(
      `Expected error message to include ${show(messageIncludes)}, but got ${show(error.message)}`,
      message,
    );
  }
  return error;
}

function startPromise(fn: () => PromiseLike<unknown>, message?: string): PromiseLike<unknown> {
  let promise: unknown;
  try {
    promise = fn();
  } catch {
    failWith("Function throws when expected to reject", message);
  }
  if (typeof (promise as PromiseLike<unknown> | undefined)?.then === "function") {
    return promise as PromiseLike<unknown>;
  }
  failWith("Function did not return a promise", message);
}

function nameOf(error: Error): string {
  return error.constructor?.name ?? "Object";
}
