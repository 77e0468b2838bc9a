import { assertEquals } from "@std/assert";
import { BRANCHES } from "./branches.ts";
import { foldWords, Lexicon } from "./class_words.ts";
import { readClasses } from "./read_class.ts";
import { HOME_PAGES, type MadeUpHomePage } from "./test_home_pages.ts";
import { aSite, valuesOf } from "../test_site.ts";
import { TYPE_SIGNS } from "./type_signs.ts";

function htmlOf({ language, title, description, links }: MadeUpHomePage): string {
  const menu = links.map((text) => `<a href="/x">${text}</a>`).join(" ");
  return `<html lang="${language}"><title>${title}</title><meta name="description" content="${description}">
    <nav>${menu}</nav><h1>${title}</h1><p>${description}</p>`;
}

Deno.test("readClasses knows what each of many home pages is of, in the languages of Europe and beyond", async () => {
  const wrong: string[] = [];
  for (const page of HOME_PAGES) {
    const found = readClasses(await aSite({ "/": htmlOf(page) }));
    for (
      const [field, accepted] of [["industry", page.industries], ["companyType", page.companyTypes]] as const
    ) {
      const [value] = valuesOf(found, field);
      if (!accepted.includes(value ?? "-")) wrong.push(`${page.title}: ${field} ${value}, not ${accepted}`);
    }
  }
  assertEquals(wrong, []);
});

Deno.test("the words of branches and signs stand in their tables as pages are folded", () => {
  const tables = [...BRANCHES.map(([, , words]) => words), ...Object.values(TYPE_SIGNS)];
  const words = tables.flatMap((table) => table.trim().split(/\s+/));
  const bare = words.map((word) => word.replace(/^~/, "").replace(/^\*/, "").replace(/\$$/, ""));
  assertEquals(
    bare.filter((word) => word.split("_").join(" ") !== foldWords(word.replaceAll("_", " ")).join(" ")),
    [],
  );
});

Deno.test("a Lexicon finds beginnings, whole words, phrases and the ends of compounds", () => {
  const entries = ["bakeri$ sourdough_bread", "fensterreinig ~clean", "歯科"];
  const points = (text: string) =>
    new Lexicon(entries).find([{ text, words: foldWords(text), weight: 1, origin: 0 }]).map((hit) =>
      hit.points
    );
  assertEquals(points("Bakeri"), [1, 0, 0]);
  assertEquals(points("Bakerier"), [0, 0, 0]);
  assertEquals(points("our sourdough breads"), [1.5, 0, 0]);
  assertEquals(points("cleaning"), [0, 0.35, 0]);
  assertEquals(points("Dachfensterreinigung"), [0, 0.7, 0]);
  assertEquals(points("Fensterreinigung"), [0, 1, 0]);
  assertEquals(points("Die Oberfensterreinigungsdienste"), [0, 0, 0]);
  assertEquals(points("駅前の歯科です"), [0, 0, 1]);
});

Deno.test("readClasses takes a cart, a domain's ending and a lone word for what they are, and no agency for a nurse", async () => {
  const read = async (html: string, origin?: string) => {
    const found = readClasses(await aSite({ "/": html }, origin));
    return [valuesOf(found, "industry")[0], valuesOf(found, "companyType")[0]];
  };
  assertEquals(await read(`<title>Vivolino</title><p>Nyheter<a href="/varukorg">0</a>`), [
    "E-commerce",
    "E-commerce",
  ]);
  assertEquals(await read(`<title>Sund</title><p>www.sund.dental`, "https://sund.dental"), [
    "Healthcare",
    "B2C",
  ]);
  assertEquals(await read(`<title>Vivolino</title><p>Wir sind Dachdecker.`), ["Other", "B2C"]);
  const nurse =
    `<title>Nursing at home</title><h2>Our clients</h2><h2>Case studies</h2><p>Home care by nurses`;
  assertEquals((await read(nurse))[0], "Healthcare");
  assertEquals((await read(nurse))[1], "B2C");
  // The law asks anybody for this notice who sells at a distance.
  const notice = `<html lang="ja"><title>特定商取引法に基づく表記 | 桜</title><p>専用アプリ開発費 30万円`;
  assertEquals((await read(notice))[1] === "E-commerce", false);
  assertEquals((await read(`<title>Asociația de Sprijin Sund</title><p>Donații`))[1], "Non-profit");
});

Deno.test("a class is shown by the line that says it, however much stands above it", async () => {
  const above = "<p>Seit vielen Jahren in der Altstadt, mit Blick auf den Fluss.".repeat(5);
  const [industry] = readClasses(
    await aSite({ "/": `<title>Vivolino</title>${above}<p>Wir sind Dächdecker.<p>Ruf an` }),
  );
  assertEquals([industry?.value, industry?.quote], ["Other", "Wir sind Dächdecker."]);
  const line = `<p>${"Mit Liebe und Geduld. ".repeat(15)} Wir sind Dachdecker ${
    "aus Leidenschaft ".repeat(15)
  }`;
  const [long] = readClasses(await aSite({ "/": `<title>Vivolino</title>${above}${line}` }));
  assertEquals(long?.quote.includes("Wir sind Dachdecker"), true);
});
