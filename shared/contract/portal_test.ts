import { assertEquals } from "@std/assert";
import { portal, portalAccounts } from "./portal.ts";

Deno.test("portal.accountPage searches for the beginning of what is too long, and never refuses it", () => {
  for (const { input } of [portal.accountPage, portalAccounts.get]) {
    const search = (q: string) => (input.parse({ portalId: "x".repeat(21), q }) as { q: string }).q;
    assertEquals(search("a".repeat(300)), "a".repeat(100));
    assertEquals(search("🦊".repeat(101)), "🦊".repeat(100));
    assertEquals(search("INV-7"), "INV-7");
  }
});
