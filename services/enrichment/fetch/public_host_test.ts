import { assertEquals, assertGreaterOrEqual, assertLess } from "@std/assert";
import { FetchFailure } from "../outcome.ts";
import { runWithin } from "./deadline.ts";
import { type Exchange, exchange } from "./exchange.ts";
import { createFetcher, type Page } from "./fetch_page.ts";
import type { Lookup } from "./resolve_host.ts";
import { html, redirect, startTestServer, type TestServer } from "./test_server.ts";

// The public internet is played by a loopback server: only the last step, the dialling, is led there.

const PUBLIC_IP = "93.184.215.14";
const GAP_MS = 100;

interface World {
  readonly lookup: Lookup;
  readonly dialled: string[];
  readonly get: (url: string) => Promise<Page>;
}

function openWorld(server: TestServer, answers: (host: string, count: number) => string[]): World {
  const dialled: string[] = [];
  const counts = new Map<string, number>();
  const lookup: Lookup = (host, type) => {
    if (type === "AAAA") return Promise.resolve([]);
    counts.set(host, (counts.get(host) ?? 0) + 1);
    return Promise.resolve(answers(host, counts.get(host) ?? 0));
  };
  const toLoopback: Exchange = (target, ip, options) => {
    dialled.push(ip);
    const port = Number(server.address.split(":")[1]);
    return exchange({ ...target, port }, "127.0.0.1", options);
  };
  const fetcher = createFetcher({ lookup, allowFetch: [], exchange: toLoopback, politeGapMs: GAP_MS });
  const get = (url: string) =>
    runWithin(10_000, new AbortController().signal, {
      onTimeout: () => new FetchFailure("unreachable", "test budget"),
      work: (budget) => fetcher.startVisit().fetchPage(url, budget),
    });
  return { lookup, dialled, get };
}

async function outcomeOf(page: Promise<Page>): Promise<string> {
  return await page.then(
    () => "ok",
    (error) => error instanceof FetchFailure ? error.outcome : String(error),
  );
}

Deno.test("fetchPage dials the vetted address under the site's own name", async () => {
  await using server = startTestServer({ "/": html("hello") });
  const world = openWorld(server, () => [PUBLIC_IP]);
  assertEquals((await world.get("http://Example.com./")).html, "hello");
  assertEquals(world.dialled, [PUBLIC_IP, PUBLIC_IP]);
  assertEquals(server.arrivals.map(({ headers }) => headers.get("host")), ["example.com", "example.com"]);
});

Deno.test("fetchPage refuses a name that turns private between two requests", async () => {
  await using server = startTestServer({ "/": html("hello") });
  const world = openWorld(server, (_host, count) => count === 1 ? [PUBLIC_IP] : ["127.0.0.1"]);
  assertEquals(await outcomeOf(world.get("http://rebind.example/")), "refused_address");
  assertEquals(world.dialled, [PUBLIC_IP]);
});

Deno.test("fetchPage vets a redirect's name by its own addresses", async () => {
  await using server = startTestServer({
    "/": redirect("http://inside.example/secret"),
    "/secret": html("x"),
  });
  const world = openWorld(server, (host) => host === "inside.example" ? ["10.0.0.1"] : [PUBLIC_IP]);
  assertEquals(await outcomeOf(world.get("http://example.com/")), "refused_address");
  assertEquals(server.arrivals.some((arrival) => arrival.path === "/secret"), false);
});

Deno.test("fetchPage says when the redirects end on another registrable domain", async () => {
  await using server = startTestServer({ "/": redirect("http://www.example.com/www"), "/www": html("same") });
  const same = await openWorld(server, () => [PUBLIC_IP]).get("http://example.com/");
  assertEquals([same.html, same.hasMovedDomain], ["same", false]);
  await using other = startTestServer({ "/": redirect("http://other.example/sold"), "/sold": html("sold") });
  const sold = await openWorld(other, () => [PUBLIC_IP]).get("http://example.com/");
  assertEquals([sold.html, sold.hasMovedDomain], ["sold", true]);
});

Deno.test("fetchPage leaves a public host a pause between two requests", async () => {
  await using server = startTestServer({ "/": html("hello") });
  await openWorld(server, () => [PUBLIC_IP]).get("http://example.com/");
  const [robots, page] = server.arrivals.map((arrival) => arrival.at);
  assertGreaterOrEqual(page! - robots!, GAP_MS - 2);
});

Deno.test("fetchPage finds a name without addresses unreachable, without dialling", async () => {
  await using server = startTestServer({});
  const world = openWorld(server, () => []);
  const start = performance.now();
  assertEquals(await outcomeOf(world.get("http://nowhere.example/")), "unreachable");
  assertLess(performance.now() - start, 400);
  assertEquals(world.dialled, []);
});
