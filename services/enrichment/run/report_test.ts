import { assert, assertEquals } from "@std/assert";
import type { EnrichmentResult } from "../enrich.ts";
import { FetchFailure, networkFailure, type Outcome } from "../outcome.ts";
import { reportResult, writeReceipt } from "./report.ts";

const result = (outcome: Outcome, failure?: FetchFailure): EnrichmentResult => ({
  outcome,
  message: "A sentence.",
  pages: [],
  values: [],
  failure,
});

const status = (status: number, retryAfterMs?: number) =>
  new FetchFailure("http_error", "", { status, isRetryable: status === 429 || status >= 500, retryAfterMs });

Deno.test("reportResult gives a run back for what may pass, with growing pauses, and three times at most", () => {
  const passing = result("unreachable", networkFailure("reset"));
  const reports = [1, 2, 3, 4].map((attempt) => reportResult(passing, attempt));
  assertEquals(reports.map((report) => report.result), ["retry", "retry", "retry", "failed"]);
  const pauses = reports.slice(0, 3).map(({ retryAfterMs }) => retryAfterMs!);
  for (const [index, wanted] of [20_000, 60_000, 240_000].entries()) {
    assert(pauses[index]! >= wanted * 0.8 && pauses[index]! <= wanted * 1.2, String(pauses));
  }
  assertEquals(reports[3]!.outcome, "unreachable");
});

Deno.test("reportResult waits as long as the site asks for, within limits", () => {
  assertEquals(reportResult(result("http_error", status(429, 120_000)), 1).retryAfterMs, 120_000);
  assertEquals(reportResult(result("http_error", status(503, 86_400_000)), 1).retryAfterMs, 600_000);
});

Deno.test("reportResult does not try again what stays as it is", () => {
  const lasting: EnrichmentResult[] = [
    result("unreachable", networkFailure("bad certificate", { isRetryable: false })),
    result("gone", status(404)),
    result("unreachable", new FetchFailure("refused_address", "")),
    result("blocked_by_robots", new FetchFailure("blocked_by_robots", "")),
    ...(["parked", "no_website", "wrong_company", "not_html"] as const).map((outcome) => result(outcome)),
  ];
  for (const each of lasting) assertEquals(reportResult(each, 1).result, "failed", each.outcome);
  const late = networkFailure("the page took too long", { isRetryable: false, isPassing: true });
  assertEquals(reportResult(result("unreachable", late), 1).result, "retry", "not now, but later");
});

Deno.test("writeReceipt adds up the traffic and what a model used", () => {
  const usage = { inputTokens: 5, outputTokens: 1, costUsd: 0.01 };
  const traffic = { fetches: 3, notModified: 1, bytes: 900 };
  const answer = { state: "answered", values: [], usage: { requests: 1, ...usage } } as const;
  const spent = writeReceipt({ ...result("ok"), traffic, answer }, 12.6);
  assertEquals(spent, { ...traffic, ...usage, ms: 13 });
});
