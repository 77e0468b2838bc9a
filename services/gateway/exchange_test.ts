import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { openCall, openExchange, toNetwork } from "./exchange.ts";

const aRequest = (id?: string) =>
  new Request("http://localhost/", { headers: id === undefined ? {} : { "x-request-id": id } });

Deno.test("openExchange: a chosen id is kept for the client and made unique for the mesh", () => {
  const [one, two] = [openExchange(aRequest("chosen-id"), "::1"), openExchange(aRequest("chosen-id"), "::1")];
  assertEquals([one.requestId, two.requestId], ["chosen-id", "chosen-id"]);
  assertNotEquals(one.callId, two.callId);
  assertMatch(openExchange(aRequest("x".repeat(64)), "::1").callId, /^[A-Za-z0-9_-]{64}$/);
});

Deno.test("openExchange: without a usable id one id serves both", () => {
  for (const id of [undefined, "short", "a b c d e f", "é".repeat(10), "a.b.c.d.e"]) {
    const { requestId, callId } = openExchange(aRequest(id && encodeURIComponent(id)), "::1");
    assertEquals(requestId, callId);
    assertMatch(requestId, /^[0-9a-f-]{36}$/);
  }
});

Deno.test("openCall: each call of a request has a name of its own that begins with the request's", () => {
  for (const id of ["chosen-id", undefined, "x".repeat(64)]) {
    const exchange = openExchange(aRequest(id), "::1");
    const { signal } = new AbortController();
    const [one, two] = [openCall(exchange, signal), openCall(exchange, signal)];
    assertNotEquals(one.callId, two.callId);
    for (const { callId } of [one, two]) {
      assertMatch(callId, /^[A-Za-z0-9_-]{24,64}$/);
      assertEquals(callId.startsWith(exchange.requestId.slice(0, 40)), true);
    }
    assertEquals([one.signal, one.headers, one.requestId], [signal, exchange.headers, exchange.requestId]);
  }
});

Deno.test("toNetwork: whoever has one IPv6 network is one", () => {
  const cases: [address: string, network: string][] = [
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:DB8:1:2::9", "2001:db8:1:2"],
    ["2001:db8::9", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
  ];
  for (const [address, network] of cases) assertEquals(toNetwork(address), network);
});
