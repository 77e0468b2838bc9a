import { assertEquals, assertLess } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import { parseRobots } from "./robots.ts";

function allowed(text: string, ...paths: string[]): boolean[] {
  const rules = parseRobots(text);
  return paths.map((path) => rules.isAllowed(path));
}

Deno.test("parseRobots lets the longest match decide and allow win a tie", () => {
  const text = "User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /c\nAllow: /c";
  assertEquals(allowed(text, "/", "/a", "/a/x", "/a/b/x", "/c"), [true, false, false, true, true]);
});

Deno.test("parseRobots prefers the groups that name us, and merges them", () => {
  const text = "User-agent: *\nDisallow: /\n\nUser-agent: CustomerMesh/0.1\nDisallow: /one\n\n" +
    "user-agent: other\nUSER-AGENT: customermesh\ndisallow: /two # why\nCrawl-delay: 2";
  assertEquals(allowed(text, "/", "/one", "/two"), [true, false, false]);
  assertEquals(parseRobots(text).crawlDelayMs, 2_000);
});

Deno.test("parseRobots understands stars, the end mark and percent-encoding", () => {
  const text = "User-agent: *\nDisallow: /*.pdf$\nDisallow: /x*y*z\nDisallow: /ü\nDisallow: /exact$";
  const paths = ["/a.pdf", "/a.pdf?x", "/x1y2z3", "/xzy", "/%C3%BC/", "/%c3%bc", "/exact", "/exactly"];
  assertEquals(allowed(text, ...paths), [false, true, false, true, false, false, false, true]);
});

Deno.test("parseRobots takes an empty rule, an empty file and nonsense as no restriction", () => {
  const texts = [
    "",
    "\u0000\u0001",
    "<html>not here</html>",
    "User-agent: *\nDisallow:",
    "Disallow: /",
    "Allow",
  ];
  assertEquals(texts.map((text) => parseRobots(text).isAllowed("/")), texts.map(() => true));
});

Deno.test("parseRobots keeps a group open over blank lines, a byte order mark and unknown lines", () => {
  const text = "\uFEFFUser-agent: foo\n\nSitemap: /s.xml\nUser-agent: *\r\n\r\nDisallow: /p\r";
  assertEquals(allowed(text, "/p", "/q"), [false, true]);
});

Deno.test("parseRobots decides a hostile file in a moment", () => {
  const text = "User-agent: *\n" + `Disallow: /${"a*".repeat(20)}b\n`.repeat(12_000);
  using watch = startStopwatch();
  assertEquals(allowed(text, `/${"a".repeat(2_000)}`), [true]);
  assertLess(watch.workedMs, 2_000);
});
