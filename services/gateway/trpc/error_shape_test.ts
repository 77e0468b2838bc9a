import { TRPCError } from "@trpc/server";
import { assertEquals } from "@std/assert";
import { ERROR_KINDS, type ErrorCode, OperationError } from "shared/errors.ts";
import { shapeError, toMeshError, TRPC_CODES } from "./error_shape.ts";

Deno.test("shapeError: every kind of error has a tRPC code and the status of REST", () => {
  // The cast: the keys of the table are the codes.
  for (const code of Object.keys(ERROR_KINDS) as ErrorCode[]) {
    const { message, data, ...rest } = shapeError(new OperationError(code, "It is so"), "customers.get");
    assertEquals(message, code === "INTERNAL" ? ERROR_KINDS.INTERNAL.title : "It is so");
    assertEquals(data, {
      code: TRPC_CODES[code],
      httpStatus: ERROR_KINDS[code].number,
      path: "customers.get",
      reason: code,
    });
    assertEquals([Object.keys(rest), rest.code < 0], [["code"], true]);
  }
});

Deno.test("shapeError names every wrong field", () => {
  const errors = [{ pointer: "/name", code: "too_big", message: "Too long" }];
  const { data } = shapeError(new OperationError("INVALID", "Not valid: /name", { details: { errors } }));
  assertEquals(data.errors, [{ pointer: "/name", code: "too_big", detail: "Too long" }]);
});

Deno.test("toMeshError believes our own errors, keeps tRPC's refusals and tells nothing of the rest", () => {
  const own = new OperationError("TOO_LARGE", "Too large");
  assertEquals(toMeshError(new TRPCError({ code: "BAD_REQUEST", cause: own })), own);
  const told = (error: TRPCError) => [toMeshError(error).code, toMeshError(error).message];
  assertEquals(told(new TRPCError({ code: "NOT_FOUND", message: "No procedure" })), [
    "NOT_FOUND",
    "No procedure",
  ]);
  const quoting = new SyntaxError('"secret" is not valid JSON');
  assertEquals(told(new TRPCError({ code: "BAD_REQUEST", cause: quoting })), [
    "INVALID",
    "The input is not JSON as superjson writes it",
  ]);
  assertEquals(told(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: quoting })), [
    "INTERNAL",
    "Something went wrong on our side",
  ]);
});
