import { assertEquals } from "@std/assert";
import { parseAllowList } from "./fetch/allow_list.ts";
import { findStartUrls } from "./start_urls.ts";

const ALLOWED = parseAllowList(["127.0.0.1:9000"]);

function starts(website: string | null, email: string | null = null): string[] {
  return findStartUrls({ website, email }, ALLOWED);
}

Deno.test("findStartUrls tries https, then http, then www", () => {
  const variants = ["https://acme.example/", "http://acme.example/", "https://www.acme.example/"];
  assertEquals(starts("acme.example").map((url) => new URL(url).href), variants);
  assertEquals(starts("https://www.acme.example/de").at(-1), "https://acme.example/de");
  assertEquals(starts("http://shop.acme.example/"), [
    "http://shop.acme.example/",
    "https://shop.acme.example/",
  ]);
});

Deno.test("findStartUrls takes an allow-listed address as it stands", () => {
  assertEquals(starts("http://127.0.0.1:9000/acme/"), ["http://127.0.0.1:9000/acme/"]);
  assertEquals(starts("127.0.0.1:9000/acme/"), ["http://127.0.0.1:9000/acme/"]);
});

Deno.test("findStartUrls falls back to the company's domain in the e-mail address", () => {
  assertEquals(starts(null, "info@mail.acme.co.uk")[0], "https://acme.co.uk");
  assertEquals(starts("  ", "info@acme.example")[0], "https://acme.example");
});

Deno.test("findStartUrls does not take a mail provider for a company", () => {
  for (const email of ["a@gmail.com", "a@web.de", "a@orange.fr", "a@yahoo.co.jp", "a@mailinator.com"]) {
    assertEquals(starts(null, email), []);
  }
  assertEquals([starts(null, null), starts(null, "nonsense"), starts("")], [[], [], []]);
});

Deno.test("findStartUrls hands on what it cannot understand, for the vetting to refuse", () => {
  assertEquals(starts("file:///etc/passwd"), ["file:///etc/passwd"]);
  assertEquals(starts("http://exa mple/"), ["http://exa mple/"]);
  assertEquals(starts("http://acme.example:8080/"), ["http://acme.example:8080/"]);
});
