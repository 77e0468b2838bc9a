import { assertEquals } from "@std/assert";
import { accepts, acceptsEncodings, acceptsLanguages } from "@std/http";

function aRequest(headers: Record<string, string>) {
  return new Request("http://localhost/", { headers });
}

Deno.test("accepts picks the preferred type of those offered", () => {
  const browser = aRequest({ accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" });
  assertEquals(accepts(browser, "application/json", "text/html"), "text/html");
  assertEquals(accepts(aRequest({ accept: "text/html;q=0, */*" }), "text/html", "text/plain"), "text/plain");
  assertEquals(accepts(aRequest({ accept: "image/png" }), "text/html"), undefined);
  assertEquals(accepts(aRequest({}), "application/json", "text/html"), "application/json");
  assertEquals(accepts(aRequest({ accept: "a/b;q=0.1, c/d" })), ["c/d", "a/b"]);
  assertEquals(acceptsLanguages(aRequest({ "accept-language": "de-AT, en;q=0.5" }), "en", "de"), "de");
  assertEquals(acceptsEncodings(aRequest({ "accept-encoding": "br, gzip;q=0" }), "gzip"), undefined);
});
