/** Names and redirects that lead inside: asked of a real name server, dialled by nobody. */
import { assertEquals, assertLess } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import { createLookup } from "./resolve_host.ts";
import { PUBLIC_IP, REFUSED_ANSWERS, REFUSED_REDIRECTS } from "./test_hostile_answers.ts";
import { REFUSED_URLS } from "./test_hostile_urls.ts";
import { startNameServer, type Zone } from "./test_name_server.ts";
import { html, redirect, startTestServer } from "./test_server.ts";
import { openWorld } from "./test_world.ts";

const ZONE: Zone = {
  "good.example": [["A", PUBLIC_IP]],
  "both.example": [["A", PUBLIC_IP], ["AAAA", "2606:4700::1"]],
  "alias.example": [["CNAME", "good.example"]],
  "long-alias.example": [["CNAME", "a.example"]],
  "a.example": [["CNAME", "b.example"]],
  "b.example": [["CNAME", "c.example"]],
  "c.example": [["A", PUBLIC_IP]],
  "inside.example": [["A", "10.0.0.5"]],
  "nip.example": [["A", "127.0.0.1"]],
  "alias-inside.example": [["CNAME", "inside.example"]],
  "alias-special.example": [["CNAME", "db.internal"]],
  "db.internal": [["A", "192.168.7.7"]],
  "long-alias-inside.example": [["CNAME", "alias-inside.example"]],
  "mixed.example": [["A", PUBLIC_IP], ["A", "127.0.0.1"]],
  "mixed-alias.example": [["CNAME", "mixed.example"]],
  "loopback6.example": [["A", PUBLIC_IP], ["AAAA", "::1"]],
  "mapped.example": [["A", PUBLIC_IP], ["AAAA", "::ffff:127.0.0.1"]],
  "mapped-only.example": [["AAAA", "::ffff:169.254.169.254"]],
  "local6.example": [["A", PUBLIC_IP], ["AAAA", "fd00::5"]],
  "many.example": Array.from({ length: 20 }, (_, i) => ["A", `93.184.215.${i}`] as const),
  "only6.example": [["AAAA", "2606:4700::1"]],
  "circle.example": [["CNAME", "circle2.example"]],
  "circle2.example": [["CNAME", "circle.example"]],
  "broken.example": "SERVFAIL",
};

const OUTCOMES: Readonly<Record<string, readonly string[]>> = {
  ok: ["good", "both", "alias", "long-alias"],
  refused_address: [
    "inside",
    "nip",
    "alias-inside",
    "alias-special",
    "long-alias-inside",
    "mixed",
    "mixed-alias",
    "loopback6",
    "mapped",
    "mapped-only",
    "local6",
    "many",
  ],
  unreachable: ["only6", "circle", "broken", "no-such-name"],
};

Deno.test("fetchPage dials a name only when all that a name server tells of it is public", async () => {
  await using site = startTestServer({ "/": html("hello") });
  await using names = await startNameServer(ZONE);
  const lookup = createLookup([names.address]);
  const world = openWorld({
    address: site.address,
    answers: (host, type, _count, signal) => lookup(host, type, signal),
  });
  for (const [outcome, labels] of Object.entries(OUTCOMES)) {
    // Who is unreachable is asked again until the time is over.
    const budgetMs = outcome === "unreachable" ? 1_500 : 10_000;
    const ask = (label: string) => world.outcomeOf(`http://${label}.example/`, budgetMs);
    const told = await Promise.all(labels.map(ask));
    assertEquals(labels.map((label, i) => [label, told[i]]), labels.map((label) => [label, outcome]));
  }
  assertEquals(new Set(world.dialled), new Set([PUBLIC_IP]));
});

Deno.test("fetchPage dials nothing for a URL or a name that is refused", async () => {
  await using site = startTestServer({ "/": html("hello") });
  const answersOf = (host: string) => Object.values(REFUSED_ANSWERS)[Number(/^n(\d+)\./.exec(host)?.[1])];
  const world = openWorld({
    address: site.address,
    answers: (host, type) => answersOf(host)?.[type] ?? [],
  });
  const names = Object.keys(REFUSED_ANSWERS).map((_, i) => `http://n${i}.example/`);
  const outcomes = await Promise.all([...REFUSED_URLS, ...names].map((url) => world.outcomeOf(url)));
  assertEquals([...REFUSED_URLS, ...names].filter((_, i) => outcomes[i] !== "refused_address"), []);
  assertEquals([world.dialled, site.arrivals], [[], []]);
});

Deno.test("fetchPage follows no redirect that leads inside or away from the web", async () => {
  const answers = Object.fromEntries(
    REFUSED_REDIRECTS.map(([status, to], i) => [`/${i}`, redirect(to, status)]),
  );
  await using site = startTestServer(answers);
  const zone: Readonly<Record<string, { A?: string[]; AAAA?: string[] }>> = {
    "hop.example": { A: [PUBLIC_IP] },
    "inside.example": { A: ["10.0.0.1"] },
    "mapped.example": { A: [PUBLIC_IP], AAAA: ["::ffff:127.0.0.1"] },
  };
  const world = openWorld({ address: site.address, answers: (host, type) => zone[host]?.[type] ?? [] });
  const followed = [];
  for (const path of Object.keys(answers)) {
    const outcome = await world.outcomeOf(`http://hop.example${path}`);
    if (outcome !== "refused_address") followed.push([REFUSED_REDIRECTS[Number(path.slice(1))], outcome]);
  }
  assertEquals(followed, []);
  const paths = site.arrivals.map(({ path }) => path).filter((path) => path !== "/robots.txt");
  assertEquals(paths, Object.keys(answers));
});

Deno.test("fetchPage never leaves https, also when the next hop is another site's", async () => {
  const world = openWorld({ address: "127.0.0.1:1", answers: () => [] });
  assertEquals(await world.outcomeOf("https://hop.example/"), "unreachable");
  assertEquals(world.asked, ["hop.example A", "hop.example AAAA"]);
});

Deno.test("fetchPage against a name that turns private each second time: 1,000 fetches, never dialled", async () => {
  await using site = startTestServer({ "/robots.txt": () => new Response(""), "/": html("hello") });
  const answers = (_host: string, type: string, count: number) =>
    type === "AAAA" ? [] : [count % 2 === 1 ? PUBLIC_IP : "127.0.0.1"];
  const world = openWorld({ address: site.address, answers });
  const outcomes = new Set<string>();
  for (let n = 0; n < 1_000; n++) outcomes.add(await world.outcomeOf(`http://rebind${n}.example/`));
  assertEquals(outcomes, new Set(["refused_address"]));
  assertEquals(new Set(world.dialled), new Set([PUBLIC_IP]));
  // One question for each family and hop, and the dialled address is the one that was vetted.
  assertEquals([world.dialled.length, world.asked.length], [1_000, 4_000]);
});

Deno.test("fetchPage waits for a name server no longer than its budget", async () => {
  const answers = (_host: string, _type: string, _count: number, signal: AbortSignal) =>
    new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  const world = openWorld({ address: "127.0.0.1:1", answers });
  using watch = startStopwatch();
  assertEquals(await world.outcomeOf("http://slow.example/", 200), "unreachable");
  assertLess(watch.livedMs, 2_000);
});
