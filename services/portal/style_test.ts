import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { createHash } from "node:crypto";
import { renderLive } from "./live.ts";
import { createReader } from "./reader.ts";
import {
  accountLook,
  contentSecurityPolicy,
  paperLook,
  PLAIN_LOOK,
  STYLE_SHEETS,
  styleElements,
} from "./style.ts";

Deno.test("contentSecurityPolicy allows exactly the sheets that stand in the pages", () => {
  for (const look of [null, "#aa3300"].flatMap((color) => [accountLook({ color }), paperLook({ color })])) {
    const sheets = [...styleElements(look).markup.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css]) => css!);
    assertEquals(sheets.length, look.color === null ? 1 : 2);
    const hashes = sheets.map((css) => `'sha256-${createHash("sha256").update(css).digest("base64")}'`);
    assertStringIncludes(contentSecurityPolicy(look), `style-src ${hashes.join(" ")};`);
  }
});

Deno.test("styleElements has the seller's colour for both schemes", () => {
  const { markup } = styleElements(accountLook({ color: "#aa3300" }));
  assertStringIncludes(
    markup,
    ":root{--brand:#aa3300;--brand-ink:#ffffff;--brand-edge:#aa3300}@media screen and (prefers-color-scheme:dark)",
  );
});

Deno.test("contentSecurityPolicy allows the one script, and that it asks us alone", () => {
  const reader = createReader("en-GB", undefined);
  const [, script = ""] = /<script>(.*?)<\/script>/s.exec(renderLive(1, reader).markup)!;
  const hash = createHash("sha256").update(script).digest("base64");
  assertStringIncludes(contentSecurityPolicy(PLAIN_LOOK), `script-src 'sha256-${hash}'; connect-src 'self';`);
});

Deno.test("contentSecurityPolicy is one line of plain ASCII without unsafe words", () => {
  const policy = contentSecurityPolicy(PLAIN_LOOK);
  assertEquals(/^[\x20-\x7e]+$/.test(policy), true);
  assertFalse(policy.includes("unsafe"));
});

Deno.test("the style sheets load nothing from elsewhere and cannot end their element", () => {
  for (const sheet of Object.values(STYLE_SHEETS)) assertFalse(/@import|url\((?!#)|<\//.test(sheet));
});
