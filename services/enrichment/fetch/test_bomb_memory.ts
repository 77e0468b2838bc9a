/** For tests: fetches a page that is small on the way and large when unpacked, and tells how much memory that took. */
import { assertEquals } from "@std/assert";
import { brotliCompressSync, constants } from "node:zlib";
import { tellGrowth } from "shared/test_memory.ts";
import { PUBLIC_IP } from "./test_hostile_answers.ts";
import { startTestServer } from "./test_server.ts";
import { openWorld } from "./test_world.ts";

// Well packed in a moment; the best that there is would take seconds.
const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
const BOMB = new Uint8Array(brotliCompressSync(new Uint8Array(100_000_000), { params }));
const headers = { "content-type": "text/html", "content-encoding": "br" };

await using server = startTestServer({ "/": () => new Response(BOMB, { headers }) });
const ask = async () => {
  const answers = (_host: string, type: string) => type === "A" ? [PUBLIC_IP] : [];
  const world = openWorld({ address: server.address, answers });
  assertEquals(await world.outcomeOf("http://site.example/", 10_000), "too_large");
};
// What the first one needs is kept for all others.
await ask();
await tellGrowth(async () => {
  for (let n = 0; n < 5; n++) await ask();
});
