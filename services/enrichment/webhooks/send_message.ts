/** One message to one receiver: the same walls as for reading, and no redirect is followed. */
import { SENDING_MS } from "shared/contract/webhooks.ts";
import type { AllowList } from "../fetch/allow_list.ts";
import { runWithin } from "../fetch/deadline.ts";
import type { Exchange, OutgoingMessage } from "../fetch/exchange.ts";
import { type Lookup, resolveHost } from "../fetch/resolve_host.ts";
import { parseRetryAfter } from "../fetch/retry.ts";
import { vetUrl } from "../fetch/vet_url.ts";
import { FetchFailure, networkFailure } from "../outcome.ts";

export interface Net {
  readonly lookup: Lookup;
  readonly allowList: AllowList;
  readonly exchange: Exchange;
}

export interface Answer {
  /** Null when there was none; `error` says why. */
  readonly status: number | null;
  readonly error: string | null;
  readonly retryAfterMs?: number;
  readonly ms: number;
}

/** Half of the claim, so that the report is in time. */
const LIMIT_MS = SENDING_MS / 2;

/** @throws the signal's reason when it fires; all else is an answer. */
export async function sendMessage(
  net: Net,
  to: { readonly url: string; readonly message: OutgoingMessage },
  signal: AbortSignal,
): Promise<Answer> {
  const startedAt = performance.now();
  const since = () => Math.round(performance.now() - startedAt);
  try {
    const answer = await runWithin(LIMIT_MS, signal, {
      onTimeout: () => networkFailure("the receiver did not answer in time"),
      work: (budget) => post(net, to, budget.signal),
    });
    return { ...answer, error: null, ms: since() };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof FetchFailure)) throw error;
    return { status: null, error: error.message.slice(0, 200), ms: since() };
  }
}

async function post(
  { allowList, lookup, exchange }: Net,
  { url, message }: { readonly url: string; readonly message: OutgoingMessage },
  signal: AbortSignal,
): Promise<Pick<Answer, "status" | "retryAfterMs">> {
  const target = vetUrl(url, allowList);
  const ip = await resolveHost(target, lookup, signal);
  // What it says beyond its status is nobody's business.
  const { status, headers } = await exchange(target, ip, { accept: "*/*", signal, message });
  return { status, retryAfterMs: parseRetryAfter(headers["retry-after"]) };
}
