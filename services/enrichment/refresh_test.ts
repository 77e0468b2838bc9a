import { assertEquals, assertGreater } from "@std/assert";
import type { KnownPage, Progress } from "shared/contract/enrichment_runs.ts";
import { enrich, type EnrichmentResult } from "./enrich.ts";
import { createFetcher } from "./fetch/fetch_page.ts";
import { type Answer, html, redirect, startTestServer, type TestServer } from "./fetch/test_server.ts";

const HOME =
  `<!doctype html><html lang="en"><title>Acme Tools</title><meta name="description" content="Acme makes tools.">
<nav><a href="/contact">Contact</a></nav><main><h1>Tools</h1><p>${
    "Acme makes fine hand tools. ".repeat(20)
  }</p></main>`;
const CONTACT = "<title>Contact</title><p>Phone: <a href='tel:+4721000000'>+47 21 00 00 00</a></p>";

/** As a server with validators answers: in full, or 304 when the client's copy is the present one. */
function versioned(state: { body: string; etag: string }): Answer {
  return ({ headers }) => {
    const isKnown = headers.get("if-none-match") === state.etag;
    const answered = { "content-type": "text/html", etag: state.etag };
    return new Response(isKnown ? null : state.body, { status: isKnown ? 304 : 200, headers: answered });
  };
}

interface Read {
  readonly result: EnrichmentResult;
  readonly steps: readonly Progress[];
  /** What was asked for, and whether with a condition. */
  readonly asked: readonly string[];
}

async function read(server: TestServer, known?: readonly KnownPage[], path = "/"): Promise<Read> {
  const fetcher = createFetcher({ lookup: () => Promise.resolve([]), allowFetch: [server.address] });
  const steps: Progress[] = [];
  const { signal } = new AbortController();
  const from = server.arrivals.length;
  const subject = { name: "Acme", website: server.origin + path, email: null };
  const result = await enrich(subject, { fetcher, signal, known, onProgress: (step) => steps.push(step) });
  const asked = server.arrivals.slice(from).map(({ path, headers }) =>
    headers.has("if-none-match") || headers.has("if-modified-since") ? `${path} if changed` : path
  );
  return { result, steps, asked };
}

Deno.test("a site that says it has not changed costs requests without bodies, and no reading", async () => {
  const [home, contact] = [{ body: HOME, etag: '"h1"' }, { body: CONTACT, etag: 'W/"c1"' }];
  await using server = startTestServer({ "/": versioned(home), "/contact": versioned(contact) });
  const first = await read(server);
  assertEquals(first.asked, ["/robots.txt", "/", "/contact"]);
  assertEquals(first.result.known?.map(({ url, etag }) => [new URL(url).pathname, etag]), [
    ["/", '"h1"'],
    ["/contact", 'W/"c1"'],
  ]);
  const again = await read(server, first.result.known);
  assertEquals([again.result.outcome, again.result.values], ["unchanged", []]);
  assertEquals(again.asked, ["/robots.txt", "/ if changed", "/contact if changed"]);
  assertEquals(again.steps.map(({ step }) => step), ["planned", "fetching", "fetching"]);
  assertEquals(again.result.known, first.result.known);
  const { traffic } = again.result;
  assertEquals([traffic?.fetches, traffic?.notModified], [3, 2]);
  assertGreater(first.result.traffic!.bytes, HOME.length);
});

Deno.test("one changed page makes the site be read anew, with what has come in full fetched once", async () => {
  const [home, contact] = [{ body: HOME, etag: '"h1"' }, { body: CONTACT, etag: '"c1"' }];
  await using server = startTestServer({ "/": versioned(home), "/contact": versioned(contact) });
  const first = await read(server);
  Object.assign(contact, {
    body: CONTACT.replaceAll("21 00", "22 00").replaceAll("4721", "4722"),
    etag: '"c2"',
  });
  const again = await read(server, first.result.known);
  assertEquals(again.asked, ["/robots.txt", "/ if changed", "/contact if changed", "/"]);
  const phone = again.result.values.find(({ field }) => field === "phone");
  assertEquals([again.result.outcome, phone?.value], ["ok", "+47 22 00 00 00"]);
  assertEquals(again.result.known?.map(({ etag }) => etag), ['"h1"', '"c2"']);
});

Deno.test("without validators the content decides; a token that changes with each visit is no change", async () => {
  let visits = 0;
  const page = () =>
    `<meta name="csrf-token" content="${visits++}"><script nonce="${visits}">x=${visits}</script>${HOME}`;
  await using server = startTestServer({ "/": () => html(page())(new Request("http://a")) });
  const first = await read(server);
  assertEquals(first.result.known?.map(({ etag, lastModified }) => [etag, lastModified]), [[null, null]]);
  assertEquals((await read(server, first.result.known)).result.outcome, "unchanged");
  const [home] = first.result.known!;
  const other = await read(server, [{ ...home!, digest: "another" }]);
  assertEquals(other.result.outcome, "ok");
  assertEquals(other.asked.filter((path) => path === "/"), ["/"], "what came in full is not fetched again");
});

Deno.test("a page that is gone, other rules, or a way that leads elsewhere: the site is read anew", async () => {
  const home = { body: HOME, etag: '"h1"' };
  const answers: Record<string, Answer> = {
    "/": versioned(home),
    "/contact": html(CONTACT),
    "/way": redirect("/"),
  };
  await using server = startTestServer(answers);
  const { known } = (await read(server)).result;
  const older = known!.map((page) => ({ ...page, reader: "rules/0" }));
  assertEquals((await read(server, older)).asked, ["/robots.txt", "/", "/contact"]);
  const { known: byDetour } = (await read(server, [], "/way")).result;
  assertEquals((await read(server, byDetour, "/way")).result.outcome, "unchanged", "the same detour");
  answers["/way"] = redirect("/new");
  answers["/new"] = html(HOME.replaceAll("fine", "finer"));
  assertEquals((await read(server, byDetour, "/way")).result.outcome, "ok");
  delete answers["/contact"];
  assertEquals((await read(server, known)).result.outcome, "ok");
});

Deno.test("a home page that cannot be had is told as it is, after one try", async () => {
  const answers: Record<string, Answer> = { "/": html(HOME) };
  await using server = startTestServer(answers);
  const { known } = (await read(server)).result;
  answers["/"] = () => new Response("", { status: 410 });
  const gone = await read(server, known);
  assertEquals([gone.result.outcome, gone.asked], ["gone", ["/robots.txt", "/"]]);
});
