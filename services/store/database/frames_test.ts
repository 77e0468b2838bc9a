import { Buffer } from "node:buffer";
import { assertEquals } from "@std/assert";
import { Frames } from "./frames.ts";

function message(letter: string, body: string): Buffer {
  const header = Buffer.from([letter.charCodeAt(0), 0, 0, 0, 0]);
  header.writeUInt32BE(4 + body.length, 1);
  return Buffer.concat([header, Buffer.from(body)]);
}

Deno.test("Frames hands on whole messages only, wherever they are cut", () => {
  const bytes = Buffer.concat([
    message("D", "a row"),
    message("1", ""),
    message("Z", "T"),
    message("Z", "I"),
  ]);
  for (let size = 1; size <= bytes.length; size++) {
    const frames = new Frames();
    const taken: Buffer[] = [];
    for (let start = 0; start < bytes.length; start += size) {
      const whole = frames.take(bytes.subarray(start, start + size));
      if (whole) taken.push(whole);
    }
    assertEquals(Buffer.concat(taken).equals(bytes), true);
    assertEquals([frames.readyCount, frames.isReady, frames.isIdle], [2, true, true]);
  }
});

Deno.test("Frames knows a transaction, and keeps half of a message to itself", () => {
  const frames = new Frames();
  frames.take(message("Z", "T"));
  assertEquals([frames.isReady, frames.isIdle], [true, false]);
  assertEquals(frames.take(message("E", "FATAL").subarray(0, 7)), undefined);
  assertEquals(frames.isReady, true);
});
