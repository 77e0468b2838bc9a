/** One exchange with an OpenAI-compatible endpoint (`POST …/chat/completions`), bounded in time and size. */
import { z } from "zod";
import { runWithin } from "../fetch/deadline.ts";
import { parseRetryAfter } from "../fetch/retry.ts";
import { parseJson, readLimited } from "./read_limited.ts";

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
const MAX_CHARS = 1_000_000;

const completion = z.object({
  choices: z.array(z.object({
    message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
    finish_reason: z.string().nullish(),
  })).min(1),
  usage: z.object({
    prompt_tokens: z.number().int().min(0),
    completion_tokens: z.number().int().min(0),
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
  body: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<Reply> {
  const response = await fetch(`${url.replace(/\/+$/, "")}/chat/completions`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
    },
    body: JSON.stringify(body),
    // A redirect would carry the key to somebody else.
    redirect: "error",
    signal,
  });
  const text = await readLimited(response, { maxChars: MAX_CHARS, signal });
  if (response.ok) return readCompletion(text);
  const reason = `the model's endpoint answered ${response.status}`;
  if (response.status === 429 || response.status >= 500) {
    return {
      kind: "busy",
      reason,
      retryAfterMs: parseRetryAfter(response.headers.get("retry-after") ?? undefined),
    };
  }
  return { kind: response.status === 400 || response.status === 422 ? "rejected" : "broken", reason };
}

function readCompletion(text: string): Reply {
  const result = completion.safeParse(parseJson(text));
  if (!result.success) return { kind: "broken", reason: "the model's endpoint does not answer as it should" };
  const { choices: [choice], usage: used } = result.data;
  const usage = used ? { inputTokens: used.prompt_tokens, outputTokens: used.completion_tokens } : undefined;
  const content = choice!.message.content ?? "";
  if (choice!.message.refusal || content === "" || choice!.finish_reason === "content_filter") {
    return { kind: "refusal", usage };
  }
  return { kind: "text", text: content, isCut: choice!.finish_reason === "length", usage };
}
