import { assertEquals } from "@std/assert";
import { readValues } from "./test_site.ts";

async function read(html: string, field: string, origin?: string, path = "/"): Promise<string | undefined> {
  const home = `<html lang=de><title>Acme</title><p>Home.`;
  const pages: Record<string, string> = path === "/" ? { "/": html } : { "/": home, [path]: html };
  return (await readValues(pages, origin))[field];
}

Deno.test("readOwners takes the person above the address of a legal notice, if there is no legal form", async () => {
  const notice = (above: string) =>
    `<title>Impressum</title><h1>Impressum</h1><p>${above}<br>Rika Sund<br>Lange Straße 22<br>24103 Kiel</p>`;
  assertEquals(await read(notice("Sunds Hofladen"), "ceoName", undefined, "/impressum"), "Rika Sund");
  assertEquals(await read(notice("Hofladen GmbH"), "ceoName", undefined, "/impressum"), undefined);
  const blog = notice("Sunds Hofladen").replaceAll("Impressum", "Blog");
  assertEquals(await read(blog, "ceoName", undefined, "/blog"), undefined);
});

Deno.test("readLeader knows the roles of many languages, with titles, initials and companies in their place", async () => {
  const lines: [string, string | undefined][] = [
    ["Vertreten durch den Geschäftsführer:<br>Prof. Dr. med. Rika Sund", "Rika Sund"],
    ["vertreten durch: A. Sund", "A. Sund"],
    ["<strong>Vertreten durch:</strong><br>Rika Sund, Geschäftsführerin", "Rika Sund"],
    ["Le directeur de la publication est Madame Rika Sund.", "Rika Sund"],
    ["Innehavare: Rika Sund", "Rika Sund"],
    ["Titolare del trattamento: Rika Sund", undefined],
    ["Inhaber: Sund Hosting GmbH", undefined],
    ["The CEO of Acme Tools speaks today", undefined],
  ];
  for (const [line, name] of lines) {
    assertEquals([line, await read(`<html lang=de><p>${line}</p>`, "ceoName")], [line, name]);
  }
});

Deno.test("readFounded takes the year that belongs to the founding", async () => {
  const lines: [string, string | undefined][] = [
    ["<h6>2017年10月</h6><div>法人設立</div><h6>2018年3月</h6><div>認定</div>", "2017"],
    ["<table><tr><th>設立<td>2009年4月</table>", "2009"],
    ["<p>Gegründet 1987 in Kiel.</p>", "1987"],
    ["<table><tr><th>設立<td>令和３年１月</table>", "2021"],
    ["<p>Acme was formed by three joiners in March, 2016.</p>", "2016"],
    ["<p>We have been building kayaks since the 1990s.</p>", undefined],
    ["<p>Acme baut Kajaks seit den 1990er Jahren.</p>", undefined],
    ["<p>Nous construisons des kayaks depuis les années 1990.</p>", undefined],
    ["<p>La competenza non è nata nel 2022.</p>", undefined],
    ["<p>Gegründet, um zu bleiben. Seite 1234.</p>", undefined],
  ];
  for (const [html, year] of lines) assertEquals([html, await read(html, "foundedYear")], [html, year]);
});

Deno.test("readPlaces reads town and country without a postal code, but no list of markets", async () => {
  const footer = (text: string) => `<html lang=es><footer><p>${text}</p></footer>`;
  const place = await readValues({ "/": footer("San Vicente, San José, Costa Rica.") });
  assertEquals([place.city, place.countryCode, place.country], ["San José", "CR", "Costa Rica"]);
  const american = await readValues({ "/": footer("Suite 4, Austin, Texas, USA") });
  assertEquals([american.city, american.countryCode], ["Austin", "US"]);
  const markets = await readValues({ "/": footer("Austria, Suiza, Alemania") });
  assertEquals([markets.city, markets.countryCode], [undefined, undefined]);
  const square = await readValues({
    "/": `<html lang=cs><footer>nám. Míru 14, Josefov · Tel. +420 605 555 163</footer>`,
  });
  assertEquals([square.addressLine1, square.city, square.countryCode], ["nám. Míru 14", "Josefov", "CZ"]);
  const line = (text: string) => `<html lang=lt><p>UAB Acme</p><p>${text}</p><p>+370 658 55696</p>`;
  const full = await readValues({ "/": line("Savanorių pr. 21, Vilnius, Lietuva") });
  assertEquals([full.addressLine1, full.city, full.countryCode], ["Savanorių pr. 21", "Vilnius", "LT"]);
  assertEquals((await readValues({ "/": line("Per 21 metus, Vilnius, Kaunas") })).city, undefined);
});

Deno.test("readAddresses does not take years, order forms and foreign leftovers for addresses", async () => {
  const dutch = (text: string) => `<html lang=da><body><p>Ring +45 33 12 34 56</p>${text}`;
  const cases = [
    "<footer>© 2026 Acme Værktøj</footer>",
    "<p>Ship to</p><p>Jane Roe</p><p>Nygade 14</p><p>2000 Frederiksberg</p>",
    "<footer>100 Smith Street, Collingwood VIC 3065</footer>",
  ];
  for (const html of cases) assertEquals([html, await read(dutch(html), "zip")], [html, undefined]);
  const own = dutch("<footer>Acme ApS · Nygade 14 · 2000 Frederiksberg · © 2026</footer>");
  assertEquals(await read(own, "zip"), "2000");
});

Deno.test("readPhones is not misled by the label of the line before", async () => {
  const html = "<html lang=nl><footer><li>BTW: NL004663178B73</li><li>+31 (0) 6 48 71 47 57</li></footer>";
  assertEquals(await read(html, "phone"), "+31 6 48714757");
  const register = "<html lang=nl><footer><li>KvK</li><li>0648714757</li></footer>";
  assertEquals(await read(register, "phone", "https://acme.nl"), undefined);
});

Deno.test("readEmails prefers a free mailbox that is named like the site to a stranger's", async () => {
  const html = `<footer><p>design@studio-nord.example</p><p>acmetools@gmail.com</p></footer>`;
  assertEquals(await read(html, "email", "https://acmetools.example"), "acmetools@gmail.com");
  const form = `<form action="mailto:info@acmetools.example?subject=x" method=post><input></form>`;
  assertEquals(await read(form, "email", "https://acmetools.example"), "info@acmetools.example");
  const builder =
    `<p>E-post: rika.sund@posti.example</p><form action="mailto:builder@gmail.com"><input></form>`;
  assertEquals(await read(builder, "email", "https://acme.example"), "rika.sund@posti.example");
});

Deno.test("readClasses tells branches apart and says whom they sell to", async () => {
  const sites: [string, string, string][] = [
    ["Zahnarztpraxis Dr. Sund in Kiel – Ihre Zahnärztin", "Healthcare", "B2C"],
    ["Maskinfabriken Nord: vi tillverkar svetsade stålkonstruktioner åt industrin", "Manufacturing", "B2B"],
    ["Cabinet d'avocats Sund, droit du travail à Lyon", "Legal", "B2C"],
    ["Acme: the helpdesk platform. Start your free trial, pricing per user per month", "Software", "SaaS"],
    ["Tierschutzverein Kiel e.V. – spenden und Mitglied werden", "Other", "Non-profit"],
    ["Gemeente Duindorp: paspoort, afval en gemeentelijke belastingen", "Other", "Government"],
    ["不動産の売買と賃貸ならあおぞら", "Real Estate", "B2C"],
    ["Werbeagentur Sund: Branding, Webdesign, Kampagnen. Unsere Projekte", "Media", "Agency"],
    ["Sund Shawarma, öppettider", "Hospitality", "B2C"],
    ["Çelik Hırdavat Mağazası", "Retail", "B2C"],
    ["Tractări auto Sund, non-stop", "Other", "B2C"],
    ["Храм святого Николая, приход", "Other", "Non-profit"],
    ["Dakwerken Sund, ontmossen en coaten", "Other", "B2C"],
    ["Pavojingų atliekų tvarkymas – UAB Sund", "Other", "B2B"],
    ["Sund Oy: ilmastointi ja sähköasennukset", "Other", "B2C"],
    ["Adószakértő és könyvvizsgáló iroda", "Finance", "B2B"],
    ["Tradičné cukrovinky a sladkosti Sund", "Manufacturing", "B2C"],
    ["Sund Car Clinic, vehicle repairs and tyres", "Other", "B2C"],
    ["Aerolínea Sund", "Logistics", "B2C"],
    ["Carnes selectas Sund", "Retail", "B2C"],
    ["Sund Village Hall", "Other", "Non-profit"],
  ];
  for (const [title, industry, companyType] of sites) {
    const values = await readValues({ "/": `<title>${title}</title><p>Text.` });
    assertEquals([title, values.industry, values.companyType], [title, industry, companyType]);
  }
  assertEquals(await read("<title>Acme</title><p>Hello.", "industry"), undefined);
  // Every company has these pages.
  for (
    const title of ["Банковские и юридические данные", "Jogi információ", "Reklamační řád", "Nota prawna"]
  ) {
    assertEquals([title, await read(`<title>${title}</title><p>Acme`, "industry")], [title, undefined]);
  }
  // What companies say of themselves, and of abbreviations, is no branch.
  assertEquals(await read("<title>SEM Acme</title><p>Our mission. E venire.", "industry"), undefined);
  assertEquals(await read("<title>SEM Acme</title><p>Our mission. E venire.", "companyType"), undefined);
});

Deno.test("readDescriptions takes a sentence or two of the page where its head is silent", async () => {
  const html =
    `<html lang=en><main><header class="hero"><h1>Hi</h1><p>Trusted by many people all over the world, since always.</p>
    </header><p>Acme is a workshop that makes hand tools for joiners. It has nine people. ${
      "And more. ".repeat(40)
    }</p>`;
  const text = await read(html, "description");
  assertEquals(text, "Acme is a workshop that makes hand tools for joiners. It has nine people.");
});

Deno.test("readLegal takes numbers by their country's label, and not those of whoever built or hosts the site", async () => {
  const lines: [string, string, string | undefined][] = [
    ["<p>DIČ: CZ09100237", "vatNumber", "CZ09100237"],
    ["<p>Org.nr: NO 926 000 632 MVA", "vatNumber", "NO926000632MVA"],
    ["<p>Adószám: 28100395-1-08", "vatNumber", "HU28100395"],
    ["<p>ЕИК: 206100237, ИН по ДДС: BG206100237", "vatNumber", "BG206100237"],
    ["<p>Registernummer: VR 5123", "companyNumber", "VR 5123"],
    ["<p>CNPJ 41.200.300/0001-00", "companyNumber", "41.200.300/0001-00"],
    ["<p>CNPJ 41.200.300/0001-01", "companyNumber", undefined],
    ["<p>Registered in England and Wales, company number 09120345.", "companyNumber", "09120345"],
    ["<p>Model number 09120345", "companyNumber", undefined],
    ["<p>ABN 61 640 005 372", "vatNumber", undefined],
    ["<p>Webdesign: Studio Nord, USt-IdNr. DE310095028", "vatNumber", undefined],
    ["<h2>Umsetzung</h2><p>Studio Nord<br>USt-IdNr. DE310095028", "vatNumber", undefined],
    ["<h2>Umsetzung</h2><p>Studio Nord<h2>Angaben</h2><p>USt-IdNr. DE310095028", "vatNumber", "DE310095028"],
  ];
  for (const [html, field, value] of lines) {
    assertEquals([html, await read(html, field, undefined, "/impressum")], [html, value]);
  }
  assertEquals(await read("<html lang=sv><p>Watch our VR 5123 tour", "companyNumber"), undefined);
});

Deno.test("readLeader reads the cards of a team and sentences about the own company", async () => {
  const lines: [string, string | undefined][] = [
    ["<h3>Rika Sund</h3><p>Co-founder & CEO</p>", "Rika Sund"],
    ["<h3>Rika Sund</h3><p>Vice President, Deputy Managing Director</p>", undefined],
    ["<p>Jo Roe<p>Managing Director<p>Rika Sund<p>Head of Sales", "Jo Roe"],
    ["<p>Rika Sund, président-directeur général", "Rika Sund"],
    ["<p>Rika Sund, M.Ed., is the founder and owner of Acme Tools.", "Rika Sund"],
    ["<p>Rika Sund is the owner of Bolt & Nut.", undefined],
    ["<p>“Great saws” – Rika Sund, CEO of Bolt", undefined],
    ["<p>Direktorė Rasa Petrauskienė, tel. 1", "Rasa Petrauskienė"],
    ["<nav><li>Report Cruelty<li>Executive Director</nav>", undefined],
    ["<dl><dt>Firma<dd>Malerwerk Sund<dt>Inhaber<dd>Rika Sund<dt>Ort<dd>Kiel</dl>", "Rika Sund"],
  ];
  for (const [html, name] of lines) assertEquals([html, await read(html, "ceoName")], [html, name]);
});

Deno.test("readFounded knows the word before and behind the year, in many languages, but not what customers say", async () => {
  const lines: [string, string | undefined][] = [
    ["<p>Der Verein wurde 2018 von Nachbarn gegründet.", "2018"],
    ["<p>Der Verein wurde 2018 von Nachbarn besucht.", undefined],
    ["<p>2015年の開院以来、健康を見守っています。", "2015"],
    ["<p>Acme er et agentur, der blev oprettet i 2019.", "2019"],
    ["<p>Nuo 2012 metų gaminame baldus.", "2012"],
    ["<p>Gegründet wurde die Brunnholz Antriebstechnik AG im Jahr 1952 von Emil.", "1952"],
    ["<p>Gegründet wurde sie von Emil. Das Haus steht seit dem Brand von 1952 leer.", undefined],
    ["<meta name=description content='Asesoría fiscal en Zaragoza desde 1989.'>", "1989"],
    ["<blockquote>Seit 1998 habe ich Rückenschmerzen.</blockquote>", undefined],
    ["<p>The best 2012 wines.", undefined],
  ];
  for (const [html, year] of lines) assertEquals([html, await read(html, "foundedYear")], [html, year]);
});

Deno.test("readCompanyFacts counts the company's own staff, not that of its customers", async () => {
  const lines: [string, string | undefined][] = [
    ["We employ over 200 employees in Leeds.", "200+"],
    ["Fieldlane is a team of 48 people working remotely.", "48"],
    ["Heute beschäftigen wir 140 Mitarbeitende an zwei Standorten.", "140"],
    ["Vi er 14 ansatte og tar både små og store oppdrag.", "14"],
    ["<table><tr><th>従業員数<td>48名</table>", "48"],
    ["We help companies with 500 employees grow.", undefined],
    ["Wir beraten Unternehmen mit 50 Mitarbeitern.", undefined],
    ["Over 8,000 people love our soap.", undefined],
    ["Our credit union was chartered in 1937 by employees.", undefined],
  ];
  for (const [text, count] of lines) {
    assertEquals([text, await read(`<html lang=en><p>${text}</p>`, "employeeCount")], [text, count]);
  }
  const told = `<script type="application/ld+json">{"@type":"Organization","name":"Acme","numberOfEmployees":
    {"@type":"QuantitativeValue","minValue":"51","maxValue":"200"}}</script>`;
  assertEquals(await read(told, "employeeCount"), "51-200");
});

Deno.test("readCompanyFacts reads the end of the financial year where it is said", async () => {
  const lines: [string, string | undefined][] = [
    ["Our financial year ends on 31 March.", "31 March"],
    ["The fiscal year ends June 30th.", "30 June"],
    ["Das Geschäftsjahr endet am 30. September.", "30 September"],
    ["Das Geschäftsjahr entspricht dem Kalenderjahr.", "31 December"],
    ["L'exercice social est clos le 31 décembre.", "31 December"],
    ["<table><tr><th>決算期<td>3月</table>", "March"],
    ["In the financial year we planted 31 trees.", undefined],
    ["The school year ends on 31 July.", undefined],
  ];
  for (const [text, end] of lines) {
    assertEquals([text, await read(`<p>${text}</p>`, "fiscalYearEnd")], [text, end]);
  }
});

Deno.test("readCompanyFacts names the one who keeps the books, unless there are many", async () => {
  const contact = (html: string) => read(`<html lang=de>${html}`, "financeContact", undefined, "/kontakt");
  assertEquals(await contact("<p>Buchhaltung: Rika Sund</p>"), "Rika Sund");
  assertEquals(await contact("<h3>Rika Sund</h3><p>Leiterin Finanzen (CFO)</p>"), "Rika Sund");
  assertEquals(await contact("<p>Buchhaltung: Rika Sund</p><p>Buchhaltung: Jo Roe</p>"), undefined);
  assertEquals(await contact("<p>Buchhaltung und Steuern für Handwerker</p>"), undefined);
});

Deno.test("readAddresses knows where other countries put street, town and code", async () => {
  const cases: [string, string, (string | undefined)[]][] = [
    ["hu", "9021 Győr, Baross Gábor út 21.", ["Baross Gábor út 21", "9021", "Győr"]],
    ["bg", "гр. Пловдив 4003, бул. „Дунав“ 5", ["бул. „Дунав“ 5", "4003", "Пловдив"]],
    ["lt", "Savanorių pr. 219, LT-44155 Kaunas", ["Savanorių pr. 219", "44155", "Kaunas"]],
    ["pt-BR", "Rua Fidalga, 512 - Vila Nova - São Paulo/SP - CEP 05432-000", [
      "Rua Fidalga, 512",
      "05432-000",
      "São Paulo",
    ]],
    ["en-IE", "Unit 4, Ballymaley Business Park,<br>Ennis, Co. Clare, V95 X2Y4", [
      "Unit 4, Ballymaley Business Park",
      "V95 X2Y4",
      "Ennis",
    ]],
    ["en-NZ", "111 Cuba Street, Wellington 6011, New Zealand", ["111 Cuba Street", "6011", "Wellington"]],
    ["fr-CA", "2450, boulevard Hamel<br>Québec (Québec) G1P 2J1", [
      "2450, boulevard Hamel",
      "G1P 2J1",
      "Québec",
    ]],
    ["en-GB", "12 Argyle Street<br>Bath<br>BA2 4BQ", ["12 Argyle Street", "BA2 4BQ", "Bath"]],
    ["en", "311 N 4th Ave Tucson, AZ 85705", ["311 N 4th Ave", "85705", "Tucson"]],
    ["de", "Industriestraße 12, 8404 Winterthur, Schweiz", ["Industriestraße 12", "8404", "Winterthur"]],
    ["de", "Website: Studio Nord, Industriestraße 12, 24103 Kiel", [undefined, undefined, undefined]],
    ["en-NZ", "© Acme Tools 2024", [undefined, undefined, undefined]],
  ];
  for (const [language, text, expected] of cases) {
    const { addressLine1, zip, city } = await readValues({
      "/": `<html lang=${language}><footer>${text}</footer>`,
    });
    assertEquals([text, addressLine1, zip, city], [text, ...expected]);
  }
});

Deno.test("readPlaces reads a town with its state, unless there are many or the site is elsewhere", async () => {
  const city = (html: string, language = "en") => read(`<html lang=${language}>${html}`, "city");
  assertEquals(await city("<p>Pittsburgh, Pennsylvania</p>"), "Pittsburgh");
  assertEquals(await city("<p>Acme · Austin, TX · hi@acme.example</p>"), "Austin");
  assertEquals(await city("<p>Boise, ID</p><p>Nampa, ID</p><p>Eagle, ID</p>"), undefined);
  assertEquals(await city("<p>Pittsburgh, Pennsylvania</p>", "sv"), undefined);
  assertEquals(
    await city("<footer>Presidente Illia 756, Concordia, Entre Ríos</footer>", "es-AR"),
    "Concordia",
  );
});

Deno.test("readPhones prefers the office to mobiles and emergencies, and is not misled by parts of words", async () => {
  const cases: [string, string | undefined][] = [
    ["<p>Austin, TX · (512) 555-0123 · hi@acme.example</p>", "+1 512 555 0123"],
    ["<p>Reservations: +27 15 555 0123</p>", "+27 15 555 0123"],
    ["<p>VAT 512-555-0123</p>", undefined],
    ["<p>Mobil: +420 777 555 013</p><p>Recepce: +420 380 555 012</p>", "+420 380 555 012"],
    ["<p>Vakttelefon: +47 70 15 50 13</p><p>Tlf: +47 70 15 50 12</p>", "+47 70 15 50 12"],
    ["<p>Télécopieur : +1 418 555-0137</p>", undefined],
  ];
  for (const [html, phone] of cases) {
    assertEquals([html, await read(`<html lang=en>${html}`, "phone")], [html, phone]);
  }
});

Deno.test("readSocials doubts a profile in the middle of the page that is called like somebody else", async () => {
  const instagram = (link: string) => read(`<main>${link}</main>`, "instagramUrl");
  const href = "https://www.instagram.com/";
  assertEquals(await instagram(`<a href="${href}harbourcoffee">@harbourcoffee</a>`), undefined);
  assertEquals(await instagram(`<a href="${href}acmetools">@acmetools</a>`), `${href}acmetools`);
  assertEquals(await instagram(`<a href="${href}sundtools">Instagram</a>`), `${href}sundtools`);
  assertEquals(await instagram(`<a href="${href}acmetools/profilecard/">Us</a>`), `${href}acmetools`);
  assertEquals(await read("<meta name=twitter:site content=@vercel>", "twitterUrl"), undefined);
});

Deno.test("readNames joins a name with and without its legal form, and knows shortened addresses", async () => {
  const html = "<title>Banking for all | Prairie State Credit Union</title><h1>Banking for all</h1>";
  const name = (origin: string) => read(html, "name", origin);
  assertEquals(await name("https://prairiestatecu.example"), "Prairie State Credit Union");
  const footer =
    "<title>Sund Antriebe AG - Getriebe</title><footer>Sund Antriebe AG<br>© Sund Antriebe</footer>";
  assertEquals(await read(footer, "name", "https://sund.example"), "Sund Antriebe");
});

Deno.test("readAddresses and its kin know streets without numbers, towns in brackets and countries without codes", async () => {
  const cases: [origin: string, html: string, (string | undefined)[]][] = [
    ["https://acme.fr", "dont le siège est situé Avenue de Bastia, 20137 Porto-Vecchio, France", [
      "Avenue de Bastia",
      "20137",
      "Porto-Vecchio",
      "FR",
    ]],
    ["https://acme.fr", "Siège social : Saint-Étienne (42000)", [undefined, "42000", "Saint-Étienne", "FR"]],
    ["https://acme.ee", "<h3>Aadress</h3><p>Pihlaka tn 4a-2 Kastre alevik, 61234", [
      "Pihlaka tn 4a-2",
      "61234",
      "Kastre alevik",
      "EE",
    ]],
    ["https://acme.cz", "<p>Provozovna:</p><p>Lhotka 123, 739 47</p>", [
      "Lhotka 123",
      "739 47",
      "Lhotka",
      "CZ",
    ]],
    ["https://acme.cz", "<p>Provozovna:</p><p>Palackého 12, 602 00</p>", [
      undefined,
      undefined,
      undefined,
      undefined,
    ]],
    ["https://acme.fi", "📍Katuperänkatu 5, 35820 Mänttä-Vilppula", [
      "Katuperänkatu 5",
      "35820",
      "Mänttä-Vilppula",
      "FI",
    ]],
    ["https://acme.com.br", "Rua Aleixo, 1204 – sala 302<br>Praia do Canto, Vitória – ES, 29055-145", [
      "Rua Aleixo, 1204 – sala 302",
      "29055-145",
      "Vitória",
      "BR",
    ]],
    ["https://acme.com.br", "Sede<br>Rio Verde · GO", [undefined, undefined, "Rio Verde", "BR"]],
    ["https://acme.kz", "Алматы (офис)<br>050016, пр. Райымбека, 212, офис 34", [
      "пр. Райымбека, 212",
      "050016",
      "Алматы",
      "KZ",
    ]],
    ["https://acme.com.br", "Av. Central, QD12 LT03A<br>Jardim Sul, Rio Verde, Goiás — Brasil<br>75900-010", [
      "Av. Central, QD12 LT03A",
      "75900-010",
      "Rio Verde",
      "BR",
    ]],
    ["https://acme.in", "Sunrise Complex, NH-9, Rangpur, New Delhi - 110031", [
      "Sunrise Complex, NH-9, Rangpur",
      "110031",
      "New Delhi",
      "IN",
    ]],
    ["https://acme.in", "Plot no. 31+32 To 40/5 Near Oak Chowk,<br>Ankleshwar, Gujarat 393001.", [
      "Plot no. 31+32 To 40/5 Near Oak Chowk",
      "393001",
      "Ankleshwar",
      "IN",
    ]],
    ["https://acme.com", "📞 (239) 555-0133✉ hi@acme.com📍 3201 Oak Trail East, Naples, FL 34113", [
      "3201 Oak Trail East",
      "34113",
      "Naples",
      "US",
    ]],
    ["https://acme.co.uk", "Oak Hall, Tadley, Hampshire. RG26 5LX Charity No. 301799", [
      undefined,
      "RG26 5LX",
      "Tadley",
      "GB",
    ]],
    ["https://acme.com", "Oak Road<br>Castries<br>St. Lucia", ["Oak Road", undefined, "Castries", "LC"]],
    ["https://acme.com", "Oak Bazar,<br>ghalib Road,<br>Sialkot-Pakistan", [
      "ghalib Road",
      undefined,
      "Sialkot",
      "PK",
    ]],
    ["https://acme.vn", "15/9 Khuông Lê, Phường Phú, Quận Tân, TP. Hồ Chí Minh", [
      "15/9 Khuông Lê",
      undefined,
      "TP. Hồ Chí Minh",
      "VN",
    ]],
    ["https://acme.co.id", "Jl. Oak No.15, Kec. Batu, Kota Tangerang, Banten 15122", [
      "Jl. Oak No.15, Kec. Batu",
      "15122",
      "Kota Tangerang",
      "ID",
    ]],
    ["https://acme.com", "Acme Ltd,<br>Kingston, Jamaica", [undefined, undefined, "Kingston", "JM"]],
    ["https://acme.co.uk", "We are located at Oak road, Castleford", [
      "Oak road",
      undefined,
      "Castleford",
      "GB",
    ]],
    ["https://acme.co.il", "שדרות המגינים 47, חיפה 3326520", ["שדרות המגינים 47", "3326520", "חיפה", "IL"]],
    ["https://acme.co.il", "כתובת: עמק האלה 250, מודיעין", ["עמק האלה 250", undefined, "מודיעין", "IL"]],
    ["https://acme.com.tr", "Fabrika: Çakmak Mah. 10632. Sk. No:17 Karatay / KONYA", [
      "Çakmak Mah. 10632. Sk. No:17",
      undefined,
      "KONYA",
      "TR",
    ]],
    ["https://acme.com.tr", "DUMAN MAH. KIRAZ SK. No:20A<br>ARİFİYE / SAKARYA", [
      "DUMAN MAH. KIRAZ SK. No:20A",
      undefined,
      "SAKARYA",
      "TR",
    ]],
    ["https://acme.co.kr", "주소 : 52305 경상남도 하동군 화개면 화개로 512 대표 : 서정화", [
      "화개면 화개로 512",
      "52305",
      "하동군",
      "KR",
    ]],
    ["https://acme.de", "경상남도 하동군 화개면 화개로 512", [undefined, undefined, undefined, undefined]],
    ["https://acme.com.sg", "9 Raffles Place, Singapore 048619", [
      "9 Raffles Place",
      "048619",
      "Singapore",
      "SG",
    ]],
    ["https://acme.lu", "4, rue Louvigny, L-1946 Luxembourg", [
      "4, rue Louvigny",
      "1946",
      "Luxembourg",
      "LU",
    ]],
    ["https://acme.de", "9 Raffles Place, L-1946 Deutschland", [undefined, undefined, undefined, undefined]],
    ["https://acme.it", "20154 Milano Via Monreale 14", ["Via Monreale 14", "20154", "Milano", "IT"]],
    ["https://acme.fr", "Rue du Moulin de Senlis<br>91230 Montgeron", [
      "Rue du Moulin de Senlis",
      "91230",
      "Montgeron",
      "FR",
    ]],
    ["https://acme.fr", "La Rue du Moulin de Senlis est belle<br>91230 Montgeron", [
      undefined,
      "91230",
      "Montgeron",
      "FR",
    ]],
    ["https://acme.com.ua", "м. Кам'янка,<br>вул. Перша Польова, 36", [
      "вул. Перша Польова, 36",
      undefined,
      "Кам'янка",
      "UA",
    ]],
    ["https://acme.ru", "г. Казань, ул. Садовая, д. 12", ["ул. Садовая, д. 12", undefined, "Казань", "RU"]],
    ["https://acme.de", "г. Казань, ул. Садовая, д. 12", [undefined, undefined, undefined, undefined]],
  ];
  for (const [origin, text, expected] of cases) {
    const values = await readValues({ "/": `<title>Acme</title><footer><p>${text}</p></footer>` }, origin);
    const { addressLine1, zip, city, countryCode } = values;
    const country = expected[2] === undefined ? undefined : countryCode;
    assertEquals([text, addressLine1, zip, city, country], [text, ...expected]);
  }
});

Deno.test("readPhones prefers the number of the house to those of persons, where both are told", async () => {
  const cases: [string, string | undefined][] = [
    ["<h3>Rika Sund</h3><p>Sales</p><p>Tel. +49 431 555 01</p><p>Zentrale: +49 431 555 00", "+49 431 55500"],
    ["<p>Chair Rika Sund, tel. +49 431 555 01</p><p>Office: +49 431 555 00", "+49 431 55500"],
    ["<p>Rika Sund, tel. +49 431 555 01</p>", "+49 431 55501"],
  ];
  for (const [html, phone] of cases) {
    const values = await readValues({ "/": "<title>Acme</title>", "/kontakt": `<html lang=de>${html}` });
    assertEquals([html, values.phone], [html, phone]);
  }
  assertEquals(await read("<html lang=it><p>Telefono: 076 816 38 38", "phone"), "+41 76 816 38 38");
});

Deno.test("readSocials takes handles that nobody made a link, and no leftovers or staff", async () => {
  const cases: [html: string, field: string, string | undefined][] = [
    ["<p>Instagram: @acme_tools", "instagramUrl", "https://www.instagram.com/acme_tools"],
    ["<p>Instagram: @somebody", "instagramUrl", undefined],
    ["<footer><a href=https://www.linkedin.com/company/wix-com>in</a>", "linkedinUrl", undefined],
    ["<footer><a href=https://www.linkedin.com/in/rika-sund>Rika</a>", "linkedinUrl", undefined],
    ["<footer><a href=https://x.com/boltthemes>Theme by Bolt</a>", "twitterUrl", undefined],
  ];
  for (const [html, field, url] of cases) {
    assertEquals([html, await read(html, field, "https://acmetools.example")], [html, url]);
  }
});

Deno.test("what was never filled in is not told", async () => {
  const notice =
    `<html lang=de><title>Impressum</title><h1>Impressum</h1><p>Max Muster<br>Musterweg<br>12345 Musterstadt
    <p>Vertreten durch:<br>Max Muster<p>E-Mail: max@muster.de<p>Die Inhalte unserer Seiten wurden mit größter Sorgfalt erstellt.`;
  const law =
    "<meta name=description content='En cumplimiento de la Ley 34/2002 se informa al usuario de la web.'><p>Hola";
  assertEquals(await read(law, "description", "https://acme.example"), undefined);
  const progress = "<meta name=description content='Acme Tools: page in progress.'><p>Hi";
  assertEquals(await read(progress, "description", "https://acme.example"), undefined);
  const { email, ceoName, description } = await readValues({ "/impressum": notice });
  assertEquals([email, ceoName, description], [undefined, undefined, undefined]);
  const footer = "<html lang=de><footer><p>Musterstraße 123, 12345 Berlin<p>Tel. 030 12345678</footer>";
  const { addressLine1, zip, phone } = await readValues({ "/": footer }, "https://acme.de");
  assertEquals([addressLine1, zip, phone], [undefined, undefined, undefined]);
  const street = footer.replace("Musterstraße", "Mustergültigstraße");
  assertEquals(await read(street, "zip", "https://acme.de"), "12345");
  const hungarian = "<footer><p>4024 Debrecen, Példa utca 12.</footer>";
  assertEquals(await read(hungarian, "zip", "https://acme.hu"), undefined);
  assertEquals(await read(hungarian.replace("Példa", "Piac"), "zip", "https://acme.hu"), "4024");
  const roles =
    "<h1>Mentions légales</h1><h2>Directeur de la publication</h2><p>Le Directeur de la publication est";
  assertEquals(await read(`${roles} [Nom et prénom].`, "ceoName", "https://acme.fr"), undefined);
  assertEquals(await read(`${roles} Rika Sund.`, "ceoName", "https://acme.fr"), "Rika Sund");
  const again = (street: string) =>
    `<script type="application/ld+json">{"@type":"Plumber","name":"Acme","address":{"streetAddress":"${street}","addressLocality":"Utrecht"}}</script>`;
  assertEquals(await read(again("Utrecht"), "addressLine1", "https://acme.nl"), undefined);
  assertEquals(await read(again("Kade 4"), "addressLine1", "https://acme.nl"), "Kade 4");
  const finnish = "<html lang=fi><footer>etunimi.sukunimi@acme.example</footer>";
  assertEquals(await read(finnish, "email", "https://acme.example"), undefined);
  assertEquals(
    await read("<p>사업자등록번호: 123-45-67890", "companyNumber", "https://acme.co.kr"),
    undefined,
  );
});

Deno.test("a notice names its company, also where it is the only page", async () => {
  const notice =
    "<h2>Impressum</h2><p>Angaben gemäß § 5 TMG:<p><b>Bottled Tools GmbH</b><br>Kettelerstr. 25<br>68789 Rot";
  const { name } = await readValues({ "/impressum/": notice }, "https://www.acme.de");
  assertEquals(name, "Bottled Tools GmbH");
});

Deno.test("readLegal knows numbers, roles and founding words of further countries", async () => {
  const cases: [origin: string, html: string, field: string, string | undefined][] = [
    ["https://acme.co.kr", "<footer>사업자 등록번호 안내 : [613-81-40277]", "companyNumber", "613-81-40277"],
    ["https://acme.co.kr", "<p><b>대표자</b> <span>최재영</span>", "ceoName", "최재영"],
    ["https://acme.kz", "<footer>БИН 140340012349. Директор: Ахметов Ерлан", "companyNumber", "140340012349"],
    ["https://acme.kz", "<p>БИН 140340012349. Директор: Ахметов Ерлан", "ceoName", "Ахметов Ерлан"],
    ["https://acme.kz", "<p>Мы возим грузы с 2014 года.", "foundedYear", "2014"],
    ["https://acme.cz", "<footer>identifikační číslo: 28645413", "companyNumber", "28645413"],
    ["https://acme.cz", "<footer>DIČ: CZ46901876<span>Společnost je zapsána", "vatNumber", "CZ46901876"],
    ["https://acme.cz", "<p>zastoupená jednatelem: Marek Zábranský", "ceoName", "Marek Zábranský"],
    ["https://acme.com.tr", "<p>1986 yılından beri üretiyoruz.", "foundedYear", "1986"],
    ["https://acme.co.il", "<p>המשרד הוקם בשנת 1991", "foundedYear", "1991"],
    ["https://acme.jp", "<table><tr><td>理事長・院長<td>汐見 健一</table>", "ceoName", "汐見 健一"],
    ["https://acme.jp", "<table><tr><td>開院<td>平成15年5月</table>", "foundedYear", "2003"],
    [
      "https://acme.jp",
      "<p>当院は2003年（平成15年）に開院しました。院長は1989年に卒業。",
      "foundedYear",
      "2003",
    ],
    ["https://acme.example", "<p>Acme was begun in 1976 as The Homestead.", "foundedYear", "1976"],
  ];
  for (const [origin, html, field, value] of cases) {
    assertEquals([html, await read(`<title>Acme</title>${html}`, field, origin)], [html, value]);
  }
});

Deno.test("readNames and readDescriptions are not misled by labels, scripts and abbreviations", async () => {
  const korean = "<footer><p><b>회사명</b> <span>주식회사 하늘차</span></footer>";
  assertEquals(await read(korean, "name", "https://haneul.co.kr"), "주식회사 하늘차");
  const clinic =
    "<title>駅前の眼科｜みなと眼科</title><a href=/><img alt=みなと眼科 src=/logo.gif></a><p>Copyright(C) MINATO CLINIC.";
  assertEquals(await read(clinic, "name", "https://www.minato.jp"), "みなと眼科");
  const text = "Since 1981, Acme & Associates, Inc. has made tools for all who work with wood and steel.";
  assertEquals(await read(`<main><p>${text}</p></main>`, "description", "https://acme.example"), text);
  assertEquals(await read("<footer><p>דואר-אלקטרוני, מספר טלפון וכתובת החברה", "primaryLanguage"), "he");
});

Deno.test("readNames takes who is addressed, and no trade behind a dash", async () => {
  const contact = (html: string) =>
    readValues({ "/contact": `<title>Contact</title>${html}` }, "https://www.acmeroofing.example");
  assertEquals((await contact("<p><b>Acme Roofing Company</b><br>Mill Lane 4")).name, "Acme Roofing Company");
  const letter = await readValues(
    { "/contact": "<p>Bolt Pvt. Ltd, Mill Village,<br>Leeds" },
    "https://a.example",
  );
  assertEquals(letter.name, "Bolt Pvt. Ltd");
  const owner =
    "<title>About</title><footer>© 2026 Acme - Spraying with drones. All rights reserved.</footer>";
  assertEquals(await read(owner, "name", "https://acme.example"), "Acme");
});

Deno.test("readNames leaves out what the page is called, and finds the owner on either side of the sign", async () => {
  const names: [html: string, name: string | undefined][] = [
    ["<title>Контакти</title>", undefined],
    ["<title>About Us</title>", undefined],
    ["<title>Liên Hệ</title>", undefined],
    ["<title>Hubungi Kami | Torre Nord</title>", "Torre Nord"],
    ["<title>Contatti | Torre Nord</title>", "Torre Nord"],
    ["<title>Pool | Torre Nord</title><header><a href=/pool>Pool</a></header>", "Torre Nord"],
    ["<title>Om os</title><footer>Torre Nord © 2019. Privacy Policy</footer>", "Torre Nord"],
    ["<title>Om os</title><footer>Copyright © 2019. Privacy Policy</footer>", undefined],
    ["<title>Om os</title><footer>Site by Bolt. © 2019 Torre Nord. Privacy Policy</footer>", "Torre Nord"],
    ["<title>Om os</title><footer>© 2019 St. Torre Parish. Privacy Policy</footer>", "St. Torre Parish"],
  ];
  for (const [html, name] of names) {
    assertEquals([html, await read(html, "name", "https://acme.example")], [html, name]);
  }
  const shared = "<title>Fine tools since ever | Torre Nord</title>";
  assertEquals(await read(shared, "name", "https://torrenord.github.io"), "Torre Nord");
});

Deno.test("readLanguage does not hear what a template is filled with", async () => {
  const filler =
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat. ";
  const own =
    "We deal in steel pipes and fittings, and our team will gladly help you with your next project, from the first drawing to the last weld.";
  assertEquals(
    await read(`<title>Acme</title><main><p>${filler.repeat(8)}<p>${own}<p>${own}</main>`, "primaryLanguage"),
    "en",
  );
});

Deno.test("a post box is no street, a town keeps its river, and praise is no statement", async () => {
  const boxed = "<html lang=fi><footer><p>Acme Oy PL 236 – 13101 Hämeenlinna</footer>";
  assertEquals(await read(boxed, "addressLine1", "https://acme.fi"), undefined);
  const river = "<html lang=cs><footer><p>Na Sklípku 36<br>400 07 Ústí nad Labem</footer>";
  assertEquals(await read(river, "city", "https://acme.cz"), "Ústí nad Labem");
  const praise =
    `<main><div class=testimonial_text><p>We have had many builders in our home before, but never one like this.</div>
    <p>Acme builds homes that last, all over the county and beyond.</main>`;
  assertEquals(
    await read(praise, "description", "https://acme.example"),
    "Acme builds homes that last, all over the county and beyond.",
  );
});
