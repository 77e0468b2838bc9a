import { assertEquals } from "@std/assert";
import { choosePages, roleOf } from "../choose_pages.ts";
import { findForeignLines } from "../foreign_lines.ts";
import { homeSigns } from "../home_signs.ts";
import { isOwnGround } from "../own_ground.ts";
import { readLogos } from "../read_logo.ts";
import { AUTHORITIES_IN_NOTICES } from "./test_authorities_in_notices.ts";
import { IN_NOTICES } from "./test_others_in_notices.ts";
import { IN_TERMS } from "./test_others_in_terms.ts";
import { ON_HOME_PAGES } from "./test_others_on_home_pages.ts";
import { BESIDE_OTHERS } from "./test_own_beside_others.ts";
import { aSite, parse, readValues, valuesOf } from "../test_site.ts";

Deno.test("homeSigns takes words of one country only, whole and in short lines", async () => {
  const cases: [line: string, signs: string[]][] = [
    ["Acme GmbH", ["DE"]],
    ["Acme (GmbH)", ["DE"]],
    ["Via Roma 1, Monza (MB)", []],
    ["Acme gmbhartig", []],
    ["Acme AB, Malmö", ["SE"]],
    ["Plan ABC", []],
    ["Acme sp. z o.o.", ["PL"]],
    ["Acme Inc, LLC", []],
    ["VAT number 237 7441 08", []],
    ["TVA 1234567", []],
    ["Registered in England No. 01774412", ["GB"]],
    ["Registered in English classes 1774", []],
    ["KvK 61774420", ["NL"]],
    ["KvK", []],
    [`${"So much text. ".repeat(20)} Acme GmbH`, []],
  ];
  for (const [line, signs] of cases) {
    const page = await parse(`<p>${line}</p>`);
    assertEquals([line, [...homeSigns(page, new Set())]], [line, signs]);
  }
  const credited = await parse("<p>Acme Oy</p>");
  assertEquals([...homeSigns(credited, new Set([0]))], []);
});

Deno.test("findForeignLines knows who else is spoken of, and ends where the company goes on", async () => {
  const foreignOf = async (html: string, role: "home" | "legal" = "home") => {
    const { lines } = await parse(html);
    const foreign = findForeignLines(lines, role, ["acmetools"]);
    return lines.filter((_, index) => foreign.has(index)).map(({ text }) => text);
  };
  const cases: [html: string, foreign: string[]][] = [
    ["<p>Website by Studio Nord<p>A website buyers like", ["Website by Studio Nord"]],
    ["<p>“So fast.”<p>Jane Roe, Bolt Works, Leeds<p>Mill Lane 4", [
      "“So fast.”",
      "Jane Roe, Bolt Works, Leeds",
    ]],
    ["<p>“Built to last”<p>12 Mill Lane, Leeds", ["“Built to last”"]],
    ["<p>Jane Roe<p>“Fast.”<p>Jane Roe<p>CEO, Bolt", ["“Fast.”", "Jane Roe", "CEO, Bolt"]],
    ["<p>Jane Roe, CEO of Bolt Works<p>Rika Sund, CEO of Acme Tools", ["Jane Roe, CEO of Bolt Works"]],
    ["<h2>Our customers</h2><p>Bolt, Leeds<h2>Contact</h2><p>Mill Lane 4", ["Our customers", "Bolt, Leeds"]],
    ["<h2>Partners</h2><p>Bolt, Leeds<p>Acme Tools Ltd, Mill Lane 4", ["Partners", "Bolt, Leeds"]],
    ["<h2>Partners</h2><p>Bolt, Leeds<footer><p>Mill Lane 4</footer>", ["Partners", "Bolt, Leeds"]],
    ["<h2>Partners in crime fiction since 1980</h2><p>Mill Lane 4", []],
    ["<h1>Events</h1><p>Mill Lane 4", []],
    ["<p>Members of Craft UK, 1 High Street, Watford<p>Members only", [
      "Members of Craft UK, 1 High Street, Watford",
    ]],
  ];
  for (const [html, foreign] of cases) assertEquals([html, await foreignOf(html)], [html, foreign]);
  const notice = "<h2>Hosting</h2><p>Cloud SARL<h2>Éditeur</h2><p>Acme SAS";
  assertEquals(await foreignOf(notice, "legal"), ["Hosting", "Cloud SARL"]);
  assertEquals(await foreignOf(notice), []);
});

Deno.test("isOwnGround is the page's frame, its contact pages, and what stands near name or contact words", async () => {
  const filler = "<p>So much to say.".repeat(4);
  const told = async (html: string, path = "/") => {
    const title = path === "/" ? "<title>Acme Tools</title>" : "<title>Acme</title>";
    const site = await aSite({ "/": title, [path]: `${title}${html}` }, "https://acmetools.example");
    const page = site.pages.at(-1)!;
    return isOwnGround(page, page.lines.findIndex(({ text }) => text.includes("Mill Lane")), site);
  };
  const address = "<p>Mill Lane 4, Leeds</p>";
  assertEquals(await told(filler + address + filler), false);
  assertEquals(await told(`${filler}<footer>${address}</footer>`), true);
  assertEquals(await told(filler + address + filler, "/contact"), true);
  assertEquals(await told(`${filler}<h3>Visit us</h3>${address}${filler}`), true);
  assertEquals(await told(`${filler}<h3>We visit fairs</h3>${address}${filler}`), false);
  assertEquals(await told(`${filler}<p>Acme Tools Ltd</p>${address}${filler}`), true);
  assertEquals(await told(`<p>Acme Tools Ltd</p>${filler}${address}${filler}`), false);
  assertEquals(await told(`${filler}${address}<p>Legal</p><p>© 2026`), true);
});

Deno.test("readSite leaves out what stands in a story about others, and takes the same in the company's own words", async () => {
  const page = (story: string) =>
    `<html lang=en><title>Acme Tools</title><h1>Tools</h1>${"<p>So much to say.".repeat(4)}<p>${story}</p>${
      "<p>So much to say.".repeat(6)
    }`;
  const read = (story: string) => readValues({ "/": page(story) }, "https://acmetools.example");
  const visit = await read("We met at BoltConf, 201 Harbor Way, Portland, ME 04101");
  assertEquals([visit.zip, visit.city, visit.countryCode], [undefined, undefined, undefined]);
  assertEquals((await read("Acme Tools, 201 Harbor Way, Portland, ME 04101")).zip, "04101");
  assertEquals((await read("Founded in 2011, Northgate now runs 41 clinics.")).foundedYear, undefined);
  assertEquals((await read("Founded in 2011, Acme now runs 41 clinics.")).foundedYear, "2011");
});

Deno.test("readLogos takes a picture that leads home or is called like the site, not the first one of any kind", async () => {
  const logos = async (body: string) => {
    const site = await aSite({ "/": `<title>Acme</title>${body}` }, "https://acmetools.example");
    return valuesOf(readLogos(site), "logoUrl").map((url) => new URL(url).pathname);
  };
  assertEquals(await logos(`<div><a href=/><img src=/van.png alt=""></a></div>`), ["/van.png"]);
  assertEquals(await logos(`<div><a href=/shop><img src=/van.png alt=""></a></div>`), []);
  assertEquals(await logos(`<div><img src=/a1.png alt="Acme Tools"></div>`), ["/a1.png"]);
  assertEquals(await logos(`<div><img src=/a1.png alt="Acme"></div>`), []);
  assertEquals(await logos(`<div><img src=/a1.png alt="Captain Jane Roe of Acme Tools"></div>`), []);
  assertEquals(await logos(`<main><img src=/van.png alt="Acme Tools workshop"></main>`), []);
  const flags =
    `<nav><a href=/><img src=/f/greece.png alt=Greek></a><a href=/en/><img src=/f/en.png alt=English></a></nav>`;
  assertEquals(await logos(flags), []);
  assertEquals(await logos(`<img src=/hero.jpg><div><img src=/a1.png alt="Acme Tools"></div>`), []);
});

Deno.test("choosePages and roleOf are not misled by parts of words", async () => {
  const home = await parse(
    "<a href=/contact-lenses>Lenses</a><a href=/impressive>Work</a><a href=/companions>Dogs</a><a href=/legally-blonde>Film</a>",
  );
  assertEquals(choosePages(home).map((url) => new URL(url).pathname), []);
  assertEquals(roleOf("https://acme.example/legal/", ""), "legal");
  assertEquals(roleOf("https://acme.example/legally-blonde", ""), "other");
});

Deno.test("findForeignLines knows lists and boxes of others without a heading, and authorities by their name", async () => {
  const foreignOf = async (html: string) => {
    const { lines } = await parse(html);
    const foreign = findForeignLines(lines, "home", ["acmetools"]);
    return lines.filter((_, index) => foreign.has(index)).map(({ text }) => text);
  };
  const dealer = "Bolt Ltd, 1201. Cad. No:44, Tel 0312 354 11 22";
  const cases: [html: string, foreign: string[]][] = [
    [`<b>Bayilerimiz</b><ul><li>${dealer}</ul><p>Mill Lane 4, Leeds LS1 4DY`, ["Bayilerimiz", dealer]],
    [`<p>Dealers<p>${dealer}<p>Mill Lane 4, Leeds`, ["Dealers", dealer]],
    ["<p>Dealers<p>Products<p>Mill Lane 4, Leeds LS1 4DY", []],
    ["<ul><li>Dealers<li>Contact, 2 pages, much of it to read</ul>", []],
    ["<div class='post comments'><p>My shop is at Mill Lane 4<p>Mine too</div><p>Hi", [
      "My shop is at Mill Lane 4",
      "Mine too",
    ]],
    ["<div class='has-comments'><p>Mill Lane 4</div>", []],
    ["<p>Česká obchodní inspekce, IČ 000 20 869", ["Česká obchodní inspekce, IČ 000 20 869"]],
    ["<h2>Unsere Gesellschaften</h2><h3>Bolt GmbH</h3><p>Weg 4<h2>Kontakt</h2><p>Weg 5", [
      "Unsere Gesellschaften",
      "Bolt GmbH",
      "Weg 4",
    ]],
    ["<p>Theme by Bolt<p>Kotisivut: Bolt, Katu 4<p>Themes of our time", [
      "Theme by Bolt",
      "Kotisivut: Bolt, Katu 4",
    ]],
  ];
  for (const [html, foreign] of cases) assertEquals([html, await foreignOf(html)], [html, foreign]);
});

Deno.test("isOwnGround goes by the page's own address where somebody gave a contact page for the home page", async () => {
  const filler = "<p>So much to say.".repeat(4);
  const site = await aSite({ "/yhteystiedot": `${filler}<p>Katu 4, 35820 Mänttä</p>${filler}` });
  const index = site.home.lines.findIndex(({ text }) => text.startsWith("Katu"));
  assertEquals(isOwnGround(site.home, index, site), true);
  const story = await aSite({ "/story": `${filler}<p>Katu 4, 35820 Mänttä</p>${filler}` });
  assertEquals(isOwnGround(story.home, index, story), false);
});

const FIELDS = ["vatNumber", "companyNumber", "email", "phone", "addressLine1", "zip", "city"] as const;

Deno.test("what a page tells of others is not taken for the company's", async () => {
  for (
    const [tld, language, path, html] of [
      ...ON_HOME_PAGES,
      ...IN_NOTICES,
      ...AUTHORITIES_IN_NOTICES,
      ...IN_TERMS,
    ]
  ) {
    const values = await readPath(html, { tld, language, path });
    const taken = FIELDS.filter((field) => values[field] !== undefined);
    assertEquals([html, ...taken.map((field) => values[field])], [html]);
  }
});

Deno.test("the company's own data are found beside those of others", async () => {
  for (const [tld, language, path, html, own] of BESIDE_OTHERS) {
    const values = await readPath(html, { tld, language, path });
    const found = Object.fromEntries(Object.keys(own).map((field) => [field, values[field]]));
    assertEquals([html, found], [html, own]);
  }
});

function readPath(html: string, { tld, language, path }: { tld: string; language: string; path: string }) {
  const page = `<html lang=${language}><title>Sundwerk</title>${html}`;
  const home = `<html lang=${language}><title>Sundwerk</title><p>Sundwerk.`;
  const pages: Record<string, string> = path === "/" ? { "/": page } : { "/": home, [path]: page };
  return readValues(pages, `https://www.sundwerk.${tld}`);
}
