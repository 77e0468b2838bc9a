import { assertEquals, assertRejects } from "@std/assert";
import { watchEnd } from "./watch_end.ts";

const bytes = new Uint8Array([1, 2, 3]);

Deno.test("watchEnd passes everything on, and says when it has ended", async () => {
  const { stream, ended } = watchEnd(new Blob([bytes]).stream());
  assertEquals(new Uint8Array(await new Response(stream).arrayBuffer()), bytes);
  await ended;
});

Deno.test("watchEnd: who stops reading stops the source", async () => {
  const stopped = Promise.withResolvers<unknown>();
  const { stream, ended } = watchEnd(new ReadableStream({ cancel: stopped.resolve }));
  await stream.cancel("enough");
  await ended;
  assertEquals(await stopped.promise, "enough");
});

Deno.test("watchEnd: a stream that breaks has ended", async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.error(new Error("broken")),
  });
  const { stream, ended } = watchEnd(broken);
  await assertRejects(() => new Response(stream).arrayBuffer(), Error, "broken");
  await ended;
});
