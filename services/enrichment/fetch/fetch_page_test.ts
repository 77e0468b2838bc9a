import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { assertEquals, assertLess, assertRejects } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import { FetchFailure } from "../outcome.ts";
import { runWithin } from "./deadline.ts";
import { USER_AGENT } from "./exchange.ts";
import { createFetcher, type Page } from "./fetch_page.ts";
import type { Lookup } from "./resolve_host.ts";
import { type Answer, drip, hang, html, redirect, startTestServer, type TestServer } from "./test_server.ts";

const NO_LOOKUP: Lookup = () => Promise.reject(new Error("asked the name server"));
const NEVER = new AbortController().signal;

interface FetchOptions {
  readonly server: TestServer;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

function fetchPath(path: string, options: FetchOptions): Promise<Page> {
  const fetcher = createFetcher({ lookup: NO_LOOKUP, allowFetch: [options.server.address] });
  return runWithin(options.timeoutMs ?? 5_000, options.signal ?? NEVER, {
    onTimeout: () => new FetchFailure("unreachable", "test budget"),
    work: (budget) => fetcher.startVisit().fetchPage(options.server.origin + path, budget),
  });
}

async function outcomeOf(path: string, options: FetchOptions): Promise<string> {
  try {
    await fetchPath(path, options);
    return "ok";
  } catch (error) {
    return error instanceof FetchFailure ? error.outcome : String(error);
  }
}

function encoded(bytes: Uint8Array, encoding: string): Answer {
  return () =>
    new Response(new Uint8Array(bytes), {
      headers: { "content-type": "text/html", "content-encoding": encoding },
    });
}

Deno.test("fetchPage answers the page, its final address and size, and says who asks", async () => {
  await using server = startTestServer({ "/a": redirect("/b", 301), "/b": html("<p>Größe") });
  const page = await fetchPath("/a", { server });
  assertEquals([page.url, page.status, page.html, page.bytes], [`${server.origin}/b`, 200, "<p>Größe", 10]);
  assertEquals(page.hasMovedDomain, false);
  assertEquals(server.arrivals.map((arrival) => arrival.path), ["/robots.txt", "/a", "/b"]);
  const headers = server.arrivals.map(({ headers }) => [headers.get("user-agent"), headers.get("cookie")]);
  assertEquals(headers, [[USER_AGENT, null], [USER_AGENT, null], [USER_AGENT, null]]);
});

Deno.test("fetchPage takes no bytes for a page because they say that they are one", async () => {
  const bytes = Uint8Array.from({ length: 30_000 }, (_, index) => index * 7_919 % 256);
  const careless = new TextEncoder().encode(`<p>${"Größe ".repeat(20)}\0</p>`);
  await using server = startTestServer({
    "/bytes": () => new Response(bytes, { headers: { "content-type": "text/html" } }),
    "/careless": () => new Response(careless, { headers: { "content-type": "text/html" } }),
    "/wide": () =>
      new Response(Uint8Array.from([0xff, 0xfe, 0x41, 0, 0x42, 0]), {
        headers: { "content-type": "text/html" },
      }),
  });
  assertEquals(await outcomeOf("/bytes", { server }), "not_html");
  assertEquals(await outcomeOf("/careless", { server }), "ok");
  assertEquals(await outcomeOf("/wide", { server }), "ok");
});

Deno.test("fetchPage follows three redirects and not a fourth", async () => {
  const chain = Object.fromEntries(
    [1, 2, 3, 4].map((n) => [`/${n}`, redirect(`/${n - 1}`)]),
  );
  await using server = startTestServer({ ...chain, "/0": html("there") });
  assertEquals(await outcomeOf("/3", { server }), "ok");
  assertEquals(await outcomeOf("/4", { server }), "http_error");
});

Deno.test("fetchPage never follows a redirect to an address that is not allowed", async () => {
  await using canary = startTestServer({ "/": html("secret") });
  const targets = [
    `${canary.origin}/`,
    `//${canary.address}/`,
    canary.origin.replace("127.0.0.1", "2130706433"),
    canary.origin.replace("127.0.0.1", "localhost"),
    canary.origin.replace("127.0.0.1", "[::1]"),
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "http://metadata.google.internal/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "",
    "http://user:pass@127.0.0.1/",
  ];
  const answers = Object.fromEntries(targets.map((target, i) => [`/${i}`, redirect(target)]));
  await using server = startTestServer(answers);
  const outcomes = [];
  for (const path of Object.keys(answers)) outcomes.push(await outcomeOf(path, { server }));
  assertEquals(outcomes, targets.map(() => "refused_address"));
  assertEquals(canary.arrivals, []);
});

Deno.test("fetchPage does not follow 300, 304, the Refresh header or a meta refresh", async () => {
  await using server = startTestServer({
    "/300": redirect("/x", 300),
    "/304": redirect("/x", 304),
    "/refresh": html("<meta http-equiv=refresh content='0;url=/x'>", { refresh: "0;url=/x" }),
  });
  assertEquals(await outcomeOf("/300", { server }), "http_error");
  assertEquals(await outcomeOf("/304", { server }), "http_error");
  assertEquals(await outcomeOf("/refresh", { server }), "ok");
  assertEquals(server.arrivals.some((arrival) => arrival.path === "/x"), false);
});

Deno.test("fetchPage stops at 2 MiB of decoded bytes, however small they travelled", async () => {
  const zeros = new Uint8Array(50_000_000);
  await using server = startTestServer({
    "/plain": () => new Response(zeros.subarray(0, 3_000_000), { headers: { "content-type": "text/html" } }),
    "/gzip": encoded(gzipSync(zeros), "gzip"),
    "/br": encoded(brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }), "br"),
    "/endless": drip(),
  });
  const start = performance.now();
  for (const path of ["/plain", "/gzip", "/br"]) assertEquals(await outcomeOf(path, { server }), "too_large");
  assertLess(performance.now() - start, 5_000);
});

Deno.test("fetchPage reads one encoding, not two and no unknown one", async () => {
  const page = new TextEncoder().encode("<p>packed");
  await using server = startTestServer({
    "/gzip": encoded(gzipSync(page), "gzip"),
    "/br": encoded(brotliCompressSync(page), "br"),
    "/twice": encoded(gzipSync(gzipSync(page)), "gzip, gzip"),
    "/zstd": encoded(page, "zstd"),
    "/broken": encoded(page, "gzip"),
  });
  assertEquals((await fetchPath("/gzip", { server })).html, "<p>packed");
  assertEquals((await fetchPath("/br", { server })).html, "<p>packed");
  assertEquals(await outcomeOf("/twice", { server }), "not_html");
  assertEquals(await outcomeOf("/zstd", { server }), "not_html");
  assertEquals(await outcomeOf("/broken", { server }), "unreachable");
});

Deno.test("fetchPage takes HTML and XHTML only, by their content type", async () => {
  const types = [
    "text/html",
    "TEXT/HTML; charset=utf-8",
    "application/xhtml+xml",
    "application/pdf",
    "text/htmlx",
  ];
  const answers = types.map((type, i) => [`/${i}`, html("x", { "content-type": type })] as const);
  const untyped: Answer = () => new Response(new Uint8Array([60]));
  await using server = startTestServer({ ...Object.fromEntries(answers), "/none": untyped });
  const outcomes = [];
  for (const path of ["/0", "/1", "/2", "/3", "/4", "/none"]) {
    outcomes.push(await outcomeOf(path, { server }));
  }
  assertEquals(outcomes, ["ok", "ok", "ok", "not_html", "not_html", "not_html"]);
});

Deno.test("fetchPage ends a drip and a hang with the budget, and closes the socket", async () => {
  await using server = startTestServer({ "/drip": drip(), "/hang": hang() });
  for (const path of ["/drip", "/hang"]) {
    const arrived = () => server.arrivals.find((arrival) => arrival.path === path);
    // A machine that stands still may use a budget up before the page is asked for.
    for (let tries = 0; tries < 20 && !arrived(); tries++) {
      using watch = startStopwatch();
      assertEquals(await outcomeOf(path, { server, timeoutMs: 400 }), "unreachable");
      assertLess(watch.livedMs, 2_000);
    }
    await arrived()!.closed;
  }
});

Deno.test("fetchPage tries 429 and 5xx again, other statuses not", async () => {
  let failures = 0;
  const recovering: Answer = (request) => failures++ < 2 ? busy("0") : html("back")(request);
  const busy = (retryAfter: string) =>
    new Response("", { status: 503, headers: { "retry-after": retryAfter } });
  await using server = startTestServer({
    "/recovering": recovering,
    "/later": () => busy("3600"),
    "/gone": () => new Response("", { status: 410 }),
  });
  assertEquals((await fetchPath("/recovering", { server })).html, "back");
  assertEquals(await outcomeOf("/later", { server }), "http_error");
  assertEquals(await outcomeOf("/gone", { server }), "http_error");
  const count = (path: string) => server.arrivals.filter((arrival) => arrival.path === path).length;
  assertEquals([count("/recovering"), count("/later"), count("/gone")], [3, 1, 1]);
});

Deno.test("fetchPage obeys robots.txt, also where a redirect leads", async () => {
  const robots: Answer = () => new Response("User-agent: *\nDisallow: /private");
  await using server = startTestServer({
    "/robots.txt": robots,
    "/": redirect("/private/home"),
    "/private/home": html("secret"),
  });
  assertEquals(await outcomeOf("/private/home", { server }), "blocked_by_robots");
  assertEquals(await outcomeOf("/", { server }), "blocked_by_robots");
  assertEquals(server.arrivals.some((arrival) => arrival.path === "/private/home"), false);
});

Deno.test("fetchPage keeps its hands off when robots.txt is broken, not when it is missing", async () => {
  const failing: Answer = () => new Response("", { status: 500, headers: { "retry-after": "0" } });
  await using broken = startTestServer({ "/robots.txt": failing, "/": html("x") });
  assertEquals(await outcomeOf("/", { server: broken }), "blocked_by_robots");
  await using missing = startTestServer({ "/": html("x") });
  assertEquals(await outcomeOf("/", { server: missing }), "ok");
});

Deno.test("fetchPage finds a closed port unreachable", async () => {
  const server = startTestServer({});
  await server[Symbol.asyncDispose]();
  assertEquals(await outcomeOf("/", { server }), "unreachable");
});

Deno.test("fetchPage aborted in mid-body closes the socket at once and asks for nothing more", async () => {
  await using server = startTestServer({ "/drip": drip() });
  const controller = new AbortController();
  const arriving = server.arrival("/drip");
  const fetching = fetchPath("/drip", { server, signal: controller.signal });
  const { closed } = await arriving;
  const before = server.arrivals.length;
  using watch = startStopwatch();
  controller.abort(new Error("stopped"));
  await assertRejects(() => fetching, Error, "stopped");
  await closed;
  assertLess(watch.livedMs, 500);
  assertEquals(server.arrivals.length, before);
});

Deno.test("fetchPage aborted during a pause between tries does not try again", async () => {
  await using server = startTestServer({ "/": () => new Response("", { status: 503 }) });
  const controller = new AbortController();
  const arriving = server.arrival("/");
  const fetching = fetchPath("/", { server, signal: controller.signal });
  await (await arriving).closed;
  using watch = startStopwatch();
  controller.abort(new Error("stopped"));
  await assertRejects(() => fetching, Error, "stopped");
  assertLess(watch.livedMs, 500);
  assertEquals(server.arrivals.filter((arrival) => arrival.path === "/").length, 1);
});

Deno.test("fetchPage starts nothing once its signal has fired", async () => {
  await using server = startTestServer({ "/": html("x") });
  const signal = AbortSignal.abort(new Error("stopped"));
  await assertRejects(() => fetchPath("/", { server, signal }), Error, "stopped");
  assertEquals(server.arrivals, []);
});
