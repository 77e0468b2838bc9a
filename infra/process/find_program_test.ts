import { assertEquals } from "@std/assert";
import { findProgram } from "./find_program.ts";

Deno.test("findProgram takes the first usable file, folder by folder, and finds none where there is none", async () => {
  const root = await Deno.makeTempDir();
  const [first, second] = [`${root}/first`, `${root}/second`];
  for (const folder of [first, second]) await Deno.mkdir(folder);
  // Of the wanted name, but no file.
  await Deno.mkdir(`${first}/no-such-tool-a`);
  for (const file of [`${first}/no-such-tool-b`, `${second}/no-such-tool-a`]) {
    await Deno.writeTextFile(file, "");
  }
  const folders = [first, second];
  const names = ["no-such-tool-a", "no-such-tool-b"];
  assertEquals(await findProgram(names, { folders }), `${first}/no-such-tool-b`);
  const isUsable = (path: string) => Promise.resolve(path.endsWith("a"));
  assertEquals(await findProgram(names, { folders, isUsable }), `${second}/no-such-tool-a`);
  assertEquals(await findProgram(["no-such-tool-c"], { folders }), undefined);
  await Deno.remove(root, { recursive: true });
});
