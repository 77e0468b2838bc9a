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

Deno.test("CheckedUrl encodes what it is given", () => {
  assertEquals(CheckedUrl.path(".", "a/b?c", "d e").href, "./a%2Fb%3Fc/d%20e");
  assertEquals(CheckedUrl.root("brand", "//evil.example").href, "/brand/%2F%2Fevil.example");
  assertEquals(CheckedUrl.path("x").with({ a: "b&c", d: null }).href, "x?a=b%26c");
  assertEquals(CheckedUrl.query({ q: "a&b=c#d" }, "list").href, "?q=a%26b%3Dc%23d#list");
  assertEquals(CheckedUrl.mail("a@b.example?bcc=x@y.example").href, "mailto:a@b.example%3Fbcc%3Dx@y.example");
  assertEquals(CheckedUrl.phone("+47 22 00 (00)").href, "tel:+47220000");
});
