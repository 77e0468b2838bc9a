/** What a worker tells the store of an attempt: how it ended, whether it is worth another one, and what it has used. */
import { Buffer } from "node:buffer";
import type { Receipt } from "shared/contract/enrichment_runs.ts";
import { NO_USAGE } from "../ask/source.ts";
import type { EnrichmentResult } from "../enrich.ts";
import type { Outcome } from "../outcome.ts";
import type { CloseInput } from "./run_store.ts";

export type Report = Pick<
  CloseInput,
  "result" | "outcome" | "message" | "retryAfterMs" | "values" | "logo" | "pages"
>;

const RESULTS: Readonly<Partial<Record<Outcome, CloseInput["result"]>>> = {
  ok: "succeeded",
  unchanged: "succeeded",
  thin: "succeeded",
  script_only: "succeeded",
  partial: "partial",
};

/** Between the attempts at a site that does not answer; after the last it is what it is. */
const PAUSES_MS = [20_000, 60_000, 240_000];
/** Many sites of one host would otherwise all come back at the same moment. */
const JITTER = 0.2;
const MAX_PAUSE_MS = 600_000;
const PAUSE_AFTER_ERROR_MS = 30_000;

/** @param attempt 1 for the first. */
export function reportResult(result: EnrichmentResult, attempt: number): Report {
  const { outcome, message, failure, values, logo, known = [] } = result;
  const pauseMs = failure?.isPassing ? PAUSES_MS[attempt - 1] : undefined;
  if (pauseMs === undefined) {
    const picture = logo && { logo: encodeBase64(logo.png) };
    const found = { values: [...values], ...picture, pages: [...known] };
    return { result: RESULTS[outcome] ?? "failed", outcome, message, ...found };
  }
  const wantedMs = Math.max(failure?.retryAfterMs ?? 0, pauseMs * (1 + JITTER * (Math.random() * 2 - 1)));
  return { result: "retry", outcome, message, retryAfterMs: Math.min(Math.round(wantedMs), MAX_PAUSE_MS) };
}

function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

/** For a fault of ours, which another worker may not have. */
export function reportError(): Report {
  const message = "Something went wrong on our side";
  return { result: "retry", outcome: "error", message, retryAfterMs: PAUSE_AFTER_ERROR_MS };
}

/** @param ms Spent on the attempt. */
export function writeReceipt({ traffic: used, answer }: EnrichmentResult, ms: number): Receipt {
  const traffic = { fetches: 0, notModified: 0, bytes: 0, ...used };
  const { inputTokens, outputTokens, costUsd } = answer?.usage ?? NO_USAGE;
  return { ...traffic, inputTokens, outputTokens, costUsd, ms: Math.round(ms) };
}
