import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { createReader } from "../reader.ts";
import { renderPlainPage } from "./plain_page.ts";

const PAGES = ["gone", "missing", "unavailable"] as const;

Deno.test("plain pages link nowhere and name nobody", () => {
  for (const page of PAGES) {
    const markup = renderPlainPage(page, createReader(null, undefined)).markup;
    assertFalse(/href="(?!data:,|#)/.test(markup.replaceAll(/<use[^>]*>/g, "")));
    assertFalse(markup.includes("<header"));
  }
});

Deno.test("plain pages speak the visitor's language", () => {
  const markup = renderPlainPage("gone", createReader(null, "de,en;q=0.5")).markup;
  assertStringIncludes(markup, "Dieser Link gilt nicht mehr");
});

Deno.test("plain pages each say something else", () => {
  const titles = PAGES.map((page) =>
    /<h1>(.*?)<\/h1>/.exec(renderPlainPage(page, createReader(null, "")).markup)?.[1]
  );
  assertEquals(new Set(titles).size, 3);
});
