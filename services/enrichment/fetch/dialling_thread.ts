/// <reference lib="deno.worker" />
/** The only thread that dials what a page or a customer names: it gives up every other right before its first order. */
import { type FailureOptions, FetchFailure, type FetchOutcome } from "../outcome.ts";
import { createExchange, type Exchange, type ExchangeOptions } from "./exchange.ts";
import type { HttpAnswer } from "./http_answer.ts";

/** The first message. */
export interface DiallingRights {
  /** `host:port` that the service needs for itself. */
  readonly giveUp: readonly string[];
  readonly caCerts: readonly string[];
}

export interface DiallingOrder {
  readonly id: number;
  readonly href: string;
  readonly host: string;
  readonly port: number;
  readonly ip: string;
  readonly options: Pick<ExchangeOptions, "accept" | "headers" | "message" | "body">;
}

export type DiallingMessage = DiallingRights | DiallingOrder | { readonly stop: number };

/** With an id, the result of that order; without one, whether the thread has started. */
export interface DiallingResult {
  readonly id?: number;
  readonly wireBytes?: number;
  readonly answer?: HttpAnswer;
  readonly failure?: TellableFailure;
  readonly error?: string;
}

type TellableFailure = FailureOptions & { readonly outcome: FetchOutcome; readonly message: string };

const underWay = new Map<number, AbortController>();
let exchange: Exchange;

self.onmessage = ({ data }: MessageEvent<DiallingMessage>) => {
  if ("stop" in data) underWay.get(data.stop)?.abort();
  else if ("giveUp" in data) self.postMessage(prepare(data));
  else void carryOut(data);
};

function prepare({ giveUp, caCerts }: DiallingRights): DiallingResult {
  exchange = createExchange({ caCerts });
  const kept = giveUp.filter((host) =>
    Deno.permissions.revokeSync({ name: "net", host }).state === "granted"
  );
  return kept.length === 0 ? {} : { error: `the right to dial ${kept.join(", ")} cannot be given up` };
}

async function carryOut({ id, href, host, port, ip, options }: DiallingOrder): Promise<void> {
  const controller = new AbortController();
  underWay.set(id, controller);
  let wireBytes = 0;
  const target = { url: new URL(href), host, port, loopback: undefined };
  const onEnd = (bytes: number) => void (wireBytes = bytes);
  const result = await exchange(target, ip, { ...options, signal: controller.signal, onEnd })
    .then((answer) => ({ answer }), (error) => tell(error));
  underWay.delete(id);
  // Handed over, not copied: this thread's collector would let what it has sent pile up.
  const body = "answer" in result ? result.answer.body : undefined;
  const transfer = body ? [body.buffer] : [];
  self.postMessage({ id, wireBytes, ...result } satisfies DiallingResult, transfer);
}

/** Without its cause, which may hold what cannot be handed over. */
function tell(error: unknown): Pick<DiallingResult, "failure" | "error"> {
  if (!(error instanceof FetchFailure)) return { error: String(error) };
  const { outcome, message, isRetryable, isPassing, isNetwork, retryAfterMs, status } = error;
  return { failure: { outcome, message, isRetryable, isPassing, isNetwork, retryAfterMs, status } };
}
