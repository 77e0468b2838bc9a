/** Our errors in the words of tRPC, and tRPC's own in ours. */
import type { TRPC_ERROR_CODE_KEY, TRPCError } from "@trpc/server";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import { ERROR_KINDS, type ErrorCode, OperationError } from "shared/errors.ts";

export const TRPC_CODES = {
  INVALID: "BAD_REQUEST",
  UNAUTHENTICATED: "UNAUTHORIZED",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  METHOD_NOT_ALLOWED: "METHOD_NOT_SUPPORTED",
  CONFLICT: "CONFLICT",
  // tRPC has no word for 410; `reason` says it.
  GONE: "NOT_FOUND",
  STALE: "PRECONDITION_FAILED",
  PRECONDITION_REQUIRED: "PRECONDITION_REQUIRED",
  TOO_LARGE: "PAYLOAD_TOO_LARGE",
  UNSUPPORTED_MEDIA_TYPE: "UNSUPPORTED_MEDIA_TYPE",
  KEY_REUSED: "UNPROCESSABLE_CONTENT",
  RATE_LIMITED: "TOO_MANY_REQUESTS",
  CANCELLED: "CLIENT_CLOSED_REQUEST",
  INTERNAL: "INTERNAL_SERVER_ERROR",
  OVERLOADED: "SERVICE_UNAVAILABLE",
  UNAVAILABLE: "SERVICE_UNAVAILABLE",
  DEADLINE: "TIMEOUT",
} as const satisfies Record<ErrorCode, TRPC_ERROR_CODE_KEY>;

export type MeshErrorShape = ReturnType<typeof shapeError>;

export function shapeError(error: OperationError, path?: string) {
  const code: TRPC_ERROR_CODE_KEY = TRPC_CODES[error.code];
  const { number: httpStatus, title } = ERROR_KINDS[error.code];
  const errors = error.details.errors?.map(({ pointer, code, message }) => ({
    pointer,
    code,
    detail: message,
  }));
  return {
    message: error.code === "INTERNAL" ? title : error.message,
    code: TRPC_ERROR_CODES_BY_KEY[code],
    data: {
      code,
      // As REST answers it. For TIMEOUT tRPC would say 408, upon which browsers send a command again by themselves.
      httpStatus,
      ...(path !== undefined && { path }),
      reason: error.code,
      ...(errors && { errors }),
    },
  };
}

/** What the library itself refuses. Its sentences quote paths and header names, never values of an input. */
const REFUSALS: Partial<Record<TRPC_ERROR_CODE_KEY, ErrorCode>> = {
  BAD_REQUEST: "INVALID",
  PARSE_ERROR: "INVALID",
  NOT_FOUND: "NOT_FOUND",
  METHOD_NOT_SUPPORTED: "METHOD_NOT_ALLOWED",
  UNSUPPORTED_MEDIA_TYPE: "UNSUPPORTED_MEDIA_TYPE",
};

/** The library wraps what a procedure throws. */
export function toMeshError({ code, message, cause }: TRPCError): OperationError {
  if (cause instanceof OperationError) return cause;
  const known = REFUSALS[code];
  if (!known) return new OperationError("INTERNAL", ERROR_KINDS.INTERNAL.title, { cause });
  // A parser's message would quote the input.
  const text = cause ? "The input is not JSON as superjson writes it" : message.slice(0, 300);
  return new OperationError(known, text, { cause });
}
