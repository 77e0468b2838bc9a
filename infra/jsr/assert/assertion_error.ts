/** The error every assertion throws, and how its message is put together. */
import { inspect } from "node:util";

export class AssertionError extends Error {
  override name = "AssertionError";

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
  }
}

export function failWith(text: string, message?: string): never {
  throw new AssertionError(message ? `${text}: ${message}` : text);
}

export function show(value: unknown): string {
  return inspect(value, {
    depth: 100,
    sorted: true,
    breakLength: 80,
    compact: false,
    maxArrayLength: 1000,
    maxStringLength: 20_000,
  });
}
