import { assertEquals } from "@std/assert";
import { gunzipSync } from "node:zlib";
import type { Answer } from "./answer.ts";
import { compressPage } from "./compress_page.ts";

const PAGE: Answer = {
  status: 200,
  headers: { "content-type": "text/html; charset=utf-8" },
  body: new TextEncoder().encode("<p>Łódź</p>".repeat(100)),
};

function ask(accepted: string, answer = PAGE, method = "GET"): Answer {
  return compressPage(
    answer,
    new Request("http://mesh/", { method, headers: { "accept-encoding": accepted } }),
  );
}

Deno.test("compressPage writes pages as gzip for whoever takes it", () => {
  for (const accepted of ["gzip, deflate", "gzip, deflate, br, zstd", "br;q=0.5, gzip;q=0.2"]) {
    const { headers, body } = ask(accepted);
    assertEquals([headers["content-encoding"], headers.vary], ["gzip", "Accept-Encoding"], accepted);
    assertEquals(new Uint8Array(gunzipSync(body as Uint8Array)), PAGE.body);
  }
});

Deno.test("compressPage leaves everything else to the server", () => {
  for (const accepted of ["br", "", "identity", "gzip;q=0", "br, gzip;q=0.00"]) {
    assertEquals(ask(accepted), PAGE);
  }
  assertEquals(ask("gzip", PAGE, "HEAD"), PAGE);
  const pdf = { ...PAGE, headers: { "content-type": "application/pdf" } };
  assertEquals(ask("gzip", pdf), pdf);
  const stream = { ...PAGE, body: new ReadableStream<Uint8Array>() };
  assertEquals(ask("gzip", stream), stream);
});
