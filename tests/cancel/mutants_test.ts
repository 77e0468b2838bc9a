/** The twin of each race: with its guard taken out of a copy of the code, the test that proves the guard must fail. */
import { assert, assertEquals } from "@std/assert";
import { hasTestServers } from "../../infra/test_mesh.ts";
import { type Edit, type Mutant, MUTANTS } from "./mutants.ts";

const ignore = !hasTestServers();
const ROOT = new URL("../../", import.meta.url).pathname;
/** A test that hangs without its guard has noticed too. */
const LIMIT_MS = 25_000;

async function copyCode(): Promise<string> {
  const folder = await Deno.makeTempDir({ prefix: "customer-mesh-mutants-" });
  const parts = ["deno.json", "deno.lock", "infra", "services", "shared", "tests"].map((part) => ROOT + part);
  const { success } = await new Deno.Command("cp", { args: ["-R", ...parts, folder] }).output();
  assert(success);
  return folder;
}

async function withEdits<Result>(
  folder: string,
  edits: readonly Edit[],
  work: () => Promise<Result>,
): Promise<Result> {
  const originals = new Map<string, string>();
  for (const { file, find, replace } of edits) {
    const path = `${folder}/${file}`;
    const text = await Deno.readTextFile(path);
    assertEquals(text.split(find).length, 2, `${file} must hold exactly once: ${find}`);
    originals.set(path, originals.get(path) ?? text);
    await Deno.writeTextFile(path, text.replace(find, () => replace));
  }
  try {
    return await work();
  } finally {
    for (const [path, text] of originals) await Deno.writeTextFile(path, text);
  }
}

async function runTest(
  folder: string,
  [file, name]: Mutant["test"],
): Promise<{ passed: boolean; log: string }> {
  const filter = `/^${name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}$/`;
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["test", "--allow-all", "--no-prompt", "--no-check", `--filter=${filter}`, file],
    cwd: folder,
    env: { NO_COLOR: "1" },
    signal: AbortSignal.timeout(LIMIT_MS),
  }).output();
  const log = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes)).join("\n");
  return { passed: code === 0, log };
}

Deno.test({ name: "each guard of a cancel is missed by a test when it is gone", ignore }, async (t) => {
  const folder = await copyCode();
  await t.step("the copy is sound: its test passes with every guard in place", async () => {
    const { passed, log } = await runTest(folder, MUTANTS[0]!.test);
    assert(passed && log.includes("1 passed"), log);
  });
  for (const { name, test, edits } of MUTANTS) {
    await t.step(name, async () => {
      const { passed, log } = await withEdits(folder, edits, () => runTest(folder, test));
      assertEquals(passed, false, `passed without its guard: ${test[1]}\n${log}`);
      assert(!log.includes("0 passed | 0 failed"), log);
    });
  }
  await Deno.remove(folder, { recursive: true });
});
