/** One exchange with an OpenAI-compatible endpoint (`POST …/chat/completions`), bounded in time and size. */
import { z } from "zod";
import { runWithin } from "../fetch/deadline.ts";
import { callEndpoint } from "./call_endpoint.ts";

export interface Endpoint {
  /** Up to and without `/chat/completions`. */
  readonly url: string;
  readonly model: string;
  readonly apiKey: string | undefined;
  readonly maxOutputTokens?: number;
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

/** Some give it in parts, and some of these are no text. */
const content = z.union([
  z.string(),
  z.array(z.object({ text: z.string().catch("") })).transform((parts) =>
    parts.map(({ text }) => text).join("")
  ),
]);
/** Some that were asked for an object hand it to a tool that nobody has offered. */
const toolCall = z.object({ function: z.object({ arguments: z.string() }) }).transform((call) =>
  call.function.arguments
);

const completion = z.object({
  choices: z.array(z.object({
    message: z.object({
      content: content.nullish(),
      refusal: z.string().nullish(),
      tool_calls: z.array(toolCall).nullish().catch(null),
    }),
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
  const call = { url: toChatUrl(url), apiKey, question, maxBytes: MAX_BYTES };
  const { status, isOk, retryAfterMs, body } = await callEndpoint(call, signal);
  if (isOk) return readCompletion(body);
  const reason = `the model's endpoint answered ${status}`;
  if (status === 429 || status >= 500) return { kind: "busy", reason, retryAfterMs };
  return { kind: status === 400 || status === 422 ? "rejected" : "broken", reason };
}

/** As people copy it from a manual: up to the version, with a slash behind it, or as a whole; a query stays. */
function toChatUrl(base: string): string {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/+$/, "").replace(/\/chat\/completions$/, "")}/chat/completions`;
  return url.href;
}

function readCompletion(body: unknown): Reply {
  const result = completion.safeParse(body);
  if (!result.success) return { kind: "broken", reason: "the model's endpoint does not answer as it should" };
  const { choices: [choice], usage: used } = result.data;
  const usage = used ? { inputTokens: used.prompt_tokens, outputTokens: used.completion_tokens } : undefined;
  const { message: { content, refusal, tool_calls: calls }, finish_reason: end } = choice!;
  const text = content || (calls?.[0] ?? "");
  // One that has thought until nothing was left for its answer has not refused.
  const isCut = end === "length";
  if (refusal || end === "content_filter" || (text === "" && !isCut)) return { kind: "refusal", usage };
  return { kind: "text", text, isCut, usage };
}
