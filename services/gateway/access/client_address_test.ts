import { assertEquals } from "@std/assert";
import { findClientAddress } from "./client_address.ts";

function find(forwarded: string | undefined, peer: string, ...proxies: string[]): string {
  const headers: Record<string, string> = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  return findClientAddress(new Request("http://localhost/", { headers }), peer, new Set(proxies));
}

Deno.test("findClientAddress takes nobody's word who is not trusted", () => {
  assertEquals(find("203.0.113.7", "198.51.100.1"), "198.51.100.1");
  assertEquals(find("203.0.113.7", "198.51.100.1", "10.0.0.1"), "198.51.100.1");
});

Deno.test("findClientAddress takes what the nearest trusted proxy has seen, not what its client claims", () => {
  assertEquals(find("203.0.113.7", "10.0.0.1", "10.0.0.1"), "203.0.113.7");
  assertEquals(find("1.1.1.1, 203.0.113.7", "10.0.0.1", "10.0.0.1"), "203.0.113.7");
  assertEquals(find("1.1.1.1,203.0.113.7,10.0.0.2", "10.0.0.1", "10.0.0.1", "10.0.0.2"), "203.0.113.7");
  assertEquals(find("2001:db8::7", "::ffff:10.0.0.1", "10.0.0.1"), "2001:db8::7");
});

Deno.test("findClientAddress stays with the proxy where that has seen nobody", () => {
  for (const forwarded of [undefined, "", " , ", "unknown", "203.0.113.7, secret text", "10.0.0.1"]) {
    assertEquals(find(forwarded, "10.0.0.1", "10.0.0.1"), "10.0.0.1", forwarded);
  }
});
