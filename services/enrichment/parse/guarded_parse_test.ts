import { assertEquals, assertLess, assertRejects } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import { FetchFailure } from "../outcome.ts";
import { aPage, parse } from "../read/test_site.ts";
import { parsePage } from "./parse_page.ts";

const MAX_CHARS = 2 * 1_024 * 1_024;

function fill(piece: (i: number) => string): string {
  const pieces: string[] = [];
  for (let i = 0, length = 0; length < MAX_CHARS; i++) {
    const next = piece(i);
    pieces.push(next);
    length += next.length;
  }
  return pieces.join("");
}

/** Each costs an unguarded parser between seconds and for ever. */
const BOMBS: Readonly<Record<string, string>> = {
  "nested blocks": fill(() => "<div>"),
  "nested templates": fill(() => "<template>"),
  "misnested blocks": fill(() => "<b><div></b>"),
  "misnested inline": fill(() => "<span><div></span>"),
  "reopened formatting": fill((i) => `<p><font color=c${i}></p>`),
  "links in tables": fill(() => "<a><table>"),
  "foster parents": `<table>${fill(() => "<i>x</i>")}`,
  "attributes": `<div ${fill((i) => `a${i} `)}`,
  "nested drawing": `<svg><style>${fill(() => "<g>")}`,
  "comment that is none": `<!-->${fill(() => "<div>")}`,
  "flat elements": fill(() => "<br>"),
};

for (const [name, html] of Object.entries(BOMBS)) {
  Deno.test(`parseGuarded refuses ${name} in time`, async () => {
    using watch = startStopwatch();
    const failure = await assertRejects(() => parse(html), FetchFailure);
    assertEquals(failure.outcome, "too_large");
    assertLess(watch.workedMs, 10_000);
  });
}

Deno.test("parseGuarded refuses a small page that is nested too deep to be walked", async () => {
  const failure = await assertRejects(() => parse("<div>".repeat(300)), FetchFailure);
  assertEquals(failure.outcome, "too_large");
});

Deno.test("parseGuarded takes a deep but sane page", async () => {
  const page = await parse(`${"<div>".repeat(200)}<p>deep${"</div>".repeat(200)}<p>flat`);
  assertEquals(page.lines.map((line) => line.text), ["deep", "flat"]);
});

Deno.test("parseGuarded ends with the signal", async () => {
  const controller = new AbortController();
  const parsing = parsePage(
    aPage(fill((i) => `<p title="${i}">word`).slice(0, 1_500_000)),
    controller.signal,
  );
  controller.abort(new Error("stopped"));
  await assertRejects(() => parsing, Error, "stopped");
});

/** Each costs a pattern that looks again and again, or a search through all rules for each element, minutes. */
const SHEETS: Readonly<Record<string, string>> = {
  "the same rule": `<style>${".a{opacity:0}".repeat(20_000)}</style>${"<p class=b>x".repeat(20_000)}`,
  "rules": `<style>${Array.from({ length: 15_000 }, (_, i) => `.a${i}{opacity:0}`).join("")}</style>${
    "<p class='b c'>x".repeat(20_000)
  }`,
  "comments": `<style>${"/*".repeat(140_000)}</style>`,
  "openings": `<style>${"a{".repeat(140_000)}</style>`,
  "media": `<style>${"@media (x){".repeat(25_000)}</style>`,
  "names": `<style>${"a ".repeat(140_000)}{opacity:0}</style>`,
  "sheets": "<style>".repeat(200_000),
};

for (const [name, html] of Object.entries(SHEETS)) {
  Deno.test(`parsePage is done in time with a sheet full of ${name}`, async () => {
    using watch = startStopwatch();
    await parse(html);
    assertLess(watch.workedMs, 8_000);
  });
}

const styled = (style: (i: number) => string, count: number) =>
  Array.from({ length: count }, (_, i) => `<p style="${style(i)}">x`).join("");
/** Not two alike, for what is known of a line is not asked again. */
const paragraphs = (text: string, count: number) =>
  Array.from({ length: count }, (_, i) => `<p>${text} ${i}`).join("");
const MARKS = "\u0316\u0301".repeat(100_000);
const NAMES = Array.from({ length: 20_000 }, (_, i) => `a${i}`).join(" ");
const ITEM = '<div itemscope itemtype="https://schema.org/Organization">';

/** Each has a part that is looked at again for each of its other parts: seconds to minutes, were it not bounded. */
const SQUARES: Readonly<Record<string, string>> = {
  "functions in a style": styled(
    (i) => `transform:${"transform:".repeat(50)}${"translate(".repeat(50)}${"1".repeat(900)}${i}`,
    50,
  ),
  "blanks in a colour": styled((i) => `color:rgb(${", ".repeat(900)}${i};background:red`, 6_000),
  "rules for one class": `<style>${
    Array.from({ length: 2_000 }, (_, i) => `.b.c${i}{opacity:0}`).join("")
  }</style>${`<p class="b ${"x ".repeat(20)}">x`.repeat(30_000)}`,
  "marks on a letter": `<a href="/">a${MARKS}</a>`,
  "properties of one text": `${ITEM}<div itemprop="${NAMES}">${"word ".repeat(100_000)}`,
  "properties within each other": `${ITEM}${
    Array.from({ length: 240 }, (_, i) => `<div itemprop="a${i}">`).join("")
  }${"word ".repeat(300_000)}`,
  "quotes that do not end": `<script type="application/ld+json">${'"\\'.repeat(90_000)}</script>`,
  "dashes": paragraphs("-".repeat(4_700), 400),
  "words without an end": paragraphs("utasításpvc".repeat(427), 100),
};

for (const [name, html] of Object.entries(SQUARES)) {
  Deno.test(`parsePage is done in time with a page full of ${name}`, async () => {
    using watch = startStopwatch();
    await parse(html);
    assertLess(watch.workedMs, 3_000);
  });
}

Deno.test("parsePage cuts what is said in attributes to what is worth reading", async () => {
  const long = "a".repeat(20_000);
  const page = await parse(
    `<title>${long}</title><meta name=description content="${long}"><a href="/x" title="${long}"></a>
     <a href="/${long}">x</a><img src="/${long}" alt=x><img src="/y" alt="${long}">`,
  );
  assertEquals(page.links.map(({ text }) => text.length), [500]);
  assertEquals(page.images.map(({ alt }) => alt.length), [500]);
  assertEquals([page.title.length, page.metas[0]!.content.length], [1_000, 2_000]);
});

Deno.test("parsePage takes names that every object has for names that nobody knows", async () => {
  const page = await parse(
    `<p style="color:constructor;background:red">seen</p>
     <div itemscope itemtype="https://schema.org/Organization"><p itemprop="constructor __proto__">x</div>`,
  );
  assertEquals(page.lines.map(({ text, isConcealed }) => [text, isConcealed]), [["seen", undefined], [
    "x",
    undefined,
  ]]);
});

Deno.test("parseGuarded takes a text and an attribute that are longer than what is parsed at once", async () => {
  const long = "word".repeat(10_000);
  const told = JSON.stringify({ "@type": "Organization", name: long });
  const page = await parse(
    `<script type="application/ld+json">${told}</script><script>${long}</script><p title="${long}">short`,
  );
  // Not compared as texts: what differs would be printed whole.
  assertEquals(page.jsonLd.map((text) => text === told), [true]);
  assertEquals(page.lines.map(({ text }) => text), ["short"]);
});
