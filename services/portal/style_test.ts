import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { contentSecurityPolicy, STYLE_SHEET, styleElement } from "./style.ts";

Deno.test("contentSecurityPolicy allows exactly the sheet that stands in the pages", async () => {
  const inPage = /^<style>(.*)<\/style>$/s.exec(styleElement().markup)?.[1] ?? "";
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(inPage));
  assertStringIncludes(contentSecurityPolicy(), `style-src 'sha256-${new Uint8Array(digest).toBase64()}'`);
});

Deno.test("contentSecurityPolicy is one line of plain ASCII without unsafe words", () => {
  const policy = contentSecurityPolicy();
  assertEquals(/^[\x20-\x7e]+$/.test(policy), true);
  assertFalse(policy.includes("unsafe"));
});

Deno.test("the style sheet loads nothing from elsewhere and cannot end its element", () => {
  assertFalse(/@import|url\((?!#)|<\//.test(STYLE_SHEET));
});
