/** Holds `DEFECTS.md` to the tests that there are: every defect has a proof or a reason, and every proof exists. */
import { assert, assertEquals } from "@std/assert";

const LAST_DEFECT = 59;

interface Proof {
  readonly defect: string;
  readonly file: string;
  readonly title: string;
}

const text = await Deno.readTextFile(new URL("DEFECTS.md", import.meta.url));
const proofs = [...text.matchAll(/^\| (D\d\d) +\| .+? \| (\S+) +\| (.+?) +\|$/gm)].map(
  ([, defect, file, title]): Proof => ({ defect: defect!, file: file!, title: title! }),
);
const exceptions = [...text.matchAll(/^- (D\d\d): \S+/gm)].map(([, defect]) => defect!);

Deno.test("every defect has a proof of its absence, or a reason why it does not apply", () => {
  const expected = Array.from(
    { length: LAST_DEFECT },
    (_, index) => `D${String(index + 1).padStart(2, "0")}`,
  );
  const known = new Set([...proofs.map(({ defect }) => defect), ...exceptions]);
  assertEquals(expected.filter((defect) => !known.has(defect)), []);
  assertEquals(exceptions.filter((defect) => proofs.some((proof) => proof.defect === defect)), []);
  assertEquals(proofs.length, text.match(/^\| D\d\d/gm)?.length, "a line that cannot be read");
});

Deno.test("every proof is a test or a step of its file, and is not left out", async () => {
  for (const { defect, file, title } of proofs) {
    const titles = listTitles(await Deno.readTextFile(new URL(`../${file}`, import.meta.url)));
    assert(titles.includes(title), `${defect}: ${file} has no test "${title}"`);
  }
});

/** Of tests and of their steps; one that is skipped is called otherwise. */
function listTitles(source: string): string[] {
  const titles = /(?:\bDeno\.test|\bt\.step)\(\s*(?:\{\s*name:\s*)?("(?:[^"\\]|\\.)*")/g;
  return [...source.matchAll(titles)].map(([, literal]) => JSON.parse(literal!));
}
