import { assertEquals } from "@std/assert";
import { CheckedUrl } from "./checked_url.ts";

Deno.test("CheckedUrl.web takes https without credentials only", () => {
  assertEquals(CheckedUrl.web("https://pay.example/x")?.href, "https://pay.example/x");
  for (
    const text of [
      "http://pay.example/",
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "data:text/html,x",
      "https://user:password@pay.example/",
      "//pay.example/",
      "pay.example",
      "",
      null,
    ]
  ) assertEquals(CheckedUrl.web(text), undefined);
});

Deno.test("CheckedUrl.image takes our own paths and inline pictures, never another host or SVG", () => {
  assertEquals(CheckedUrl.image("/logos/ab12.png")?.href, "/logos/ab12.png");
  assertEquals(CheckedUrl.image("data:image/png;base64,iVBO")?.href, "data:image/png;base64,iVBO");
  for (
    const text of [
      "https://evil.example/x.png",
      "//evil.example/x.png",
      "data:image/svg+xml;base64,PHN2",
      null,
    ]
  ) {
    assertEquals(CheckedUrl.image(text), undefined);
  }
});

Deno.test("CheckedUrl encodes what it is given", () => {
  assertEquals(CheckedUrl.path(".", "a/b?c", "d e").href, "./a%2Fb%3Fc/d%20e");
  assertEquals(CheckedUrl.query({ q: "a&b=c#d" }, "list").href, "?q=a%26b%3Dc%23d#list");
  assertEquals(CheckedUrl.mail("a@b.example?bcc=x@y.example").href, "mailto:a@b.example%3Fbcc%3Dx@y.example");
  assertEquals(CheckedUrl.phone("+47 22 00 (00)").href, "tel:+47220000");
});
