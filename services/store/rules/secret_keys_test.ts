import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { SecretKeys } from "./secret_keys.ts";

const keys = new SecretKeys("a secret of the tests");

Deno.test("portalId has 21 URL-safe characters and differs by team, customer, rotation and secret", () => {
  const link = keys.portalId("t", "c", 1);
  assertMatch(link, /^[A-Za-z0-9_-]{21}$/);
  assertEquals(link, new SecretKeys("a secret of the tests").portalId("t", "c", 1));
  for (
    const other of [
      keys.portalId("t", "c", 2),
      keys.portalId("u", "c", 1),
      new SecretKeys("x").portalId("t", "c", 1),
    ]
  ) {
    assertNotEquals(link, other);
  }
});

Deno.test("openCursor takes only what signCursor made", () => {
  const cursor = keys.signCursor('{"v":"Ünï"}');
  assertEquals(keys.openCursor(cursor), '{"v":"Ünï"}');
  for (
    const forged of ["", "abc", ".", cursor + "A", "A" + cursor, new SecretKeys("x").signCursor("{}"), "25"]
  ) {
    assertEquals(keys.openCursor(forged), undefined);
  }
});
