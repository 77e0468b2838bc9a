import { assertEquals } from "@std/assert";
import { Buffer } from "node:buffer";
import { readPictureSize } from "./picture_size.ts";

const PNG = "89504e470d0a1a0a0000000d49484452000000f0000000500802000000ffffffff";
const NO_DATA = "0000000049444154ffffffff";
const MOVING = "000000086163544c0000000100000000ffffffff";
const JPEG = "ffd8ffe000104a46494600010100000100010000ffc0001108005000f003012200021101031101";
const webp = (rest: string) => `52494646000000005745425 0${rest}`.replaceAll(" ", "");

/** One for each way in which a size can be written. */
const PICTURES: Readonly<Record<string, string>> = {
  "image/png": PNG + NO_DATA,
  "image/jpeg": JPEG,
  "image/webp lossy": webp("56503820000000000000009d012af0005000"),
  // 239 and 79 in fourteen bits each.
  "image/webp lossless": webp("5650384c000000002fefc01300"),
  "image/webp extended": webp("5650385800000000100000 00ef00004f0000"),
};

for (const [kind, hex] of Object.entries(PICTURES)) {
  Deno.test(`readPictureSize tells the size of ${kind}`, () => {
    assertEquals(readPictureSize(Buffer.from(hex.replaceAll(" ", ""), "hex")), {
      width: 240,
      height: 80,
    });
  });
}

Deno.test("readPictureSize takes nothing that moves, and nothing that is no picture", () => {
  const texts = ["", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<html>", "%PDF-1.7"];
  for (const text of texts) assertEquals(readPictureSize(new TextEncoder().encode(text)), undefined);
  const moving = [PNG + MOVING + NO_DATA, webp("5650385800000000020000 00ef00004f0000").replaceAll(" ", "")];
  for (const hex of moving) assertEquals(readPictureSize(Buffer.from(hex, "hex")), undefined);
});

Deno.test("readPictureSize takes nothing that ends too early", () => {
  for (const hex of Object.values(PICTURES).map((text) => text.replaceAll(" ", ""))) {
    for (let end = 0; end < hex.length / 2 - 12; end++) {
      readPictureSize(Buffer.from(hex, "hex").subarray(0, end));
    }
  }
});
