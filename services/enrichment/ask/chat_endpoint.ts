/** One exchange with an OpenAI-compatible endpoint (`POST …/chat/completions`), bounded in time and size. */
import { z } from "zod";
import { runWithin } from "../fetch/deadline.ts";
import { callEndpoint } from "./call_endpoint.ts";

export interface Endpoint {
  /** Up to and without `/chat/completions`. */
  readonly url: string;
  readonly model: string;
  readonly apiKey: string | undefined;
}

export type Reply =
  | {
    readonly kind: "text";
    readonly text: string;
    readonly isCut: boolean;
    readonly usage: TokenUsage | undefined;
  }
  | { readonly kind: "refusal"; readonly usage: TokenUsage | undefined }
  /** The endpoint does not take this request. */
  | { readonly kind: "rejected"; readonly reason: string }
  /** Trying again may help. */
  | { readonly kind: "busy"; readonly reason: string; readonly retryAfterMs: number | undefined }
  | { readonly kind: "broken"; readonly reason: string };

export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

const TIMEOUT_MS = 30_000;
const MAX_BYTES = 1_000_000;

/** What is told beyond it no request can have used; believed, it would use up what a team has for a day. */
const MOST_TOKENS = 2_000_000;

const completion = z.object({
  choices: z.array(z.object({
    message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
    finish_reason: z.string().nullish(),
  })).min(1),
  usage: z.object({
    prompt_tokens: z.number().int().min(0).max(MOST_TOKENS),
    completion_tokens: z.number().int().min(0).max(MOST_TOKENS),
  }).nullish().catch(null),
});

/** @throws the signal's reason when it fires; by then the connection is closed. */
export async function exchangeChat(
  endpoint: Endpoint,
  body: Readonly<Record<string, unknown>>,
  { signal, timeoutMs = TIMEOUT_MS }: { signal: AbortSignal; timeoutMs?: number },
): Promise<Reply> {
  try {
    return await runWithin(timeoutMs, signal, {
      onTimeout: () => new Error("the model took too long"),
      work: (budget) => post(endpoint, body, budget.signal),
    });
  } catch (error) {
    signal.throwIfAborted();
    return { kind: "broken", reason: error instanceof Error ? error.message : "the model cannot be reached" };
  }
}

async function post(
  { url, apiKey }: Endpoint,
  question: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<Reply> {
  const call = { url: `${url.replace(/\/+$/, "")}/chat/completions`, apiKey, question, maxBytes: MAX_BYTES };
  const { status, isOk, retryAfterMs, body } = await callEndpoint(call, signal);
  if (isOk) return readCompletion(body);
  const reason = `the model's endpoint answered ${status}`;
  if (status === 429 || status >= 500) return { kind: "busy", reason, retryAfterMs };
  return { kind: status === 400 || status === 422 ? "rejected" : "broken", reason };
}

function readCompletion(body: unknown): Reply {
  const result = completion.safeParse(body);
  if (!result.success) return { kind: "broken", reason: "the model's endpoint does not answer as it should" };
  const { choices: [choice], usage: used } = result.data;
  const usage = used ? { inputTokens: used.prompt_tokens, outputTokens: used.completion_tokens } : undefined;
  const content = choice!.message.content ?? "";
  if (choice!.message.refusal || content === "" || choice!.finish_reason === "content_filter") {
    return { kind: "refusal", usage };
  }
  return { kind: "text", text: content, isCut: choice!.finish_reason === "length", usage };
}
