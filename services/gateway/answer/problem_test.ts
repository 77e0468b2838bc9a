import { assertEquals } from "@std/assert";
import { ERROR_KINDS, type ErrorCode, OperationError } from "shared/errors.ts";
import { createLog } from "shared/log.ts";
import { openExchange } from "../exchange.ts";
import { problemAnswer, toOperationError } from "./problem.ts";

const anExchange = (method = "POST", signal?: AbortSignal) =>
  openExchange(new Request("http://localhost/customers", { method, signal }), "127.0.0.1");

function aLog() {
  const lines: string[] = [];
  return { lines, log: createLog({ service: "gateway", write: (line) => lines.push(line) }) };
}

Deno.test("problemAnswer writes every kind of error in the same form", () => {
  // The cast: the keys of the table are the codes.
  for (const code of Object.keys(ERROR_KINDS) as ErrorCode[]) {
    const exchange = anExchange();
    const { status, headers, body } = problemAnswer(new OperationError(code, "It is so"), exchange);
    const { number, title } = ERROR_KINDS[code];
    const detail = code === "INTERNAL" ? title : "It is so";
    assertEquals([status, headers["content-type"]], [number, "application/problem+json"]);
    assertEquals(JSON.parse(String(body)), {
      type: `urn:customer-mesh:problem:${code.toLowerCase().replaceAll("_", "-")}`,
      title,
      status: number,
      detail,
      instance: exchange.requestId,
      error: detail,
      message: detail,
      code: number,
      reason: code,
    });
  }
});

Deno.test("problemAnswer says when to come again, and how to log in", () => {
  const headersOf = (code: ErrorCode, retryAfterMs?: number) =>
    problemAnswer(new OperationError(code, "x", { details: { retryAfterMs } }), anExchange()).headers;
  assertEquals(headersOf("RATE_LIMITED", 1_001)["retry-after"], "2");
  assertEquals(headersOf("RATE_LIMITED", 1)["retry-after"], "1");
  assertEquals(headersOf("UNAVAILABLE")["retry-after"], "5");
  assertEquals(headersOf("CONFLICT")["retry-after"], undefined);
  assertEquals(headersOf("UNAUTHENTICATED")["www-authenticate"], "Bearer");
});

Deno.test("problemAnswer names each wrong field and where it stood", () => {
  const error = new OperationError("INVALID", "Not valid: /name", {
    details: { errors: [{ pointer: "/name", code: "too_big", message: "Too long" }] },
  });
  const errorsOf = (method: string) =>
    JSON.parse(String(problemAnswer(error, anExchange(method)).body)).errors;
  const field = { pointer: "/name", code: "too_big", detail: "Too long" };
  assertEquals(errorsOf("PATCH"), [{ ...field, in: "body" }]);
  assertEquals(errorsOf("GET"), [{ ...field, in: "query" }]);
});

Deno.test("toOperationError tells nothing of what nobody foresaw, and logs it with its cause", () => {
  const { log, lines } = aLog();
  const secret = new TypeError("select * from api_keys", { cause: new Error("at file:///srv/x.ts") });
  const error = toOperationError(secret, anExchange(), log);
  assertEquals([error.code, error.message], ["INTERNAL", "Something went wrong on our side"]);
  assertEquals(lines.length, 1);
  assertEquals(JSON.parse(lines[0]!).error.message, "select * from api_keys");
});

Deno.test("toOperationError: cancelled is the client's doing only when it hung up", () => {
  const { log, lines } = aLog();
  const cancelled = new OperationError("CANCELLED", "Cancelled by the caller");
  assertEquals(toOperationError(cancelled, anExchange(), log).code, "UNAVAILABLE");
  const hungUp = anExchange("POST", AbortSignal.abort());
  assertEquals(toOperationError(cancelled, hungUp, log).code, "CANCELLED");
  assertEquals(toOperationError(hungUp.request.signal.reason, hungUp, log).code, "CANCELLED");
  assertEquals(lines, []);
});
