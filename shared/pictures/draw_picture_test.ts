import { PhotonImage } from "@cf-wasm/photon/others";
import { assert, assertEquals, assertLess } from "@std/assert";
import { askMemory } from "shared/test_memory.ts";
import { startStopwatch } from "shared/test_stopwatch.ts";
import { imageSize } from "image-size";
import { drawPicture, PictureRefusal } from "./draw_picture.ts";
import { aGif, anIco, anSvg, aPng, chunk, listGrowing, withOrientation } from "./test_pictures.ts";

const encode = (text: string) => new TextEncoder().encode(text);

async function photonOf(png: Uint8Array): Promise<PhotonImage> {
  // The library is prepared by the first picture.
  await drawPicture(aPng());
  return PhotonImage.new_from_byteslice(png);
}

async function refusalOf(file: Uint8Array): Promise<string> {
  try {
    await drawPicture(file);
    return "drawn";
  } catch (error) {
    if (error instanceof PictureRefusal) return error.reason;
    return error instanceof WebAssembly.RuntimeError ? "gave up" : String(error);
  }
}

Deno.test("drawPicture makes a small PNG of every usual kind", async () => {
  const kinds: Record<string, [Uint8Array, number, number]> = {
    png: [aPng(), 64, 32],
    jpeg: [(await photonOf(aPng())).get_bytes_jpeg(90), 64, 32],
    webp: [(await photonOf(aPng())).get_bytes_webp(), 64, 32],
    gif: [aGif(), 32, 32],
    ico: [anIco(), 48, 48],
    svg: [anSvg(), 512, 256],
    "svg with a shadow": [
      anSvg(
        '<filter id="f"><feOffset dy="2"/><feGaussianBlur stdDeviation="2"/><feBlend in="SourceGraphic"/></filter>' +
          '<circle filter="url(#f)" cx="50" cy="25" r="20" fill="teal"/>',
      ),
      ...[512, 256] as const,
    ],
    "svg with a prologue": [
      encode(`\ufeff<?xml version="1.0"?>\n${new TextDecoder().decode(anSvg())}`),
      512,
      256,
    ],
    "a large png": [aPng({ width: 2_000, height: 1_000 }), 512, 256],
  };
  for (const [kind, [file, width, height]] of Object.entries(kinds)) {
    const drawn = await drawPicture(file);
    assertEquals([kind, drawn.width, drawn.height], [kind, width, height]);
    assertEquals({ ...imageSize(drawn.png) }, { width, height, type: "png" });
  }
});

Deno.test("drawPicture keeps the picture and nothing else of the file", async () => {
  const secret = encode("Comment\0a secret of whoever made it");
  const file = aPng({ chunks: [chunk("tEXt", secret), chunk("eXIf", encode("MM\0*GPS"))] });
  const { png } = await drawPicture(new Uint8Array([...file, ...encode("<script>alert(1)</script>")]));
  const text = new TextDecoder("latin1").decode(png);
  assertEquals(["secret", "GPS", "tEXt", "script"].filter((word) => text.includes(word)), []);
  const pixels = (await photonOf(png)).get_raw_pixels();
  assertEquals([...pixels.slice(0, 4), ...pixels.slice(-4)], [255, 255, 255, 255, 0, 128, 128, 255]);
});

Deno.test("drawPicture turns a photograph as its camera was held", async () => {
  // White is the corner at the top left, of 64 by 32.
  const jpeg = (await photonOf(aPng())).get_bytes_jpeg(95);
  const corners: string[] = [];
  for (let orientation = 1; orientation <= 8; orientation++) {
    const { png, width, height } = await drawPicture(withOrientation(jpeg, orientation));
    const pixels = (await photonOf(png)).get_raw_pixels();
    const isWhite = (x: number, y: number) => pixels[(y * width + x) * 4]! > 128;
    const found = [[2, 2], [width - 3, 2], [2, height - 3], [width - 3, height - 3]].findIndex(([x, y]) =>
      isWhite(x!, y!)
    );
    corners.push(`${width}x${height} ${["top left", "top right", "bottom left", "bottom right"][found]}`);
  }
  assertEquals(corners, [
    "64x32 top left",
    "64x32 top right",
    "64x32 bottom right",
    "64x32 bottom left",
    "32x64 top left",
    "32x64 top right",
    "32x64 bottom right",
    "32x64 bottom left",
  ]);
});

Deno.test("drawPicture makes a picture smaller until the store takes it", async () => {
  let state = 1;
  const noise = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 24;
  const file = aPng({ width: 360, height: 360, pixels: () => [noise(), noise(), noise()] });
  const { png, width } = await drawPicture(file);
  assertLess(png.length, 100_001);
  assertEquals(width, 128);
});

Deno.test("drawPicture refuses what is no picture, lies about its kind or shows nothing", async () => {
  const cases: Record<string, Uint8Array> = {
    nothing: new Uint8Array(),
    page: encode("<!doctype html><html><img src=x>"),
    script: encode("alert(1)"),
    "half a signature": aPng().slice(0, 6),
    pixel: aPng({ width: 1, height: 1 }),
    "one colour": aPng({ pixels: () => [200, 200, 200] }),
    "an empty drawing": anSvg(""),
    "a drawing of text in a font that is not here": anSvg('<text y="20">Acme</text>'),
    "a drawing with a picture inside": anSvg('<image href="http://127.0.0.1/x.png" width="9" height="9"/>'),
    "a drawing with a picture under another name": anSvg('<x:image xmlns:x="http://www.w3.org/2000/svg"/>'),
    "a drawing as thin as a hair": encode(
      '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="90000"><path d="M0 0h1v9z"/></svg>',
    ),
    "broken markup": encode('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'),
  };
  for (const [name, file] of Object.entries(cases)) {
    assertEquals([name, await refusalOf(file)], [name, "not_a_picture"]);
  }
});

Deno.test("drawPicture refuses what would grow, before it grows", async () => {
  for (const [name, file] of Object.entries(listGrowing())) {
    using watch = startStopwatch();
    const refusal = await refusalOf(file);
    assert(["not_a_picture", "too_large", "gave up"].includes(refusal), `${name}: ${refusal}`);
    assertLess(watch.workedMs, 3_000, name);
  }
  const growth = await askMemory(new URL("test_drawing_memory.ts", import.meta.url));
  assertLess(growth, 250 * 1_024 * 1_024);
});

Deno.test("drawPicture ends in a refusal for 300 mangled files", async () => {
  const seeds = [aPng(), aGif(), anIco(), anSvg(), (await photonOf(aPng())).get_bytes_jpeg(80)];
  let state = 7;
  const random = (below: number) =>
    Math.floor(((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32) * below);
  for (let n = 0; n < 300; n++) {
    const file = Uint8Array.from(seeds[n % seeds.length]!);
    for (let edits = 1 + random(5); edits > 0; edits--) file[random(file.length)] = random(256);
    const end = await refusalOf(file.slice(0, 1 + random(file.length)));
    assert(["drawn", "not_a_picture", "too_large", "gave up"].includes(end), `${n}: ${end}`);
  }
});
