/** Holds `RACES.md` to the tests and mutants that there are: every race has a test, and every test a mutant. */
import { assertEquals } from "@std/assert";
import { MUTANTS } from "./mutants.ts";

const LAST_RACE = 26;

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
