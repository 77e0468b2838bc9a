/** The one error class of the mesh and the one table of its codes. */

/** What a code means to a caller: a number after HTTP's (ADR-32 error headers carry it) and whether trying again can help. */
export interface ErrorKind {
  readonly number: number;
  readonly title: string;
  readonly isRetryable: boolean;
}

/** Every error that may cross a door. Anything else becomes `INTERNAL` and is logged with its cause. */
export const ERROR_KINDS = {
  INVALID: { number: 400, title: "The input is not valid", isRetryable: false },
  UNAUTHENTICATED: { number: 401, title: "Credentials are missing or not valid", isRetryable: false },
  FORBIDDEN: { number: 403, title: "The credentials do not allow this", isRetryable: false },
  NOT_FOUND: { number: 404, title: "Not found", isRetryable: false },
  METHOD_NOT_ALLOWED: { number: 405, title: "The method is not supported here", isRetryable: false },
  CONFLICT: { number: 409, title: "The present state does not allow this", isRetryable: false },
  GONE: { number: 410, title: "No longer available", isRetryable: false },
  STALE: { number: 412, title: "Changed by somebody else in the meantime", isRetryable: false },
  TOO_LARGE: { number: 413, title: "Too large", isRetryable: false },
  UNSUPPORTED_MEDIA_TYPE: { number: 415, title: "The content type is not supported", isRetryable: false },
  KEY_REUSED: { number: 422, title: "The idempotency key belongs to another request", isRetryable: false },
  PRECONDITION_REQUIRED: {
    number: 428,
    title: "The version that is meant must be named",
    isRetryable: false,
  },
  RATE_LIMITED: { number: 429, title: "Too many requests", isRetryable: true },
  CANCELLED: { number: 499, title: "Cancelled by the caller", isRetryable: false },
  INTERNAL: { number: 500, title: "Something went wrong on our side", isRetryable: false },
  OVERLOADED: { number: 503, title: "Too busy at the moment", isRetryable: true },
  UNAVAILABLE: { number: 503, title: "Not reachable at the moment", isRetryable: true },
  DEADLINE: { number: 504, title: "Not answered in time", isRetryable: true },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERROR_KINDS;

/** One wrong field: a JSON pointer (RFC 6901) into the input, a stable code and a sentence without the submitted value. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

export interface ErrorDetails {
  readonly errors?: readonly FieldError[];
  readonly retryAfterMs?: number;
}

/** An outcome that a caller can act on. The message may be shown to anyone: no SQL, no path, no secret. */
export class OperationError extends Error {
  override readonly name = "OperationError";
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; details?: ErrorDetails } = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }
}

/** Shorthand for the commonest refusal: one field of the input is wrong. */
export function invalidField(pointer: string, code: string, message: string): OperationError {
  return new OperationError("INVALID", message, { details: { errors: [{ pointer, code, message }] } });
}

/** What is wrong with several fields; of one alone it is what is wrong with that. */
export function invalidFields(errors: readonly FieldError[]): OperationError {
  const [first, ...others] = errors;
  const pointers = errors.map(({ pointer }) => pointer).join(", ");
  const message = first && others.length === 0 ? first.message : `Not valid: ${pointers}`;
  return new OperationError("INVALID", message, { details: { errors } });
}

/** True for the code in the table above; a code read from the wire is only a string. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && Object.hasOwn(ERROR_KINDS, code);
}
