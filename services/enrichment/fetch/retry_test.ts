import { assertEquals, assertRejects } from "@std/assert";
import { FetchFailure, networkFailure } from "../outcome.ts";
import type { Budget } from "./deadline.ts";
import { parseRetryAfter, withRetries } from "./retry.ts";

function budget(remainingMs: number, signal = new AbortController().signal): Budget {
  return { signal, remainingMs: () => remainingMs };
}

function busy(retryAfterMs: number): FetchFailure {
  return new FetchFailure("http_error", "busy", { isRetryable: true, retryAfterMs });
}

Deno.test("withRetries tries three times at most", async () => {
  let tries = 0;
  const fail = () => Promise.reject((tries++, busy(0)));
  await assertRejects(() => withRetries(budget(10_000), fail), FetchFailure, "busy");
  assertEquals(tries, 3);
});

Deno.test("withRetries answers what a later try brings", async () => {
  let tries = 0;
  const attempt = () => tries++ === 0 ? Promise.reject(busy(1)) : Promise.resolve("page");
  assertEquals(await withRetries(budget(10_000), attempt), "page");
});

Deno.test("withRetries does not try again what cannot pass, nor beyond the budget", async () => {
  for (const failure of [new FetchFailure("http_error", "404"), busy(60_000), networkFailure("reset")]) {
    let tries = 0;
    const fail = () => Promise.reject((tries++, failure));
    await assertRejects(() => withRetries(budget(100), fail), FetchFailure);
    assertEquals(tries, 1);
  }
});

Deno.test("withRetries starts no further try once the signal has fired during the pause", async () => {
  const controller = new AbortController();
  let tries = 0;
  const fail = () => {
    tries++;
    setTimeout(() => controller.abort(new Error("stopped")), 20);
    return Promise.reject(busy(5_000));
  };
  await assertRejects(() => withRetries(budget(10_000, controller.signal), fail), Error, "stopped");
  assertEquals(tries, 1);
});

Deno.test("parseRetryAfter reads seconds and dates", () => {
  const now = Date.parse("2026-01-01T00:00:00Z");
  const values = ["3", "Thu, 01 Jan 2026 00:00:05 GMT", "Thu, 01 Jan 2025 00:00:00 GMT", "soon", undefined];
  assertEquals(values.map((value) => parseRetryAfter(value, now)), [3_000, 5_000, 0, undefined, undefined]);
});
