import { assertEquals } from "@std/assert";
import { type Answer, createRespond, leaveLengthOpen, spareStream } from "./answer.ts";
import type { Exchange } from "../exchange.ts";

async function lengthToldBy(answer: Answer): Promise<string | null> {
  const respond = createRespond("http://mesh");
  const serve = (request: Request) => {
    // All of an exchange that an answer looks at; the router takes a body from HEAD in the same way.
    const response = respond(answer, { request, headers: {} } as Exchange);
    return leaveLengthOpen(request, new Response(null, response));
  };
  await using server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, serve);
  const response = await fetch(`http://127.0.0.1:${server.addr.port}/`, { method: "HEAD" });
  await response.body?.cancel();
  return response.headers.get("content-length");
}

Deno.test("HEAD tells the length that GET would have, and none where only GET finds it out", async () => {
  const headers = { "content-type": "application/zip" };
  assertEquals(await lengthToldBy({ status: 200, headers, body: new Uint8Array(7) }), "7");
  assertEquals(await lengthToldBy({ status: 200, headers, body: "Łódź" }), "7");
  assertEquals(await lengthToldBy({ status: 200, headers, body: null }), null);
  assertEquals(await lengthToldBy({ status: 200, headers, body: new ReadableStream() }), null);
});

Deno.test("an answer names each header that it depends on", () => {
  const answer = { status: 200, headers: { vary: "Accept-Encoding" }, body: null };
  // All of an exchange that an answer looks at.
  const exchange = {
    request: new Request("http://mesh"),
    headers: { vary: "origin" },
  } as unknown as Exchange;
  assertEquals(createRespond("http://mesh")(answer, exchange).headers.get("vary"), "Accept-Encoding, origin");
});

Deno.test("HEAD ends a stream that nobody will read, and GET reads it", async () => {
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({ cancel: () => void (isCancelled = true) });
  const answer = { status: 200, headers: {}, body };
  assertEquals(await spareStream(answer, new Request("http://mesh")), answer);
  assertEquals(isCancelled, false);
  const { body: left } = await spareStream(answer, new Request("http://mesh", { method: "HEAD" }));
  assertEquals([left, isCancelled], [null, true]);
});
