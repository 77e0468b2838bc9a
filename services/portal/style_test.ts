import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { createHash } from "node:crypto";
import { renderLive } from "./live.ts";
import { createReader } from "./reader.ts";
import { contentSecurityPolicy, STYLE_SHEET, styleElement } from "./style.ts";

Deno.test("contentSecurityPolicy allows exactly the sheet that stands in the pages", async () => {
  const inPage = /^<style>(.*)<\/style>$/s.exec(styleElement().markup)?.[1] ?? "";
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(inPage));
  assertStringIncludes(contentSecurityPolicy(), `style-src 'sha256-${new Uint8Array(digest).toBase64()}'`);
});

Deno.test("contentSecurityPolicy allows the one script, and that it asks us alone", () => {
  const reader = createReader("en-GB", undefined);
  const [, script = ""] = /<script>(.*?)<\/script>/s.exec(renderLive(1, reader).markup)!;
  const hash = createHash("sha256").update(script).digest("base64");
  assertStringIncludes(contentSecurityPolicy(), `script-src 'sha256-${hash}'; connect-src 'self';`);
});

Deno.test("contentSecurityPolicy is one line of plain ASCII without unsafe words", () => {
  const policy = contentSecurityPolicy();
  assertEquals(/^[\x20-\x7e]+$/.test(policy), true);
  assertFalse(policy.includes("unsafe"));
});

Deno.test("the style sheet loads nothing from elsewhere and cannot end its element", () => {
  assertFalse(/@import|url\((?!#)|<\//.test(STYLE_SHEET));
});
