import { assert } from "@std/assert";
import { pdfRights } from "./packages.ts";

Deno.test("pdfRights names files and folders that are there", async () => {
  const { read, ffi } = pdfRights();
  assert(ffi.length > 0);
  for (const path of [...read.filter((each) => each !== "/usr/bin/ldd"), ...ffi]) {
    assert(path.startsWith("/"));
    assert((await Deno.stat(path)).isDirectory);
  }
});
