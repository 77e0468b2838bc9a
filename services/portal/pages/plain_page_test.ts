import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { PLAIN_PAGES as PAGES } from "shared/contract/portal_shapes.ts";
import { createReader } from "../reader.ts";
import { renderPlainPage } from "./plain_page.ts";

Deno.test("plain pages link nowhere and name nobody", () => {
  for (const page of PAGES) {
    const markup = renderPlainPage(page, createReader(null, undefined)).markup;
    assertFalse(/(?:href|action)="(?!data:,|#|")/.test(markup));
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
  assertEquals(new Set(titles).size, PAGES.length);
});

Deno.test("the page of a link that has ended asks for an address, and goes to its own", () => {
  const markup = renderPlainPage("gone", createReader(null, "en")).markup;
  assertStringIncludes(markup, '<form class="ask" method="post">');
  assertStringIncludes(markup, 'type="email" name="email" required');
  for (const page of PAGES.filter((page) => page !== "gone")) {
    assertFalse(renderPlainPage(page, createReader(null, "en")).markup.includes("<form"));
  }
});
