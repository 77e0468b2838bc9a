import { assertEquals, assertLess, assertRejects } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import { FILL_CONFIDENCE } from "shared/contract/fill_confidence.ts";
import { readEnrichmentConfig } from "../config.ts";
import { parse } from "../read/test_site.ts";
import { createDirectory, type DirectoryOptions } from "./ask_directory.ts";
import { askInTurn } from "./ask_in_turn.ts";
import { openDirectory } from "./open_directory.ts";
import { type Answer, NO_USAGE, type Question, type SecondSource } from "./source.ts";
import { supplement } from "./supplement.ts";
import {
  ACME,
  answers,
  type DirectoryBehaviour,
  type DirectoryServer,
  knows,
  sends,
  stalls,
  startDirectoryServer,
} from "./test_directory_server.ts";

const NEVER = new AbortController().signal;
const PAGE = { ...await parse("<title>Acme</title><p>Tools."), url: "https://www.acme.example/en/" };
const NOTHING = { tokens: 0, costUsd: 0 };

function aQuestion(overrides: Partial<Question> = {}): Question {
  return { pages: [PAGE], known: [], ...overrides };
}

function aKnown(field: string, value: string, confidence = 0.55): FoundValue {
  const evidence = { url: PAGE.url, quote: value, extractor: "t/1", fetchedAt: PAGE.fetchedAt };
  return { field, value, confidence, source: "text", ...evidence };
}

function directoryAt(server: DirectoryServer, overrides: Partial<DirectoryOptions> = {}): SecondSource {
  return createDirectory({
    directory: { url: server.url, apiKey: "k-1" },
    priceUsd: 0.02,
    caps: { customerDayUsd: 0.1, teamDayUsd: 5 },
    ...overrides,
  });
}

const valuesOf = ({ values }: { values: readonly FoundValue[] }) =>
  Object.fromEntries(values.map(({ field, value }) => [field, value]));

Deno.test("createDirectory asks for the domain alone, and tells what it knows with honest evidence", async () => {
  await using server = startDirectoryServer(knows(ACME));
  const { state, values, usage } = await directoryAt(server).ask(aQuestion(), NEVER);
  assertEquals([state, usage], ["answered", { ...NO_USAGE, requests: 1, costUsd: 0.02 }]);
  assertEquals(valuesOf({ values }), {
    description: "Acme makes fine hand tools for joiners.",
    industry: "Manufacturing",
    employeeCount: "51-200",
    estimatedRevenue: "10m-50m",
    foundedYear: "1987",
    fundingStage: "seed",
    totalFunding: "1500000",
    phone: "+49 431 5601234",
    addressLine1: "Hafenstraße 7a",
    zip: "24103",
    city: "Kiel",
    countryCode: "DE",
    linkedinUrl: "https://www.linkedin.com/company/acme",
  });
  const [{ path, domain, authorization }] = server.asked as [typeof server.asked[0]];
  assertEquals([path, domain, authorization], ["/companies/enrich", "acme.example", "Bearer k-1"]);
  const city = values.find(({ field }) => field === "city")!;
  assertEquals([city.source, city.quote, city.extractor], [
    "companyenrich",
    "",
    "companyenrich/1 location.city.name",
  ]);
  assertEquals(city.url, `${server.url}/companies/enrich?domain=acme.example`);
  assertEquals(values.some(({ confidence }) => confidence >= FILL_CONFIDENCE), false);
});

Deno.test("supplement never lets a directory replace what the site says, however little sure that is", async () => {
  await using server = startDirectoryServer(knows(ACME));
  const known = [aKnown("city", "Lübeck"), aKnown("foundedYear", "1986", 0.95)];
  const { values } = await supplement(aQuestion({ known }), directoryAt(server), NEVER);
  const { city, foundedYear, employeeCount } = valuesOf({ values });
  assertEquals([city, foundedYear, employeeCount], ["Lübeck", "1986", "51-200"]);
  assertEquals(values.find(({ field }) => field === "city")?.confidence, 0.55);
});

/** Answered with 200, whatever it was. */
const PAID = ["no JSON", "JSON of another shape", "another company"];

Deno.test("createDirectory ends in a state for each fault, and knows nothing then", async () => {
  const faults: Record<string, [DirectoryBehaviour, Answer["state"], requests: number]> = {
    "an unknown company": [answers(404), "answered", 1],
    "a refused key": [answers(401), "failed", 1],
    "a key without the right": [answers(403), "failed", 1],
    "no credit": [answers(402), "capped", 1],
    "a question that it does not take": [answers(400), "failed", 1],
    "too many questions, for longer than there is time": [answers(429, { "retry-after": "60" }), "failed", 1],
    "too many questions, twice": [answers(429, { "retry-after": "0" }), "failed", 2],
    "trouble, twice": [answers(500, { "retry-after": "0" }), "failed", 2],
    "a redirect": [answers(302, { location: "http://127.0.0.1:9/" }), "failed", 1],
    "no JSON": [sends("<html>"), "failed", 1],
    "JSON of another shape": [knows([1, 2]), "failed", 1],
    "no end": [sends(`{"domain":"acme.example","x":"${"a".repeat(400_000)}"}`), "failed", 1],
    "silence": [() => stalls(), "failed", 1],
    "another company": [knows({ ...ACME, domain: "other.example" }), "refused", 1],
  };
  for (const [name, [behaviour, state, requests]] of Object.entries(faults)) {
    await using server = startDirectoryServer(behaviour);
    using watch = startStopwatch();
    // Nothing but silence lasts until the time is over.
    const timeoutMs = name === "silence" ? 400 : 10_000;
    const told = await directoryAt(server, { timeoutMs }).ask(aQuestion(), NEVER);
    assertEquals([name, told.state, told.values, told.usage.requests], [name, state, [], requests]);
    assertEquals([name, told.usage.costUsd], [name, PAID.includes(name) ? 0.02 : 0]);
    assertEquals(told.reason?.includes("k-1") ?? false, false);
    assertLess(watch.livedMs, 2_000);
  }
});

Deno.test("createDirectory tries once more after a passing trouble", async () => {
  await using server = startDirectoryServer(answers(429, { "retry-after": "0" }), knows(ACME));
  const { state, usage } = await directoryAt(server).ask(aQuestion(), NEVER);
  assertEquals([state, usage.requests, usage.costUsd], ["answered", 2, 0.02]);
});

Deno.test("createDirectory takes of an odd entry what has the right form, and leaves the rest", async () => {
  const odd = {
    domain: "www.acme.example",
    description: "x",
    founded_year: 99,
    employees: ["many"],
    location: { country: { code: "ZZ" }, city: "Kiel", address: "a".repeat(300), phone: "call us" },
    financial: "none",
    socials: { linkedin_url: "https://evil.example/company/acme", facebook_url: "https://facebook.com/acme" },
    industry: "\u202eSoft\u200bware",
  };
  await using server = startDirectoryServer(knows(odd));
  const told = await directoryAt(server).ask(aQuestion(), NEVER);
  assertEquals(valuesOf(told), { industry: "Software", facebookUrl: "https://facebook.com/acme" });
});

Deno.test("createDirectory is silent when nothing is open, without a domain, and at a cap", async () => {
  await using server = startDirectoryServer(knows(ACME));
  const all = (await directoryAt(server).ask(aQuestion(), NEVER)).values;
  const fields = ["state", "twitterUrl", "facebookUrl", "instagramUrl"].map((field) => aKnown(field, "x"));
  const local = { ...PAGE, url: "http://127.0.0.1:8000/" };
  const spent = { tokens: 0, costUsd: 0.09 };
  const rich = { tokens: 0, costUsd: 4.99 };
  const silent: [Partial<Question>, Answer["state"]][] = [
    [{ known: [...all, ...fields] }, "not_needed"],
    [{ pages: [local] }, "not_needed"],
    [{ spentToday: { customer: spent, team: NOTHING } }, "capped"],
    [{ spentToday: { customer: NOTHING, team: rich } }, "capped"],
  ];
  for (const [question, state] of silent) {
    const told = await directoryAt(server).ask(aQuestion(question), NEVER);
    assertEquals([told.state, told.values, told.usage], [state, [], NO_USAGE]);
  }
  assertEquals(server.asked.length, 1);
});

Deno.test("createDirectory stops with its run, and its connection is closed", async () => {
  await using server = startDirectoryServer(() => stalls());
  const controller = new AbortController();
  const asking = directoryAt(server).ask(aQuestion(), controller.signal);
  const { closed } = await server.firstAsked;
  controller.abort(new Error("stopped"));
  await assertRejects(() => asking, Error, "stopped");
  await closed;
});

Deno.test("openDirectory asks nobody without a key", () => {
  const config = (variables: Record<string, string>) =>
    readEnrichmentConfig((name) => ({ ENRICHMENT_NATS_URL: "nats://127.0.0.1:1", ...variables })[name]);
  assertEquals(openDirectory(config({ COMPANYENRICH_URL: "https://directory.example" })), undefined);
  assertEquals(openDirectory(config({ COMPANYENRICH_API_KEY: "k" })) === undefined, false);
});

Deno.test("askInTurn asks the next for what is still open, and counts what all of them used", async () => {
  const questions: Question[] = [];
  const source = (field: string, costUsd: number): SecondSource => ({
    mostSpending: { tokens: 0, costUsd: 0 },
    ask: (question) => {
      questions.push(question);
      const values = [aKnown(field, "42", 0.7)];
      return Promise.resolve({
        state: "answered",
        values,
        usage: { ...NO_USAGE, requests: 1, inputTokens: 10, costUsd },
      });
    },
  });
  const both = askInTurn([source("employeeCount", 0.01), source("zip", 0.02)])!;
  const spentToday = { customer: NOTHING, team: NOTHING };
  const answer = await both.ask(aQuestion({ known: [aKnown("city", "Kiel")], spentToday }), NEVER);
  assertEquals(questions[1]!.known.map(({ field }) => field), ["city", "employeeCount"]);
  assertEquals(questions[1]!.spentToday!.customer, { tokens: 10, costUsd: 0.01 });
  assertEquals([answer.state, answer.values.map(({ field }) => field)], ["answered", [
    "employeeCount",
    "zip",
  ]]);
  assertEquals(answer.usage, { requests: 2, inputTokens: 20, outputTokens: 0, costUsd: 0.03 });
  assertEquals(askInTurn([]), undefined);
});
