import { assertRejects, assertStringIncludes } from "@std/assert";
import { openDataFolder } from "./data_folder.ts";
import { UsageError } from "./flags.ts";

Deno.test("openDataFolder says which folder it cannot write to, and what to do", async () => {
  const file = await Deno.makeTempFile();
  try {
    for (const folder of [file, `${file}/below`]) {
      const error = await assertRejects(() => openDataFolder(folder), UsageError);
      assertStringIncludes(error.message, `Cannot keep data in ${folder}; name another folder with --data`);
    }
  } finally {
    await Deno.remove(file);
  }
});

Deno.test("openDataFolder refuses a folder that a live mesh has", async () => {
  const folder = await Deno.makeTempDir();
  try {
    using _held = await openDataFolder(folder);
    const error = await assertRejects(() => openDataFolder(folder), UsageError);
    assertStringIncludes(error.message, "another mesh is running there");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
