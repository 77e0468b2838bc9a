import { assertEquals, assertGreaterOrEqual, assertLess } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import { PUBLIC_IP } from "./test_hostile_answers.ts";
import { html, redirect, startTestServer, type TestServer } from "./test_server.ts";
import { openWorld } from "./test_world.ts";

const GAP_MS = 100;

function worldOf(server: TestServer, answers: (host: string, count: number) => string[]) {
  return openWorld({
    address: server.address,
    answers: (host, type, count) => type === "A" ? answers(host, count) : [],
    politeGapMs: GAP_MS,
  });
}

Deno.test("fetchPage dials the vetted address under the site's own name", async () => {
  await using server = startTestServer({ "/": html("hello") });
  const world = worldOf(server, () => [PUBLIC_IP]);
  assertEquals((await world.get("http://Example.com./")).html, "hello");
  assertEquals(world.dialled, [PUBLIC_IP, PUBLIC_IP]);
  assertEquals(server.arrivals.map(({ headers }) => headers.get("host")), ["example.com", "example.com"]);
});

Deno.test("fetchPage refuses a name that turns private between two requests", async () => {
  await using server = startTestServer({ "/": html("hello") });
  const world = worldOf(server, (_host, count) => count === 1 ? [PUBLIC_IP] : ["127.0.0.1"]);
  assertEquals(await world.outcomeOf("http://rebind.example/"), "refused_address");
  assertEquals(world.dialled, [PUBLIC_IP]);
});

Deno.test("fetchPage vets a redirect's name by its own addresses", async () => {
  await using server = startTestServer({
    "/": redirect("http://inside.example/secret"),
    "/secret": html("x"),
  });
  const world = worldOf(server, (host) => host === "inside.example" ? ["10.0.0.1"] : [PUBLIC_IP]);
  assertEquals(await world.outcomeOf("http://example.com/"), "refused_address");
  assertEquals(server.arrivals.some((arrival) => arrival.path === "/secret"), false);
});

Deno.test("fetchPage says when the redirects end on another registrable domain", async () => {
  await using server = startTestServer({ "/": redirect("http://www.example.com/www"), "/www": html("same") });
  const same = await worldOf(server, () => [PUBLIC_IP]).get("http://example.com/");
  assertEquals([same.html, same.hasMovedDomain], ["same", false]);
  await using other = startTestServer({ "/": redirect("http://other.example/sold"), "/sold": html("sold") });
  const sold = await worldOf(other, () => [PUBLIC_IP]).get("http://example.com/");
  assertEquals([sold.html, sold.hasMovedDomain], ["sold", true]);
});

Deno.test("fetchPage leaves a public host a pause between two requests", async () => {
  await using server = startTestServer({ "/": html("hello") });
  await worldOf(server, () => [PUBLIC_IP]).get("http://example.com/");
  const [robots, page] = server.arrivals.map((arrival) => arrival.at);
  assertGreaterOrEqual(page! - robots!, GAP_MS - 2);
});

Deno.test("fetchPage finds a name without addresses unreachable, without dialling", async () => {
  await using server = startTestServer({});
  const world = worldOf(server, () => []);
  using watch = startStopwatch();
  assertEquals(await world.outcomeOf("http://nowhere.example/"), "unreachable");
  assertLess(watch.livedMs, 400);
  assertEquals(world.dialled, []);
});
