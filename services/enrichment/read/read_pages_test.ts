/** Pages that we made up as strangers build them, one row for each cause that once kept a value from being read. */
import { assertEquals } from "@std/assert";
import { PAGES_FROM_ELSEWHERE } from "./test_pages_from_elsewhere.ts";
import { PAGES_OF_EUROPE } from "./test_pages_of_europe.ts";
import { readValues } from "./test_site.ts";

Deno.test("what pages of many countries and kinds state is read", async () => {
  for (const [origin, pages, stated] of [...PAGES_OF_EUROPE, ...PAGES_FROM_ELSEWHERE]) {
    const values = await readValues(pages, origin);
    const found = Object.fromEntries(Object.keys(stated).map((field) => [field, values[field]]));
    assertEquals([origin, found], [origin, stated]);
  }
});

const page = (language: string, title: string, html: string) =>
  `<html lang="${language}"><title>${title}</title>${html}`;

async function read(
  field: string,
  html: string,
  origin = "https://www.sundwerk.example",
): Promise<string | undefined> {
  return (await readValues({ "/": html }, origin))[field];
}

Deno.test("readNames knows where a name stands, and what is none", async () => {
  const rows: [string | undefined, string, string?][] = [
    ["Sundwerk", page("en", "Terms and conditions | Sundwerk", "<p>Text.")],
    ["Sundwerk", page("nl", "Wie zijn wij? | Sundwerk", `<nav><a href="index.html#top">Sundwerk</a></nav>`)],
    [
      "Nordhuus",
      page(
        "en",
        "Nordhuus | Landing Page Development",
        "<footer>Copyright Nordhuus © 2019. All rights reserved.</footer>",
      ),
    ],
    ["Nordhuus", page("bg", "Document", "<footer><p>Nordhuus</p><p>Copyright 2025 ©</p></footer>")],
    [
      "Roe | Doe Partners",
      page("de", "Roe | Doe Partners", "<p>ROE | DOE Partnersgesellschaft mbH</p><p>Weg 1</p>"),
      "https://kanzlei.github.io",
    ],
    ["Sund Werk", page("fr", "L'atelier", "<p>Sund Werk, c'est une équipe de menuisiers.</p>")],
    ["Sund Werk", page("de", "Sund Werk, Kiel", "<p>Text.")],
    // Builders' own words.
    [
      "Sundwerk",
      page("en", "Home | Sundwerk", "<p>Text.").replace(
        "<title>",
        `<meta property="og:site_name" content="Mysite 1"><title>`,
      ),
    ],
    [
      "Rika Sund",
      page("de", "Impressum", "<h1>Impressum</h1><p>Rika Sund</p><p>Lange Straße 22, 24103 Kiel</p>"),
      "https://rs.github.io",
    ],
    [
      "Akema",
      page(
        "fr",
        "Mentions légales",
        "<p>Le site est édité par Akema, société par actions simplifiée au capital de 20 000 euros.</p>",
      ),
      "https://akema.github.io",
    ],
  ];
  for (const [name, html, origin] of rows) {
    assertEquals([html, await read("name", html, origin)], [html, name]);
  }
});

Deno.test("readPhones tells calls from fax, hours and years, and one number from the next", async () => {
  const rows: [string | undefined, string][] = [
    ["+49 431 555012", page("de", "Sund", "<p>Telefax: 0431 555013</p><p>Fon: 0431 555012</p>")],
    [undefined, page("de", "Sund", "<p>Telefax: 0431 555013</p>")],
    ["+49 431 555013", page("de", "Sund", "<p>Tel. und Fax: 0431 555013</p>")],
    [undefined, page("sv", "Sund", "<p>15.00 – 22.00</p><p>2021 - 2025</p>")],
    ["+55 11 2464 0366", page("pt-BR", "Sund", "<p>Fones: (11) 2464-0366 / (11) 2461-1268</p>")],
    [
      "+33 1 42 55 01 23",
      page("fr", "Sund", "<p>Le standard est joignable au 01 42 55 01 23 de 9h à 18h.</p>"),
    ],
    ["+44 20 7946 0958", page("en-GB", "Sund", "<p>T +44 (0)20 7946 0958 | F +44 (0)20 7946 0959</p>")],
    [
      "+359 87 963 9631",
      page(
        "bg",
        "Контакти",
        "<p>Свържете се с нас, ние сме български хор и пеем народни песни.</p><p>Контакти</p><p>0879639631</p>",
      ),
    ],
  ];
  for (const [phone, html] of rows) assertEquals([html, await read("phone", html)], [html, phone]);
});

Deno.test("readLabelledPlaces reads towns behind a label, and no halls and routes", async () => {
  const rows: [string | undefined, string][] = [
    ["Târgu Jiu", page("ro", "Sund", "<p>Sediu social: Târgu Jiu, Județul Gorj</p>")],
    ["Liepāja", page("lv", "Sund", "<footer>📍Flotes iela 16, Liepāja</footer>")],
    ["Bømlo", page("nb", "Sund", "<h4>Sted</h4><p>Bømlo, Vestlandet</p>")],
    ["Tielt", page("nl-BE", "Sund", "<p>Contact</p><p>Tielt, 8700</p>")],
    ["Pierrefonds", page("fr-CA", "Sund", "<p>Contact</p><p>Pierrefonds (Québec)</p><p>H9H 5L2</p>")],
    [undefined, page("fr", "Sund", "<p>Adresse</p><p>Code Postal</p><p>Ville</p>")],
    [undefined, page("en", "Sund", "<p>Location: Main Hall</p><p>Address: see map</p>")],
    [undefined, page("en", "Sund", "<p>Location: Leeds</p><p>Location: York</p><p>Location: Hull</p>")],
  ];
  for (const [city, html] of rows) assertEquals([html, await read("city", html)], [html, city]);
});

Deno.test("readDescriptions prefers what is done to where, when and by which rules", async () => {
  const is = "Sundwerk est une association qui soutient les familles et les personnes du quartier.";
  const where =
    "Notre siège se trouve à Lyon et Sundwerk est située au 4 rue de la Paix, tout près de la gare.";
  const rules =
    "We process the personal data that you give us directly when you use our services and our shop.";
  assertEquals(await read("description", page("fr", "Sundwerk", `<p>${where}</p><p>${is}</p>`)), is);
  assertEquals(
    await read("description", page("en", "Privacy policy - Sundwerk", `<p>${rules}</p>`)),
    undefined,
  );
  const hyphened = await read(
    "description",
    page(
      "fr",
      "x",
      `<p>Nous voilà ! Nous sommes là depuis toujours, pour vous et vos enfants.</p><p>${is}</p>`,
    ),
    "https://sund-werk.example",
  );
  assertEquals(hyphened, is);
});

Deno.test("readLeader reads an apposition and the name below a small title, and no customer", async () => {
  const rows: [string | undefined, string][] = [
    ["Rika Sund", page("en", "Sundwerk", "<p>Rika Sund, the owner, has 20 years of experience.</p>")],
    [
      "Rika Sund",
      page(
        "en",
        "Sund+",
        "<p>Rika Sund is the owner of Sundwerk. The clinic is built around care, and around time to listen.</p>",
      ),
    ],
    ["Jonas Plaukas", page("lt", "Sundwerk", "<div>direktorius</div><div>Jonas Plaukas</div>")],
    [
      "Karolis Sundas",
      page(
        "lt",
        "Sundwerk",
        "<div><span>Direktorius</span><span>Karolis Sundas</span><span>Mob. Tel.: 1</span></div>",
      ),
    ],
    [undefined, page("en", "Sundwerk", "<p>Rika Roe, Founder and CEO, Ticket Barn</p>")],
  ];
  for (const [name, html] of rows) assertEquals([html, await read("ceoName", html)], [html, name]);
});

Deno.test("readLanguage believes neither English without English words nor an empty frame", async () => {
  const bosnian =
    `<title>Sund d.o.o - Kontakt</title><p>Sarajevo ured:</p><p>Ul. Put 38, 71000 Sarajevo</p><p>+387 33 974 080</p><p>London ured: 33A Burton Street</p>`;
  assertEquals(await read("primaryLanguage", bosnian, "https://sund.ba"), "bs");
  assertEquals(await read("primaryLanguage", "<title>Familie Sund</title>", "https://sund.at"), "de");
});
