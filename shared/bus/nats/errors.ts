/** What the broker's refusals mean to us. */
import { OperationError } from "shared/errors.ts";

export function translateRequestError(error: unknown): unknown {
  if (error instanceof OperationError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "503") {
    return new OperationError("UNAVAILABLE", "Nobody answers at the moment", { cause: error });
  }
  if (code === "TIMEOUT") return new OperationError("DEADLINE", "Not answered in time", { cause: error });
  if (code === "MAX_PAYLOAD_EXCEEDED") {
    return new OperationError("TOO_LARGE", "The message is too large", { cause: error });
  }
  return new OperationError("UNAVAILABLE", "The message bus is not reachable", { cause: error });
}

/** For `catch`: a stream that is not there is an answer, anything else an error. */
export function undefinedWhenMissing(error: unknown): undefined {
  // Written by the client for every JetStream API error.
  const apiError = (error as { api_error?: { err_code: number } }).api_error;
  const STREAM_NOT_FOUND = 10059;
  if (apiError?.err_code !== STREAM_NOT_FOUND) throw error;
}

/** A server may ignore a setting that it does not know; running on regardless would break promises later. */
export function refuseMismatch(what: string, wanted: object, echoed: object): void {
  for (const [name, value] of Object.entries(wanted)) {
    const actual = Reflect.get(echoed, name);
    if (JSON.stringify(actual) !== JSON.stringify(value)) {
      throw new Error(`Cannot use ${what}: the server has ${name} = ${JSON.stringify(actual)}`);
    }
  }
}
