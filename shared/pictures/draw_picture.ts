/**
 * Draws a picture of any usual kind anew, as a small PNG: of the file that came nothing is kept, no script, no metadata,
 * no second meaning. Whatever is too large is refused by its header, before a pixel of it is decoded.
 */
import { initPhoton, PhotonImage, resize, SamplingFilter } from "@cf-wasm/photon/others";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { imageSize } from "image-size";
import { MAX_LOGO_BYTES } from "shared/contract/logo_size.ts";
import { photon, resvg } from "./picture_code.js";

export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Why a file was not drawn. */
export class PictureRefusal extends Error {
  override readonly name = "PictureRefusal";
  readonly reason: "not_a_picture" | "too_large";

  constructor(reason: PictureRefusal["reason"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

const MAX_PICTURE_BYTES = 512 * 1_024;
const KINDS = ["png", "jpg", "webp", "gif", "ico"];
const MAX_PIXELS = 2_048 * 2_048;
const MAX_SIDE = 4_096;
/** Smaller ones are there to count visitors. */
const MIN_SIDE = 16;
const MAX_RATIO = 20;
/** What a picture of about a million pixels needs. */
const BLOATED_BYTES = 24 * 1_024 * 1_024;
/** Of the longer side, the largest that fits into the bytes. */
const SIDES = [512, 256, 128];
/** What takes seconds in a hundred bytes, and how often a logo may have it: shadows it has, weather and relief it has not. */
const TOO_MUCH_WORK: readonly (readonly [what: RegExp, most: number])[] = [
  [/<([\w-]+:)?(fe(turbulence|convolvematrix|morphology|diffuselighting|specularlighting)|marker)\b/gi, 0],
  [/<([\w-]+:)?fe[a-z]+\b/gi, 60],
  [/\bfilter\s*[=:]/gi, 20],
];
/** Of the eight of EXIF 2.32, 4.6.4: as it was stored. */
const UPRIGHT = 1;

/**
 * Blocks its thread, for a second when the picture is as large as it may be. @throws {PictureRefusal};
 * {WebAssembly.RuntimeError} when the library gave up in the middle, and should not be used again.
 */
export async function drawPicture(file: Uint8Array): Promise<Picture> {
  if (file.length > MAX_PICTURE_BYTES) throw tooLarge("the file is too large");
  await (photonReady ??= startPhoton());
  const drawing = await readSvg(file);
  return drawing ? shrink(drawing, UPRIGHT) : shrink(file, requireRaster(file));
}

/** WebAssembly memory grows with a large picture and never shrinks. */
export function isBloated(): boolean {
  return (memory?.buffer.byteLength ?? 0) > BLOATED_BYTES;
}

/** Each library is started when it is first needed: most tests never see a picture, and most pictures are no SVG. */
let photonReady: Promise<void> | undefined;
let resvgReady: Promise<void> | undefined;
let memory: WebAssembly.Memory | undefined;

async function startPhoton(): Promise<void> {
  ({ memory } = await initPhoton({ module_or_path: photon }));
}

/** @returns How it is to be turned. */
function requireRaster(file: Uint8Array): number {
  const { type = "", width, height, orientation = UPRIGHT } = readHeader(file);
  if (!KINDS.includes(type)) throw notRead("it is of another kind");
  if (Math.max(width, height) > MAX_SIDE || width * height > MAX_PIXELS) {
    throw tooLarge("it has too many pixels");
  }
  if (Math.min(width, height) < MIN_SIDE) throw notRead("it is too small");
  return orientation;
}

function readHeader(file: Uint8Array) {
  try {
    return imageSize(file);
  } catch (cause) {
    throw notRead("its kind is not known", cause);
  }
}

/** The drawing as a PNG, or undefined for what is no SVG. */
async function readSvg(file: Uint8Array): Promise<Uint8Array | undefined> {
  if (!/^[\s\ufeff]*<(\?xml|!doctype svg|!--|svg[\s>])/i.test(decode(file.subarray(0, 256)))) {
    return undefined;
  }
  const text = decode(file);
  // Pictures inside would have to be judged by themselves; entities could hide them.
  if (/<!entity|<([\w-]+:)?(fe)?image\b/i.test(text)) throw notRead("the drawing holds what is not drawn");
  if (TOO_MUCH_WORK.some(([each, most]) => (text.match(each)?.length ?? 0) > most)) {
    throw tooLarge("drawing it takes too long");
  }
  await (resvgReady ??= initWasm(resvg));
  try {
    return drawSvg(text);
  } catch (cause) {
    if (cause instanceof WebAssembly.RuntimeError || cause instanceof PictureRefusal) throw cause;
    throw notRead("the drawing cannot be read", cause);
  }
}

function drawSvg(text: string): Uint8Array {
  const { width, height } = measureSvg(text);
  if (!(Math.max(width, height) / Math.min(width, height) <= MAX_RATIO)) {
    throw notRead("its sides do not fit");
  }
  const mode = width >= height ? "width" : "height";
  using drawing = freed(
    new Resvg(text, { fitTo: { mode, value: SIDES[0]! }, font: { loadSystemFonts: false } }),
  );
  using drawn = freed(drawing.held.render());
  return drawn.held.asPng();
}

function measureSvg(text: string): { width: number; height: number } {
  using drawing = freed(new Resvg(text));
  const { width, height } = drawing.held;
  return { width, height };
}

/** An object of a WebAssembly library stays in its memory until it is freed by hand. */
function freed<Held extends { free(): void }>(held: Held) {
  return { held, [Symbol.dispose]: () => held.free() };
}

function shrink(file: Uint8Array, orientation: number): Picture {
  const picture = PhotonImage.new_from_byteslice(file);
  try {
    if (showsNothing(picture)) throw notRead("it shows nothing");
    for (const side of SIDES) {
      const drawn = drawWithin(picture, { side, orientation });
      if (drawn.png.length <= MAX_LOGO_BYTES) return drawn;
    }
    throw tooLarge("it cannot be made small enough");
  } finally {
    picture.free();
  }
}

function drawWithin(picture: PhotonImage, { side, orientation }: { side: number; orientation: number }) {
  const [fullWidth, fullHeight] = [picture.get_width(), picture.get_height()];
  const scale = Math.min(1, side / Math.max(fullWidth, fullHeight));
  const [width, height] = [fullWidth, fullHeight].map((full) => Math.max(1, Math.round(full * scale)));
  const drawn = resize(picture, width!, height!, SamplingFilter.Lanczos3);
  const upright = orientation === UPRIGHT ? drawn : turn(drawn, orientation);
  try {
    return { png: upright.get_bytes(), width: upright.get_width(), height: upright.get_height() };
  } finally {
    if (upright !== drawn) upright.free();
    drawn.free();
  }
}

/** As a browser shows it, for the note that says how it lay goes with the rest of the file. */
function turn(picture: PhotonImage, orientation: number): PhotonImage {
  const [width, height] = [picture.get_width(), picture.get_height()];
  const lies = orientation >= 5;
  const [turnedWidth, turnedHeight] = lies ? [height, width] : [width, height];
  const [fromRight, fromBottom] = [[2, 3, 7, 8], [3, 4, 6, 7]].map((each) => each.includes(orientation));
  const from = new Uint32Array(picture.get_raw_pixels().buffer);
  const to = from.map((_, at) => {
    const [x, y] = [at % turnedWidth, Math.floor(at / turnedWidth)];
    const [column, row] = lies ? [y, x] : [x, y];
    return from[(fromBottom ? height - 1 - row : row) * width + (fromRight ? width - 1 - column : column)]!;
  });
  return new PhotonImage(new Uint8Array(to.buffer), turnedWidth, turnedHeight);
}

function showsNothing(picture: PhotonImage): boolean {
  const pixels = picture.get_raw_pixels();
  const isNothing = isBlank(pixels);
  // Given back at once: the collector does not see how much such small objects hold, and lets it pile up.
  (pixels.buffer as ArrayBuffer).transfer(0);
  return isNothing;
}

/** One colour all over, or all of it transparent. */
function isBlank(rgba: Uint8Array): boolean {
  const isTransparent = (at: number) => rgba[at + 3] === 0;
  for (let at = 0; at < rgba.length; at += 4) {
    if (isTransparent(at) && isTransparent(0)) continue;
    if (
      rgba[at] !== rgba[0] || rgba[at + 1] !== rgba[1] || rgba[at + 2] !== rgba[2] || rgba[at + 3] !== rgba[3]
    ) {
      return false;
    }
  }
  return true;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function notRead(why: string, cause?: unknown): PictureRefusal {
  return new PictureRefusal("not_a_picture", `the picture is not read: ${why}`, { cause });
}

function tooLarge(why: string): PictureRefusal {
  return new PictureRefusal("too_large", `the picture is not read: ${why}`);
}
