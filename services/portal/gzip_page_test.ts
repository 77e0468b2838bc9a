import { assertEquals, assertLess } from "@std/assert";
import { gunzipSync, gzipSync } from "node:zlib";
import { gzipPage } from "./gzip_page.ts";

const OPENING = `<style>${
  Array.from({ length: 900 }, (_, n) => `.c${n * 7919 % 1_000}{color:red}`).join("")
}</style>`;
const ROWS = Array.from({ length: 200 }, (_, n) => `<p class="c7">Łódź 東京 ${n} شركة</p>`).join("");

Deno.test("gzipPage makes what any reader of gzip reads back, whatever is shared", async () => {
  for (const rest of [ROWS, "", "💥"]) {
    for (const shared of [OPENING.length, OPENING.length, 0]) {
      const text = OPENING + rest;
      const bytes = gzipPage(text, shared);
      assertEquals(gunzipSync(bytes).toString(), text);
      const stream = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream("gzip"));
      assertEquals(await new Response(stream).text(), text);
    }
  }
});

Deno.test("gzipPage is no longer than one piece would be: the rest knows what came before it", () => {
  assertLess(
    gzipPage(OPENING + ROWS, OPENING.length).length,
    gzipSync(OPENING + ROWS, { level: 5, memLevel: 5 }).length,
  );
});
