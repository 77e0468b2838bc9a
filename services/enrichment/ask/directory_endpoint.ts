/** One question to CompanyEnrich, a directory of companies: what it knows of a domain, bounded in time, size and tries. */
import { type Budget, runWithin, sleep } from "../fetch/deadline.ts";
import { callEndpoint, type EndpointAnswer } from "./call_endpoint.ts";

export interface Directory {
  /** Up to and without `/companies/enrich`. */
  readonly url: string;
  readonly apiKey: string;
}

export interface Entry {
  readonly kind: "entry";
  /** Where it was asked; without the key. */
  readonly url: string;
  readonly body: unknown;
}

export type DirectoryReply =
  | Entry
  | { readonly kind: "unknown" }
  /** `noCredit`: nothing more will come before somebody pays. */
  | { readonly kind: "noCredit" | "broken"; readonly reason: string };

type Try = DirectoryReply | { readonly kind: "busy"; readonly reason: string; readonly pauseMs: number };

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 256 * 1_024;
const MAX_TRIES = 2;
const PAUSE_MS = 500;

export interface DirectoryRequest {
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
  /** Before each request. */
  readonly onRequest: () => void;
}

/** @throws the signal's reason when it fires; by then the connection is closed. */
export async function askDirectory(
  directory: Directory,
  domain: string,
  { signal, timeoutMs = TIMEOUT_MS, onRequest }: DirectoryRequest,
): Promise<DirectoryReply> {
  try {
    return await runWithin(timeoutMs, signal, {
      onTimeout: () => new Error("the directory took too long"),
      work: (budget) => tryTwice(budget, () => get(directory, domain, { budget, onRequest })),
    });
  } catch (error) {
    signal.throwIfAborted();
    return { kind: "broken", reason: error instanceof Error ? error.message : "it cannot be reached" };
  }
}

async function tryTwice(budget: Budget, work: () => Promise<Try>): Promise<DirectoryReply> {
  for (let tries = 1;; tries++) {
    const told = await work();
    if (told.kind !== "busy") return told;
    if (tries === MAX_TRIES || told.pauseMs >= budget.remainingMs()) {
      return { kind: "broken", reason: told.reason };
    }
    await sleep(told.pauseMs, budget.signal);
  }
}

async function get(
  { url, apiKey }: Directory,
  domain: string,
  { budget: { signal }, onRequest }: { budget: Budget; onRequest: () => void },
): Promise<Try> {
  const asked = `${url.replace(/\/+$/, "")}/companies/enrich?domain=${encodeURIComponent(domain)}`;
  onRequest();
  const answer = await callEndpoint({ url: asked, apiKey, maxBytes: MAX_BYTES }, signal);
  return answer.isOk ? { kind: "entry", url: asked, body: answer.body } : explain(answer);
}

function explain({ status, retryAfterMs }: EndpointAnswer): Try {
  const reason = `the directory answered ${status}`;
  if (status === 404) return { kind: "unknown" };
  if (status === 402) return { kind: "noCredit", reason };
  if (status !== 429 && status < 500) return { kind: "broken", reason };
  return { kind: "busy", reason, pauseMs: retryAfterMs ?? PAUSE_MS };
}
