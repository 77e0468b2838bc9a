/** Pages that we made up as strangers build them, one row for each cause that once kept a value from being read. */
import { assertEquals } from "@std/assert";
import { PAGES_FROM_ELSEWHERE } from "./test_pages_from_elsewhere.ts";
import { PAGES_OF_EUROPE } from "./test_pages_of_europe.ts";
import { readValues } from "../test_site.ts";

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
    // The first link leads up the page, and whoever built it writes a notice.
    [
      "Majstor Rade Sund",
      page(
        "sr",
        "Majstor Rade Sund | Vodovod",
        '<header><a href="#gore">Majstor Rade Sund</a><a href="#usluge">Usluge</a></header><footer>Copyright © roeWebs. All rights reserved.</footer>',
      ),
      "https://majstor-rs.github.io/rade",
    ],
    ["Nordhuus", page("bg", "Document", "<footer><p>Nordhuus</p><p>Copyright 2025 ©</p></footer>")],
    [
      "Roe | Doe Partners",
      page("de", "Roe | Doe Partners", "<p>ROE | DOE Partnersgesellschaft mbH</p><p>Weg 1</p>"),
      "https://kanzlei.github.io",
    ],
    ["Sund Werk", page("fr", "L'atelier", "<p>Sund Werk, c'est une équipe de menuisiers.</p>")],
    ["Sund Werk", page("de", "Sund Werk, Kiel", "<p>Text.")],
    // The menu's word for the first page, in letters that no address is written in.
    [
      "SDW Gradba",
      page("mk", "SDW Gradba", `<nav><a href="/">Почетна</a><a href="/za-nas">За нас</a></nav>`),
      "https://sdw.mk",
    ],
    // A word of a longer name that the address is made of.
    [
      "Prijevoz Sund",
      page(
        "hr",
        "Prijevoz | Brzo i sigurno",
        "<nav><h1>Prijevoz Sund</h1></nav><footer>© 2026 Prijevoz</footer>",
      ),
      "https://ps.github.io/prijevoz-sund",
    ],
    // Builders' own words.
    [
      "Sundwerk",
      page("en", "Home | Sundwerk", "<p>Text.").replace(
        "<title>",
        `<meta property="og:site_name" content="Mysite 1"><title>`,
      ),
    ],
    [
      "Sund Werk",
      page("en", "Sund Werk", "<p>Text.").replace(
        "<title>",
        `<meta property="og:site_name" content="sundwerk"><title>`,
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
  const rows: [string | undefined, string, string?][] = [
    ["Târgu Jiu", page("ro", "Sund", "<p>Sediu social: Târgu Jiu, Județul Gorj</p>")],
    ["Liepāja", page("lv", "Sund", "<footer>📍Flotes iela 16, Liepāja</footer>")],
    ["Bømlo", page("nb", "Sund", "<h4>Sted</h4><p>Bømlo, Vestlandet</p>")],
    ["Tielt", page("nl-BE", "Sund", "<p>Contact</p><p>Tielt, 8700</p>")],
    ["Pierrefonds", page("fr-CA", "Sund", "<p>Contact</p><p>Pierrefonds (Québec)</p><p>H9H 5L2</p>")],
    ["Hull", page("en", "Sund", "<footer>📍 Based in Hull, Yorkshire</footer>")],
    ["Braga", page("pt", "Sund", "<h4>Localização</h4><p>Rua da Areia, 73 · Braga</p>")],
    ["Buzău", page("ro", "Sund", "<footer>📍 Buzău • ☎ 0722 921 675</footer>")],
    ["Leeds", page("en", "Sund", "<h4>📍Meeting Location</h4><p>Location: Oak College, Leeds</p>")],
    ["豊後高田市", page("ja", "Sund", "<table><tr><th>所在地</th><td>大分県豊後高田市</td></tr></table>")],
    [
      "Bury",
      page("en-GB", "Sund", "<footer><p>Oak Street</p><p>Bury</p><p>Lancashire</p><p>BL8 1AT</p></footer>"),
      "https://www.sund.co.uk",
    ],
    [
      "Sakarya",
      page("tr", "Sund", "<footer><p>Oku Mah. 11 Sk. No:4</p><p>Oku AVM, Erenler / Sakarya</p></footer>"),
    ],
    [undefined, page("tr", "Sund", "<p>📍 Yol Tarifi Al</p>")],
    [undefined, page("fr", "Sund", "<p>Adresse</p><p>Code Postal</p><p>Ville</p>")],
    [undefined, page("en", "Sund", "<p>Location: Main Hall</p><p>Address: see map</p>")],
    [
      "Mumbai",
      page(
        "en",
        "Sund",
        `<script type="application/ld+json">{"@type":"Organization","name":"Sund","address":{"addressLocality":"Oak Bazaar, Mumbai"}}</script>`,
      ),
    ],
    [undefined, page("en", "Sund", "<p>Location: Leeds</p><p>Location: York</p><p>Location: Hull</p>")],
  ];
  for (const [city, html, origin] of rows) {
    assertEquals([html, await read("city", html, origin)], [html, city]);
  }
});

Deno.test("readAddresses reads streets below their town, without a number, and above their suite", async () => {
  const rows: [string, string, string?][] = [
    [
      "Baross utca 26",
      page("hu", "Sund", "<p>Kapcsolat</p><p>8500 Pápa</p><p>Baross utca 26.</p>"),
      "https://www.sund.hu",
    ],
    [
      "Oak Street",
      page("en-GB", "Sund", "<footer><p>Oak Street</p><p>Bury</p><p>Lancashire</p><p>BL8 1AT</p></footer>"),
      "https://www.sund.co.uk",
    ],
    [
      "7 East Oak Blvd.",
      page(
        "en",
        "Sundwerk",
        "<p>We are a Microsoft partner.</p><p>Sundwerk</p><p>7 East Oak Blvd.</p><p>Suite 500</p><p>Ocala, Florida 34470</p>",
      ),
    ],
  ];
  rows.push([
    "Vodna 14, влез 2, кат 3",
    page("mk", "Sund", "<footer><p>Vodna 14, влез 2, кат 3</p><p>1000 Скопје</p></footer>"),
    "https://sund.mk",
  ]);
  for (const [street, html, origin] of rows) {
    assertEquals([html, await read("addressLine1", html, origin)], [html, street]);
  }
});

Deno.test("readDescriptions reads what stands below the name, and whole sentences", async () => {
  const rows: [string | undefined, string][] = [
    [
      "Fogászat és fogtechnika egy helyen.",
      page("hu", "Sundwerk", "<footer><h3>SUNDWERK</h3><p>Fogászat és fogtechnika egy helyen.</p></footer>"),
    ],
    [
      "Od 1991. godine kontinuirano razvijamo naše poslovanje i pružamo podršku klijentima.",
      page(
        "hr",
        "Sund",
        "<p>Od 1991. godine kontinuirano razvijamo naše poslovanje i pružamo podršku klijentima.</p>",
      ),
    ],
    [
      "An alliance of many workshops that brings new tools to joiners everywhere",
      page(
        "en",
        "Sundwerk",
        "<div class=header><p>An alliance of many workshops that brings new tools to joiners everywhere</p></div><p>Hi</p>",
      ),
    ],
    [
      undefined,
      page("en", "Sundwerk", "<p>Office 5 Second Floor, Sund Oak House, Old Oak Road BC8, Leeds</p>"),
    ],
    [
      undefined,
      page("en", "Sundwerk", `<meta name="description" content="Welcome to Sundwerk Instruments.">`),
    ],
    [
      undefined,
      page(
        "ja",
        "表記 | 桜",
        `<meta name="description" content="桜の特定商取引法に基づく表記。販売業者、取引条件、送料などについて記載しています。">`,
      ),
    ],
  ];
  const lead = "Ramen, deuren en trappen van hout";
  rows.push([lead, page("nl", "Sundwerk", `<header><h1>Welkom bij Sundwerk</h1><p>${lead}</p></header>`)]);
  const promise = "Fenster und Türen aus Lärche, für Haus und Hof.";
  rows.push(
    [promise, page("de", "Sundwerk", `<header><h1>Licht fürs Leben</h1><p>${promise}</p></header>`)],
    // Words that run across the page are no statement.
    [
      "Wir streichen Häuser, Zäune und Türen, und wir kommen gern zu Ihnen.",
      page(
        "de",
        "Sundwerk",
        `<div>${
          ["Fassaden", "Innenräume", "Zäune und Türen", "Lackierungen", "Tapeten", "Böden"].map((word) =>
            `<span>${word}</span>`
          ).join(" • ")
        }</div><p>Wir streichen Häuser, Zäune und Türen, und wir kommen gern zu Ihnen.</p>`,
      ),
    ],
    // A menu, and what a page is called, are below the name, too.
    [
      undefined,
      page(
        "de",
        "Sundwerk",
        `<header><h1>Sundwerk</h1><div>${
          ["Fenster und Türen", "Preise", "Über uns"].map((word) => `<a href="#x">${word}</a>`).join(" ")
        }</div></header>`,
      ),
    ],
    [
      undefined,
      page("de", "Kontakt", "<header><h1>Kontakt</h1><p>Hier erreichen Sie uns jederzeit</p></header>"),
    ],
  );
  for (const [stated, html] of rows) assertEquals([html, await read("description", html)], [html, stated]);
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
  // Who we are, wherever it stands, then what names the company, then what we do, then anything.
  const texts: [language: string, ...fromBestToWorst: string[]][] = [
    [
      "ro",
      "Suntem o companie de tâmplărie care lucrează cu lemn din pădurile noastre.",
      "La Sundwerk fiecare ușă trece prin mâinile aceluiași tâmplar, de la început.",
      "Vă oferim uși și ferestre, iar echipa noastră le montează oriunde în țară.",
      "Un plan bun scutește timp și bani, iar lemnul bine uscat ține o viață întreagă.",
    ],
    [
      "es",
      "Somos una empresa de carpintería que trabaja con madera de la comarca.",
      "En Sundwerk cada puerta pasa por las manos del mismo carpintero.",
      "Somos un equipo pequeño y alegre que disfruta cada día de nuestro trabajo.",
      "Un buen plano ahorra tiempo y dinero, y la madera seca dura toda la vida.",
    ],
  ];
  for (const [language, ...ranked] of texts) {
    for (const [index, best] of ranked.entries()) {
      const worst = ranked.slice(index + 1).toReversed().map((text) => `<p>${text}</p>`).join("");
      const last = index === 0 ? `<footer><p>${best}</p></footer>` : `<p>${best}</p>`;
      const html = page(language, "Sundwerk", worst + last);
      assertEquals([html, await read("description", html)], [html, best]);
    }
  }
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
    ["隈部 信之", page("ja", "桜塗装", "<footer><address>桜塗装（代表: 隈部 信之）</address></footer>")],
    [undefined, page("en", "Sundwerk", "<p>Rika Roe, Founder and CEO, Ticket Barn</p>")],
  ];
  for (const [name, html] of rows) assertEquals([html, await read("ceoName", html)], [html, name]);
});

Deno.test("readLanguage believes neither English without English words nor an empty frame", async () => {
  const bosnian =
    `<title>Sund d.o.o - Kontakt</title><p>Sarajevo ured:</p><p>Ul. Put 38, 71000 Sarajevo</p><p>+387 33 974 080</p><p>London ured: 33A Burton Street</p>`;
  assertEquals(await read("primaryLanguage", bosnian, "https://sund.ba"), "bs");
  const heardAsCroatian = page(
    "bs",
    "Sund",
    `<p>${"Kao uslužna tvrtka opredijelili smo se za kvalitetnu uslugu. ".repeat(4)}`,
  );
  assertEquals(await read("primaryLanguage", heardAsCroatian, "https://sund.ba"), "bs");
  assertEquals(await read("primaryLanguage", "<title>Familie Sund</title>", "https://sund.at"), "de");
  // The ear knows no Macedonian, which has letters of its own, and no Galician, which has none.
  const macedonian = "Изработуваме куќи од дрво и мебел по мерка, со плаќање на рати. ".repeat(4);
  assertEquals(await read("primaryLanguage", page("en", "Sund", `<p>${macedonian}`)), "mk");
  const galician = "Facemos casas de madeira e mobles á medida para toda a comarca. ".repeat(4);
  assertEquals(await read("primaryLanguage", page("gl", "Sund", `<p>${galician}`)), "gl");
});

Deno.test("profiles with a number, years of the north, and signs of networks are told apart", async () => {
  const profile = "https://www.facebook.com/p/Sundwerk-100091517231711";
  const html = page(
    "is",
    "Sundwerk",
    `<img src="/fb-logo.png"><footer><a href="${profile}/">Facebook</a></footer><p>Sundwerk er félag sem stofnað var árið 2009.</p>`,
  );
  assertEquals(await read("facebookUrl", html), profile);
  assertEquals(await read("foundedYear", html), "2009");
  assertEquals(await read("logoUrl", html), undefined);
  const rules = page("pl", "Sund", "<p>Obowiązuje od: 1 sierpnia 2020</p>");
  assertEquals(await read("foundedYear", rules), undefined);
});
