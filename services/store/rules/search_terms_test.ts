import { assertEquals } from "@std/assert";
import { correctedTiers, findHost, rankTiers, toSearchTerms } from "./search_terms.ts";

const wordsOf = (folded: string) => toSearchTerms(folded)?.words;

Deno.test("toSearchTerms leaves legal forms out, wherever they stand", () => {
  assertEquals(wordsOf(" acme gmbh"), ["acme"]);
  assertEquals(wordsOf(" acme nordic a s"), ["acme", "nordic"]);
  assertEquals(wordsOf(" ferrari s p a"), ["ferrari"]);
  assertEquals(wordsOf(" gmbh muller co kg"), ["muller"]);
  assertEquals(wordsOf(" firma sp z o o"), ["firma"]);
});

Deno.test("toSearchTerms keeps what only begins like a legal form, and a legal form alone", () => {
  assertEquals(wordsOf(" asset cooper"), ["asset", "cooper"]);
  assertEquals(wordsOf(" ab"), ["ab"]);
  assertEquals(wordsOf(" co kg"), ["co", "kg"]);
});

Deno.test("toSearchTerms leaves out what others write as &, unless it is all that was typed", () => {
  assertEquals(wordsOf(" muller und sohne"), ["muller", "sohne"]);
  assertEquals(wordsOf(" fish and chips ltd"), ["fish", "chips"]);
  assertEquals(wordsOf(" and"), ["and"]);
  assertEquals(wordsOf(" andersson undine"), ["andersson", "undine"]);
});

Deno.test("toSearchTerms takes the host of an address copied from a browser", () => {
  assertEquals(wordsOf(" https www acme example"), ["acme", "example"]);
  assertEquals(wordsOf(" http acme example"), ["acme", "example"]);
  assertEquals(wordsOf(" www acme example"), ["acme", "example"]);
  assertEquals(wordsOf(" https"), ["https"]);
  assertEquals(wordsOf(" acme www"), ["acme", "www"]);
});

Deno.test("findHost knows an address that leads to a page from all else", () => {
  const hosts = {
    "https://www.acme.example/a?b=c": "www.acme.example",
    "acme.example:8080/": "acme.example",
  };
  for (const [typed, host] of Object.entries(hosts)) assertEquals(findHost(typed), host);
  for (
    const other of ["https://acme.example", "a@acme.example/x", "INV.2026/17", "1.5/2", "acme / son", "n/a"]
  ) {
    assertEquals(findHost(other), undefined, other);
  }
});

Deno.test("toSearchTerms finds nothing to look for in a text without words", () => {
  assertEquals(toSearchTerms(" "), undefined);
  assertEquals(toSearchTerms(""), undefined);
});

Deno.test("rankTiers looks for short words only where words begin, and for one letter only in names", () => {
  const widest = (folded: string) => {
    const { on, all } = rankTiers(toSearchTerms(folded)!).at(-1)!;
    return `${on} ${all.flat().join(" and ")}`;
  };
  assertEquals(widest(" 3m"), "text % 3m%");
  assertEquals(widest(" 3"), "name % 3%");
  assertEquals(widest(" a bo"), "text % a% and % bo%");
  assertEquals(rankTiers(toSearchTerms(" 3m")!).map((tier) => tier.isBeginning), [
    true,
    undefined,
    undefined,
  ]);
  // Two digits in the middle of a number are everywhere.
  assertEquals(rankTiers(toSearchTerms(" 3 m")!).at(-1)!.all, [["% 3m%"]]);
});

Deno.test("rankTiers looks for one or two signs of a script without blanks anywhere in a name", () => {
  const last = (folded: string) => rankTiers(toSearchTerms(folded)!).at(-1);
  assertEquals(last(" 商事"), { on: "text", all: [["% 商 事%"]] });
  assertEquals(last(" 商"), { on: "text", all: [["% 商%"]] });
  assertEquals(last(" 전자"), { on: "text", all: [["% 전 자%"]] });
  assertEquals(last(" 株式会社"), { on: "text", all: [["%株式会社%"]] });
});

Deno.test("rankTiers goes from the beginning of the name to anything anywhere", () => {
  const tiers = rankTiers(toSearchTerms(" 555 12")!);
  assertEquals(tiers.map((tier) => `${tier.on} ${tier.all.flat().join(" and ")}`), [
    "name  555 12%",
    "name % 555 12%",
    "name % 555% and % 12%",
    "text % 555 12%",
    "text %55512%",
    "text %555% and %12%",
  ]);
});

Deno.test("rankTiers looks for a number as it is dialled from anywhere, however it was typed", () => {
  const lastOf = (folded: string) =>
    rankTiers(toSearchTerms(folded)!).map((tier) => tier.all.flat().join()).slice(-2);
  assertEquals(lastOf(" 0170 1234567"), ["%1701234567%", "%0170%,%1234567%"]);
  assertEquals(lastOf(" 01701234567"), ["%1701234567%", "%01701234567%"]);
  assertEquals(lastOf(" 0049 170 1234567"), ["%491701234567%", "%0049%,%170%,%1234567%"]);
  assertEquals(lastOf(" 0042"), ["% 0042%", "%0042%"]);
  // "+49 (0)170 …"
  assertEquals(lastOf(" 49 0 170 123")[0], "%490170123%,%49170123%");
  assertEquals(lastOf(" 0049 0 170 123")[0], "%490170123%,%49170123%");
});

Deno.test("rankTiers parts a word where its number ends or begins, as a name may write it", () => {
  const tiersOf = (folded: string) => rankTiers(toSearchTerms(folded)!).map((tier) => tier.all.flat().join());
  assertEquals(tiersOf(" 7eleven oslo").slice(-2), ["% 7 eleven%,% oslo%", "%7eleven%,%oslo%"]);
  assertEquals(tiersOf(" studio54").slice(-2), ["% studio 54%", "%studio54%"]);
  // Too short, of too many parts, or of one.
  for (const word of ["3m", "a1b2c3d4", "eleven", "12345"]) {
    assertEquals(tiersOf(` ${word}`).some((pattern) => / .* /.test(pattern)), false, word);
  }
});

Deno.test("rankTiers puts the owner of an invoice with that number behind names and before all else", () => {
  const tiers = rankTiers(toSearchTerms(" 3m")!, ["an id"]);
  assertEquals(tiers.map(({ on }) => on), ["name", "name", "id", "text"]);
  assertEquals(tiers[2]!.all, [["an id"]]);
});

const correct = (folded: string, corrections: readonly (readonly string[])[]) =>
  correctedTiers(toSearchTerms(folded)!, corrections);

Deno.test("correctedTiers adds what a word may have been meant to be, and nothing where all words are known", () => {
  const lookUp = { certain: [], typed: [], meant: [["muller", "mulle"]] };
  assertEquals(correct(" mullre", [["muller", "mulle"]]), [
    { on: "name", all: [[" muller%", " mulle%"]], isBeginning: true, lookUp },
    { on: "name", all: [["% muller%", "% mulle%"]], lookUp },
    { on: "text", all: [["% muller%", "% mulle%"]], lookUp },
  ]);
  // Of several words another may be as it was typed.
  assertEquals(correct(" mullre sohne", [["muller"], []]).at(-1), {
    on: "text",
    all: [["%mullre%", "% muller%"], ["%sohne%"]],
    lookUp: { certain: ["%sohne%"], typed: [], meant: [["muller"]] },
  });
  assertEquals(correct(" muller sohne", [[], []]), []);
});

Deno.test("correctedTiers looks up a corrected word as it was typed only beside another one", () => {
  assertEquals(correct(" mullre bau shone", [["muller"], [], ["sohne", "shon"]])[0]!.lookUp, {
    certain: ["%bau%"],
    typed: ["%mullre%", "%shone%"],
    meant: [["muller"], ["sohne", "shon"]],
  });
});

Deno.test("rankTiers takes nothing that was typed for a pattern", () => {
  assertEquals(rankTiers(toSearchTerms(" 50%_off")!)[0]!.all, [[" 50\\%\\_off%"]]);
});
