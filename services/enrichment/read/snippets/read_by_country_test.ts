/** What companies state about themselves, country by country, in made-up snippets: numbers, names and addresses. */
import { assertEquals } from "@std/assert";
import { fold } from "../candidate.ts";
import { readAddresses } from "../places/read_addresses.ts";
import { readLegal } from "../legal/read_legal.ts";
import { readNames } from "../names/read_name.ts";
import { readPlaces } from "../places/read_places.ts";
import { openSite, verifyValues } from "../read_site.ts";
import { ADDRESSES } from "./test_addresses.ts";
import { COMPANY_NAMES_FROM_ELSEWHERE } from "./test_company_names_from_elsewhere.ts";
import { COMPANY_NAMES_OF_EUROPE } from "./test_company_names_of_europe.ts";
import { STATEMENTS } from "./test_legal_statements.ts";
import type { StatedNumber, Statement } from "./test_statement.ts";
import { aSite, parse, valuesOf } from "../test_site.ts";
import { FOUNDED, LEADERS } from "./test_founders.ts";

/** How a label and its number may stand to each other. */
const NUMBER_LAYOUTS: readonly ((label: string, number: string) => string)[] = [
  (label, number) => `<p>${label}: ${number}</p>`,
  (label, number) => `<table><tr><td>${label}</td><td>${number}</td></tr></table>`,
  (label, number) => `<p>${label} ${number}</p>`,
  (label, number) => `<dl><dt>${label}:</dt><dd>${number}</dd></dl>`,
  (label, number) => `<p>${label}&nbsp;:&nbsp;${number}</p>`,
  (label, number) => `<p><strong>${label}:</strong> <span>${number}</span></p>`,
  (label, number) => `<p>${label}：${number}</p>`,
  (label, number) => `<p>${label}:<br>${number}</p>`,
  (label, number) => `<p>${label} – ${number}</p>`,
  (label, number) => `<p>${label}:${number}</p>`,
  (label, number) => `<p>${label} ${number} | info@sundwerk.example | Sundwerk</p>`,
  // The number's own letters would be the label's next.
  (label, number) =>
    `<p><b>${label}</b>${/^[A-Z]{1,2}(?!\d{8})/.test(number) ? " " : ""}<span>${number}</span></p>`,
];

/** All numbers of a company together. */
const LINES: readonly ((statement: Statement) => string)[] = [
  (all) => `<p>${all.company} | ${told(all, " | ")} | Tel. 12345</p>`,
  (all) => `<p>${all.company} · ${told(all, " · ")}</p>`,
  (all) => `<p>${all.company} – ${told(all, " – ")} – info@sundwerk.example</p>`,
  (all) => `<p>${told(all, " / ")}</p>`,
  (all) => `<p>${all.company}, ${told(all, ", ")}</p>`,
  (all) => `<p>${told({ numbers: all.numbers.toReversed() }, ", ")}</p>`,
  (all) => `<p>© 2026 ${all.company}. ${told(all, ". ", " ")}. All rights reserved.</p>`,
  (all) => `<p>${all.company}, ${told(all, " - ", " n. ")} - info@sundwerk.example</p>`,
  (all) => `<p>${all.company}<br>${told(all, "<br>")}<br>Tel: 04 72 00 11 22</p>`,
];

function told({ numbers }: Pick<Statement, "numbers">, gap: string, colon = ": "): string {
  return numbers.map(({ labels, number }) => `${bare(labels[0] ?? "")}${colon}${number}`).join(gap);
}

function bare(label: string): string {
  return label.replace(/:$/, "");
}

const SPELLINGS: readonly ((number: string) => string)[] = [
  (number) => number.replaceAll(" ", "&nbsp;"),
  (number) => number.replace(/^[A-Z]{2,3}(?=\d{4})/, (prefix) => prefix.toLowerCase()),
  (number) => number.replace(/^[A-Z]{2}(?=\d{4})/, ""),
  (number) => number.replace(/^([A-Z]{2,3})(?=\d{4})/, "$1 "),
  (number) => /^[A-Z]{2}?\d{8,}$/.test(number) ? number.replace(/\d{3}(?=\d{3})/g, "$& ") : number,
  (number) => /^\d{9}$/.test(number) ? number.replace(/\d{3}(?=\d{2})/g, "$&.") : number,
];

Deno.test("readLegal knows each country's labels for VAT and register numbers, however the two stand together", async () => {
  const missed: string[] = [];
  let turn = 0;
  for (const statement of STATEMENTS) {
    // One label of each field at a time.
    const rounds = Math.max(...statement.numbers.map(({ labels }) => labels.length));
    const snippets = Array.from({ length: rounds }, (_, round) => {
      const stated = statement.numbers.filter(({ labels }) => labels[round] !== undefined);
      const html = stated.map(({ labels, number }) =>
        NUMBER_LAYOUTS[turn++ % NUMBER_LAYOUTS.length]!(bare(labels[round] ?? ""), number)
      );
      return { html: html.join("<hr>"), stated };
    });
    missed.push(...await missing(snippets, statement));
  }
  assertEquals(missed, []);
});

Deno.test("readLegal takes a line of several numbers apart", async () => {
  const missed: string[] = [];
  for (const [index, statement] of STATEMENTS.entries()) {
    const lines = [LINES[index % LINES.length]!, LINES[(index + 4) % LINES.length]!];
    const snippets = lines.map((line) => ({ html: line(statement), stated: statement.numbers }));
    missed.push(...await missing(snippets, statement));
  }
  assertEquals(missed, []);
});

Deno.test("readLegal reads a number with other gaps, and its prefix in small letters, apart or left out", async () => {
  const missed: string[] = [];
  for (const statement of STATEMENTS) {
    const snippets = statement.numbers.flatMap((stated) => {
      const spelled = SPELLINGS.map((spell) => spell(stated.number)).filter((each) => each !== stated.number);
      return spelled.map((number) => ({
        html: `<p>${bare(stated.labels[0] ?? "")}: ${number}</p>`,
        stated: [stated],
      }));
    });
    missed.push(...await missing(snippets, statement));
  }
  assertEquals(missed, []);
});

Deno.test("readLegal takes a label without its number, and numbers of other kinds, for nothing", async () => {
  const cases: [host: string, html: string][] = [
    ["sundwerk.dk", "<p>Alle priser er inkl. moms. Tlf. 13 58 56 28</p>"],
    ["sundwerk.se", "<p>Priser inkl. moms</p><p>Telefon: 08-123 456 78</p>"],
    ["sundwerk.fr", "<p>Prix hors TVA. Tél. 04 72 00 11 22, IBAN FR76 3000 6000 0112 3456 7890 189</p>"],
    ["sundwerk.ae", "<p>CR 7 won again in 2019</p>"],
    ["sundwerk.co.ke", "<p>Enter your PIN: 1234</p>"],
    ["sundwerk.com.np", "<p>Pan pizza 450</p>"],
    ["sundwerk.com", "<p>VAT No.: pending</p><p>+49 421 13669597</p>"],
    ["sundwerk.pe", "<p>RUC: 20123456789</p>"],
    ["sundwerk.com.my", "<p>Sundwerk Sdn Bhd was founded in 1998 by 12 friends</p>"],
  ];
  for (const [host, html] of cases) {
    const [{ vatNumber, companyNumber } = {}] = await statedOn([html], { host, language: "en" });
    assertEquals([html, vatNumber, companyNumber], [html, undefined, undefined]);
  }
});

interface Snippet {
  readonly html: string;
  readonly stated: readonly StatedNumber[];
}

async function missing(snippets: readonly Snippet[], statement: Statement): Promise<string[]> {
  const found = await statedOn(snippets.map(({ html }) => html), statement);
  return snippets.flatMap(({ html, stated }, index) => {
    const values = found[index] ?? {};
    const isFound = ({ field }: StatedNumber) =>
      stated.some((each) => each.field === field && isSame(values[field] ?? "", each.number));
    return stated.filter((each) => !isFound(each)).map(({ field }) =>
      `${statement.country} ${field} ${html}: ${values[field]}`
    );
  });
}

type Values = Readonly<Record<string, string | undefined>>;

/** Each as if it stood alone in a page's footer; parsed together, which takes a third of the time. */
async function statedOn(
  snippets: readonly string[],
  { host, language }: Pick<Statement, "host" | "language">,
): Promise<Values[]> {
  const mark = "END OF SNIPPET";
  const html = snippets.join(`<p>${mark}</p>`);
  const text = `<html lang="${language}"><title>Sundwerk</title><footer>${html}</footer>`;
  const page = await parse(text, { url: `https://www.${host}/` });
  const ends = page.lines.flatMap((line, index) => line.text === mark ? [index] : []);
  return snippets.map((_, index) => {
    const lines = page.lines.slice(index === 0 ? 0 : ends[index - 1]! + 1, ends[index]);
    const values = verifyValues(readLegal(openSite([{ ...page, lines }])));
    return Object.fromEntries(values.map(({ field, value }) => [field, value]));
  });
}

/** Hungary's VAT number leaves out kind and county. */
function isSame(found: string, stated: string): boolean {
  const digits = digitsOf(found);
  return digits.length >= 5 &&
    (digits === digitsOf(stated) || digits === digitsOf(stated.replace(/-\d-\d{2}$/, "")));
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

type NameLayout = readonly [path: string, write: (name: string, label: string) => string];

const NAME_LAYOUTS: readonly NameLayout[] = [
  ["/", (name) => `<footer><p>© 2026 ${name}. All rights reserved.</p></footer>`],
  ["/impressum", (name, label) => `<h1>Impressum</h1><p>${label}: ${name}</p>`],
  ["/", (name) => `<footer><p>Copyright © 2019-2026 ${name} | Privacy</p></footer>`],
  ["/impressum", (name) => `<h1>Impressum</h1><p>${name}<br>Lange Str. 4<br>24103 Kiel</p>`],
  [
    "/impressum",
    (name, label) => `<h1>Impressum</h1><table><tr><td>${label}</td><td>${name}</td></tr></table>`,
  ],
];
const ADDRESSED: NameLayout = [
  "/contact",
  (name) => `<h1>Contact</h1><p>${name}, Lange Str. 4, 24103 Kiel</p>`,
];

/** Not written in a line with their address, or told by nothing but the form of a word. */
const NEVER_ADDRESSED =
  /mbH$|^Société|Unlimited|SRLS|^Ditta|S\.S\.|snc di|^Obrt|^PR |[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u;

Deno.test("readNames knows the legal forms of each country, before and behind the name", async () => {
  const missed: string[] = [];
  let turn = 0;
  for (const [tld, language, names, label] of [...COMPANY_NAMES_OF_EUROPE, ...COMPANY_NAMES_FROM_ELSEWHERE]) {
    for (const name of names.split("|")) {
      const layout = NAME_LAYOUTS[turn++ % NAME_LAYOUTS.length]!;
      const addressed = turn % 3 === 0 && !NEVER_ADDRESSED.test(name) ? [ADDRESSED] : [];
      for (const [path, write] of [layout, ...addressed]) {
        const found = await nameOn(write(name, label), { tld, language, path });
        if (!isSameName(found, name)) missed.push(`${name} ${path}: ${found}`);
      }
    }
  }
  assertEquals(missed, []);
});

async function nameOn(
  html: string,
  { tld, language, path }: { tld: string; language: string; path: string },
) {
  const host = `https://www.nordlichtwerke.${tld}`;
  const page = await parse(`<html lang=${language}><title>Kontakt</title>${html}`, { url: host + path });
  const home = await parse(`<html lang=${language}><title>Home</title><p>Hi.`, { url: `${host}/` });
  const site = openSite(path === "/" ? [page] : [home, page]);
  return verifyValues(readNames(site)).find(({ field }) => field === "name")?.value ?? "";
}

const CORE = /nordlichtwerke|нордлихтверке|נורדליכטורקה|ノルドリヒト|노르드리히트|諾德|诺德|نورد|นอร์ดลิคท์/u;

/** With its form, without it, or with a part of it; nothing else. */
function isSameName(found: string, stated: string): boolean {
  const [one, other] = [squash(found), squash(stated)];
  return CORE.test(one) && other.includes(one);
}

function squash(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, "");
}

type AddressLayout = (parts: readonly string[], country: string) => string;

const ADDRESS_LAYOUTS: readonly AddressLayout[] = [
  (parts) => `<p>${parts.join(", ")}</p>`,
  (parts) => `<p>${parts.join("<br>")}</p>`,
  (parts, country) => `<p>Sundwerk<br>${[...parts, country].join("<br>")}</p>`,
  (parts) => `<footer><p>${["Sundwerk", ...parts, "Tel. 12 34 56"].join(" | ")}</p></footer>`,
  (parts, country) => `<p>${[...parts, country].join(", ")}</p>`,
  (parts) => `<footer><p>${["Sundwerk", ...parts, "info@sundwerk.example"].join(" · ")}</p></footer>`,
  (parts) => `<p>Adresse: ${parts.join(", ")} Tel.: +1 23</p>`,
  (parts) => parts.map((part) => `<div>${part}</div>`).join(""),
];

Deno.test("readAddresses knows the order of street, town and code in each country", async () => {
  const missed: string[] = [];
  for (const [index, row] of ADDRESSES.entries()) {
    const [tld, language, street, place, zip, city, country] = row;
    const layout = ADDRESS_LAYOUTS[index % ADDRESS_LAYOUTS.length]!;
    const html = layout([street, place].filter((part) => part !== ""), country);
    const values = await addressOn(html, { tld, language });
    const isStreet = street === "" || hasPart(values.addressLine1, street);
    const isRight = isStreet && fold(values.zip ?? "") === fold(zip) &&
      fold(values.city ?? "") === fold(city);
    if (!isRight) missed.push(`${html}: ${values.addressLine1}, ${values.zip}, ${values.city}`);
  }
  assertEquals(missed, []);
});

Deno.test("readAddresses takes numbers of other kinds for no code, and post boxes for no town", async () => {
  const cases: [tld: string, html: string, zip: string | undefined, city: string | undefined][] = [
    ["co.ke", "<p>P.O. Box 51696-00100 GPO, Nairobi</p>", "00100", "Nairobi"],
    ["co.ke", "<p>P.O. Box 51696 - 00100, Nairobi, Kenya</p>", "00100", "Nairobi"],
    ["is", "<p>Opnum 101 Dagur 12</p>", undefined, undefined],
    ["com.pk", "<p>Call 54000 or Room 54001</p>", undefined, undefined],
    ["de", "<p>Amtsgericht Kiel HRB 12399, Lange Straße 4</p>", undefined, undefined],
    ["com.mt", "<p>Model ABC 1234</p>", undefined, undefined],
  ];
  for (const [tld, html, zip, city] of cases) {
    const values = await addressOn(html, { tld, language: "en" });
    assertEquals([html, values.zip, values.city], [html, zip, city]);
  }
});

async function addressOn(html: string, { tld, language }: { tld: string; language: string }) {
  const text = `<html lang=${language}><title>Contact</title>${html}`;
  const site = openSite([await parse(text, { url: `https://www.sundwerk.${tld}/contact` })]);
  const values: Record<string, string | undefined> = {};
  for (const { field, value } of verifyValues([...readAddresses(site), ...readPlaces(site)])) {
    values[field] = value;
  }
  return values;
}

function hasPart(found: string | undefined, stated: string): boolean {
  const [one, other] = [fold(found ?? ""), fold(stated)];
  return one !== "" && (one.includes(other) || other.includes(one));
}

Deno.test("years of founding and leaders are read from what companies say of them in thirty languages", async () => {
  for (const [field, table] of [["foundedYear", FOUNDED], ["ceoName", LEADERS]] as const) {
    for (const [text, expected] of table) {
      const html = `<title>Impressum</title><h1>Impressum</h1><p>Sundwerk</p><p>${text}</p><p>Tel.`;
      const site = await aSite({ "/impressum": html }, "https://www.sundwerk.example");
      const found = valuesOf(readLegal(site), field);
      assertEquals([text, ...found], expected === "" ? [text] : [text, expected]);
    }
  }
});
