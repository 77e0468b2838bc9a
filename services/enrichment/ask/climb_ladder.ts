/**
 * Asks for JSON in the strictest way that the endpoint understands: by schema, as any object, or just in words. Where each
 * of these is rejected, there may be a model that reasons: it knows the cap by another name, and takes no temperature.
 */
import { sleep } from "../fetch/deadline.ts";
import { type Endpoint, exchangeChat, type Reply } from "./chat_endpoint.ts";
import { parseAnswer, type Statement } from "./parse_answer.ts";
import { describeAnswer, type Message } from "./prompt.ts";
import type { Meter } from "./meter.ts";
import { estimateTokens } from "./tokens.ts";

export type Rung = "json_schema" | "json_object" | "text" | "reasoning";
const RUNGS: readonly Rung[] = ["json_schema", "json_object", "text"];
const RUNGS_WHEN_REJECTED: readonly Rung[] = [...RUNGS, "reasoning"];

/** Enough for the answer; whoever thinks aloud first needs more. */
const MAX_OUTPUT_TOKENS = 900;
/** One for each rung, and one more for a passing trouble or an answer that does not parse. */
const MAX_REQUESTS = 4;
/** A run has 75 s; who asks for a longer pause is not worth waiting for. */
const MAX_PAUSE_MS = 10_000;
const FIRST_PAUSE_MS = 500;

interface Climb {
  readonly endpoint: Endpoint;
  readonly fields: readonly string[];
  readonly messages: readonly Message[];
  readonly spending: Meter;
  /** The rung that worked last time. */
  readonly start: Rung;
  readonly timeoutMs: number | undefined;
}

type Landing =
  | { readonly state: "answered"; readonly statements: readonly Statement[]; readonly rung: Rung }
  | { readonly state: "capped" | "refused" | "failed"; readonly reason: string };

/** @throws the signal's reason when it fires. */
export async function climbLadder(climb: Climb, signal: AbortSignal): Promise<Landing> {
  let rung = climb.start;
  let retries = 1;
  let complaint: string | undefined;
  let reason = "";
  const mostOutput = climb.endpoint.maxOutputTokens ?? MAX_OUTPUT_TOKENS;
  for (let asked = 0; asked < MAX_REQUESTS; asked++) {
    const body = writeBody(climb, rung, complaint);
    const tokens = estimateTokens(JSON.stringify(body));
    if (!climb.spending.mayAsk(tokens, mostOutput)) {
      return { state: "capped", reason: "no tokens are left" };
    }
    const reply = await exchangeChat(climb.endpoint, body, { signal, timeoutMs: climb.timeoutMs })
      .catch((error) => {
        climb.spending.record({ kind: "broken", reason: "stopped" }, tokens, mostOutput);
        throw error;
      });
    climb.spending.record(reply, tokens, reply.kind === "text" ? estimateTokens(reply.text) : mostOutput);
    const landing = land(reply, climb.fields, rung);
    if (landing) return landing;
    const next = nextAfter(rung, reply);
    if (reply.kind === "busy") {
      const pauseMs = reply.retryAfterMs ?? FIRST_PAUSE_MS;
      if (retries-- <= 0 || pauseMs > MAX_PAUSE_MS) return { state: "failed", reason: reply.reason };
      await sleep(pauseMs, signal);
      continue;
    }
    complaint = reply.kind === "text"
      ? "Your last answer was not that JSON object. Answer with it and nothing else."
      : undefined;
    reason = reply.kind === "rejected" ? reply.reason : "the model gives no JSON";
    if (next === undefined && retries-- <= 0) break;
    rung = next ?? rung;
  }
  return { state: "failed", reason };
}

/** An older endpoint would not heed the cap by its other name, so only who rejects is asked like that. */
function nextAfter(rung: Rung, { kind }: Reply): Rung | undefined {
  const rungs = kind === "rejected" ? RUNGS_WHEN_REJECTED : RUNGS;
  const at = rungs.indexOf(rung);
  return at < 0 ? undefined : rungs[at + 1];
}

/** Undefined when the question is to be asked again, in another way or later. */
function land(reply: Reply, fields: readonly string[], rung: Rung): Landing | undefined {
  if (reply.kind === "refusal") return { state: "refused", reason: "the model refused to answer" };
  if (reply.kind === "broken") return { state: "failed", reason: reply.reason };
  if (reply.kind !== "text") return undefined;
  // Asking again for what did not fit would only be cut again.
  if (reply.isCut) return { state: "failed", reason: "the model's answer was cut off" };
  const statements = parseAnswer(reply.text, fields);
  return statements && { state: "answered", statements, rung };
}

function writeBody({ endpoint, fields, messages }: Climb, rung: Rung, complaint: string | undefined) {
  const more: Message[] = complaint ? [{ role: "user", content: complaint }] : [];
  const mostOutput = endpoint.maxOutputTokens ?? MAX_OUTPUT_TOKENS;
  const schema = { name: "company_facts", strict: true, schema: describeAnswer(fields) };
  const bySchema = { response_format: { type: "json_schema", json_schema: schema } };
  const usual = { temperature: 0, max_tokens: mostOutput };
  const ways = {
    json_schema: { ...usual, ...bySchema },
    json_object: { ...usual, response_format: { type: "json_object" } },
    text: usual,
    reasoning: { max_completion_tokens: mostOutput, ...bySchema },
  };
  // Said, since some gateways send an answer in pieces unless they are told not to.
  return { model: endpoint.model, messages: [...messages, ...more], stream: false, ...ways[rung] };
}
