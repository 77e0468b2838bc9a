/** Holds `RACES.md` to the tests and mutants that there are: every race has a test, and every test a mutant. */
import { assertEquals } from "@std/assert";
import { IMPATIENCE, MUTANTS } from "./mutants.ts";

const LAST_RACE = 27;

const text = await Deno.readTextFile(new URL("RACES.md", import.meta.url));
const lines = [...text.matchAll(/^\| (R\d\d) +\| .+? \| (\S+) +\| (.+?) +\| (.+?) +\|$/gm)].map(
  ([, race, file, test, mutant]) => ({ race: race!, proof: [mutant, file, test].join(" | ") }),
);

Deno.test("every race that can happen to a run has its line", () => {
  const expected = Array.from({ length: LAST_RACE }, (_, index) => `R${String(index + 1).padStart(2, "0")}`);
  assertEquals([...new Set(lines.map(({ race }) => race))], expected);
  assertEquals(lines.length, text.match(/^\| R\d\d/gm)?.length, "a line that cannot be read");
});

Deno.test("every line names a test and the mutant that turns it red, and no mutant is left out", () => {
  const proofs = MUTANTS.flatMap(({ name, tests }) =>
    tests.map(([file, test]) => [name, file, test].join(" | "))
  );
  assertEquals([...new Set(lines.map(({ proof }) => proof))].sort(), proofs.sort());
});

/** As they are written: a part that is put in at run time stands for any. */
async function listWrittenTests(file: string): Promise<RegExp[]> {
  const source = await Deno.readTextFile(new URL(`../../${file}`, import.meta.url));
  const written = source.matchAll(/^ *(?:(race)|test|Deno\.test)\(\s*(?:\{ name: )?(["`])(.+?)\2,/gm);
  return [...written].map(([, isRace, , name]) => {
    const parts = `${isRace ? "cancel " : ""}${name}`.split(/\$\{.+?\}/);
    return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".+")}$`);
  });
}

Deno.test("no test of a race is without a mutant", async () => {
  const files = [...new Set(MUTANTS.flatMap(({ tests }) => tests.map(([file]) => file)))]
    .filter((file) => file.startsWith("tests/cancel/"));
  const proven = MUTANTS.flatMap(({ tests }) => tests.map(([, name]) => name));
  const written = (await Promise.all(files.map(listWrittenTests))).flat();
  const unproven = written.filter((each) => !proven.some((name) => each.test(name)));
  assertEquals(unproven.map(String), []);
  assertEquals([files.length, written.length > 25], [5, true], String(written.length));
});

/** A code that was rewritten would keep its mutant from being made: said here, without a server, and not at the end of a long run. */
Deno.test("what each mutant takes out stands exactly once in the code", async () => {
  const edits = [IMPATIENCE, ...MUTANTS.flatMap(({ edits }) => edits)];
  const counts = await Promise.all(
    edits.map(async ({ file, find }) => {
      const source = await Deno.readTextFile(new URL(`../../${file}`, import.meta.url));
      return { file, find, count: source.split(find).length - 1 };
    }),
  );
  assertEquals(counts.filter(({ count }) => count !== 1), []);
});
