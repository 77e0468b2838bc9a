import { assertEquals, assertThrows } from "@std/assert";
import { CheckedUrl } from "./checked_url.ts";
import { html } from "./html.ts";

Deno.test("html escapes text and attribute values", () => {
  const hostile = `<img src=x onerror="alert('1')">&`;
  const page = html`<p title="${hostile}">${hostile}</p>`.markup;
  const escaped = "&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;";
  assertEquals(page, `<p title="${escaped}">${escaped}</p>`);
});

Deno.test("html draws markup of its own as markup, also in lists", () => {
  const items = ["a", "b"].map((text) => html`<li>${text}</li>`);
  assertEquals(html`<ul>${items}</ul>`.markup, "<ul><li>a</li><li>b</li></ul>");
});

Deno.test("html draws nothing for true, false, null and undefined, and zero as zero", () => {
  assertEquals(html`<p>${true}${false}${null}${undefined}${0}</p>`.markup, "<p>0</p>");
});

Deno.test("html refuses a value outside of quotes", () => {
  const value = "x onmouseover=alert(1)";
  assertThrows(() => html`<p class=${value}>`, TypeError);
  assertThrows(() => html`<p ${value}>`, TypeError);
  assertThrows(() => html`<${value}>`, TypeError);
});

Deno.test("html refuses a value in script, style, comments and event attributes", () => {
  const value = "alert(1)";
  assertThrows(() => html`<script>${value}</script>`, TypeError);
  assertThrows(() => html`<style>p{color:${value}}</style>`, TypeError);
  assertThrows(() => html`<!-- ${value} -->`, TypeError);
  assertThrows(() => html`<p onclick="${value}">`, TypeError);
  assertThrows(() => html`<p style="color:${value}">`, TypeError);
});

Deno.test("html takes values again after a closed script", () => {
  assertEquals(
    html`
      <script>1<2</script>
      <p>${"<"}</p>
    `.markup,
    "<script>1<2</script><p>&lt;</p>",
  );
});

Deno.test("html refuses a text where a URL begins, and takes a checked one", () => {
  assertThrows(() => html`<a href="${"javascript:alert(1)"}">x</a>`, TypeError);
  assertThrows(() => html`<a HREF='${"javascript:alert(1)"}'>x</a>`, TypeError);
  assertThrows(() => html`<form action="${"https://evil.example"}"></form>`, TypeError);
  const url = CheckedUrl.web("https://pay.example/a?b=1&c=2") ?? "";
  assertEquals(html`<a href="${url}">x</a>`.markup, '<a href="https://pay.example/a?b=1&amp;c=2">x</a>');
});

Deno.test("html refuses markup inside quotes and values it does not know", () => {
  const markup = html`<b>x</b>`;
  assertThrows(() => html`<p title="${markup}"></p>`, TypeError);
  // The compiler refuses it too; data of unknown shape could still arrive.
  const fromJson = JSON.parse('{"markup":"<script>"}') as string;
  assertThrows(() => html`<p>${fromJson}</p>`, TypeError);
});

Deno.test("html refuses a template that ends inside a tag", () => {
  assertThrows(() => html`<p title="x`, TypeError);
});
