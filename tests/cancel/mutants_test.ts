/** The twin of each race: with its guard taken out of a copy of the code, the tests that prove the guard must fail. */
import { fileURLToPath } from "node:url";
import { assert, assertEquals } from "@std/assert";
import { hasTestServers } from "../../infra/test_mesh.ts";
import type { Edit, Mutant, ProvingTest } from "./mutant.ts";
import { IMPATIENCE, MUTANTS } from "./mutants.ts";

const ignore = !hasTestServers();
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FILES_TO_COPY = ["deno.json", "deno.lock", "infra", "services", "shared", "tests"];
/** Most of the time is spent waiting for what does not happen any more. */
const LANES = 3;
/** For each test of a mutant: one that hangs without its guard has noticed too. A busy machine needs its time for each. */
const LIMIT_MS = 60_000;

async function copyCode(): Promise<string> {
  const folder = await Deno.makeTempDir({ prefix: "customer-mesh-mutants-" });
  const paths = FILES_TO_COPY.map((part) => ROOT + part);
  const { success } = await new Deno.Command("cp", { args: ["-R", ...paths, folder] }).output();
  assert(success);
  return folder;
}

/** @returns how to take them back. */
async function edit(folder: string, edits: readonly Edit[]): Promise<() => Promise<void>> {
  const originals = new Map<string, string>();
  for (const { file, find, replace } of edits) {
    const path = `${folder}/${file}`;
    const text = await Deno.readTextFile(path);
    assertEquals(text.split(find).length, 2, `${file} must hold exactly once: ${find}`);
    originals.set(path, originals.get(path) ?? text);
    await Deno.writeTextFile(path, text.replace(find, () => replace));
  }
  return async () => {
    for (const [path, text] of originals) await Deno.writeTextFile(path, text);
  };
}

async function runTests(folder: string, tests: readonly ProvingTest[]): Promise<string> {
  const names = tests.map(([, name]) => name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  const files = [...new Set(tests.map(([file]) => file))];
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["test", "--allow-all", "--no-prompt", "--no-check", `--filter=/^(${names.join("|")})$/`, ...files],
    cwd: folder,
    env: { NO_COLOR: "1" },
    signal: AbortSignal.timeout(LIMIT_MS * tests.length),
  }).output();
  return [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes)).join("\n");
}

/** Each lane has a copy of its own, and takes the next mutant as soon as it is free. */
function startLanes(folders: readonly string[]): ReadonlyMap<Mutant, Promise<string>> {
  const waiting = MUTANTS.map((mutant) => ({ mutant, log: Promise.withResolvers<string>() }));
  const results = new Map(waiting.map(({ mutant, log }) => [mutant, log.promise]));
  // Looked at one by one further down.
  for (const result of results.values()) result.catch(() => {});
  for (const folder of folders) runLane(folder, waiting);
  return results;
}

async function runLane(
  folder: string,
  waiting: { mutant: Mutant; log: PromiseWithResolvers<string> }[],
): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { mutant, log } = next;
    try {
      const takeBack = await edit(folder, mutant.edits);
      log.resolve(await runTests(folder, mutant.tests).finally(takeBack));
    } catch (error) {
      log.reject(error);
    }
  }
}

Deno.test({ name: "each guard of a cancel is missed by its tests when it is gone", ignore }, async (t) => {
  const folders = await Promise.all(Array.from({ length: LANES }, copyCode));
  for (const folder of folders) await edit(folder, [IMPATIENCE]);
  await t.step("the copy is sound: a test passes with every guard in place", async () => {
    const log = await runTests(folders[0]!, MUTANTS[0]!.tests.slice(0, 1));
    assert(log.includes("1 passed | 0 failed"), log);
  });
  for (const [{ name, tests }, result] of startLanes(folders)) {
    await t.step(name, async () => {
      const log = await result;
      for (const [, test] of tests) {
        assert(log.includes(`${test} ...`), `was not run: ${test}\n${log}`);
        assert(!log.includes(`${test} ... ok`), `passed without its guard: ${test}\n${log}`);
      }
    });
  }
  await Promise.all(folders.map((folder) => Deno.remove(folder, { recursive: true })));
});
