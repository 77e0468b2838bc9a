import { assertEquals } from "@std/assert";
import { dropLayout } from "./html_layout.ts";

Deno.test("dropLayout draws nothing for line breaks around tags and holes", () => {
  assertEquals(dropLayout(["\n  <ul>\n    ", "\n    ", "\n  </ul>\n"]), ["<ul>", "", "</ul>"]);
});

Deno.test("dropLayout keeps a space where a line break parts words, tags in a line and attributes", () => {
  assertEquals(dropLayout(["<p\n  class=x>one\n  two\n  <b>three</b></p>"]), [
    "<p class=x>one two <b>three</b></p>",
  ]);
  assertEquals(dropLayout(["<p>ask ", "\n  for it</p>"]), ["<p>ask ", " for it</p>"]);
});

Deno.test("dropLayout leaves spaces within a line alone", () => {
  assertEquals(dropLayout(["<b>a</b> ", " <i>b</i>"]), ["<b>a</b> ", " <i>b</i>"]);
});
