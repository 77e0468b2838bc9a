import { assertEquals } from "@std/assert";
import { describeVisitor } from "./visitor.ts";

const BROWSER = { "sec-fetch-dest": "document", "user-agent": "Mozilla/5.0 (X11; Linux) Firefox/140.0" };

function describe(headers: Record<string, string>, { method = "GET", address = "203.0.113.9" } = {}): string {
  return describeVisitor({ request: new Request("https://mesh.example/p/x", { method, headers }), address });
}

Deno.test("describeVisitor takes for a person only who was shown the page", () => {
  assertEquals(describe(BROWSER), "person 203.0.113.0/24");
  for (
    const headers of [
      {},
      { "sec-fetch-dest": "document" },
      { ...BROWSER, "sec-fetch-dest": "image" },
      { ...BROWSER, "sec-purpose": "prefetch;prerender" },
      { ...BROWSER, purpose: "preview" },
      { ...BROWSER, "user-agent": "Mozilla/5.0 (compatible; SomeBot/2.0)" },
      { ...BROWSER, "user-agent": "LinkScanner/1.0" },
      { ...BROWSER, "user-agent": "HeadlessChrome/156" },
    ] as Record<string, string>[]
  ) assertEquals(describe(headers), "robot 203.0.113.0/24");
  assertEquals(describe(BROWSER, { method: "HEAD" }), "robot 203.0.113.0/24");
});

Deno.test("describeVisitor keeps the network alone", () => {
  assertEquals(describe(BROWSER, { address: "2001:db8:1:2" }), "person 2001:db8:1:2::/64");
});
