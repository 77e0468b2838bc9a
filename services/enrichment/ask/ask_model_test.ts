import { assert, assertEquals, assertLess, assertRejects } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import { parse } from "../read/test_site.ts";
import { createModel, type ModelOptions } from "./ask_model.ts";
import { fieldsToAsk, MEANINGS } from "./asked_fields.ts";
import type { Question } from "./source.ts";
import {
  type Asked,
  type Behaviour,
  type Facts,
  fails,
  hangs,
  type ModelServer,
  quotes,
  refuses,
  rejects,
  says,
  startModelServer,
  states,
} from "./test_model_server.ts";

const NEVER = new AbortController().signal;
const HOME = await parse(
  `<html lang="de"><title>Acme Werkzeuge</title><meta name=description content="Acme baut Hobel und Sägen in Kiel.">
   <p>Die Leitung hat seit 2019 Frau Rika Sund. Wir sind 42 Leute.<footer>Ruf uns an: 0431 5601234`,
);
const GOOD = quotes({
  ceoName: { value: "Rika Sund", quote: "Die Leitung hat seit 2019 Frau Rika Sund" },
  industry: { value: "Manufacturing", quote: "Acme baut Hobel und Sägen in Kiel." },
});
const NOTHING = { tokens: 0, costUsd: 0 };
const CAPS = {
  run: { tokens: 20_000, costUsd: 1 },
  customerDay: { tokens: 100_000, costUsd: 5 },
  teamDay: { tokens: 1_000_000, costUsd: 5 },
};

function aQuestion(overrides: Partial<Question> = {}): Question {
  return { pages: [HOME], known: [], ...overrides };
}

function modelAt(server: { readonly url: string }, overrides: Partial<ModelOptions> = {}) {
  return createModel({
    endpoint: { url: server.url, model: "test", apiKey: "k-1" },
    prices: { inputUsdPerMillion: 1, outputUsdPerMillion: 10 },
    caps: CAPS,
    ...overrides,
  });
}

async function ask(server: ModelServer, question = aQuestion(), overrides: Partial<ModelOptions> = {}) {
  const { state, values, usage, reason } = await modelAt(server, overrides).ask(question, NEVER);
  return {
    state,
    found: Object.fromEntries(values.map(({ field, value }) => [field, value])),
    usage,
    reason,
  };
}

const FORMATS = (server: ModelServer) => server.asked.map(({ body }) => body.response_format?.type ?? "text");

Deno.test("createModel asks once by schema, and tells what was used", async () => {
  await using server = startModelServer(GOOD);
  const { state, found, usage } = await ask(server);
  assertEquals([state, found], ["answered", { ceoName: "Rika Sund", industry: "Manufacturing" }]);
  assertEquals(FORMATS(server), ["json_schema"]);
  assertEquals(server.asked[0]!.authorization, "Bearer k-1");
  assertEquals(JSON.stringify(server.asked[0]!.body).includes("k-1"), false);
  assertEquals(usage, { requests: 1, inputTokens: 1_000, outputTokens: 100, costUsd: 0.002 });
});

Deno.test("createModel believes no endpoint that it has used more than any request can use", async () => {
  const message = { content: '{"fields":{}}' };
  const usage = { prompt_tokens: 9_007_199_254_740_991, completion_tokens: 9_007_199_254_740_991 };
  await using server = startModelServer(() => Response.json({ choices: [{ message }], usage }));
  const told = await ask(server);
  assertEquals([told.state, told.usage.inputTokens < 5_000, told.usage.costUsd < 0.1], [
    "answered",
    true,
    true,
  ]);
});

Deno.test("createModel goes down the ladder where a way is rejected, and remembers where it stood", async () => {
  await using server = startModelServer(rejects("json_schema", rejects("json_object", GOOD)));
  const model = modelAt(server);
  const { state, usage } = await model.ask(aQuestion(), NEVER);
  assertEquals([state, usage.requests, usage.inputTokens], ["answered", 3, 1_000]);
  await model.ask(aQuestion(), NEVER);
  assertEquals(FORMATS(server), ["json_schema", "json_object", "text", "text"]);
});

Deno.test("createModel takes the object out of an answer that ignores the schema", async () => {
  const facts: Facts = { ceoName: { value: "Rika Sund", evidence: 3, quote: "Frau Rika Sund" } };
  await using server = startModelServer(
    says(`Sure!\n\`\`\`json\n${JSON.stringify({ fields: facts })}\n\`\`\``),
  );
  const { state, usage } = await ask(server);
  assertEquals([state, usage.requests], ["answered", 1]);
});

const FACTS = { ceoName: { value: "Rika Sund", evidence: 3, quote: "Frau Rika Sund" } };
const ANSWER = JSON.stringify({ fields: FACTS });
const completes = (message: object, end = "stop"): Behaviour => () =>
  Response.json({ choices: [{ message, finish_reason: end }] });

Deno.test("createModel finds the answer wherever endpoints and models put it", async () => {
  const draft = JSON.stringify({ fields: { ceoName: { value: "Acme", evidence: 1, quote: "Acme" } } });
  const forms: Record<string, Behaviour> = {
    "after thoughts": says(`<think>The block {1} says: "Frau Rika Sund". So {</think>\n\n${ANSWER}`),
    "after thoughts whose beginning is left out": says(`It is {ceo}?\n</think>${ANSWER}`),
    "after drafts of it": says(`<think>${draft} no, {"fields": {} } neither</think>${ANSWER}`),
    "before words with braces": says(`${ANSWER}\n\nNote: {"fields"} holds a quote, with "{" in it.`),
    "in a fence with words around it": says("Here:\n```json\n" + ANSWER + "\n```\nas {asked}."),
    "in parts": completes({ content: [{ type: "thinking" }, { type: "text", text: ANSWER }] }),
    "as a call of a tool": completes({
      content: null,
      tool_calls: [{ type: "function", function: { name: "company_facts", arguments: ANSWER } }],
    }, "tool_calls"),
    "beside its thoughts": completes({ content: ANSWER, reasoning_content: "Who leads? {", tool_calls: [] }),
  };
  for (const [name, behaviour] of Object.entries(forms)) {
    await using server = startModelServer(behaviour);
    const { state, found, usage } = await ask(server);
    assertEquals([name, state, found, usage.requests], [name, "answered", { ceoName: "Rika Sund" }, 1]);
  }
});

Deno.test("createModel takes numbers for what they say", async () => {
  await using server = startModelServer(
    says(`{"fields": {"employeeCount": {"value": 42, "evidence": 3, "quote": "Wir sind 42 Leute"}}}`),
  );
  assertEquals((await ask(server)).found, { employeeCount: "42" });
});

Deno.test("createModel reads a long answer of nothing but quotes and braces in no time", async () => {
  for (
    const text of ['{"fields":"' + '\\"'.repeat(300_000), '{ "fields": '.repeat(60_000), '"{'.repeat(300_000)]
  ) {
    await using server = startModelServer(says(text));
    using watch = startStopwatch();
    assertEquals((await ask(server)).state, "failed");
    assertLess(watch.workedMs, 2_000);
  }
});

Deno.test("createModel asks a model that reasons as it wants to be asked, with the room that it was given", async () => {
  const wantsOtherNames: Behaviour = (asked) =>
    "max_tokens" in asked.body || "temperature" in asked.body ? fails(400)(asked) : GOOD(asked);
  await using server = startModelServer(wantsOtherNames);
  const endpoint = { url: server.url, model: "test", apiKey: "k-1", maxOutputTokens: 4_000 };
  const model = modelAt(server, { endpoint });
  for (let n = 0; n < 2; n++) assertEquals((await model.ask(aQuestion(), NEVER)).state, "answered");
  const asked = server.asked.map(({ body }) => JSON.parse(JSON.stringify(body)));
  assertEquals(asked.map((body) => body.max_tokens ?? -body.max_completion_tokens), [
    ...[4_000, 4_000, 4_000],
    ...[-4_000, -4_000],
  ]);
  assertEquals(asked.at(-1)!.response_format.type, "json_schema");
  assertEquals(asked.every(({ stream }) => stream === false), true);
});

Deno.test("createModel asks at the address that was given, however it was written", async () => {
  const paths: string[] = [];
  await using server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
    paths.push(request.url.slice(request.url.indexOf("/", 8)));
    return completes({ content: ANSWER })({} as Asked);
  });
  const host = `http://127.0.0.1:${server.addr.port}`;
  const addresses = ["", "/", "/v1", "/v1/", "/openai/v1//", "/v1/chat/completions", "/v1?api-version=1"];
  for (const address of addresses) {
    const endpoint = { url: `${host}${address}`, model: "test", apiKey: undefined };
    assertEquals((await modelAt(endpoint, { endpoint }).ask(aQuestion(), NEVER)).state, "answered", address);
  }
  assertEquals(paths, [
    "/chat/completions",
    "/chat/completions",
    "/v1/chat/completions",
    "/v1/chat/completions",
    "/openai/v1/chat/completions",
    "/v1/chat/completions",
    "/v1/chat/completions?api-version=1",
  ]);
});

Deno.test("createModel counts by itself what an endpoint counts wrongly", async () => {
  const wrong = [
    { prompt_tokens: -5, completion_tokens: 1 },
    { prompt_tokens: "NaN", completion_tokens: 1 },
    { prompt_tokens: 1.5, completion_tokens: 1 },
    { prompt_tokens: 1 },
    [],
    "much",
  ];
  for (const usage of wrong) {
    const choices = [{ message: { content: ANSWER } }];
    await using server = startModelServer(() => Response.json({ choices, usage }));
    const { state, usage: { inputTokens, outputTokens, costUsd } } = await ask(server);
    assertEquals(state, "answered");
    assert(inputTokens > 100 && outputTokens > 10 && costUsd > 0 && costUsd < 0.1, JSON.stringify(usage));
  }
});

Deno.test("createModel gives up on an endpoint that gives no answer, whatever it does instead", async () => {
  const cases: [string, Behaviour, string, number][] = [
    ["no JSON", says("I think it is Acme."), "failed", 4],
    ["broken JSON", says(`{"fields": {"name": {"value": "Ac`), "failed", 4],
    ["cut off", says(`{"fields": {}}`, "length"), "failed", 1],
    ["cut off in its thoughts", completes({ content: "", reasoning: "Hm" }, "length"), "failed", 1],
    ["in pieces", () => new Response(`data: {"choices": [{"delta": {"content": "x"}}]}\n\n`), "failed", 1],
    ["refusal", refuses, "refused", 1],
    ["every way rejected", fails(400), "failed", 4],
    ["wrong key", fails(401), "failed", 1],
    ["down for a moment", fails(503), "failed", 2],
    ["too many requests for long", fails(429, { "retry-after": "3600" }), "failed", 1],
    ["no completion", () => Response.json({ hello: "world" }), "failed", 1],
    ["endless", () => new Response("x".repeat(2_000_000)), "failed", 1],
    ["elsewhere", () => new Response(null, { status: 307, headers: { location: "/v1/other" } }), "failed", 1],
  ];
  for (const [name, behaviour, state, requests] of cases) {
    await using server = startModelServer(behaviour);
    const answer = await ask(server);
    assertEquals([name, answer.state, answer.found, server.asked.length], [name, state, {}, requests]);
  }
});

Deno.test("createModel tries again after the pause that was asked for", async () => {
  await using server = startModelServer(fails(429, { "retry-after": "0" }), GOOD);
  const { state, usage } = await ask(server);
  assertEquals([state, usage.requests, usage.inputTokens], ["answered", 2, 1_000]);
});

Deno.test("createModel does not wait for ever", async () => {
  await using server = startModelServer(hangs);
  // A machine that is busy may need more than that to come as far as the question.
  for (let tries = 0; tries < 50 && server.asked.length === 0; tries++) {
    const { state, reason } = await ask(server, aQuestion(), { timeoutMs: 50 });
    assertEquals([state, reason], ["failed", "the model took too long"]);
  }
  await server.asked[0]!.closed;
});

Deno.test("createModel stops at once when told, and closes the connection", async () => {
  await using server = startModelServer(hangs);
  const stopping = new AbortController();
  const asking = modelAt(server).ask(aQuestion(), stopping.signal);
  const { closed } = await server.firstAsked;
  using watch = startStopwatch();
  stopping.abort(new Error("stop"));
  await assertRejects(() => asking, Error, "stop");
  await closed;
  assertLess(watch.livedMs, 1_000);
  await assertRejects(() => modelAt(server).ask(aQuestion(), stopping.signal), Error, "stop");
  assertEquals(server.asked.length, 1);
});

Deno.test("createModel stops during a pause, too", async () => {
  await using server = startModelServer(fails(429, { "retry-after": "9" }));
  const stopping = new AbortController();
  const asking = modelAt(server).ask(aQuestion(), stopping.signal);
  await (await server.firstAsked).closed;
  stopping.abort(new Error("stop"));
  await assertRejects(() => asking, Error, "stop");
});

Deno.test("createModel asks nothing that a cap of run, customer or team does not allow", async () => {
  await using server = startModelServer(fails(400));
  const poor = [
    await ask(server, aQuestion(), { caps: { ...CAPS, run: { tokens: 1_000, costUsd: 1 } } }),
    await ask(server, aQuestion(), { caps: { ...CAPS, run: { tokens: 20_000, costUsd: 0.001 } } }),
    await ask(server, aQuestion({ spentToday: { customer: { tokens: 99_900, costUsd: 0 }, team: NOTHING } })),
    await ask(server, aQuestion({ spentToday: { customer: NOTHING, team: { tokens: 0, costUsd: 5 } } })),
  ];
  assertEquals(poor.map(({ state }) => state), ["capped", "capped", "capped", "capped"]);
  assertEquals(server.asked.length, 0);
});

Deno.test("createModel counts earlier requests of the run against its cap", async () => {
  await using server = startModelServer(says("no"));
  const { state, usage } = await ask(server, aQuestion(), {
    caps: { ...CAPS, run: { tokens: 4_000, costUsd: 1 } },
  });
  assertEquals([state, usage.requests < 4], ["capped", true]);
});

Deno.test("createModel sends and asks no more than what is needed", async () => {
  const known = (confidence: number): FoundValue[] =>
    Object.keys(MEANINGS).map((field) => ({
      field,
      value: "x",
      confidence,
      source: "text",
      url: HOME.url,
      quote: "x",
      extractor: "t/1",
      fetchedAt: HOME.fetchedAt,
    }));
  assertEquals(fieldsToAsk(known(0.8)).length, Object.keys(MEANINGS).length);
  await using server = startModelServer(GOOD);
  assertEquals((await ask(server, aQuestion({ known: known(0.9) }))).state, "not_needed");
  assertEquals(server.asked.length, 0);
});

Deno.test("createModel believes nothing that the pages do not say", async () => {
  const quote = "Die Leitung hat seit 2019 Frau Rika Sund";
  const lies: [string, Facts[string]][] = [
    ["ceoName", { value: "Eve Liar", evidence: 1, quote: "CEO: Eve Liar" }],
    ["ceoName", { value: "Eve Liar", evidence: 1, quote }],
    ["ceoName", { value: "Rika Sund", evidence: 99, quote }],
    ["ceoName", { value: "Rika Sund", evidence: null, quote }],
    ["ceoName", { value: "Rika Sund", evidence: 1, quote: null }],
    ["industry", { value: "Piracy", evidence: 1, quote: "Acme" }],
    ["industry", { value: "Finance", evidence: 1, quote: "bank" }],
    ["foundedYear", { value: "1919", evidence: 1, quote }],
    ["vatNumber", { value: "DE136695976", evidence: 1, quote: "Acme" }],
    ["vatNumber", { value: "2019", evidence: 1, quote }],
    ["phone", { value: "+49 431 5601235", evidence: 1, quote: "Ruf uns an: 0431 5601234" }],
    ["countryCode", { value: "DE", evidence: 1, quote: "Acme Werkzeuge" }],
    ["linkedinUrl", { value: "https://linkedin.com/company/acme", evidence: 1, quote: "Acme" }],
    ["employeeCount", { value: "42000", evidence: 1, quote: "Wir sind 42 Leute" }],
  ];
  for (const [field, fact] of lies) {
    const everywhere = [1, 2, 3, 4, 5].map((n) =>
      states({ [field]: { ...fact, evidence: fact.evidence === 1 ? n : fact.evidence } })
    );
    for (const behaviour of everywhere) {
      await using server = startModelServer(behaviour);
      assertEquals([field, fact.value, (await ask(server)).found], [field, fact.value, {}]);
    }
  }
});

Deno.test("createModel spells what it takes as the rules do, with the page's own words for evidence", async () => {
  await using server = startModelServer(quotes({
    phone: { value: "0431 5601234", quote: "Ruf uns an: 0431 5601234" },
    employeeCount: { value: "42", quote: "Wir sind 42 Leute" },
  }));
  const { values } = await modelAt(server).ask(aQuestion(), NEVER);
  const shown = values.map(({ field, value, source, quote, url }) => [field, value, source, quote, url]);
  assertEquals(shown, [
    ["phone", "+49 431 5601234", "model", "Ruf uns an: 0431 5601234", HOME.url],
    ["employeeCount", "42", "model", "Wir sind 42 Leute", HOME.url],
  ]);
});
