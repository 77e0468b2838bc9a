import { assertEquals } from "@std/assert";
import { gzipSync } from "node:zlib";
import type { Answer } from "./answer.ts";
import { suitEncoding } from "./suit_encoding.ts";

const HTML = new TextEncoder().encode("<p>Łódź</p>".repeat(100));
const TYPE = { "content-type": "text/html; charset=utf-8" };
const PAGE: Answer = { status: 410, headers: { ...TYPE, "content-encoding": "gzip" }, body: gzipSync(HTML) };

function ask(accepted: string, answer = PAGE): Answer {
  return suitEncoding(answer, new Request("http://mesh/", { headers: { "accept-encoding": accepted } }));
}

Deno.test("suitEncoding passes gzip on to whoever takes it", () => {
  for (const accepted of ["gzip, deflate", "gzip, deflate, br, zstd", "br;q=0.5, gzip;q=0.2"]) {
    const headers = { ...PAGE.headers, vary: "Accept-Encoding" };
    assertEquals(ask(accepted), { ...PAGE, headers }, accepted);
  }
});

Deno.test("suitEncoding unpacks a page for whoever does not take gzip", () => {
  for (const accepted of ["br", "", "identity", "gzip;q=0", "br, gzip;q=0.00"]) {
    const { status, headers, body } = ask(accepted);
    assertEquals({ status, headers }, { status: 410, headers: TYPE }, accepted);
    assertEquals(new Uint8Array(body as Uint8Array), HTML);
  }
});

Deno.test("suitEncoding leaves alone what is not compressed, and what is streamed", () => {
  const pdf = { status: 200, headers: { "content-type": "application/pdf" }, body: HTML };
  assertEquals(ask("gzip", pdf), pdf);
  const stream = { ...PAGE, body: new ReadableStream<Uint8Array>() };
  assertEquals(ask("", stream), stream);
});
