/**
 * Draws a picture of any usual kind anew, as a small PNG: of the file that came nothing is kept, no script, no metadata,
 * no second meaning. Whatever is too large is refused by its header, before a pixel of it is decoded.
 */
import { initPhoton, PhotonImage, resize, SamplingFilter } from "@cf-wasm/photon/others";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { imageSize } from "image-size";
import { MAX_LOGO_BYTES } from "shared/contract/enrichment_runs.ts";
import { FetchFailure } from "../outcome.ts";
import { photon, resvg } from "./picture_code.js";

export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const MAX_PICTURE_BYTES = 512 * 1_024;
const KINDS = ["png", "jpg", "webp", "gif", "ico"];
const MAX_PIXELS = 2_048 * 2_048;
const MAX_SIDE = 4_096;
/** Smaller ones are there to count visitors. */
const MIN_SIDE = 16;
const MAX_RATIO = 20;
/** Of the longer side, the largest that fits into the bytes. */
const SIDES = [512, 256, 128];

/**
 * @throws {FetchFailure} `not_html` for what is no picture that we read, `too_large`; {WebAssembly.RuntimeError} when the
 * library gave up in the middle, and should not be used again.
 */
export async function drawPicture(file: Uint8Array): Promise<Picture> {
  if (file.length > MAX_PICTURE_BYTES) throw tooLarge("the file is too large");
  await prepareOnce();
  return shrink(readSvg(file) ?? requireRaster(file));
}

let prepared: Promise<unknown> | undefined;

/** Not when this is loaded: most threads and tests never see a picture. */
function prepareOnce(): Promise<unknown> {
  return prepared ??= Promise.all([initWasm(resvg), initPhoton({ module_or_path: photon })]);
}

function requireRaster(file: Uint8Array): Uint8Array {
  const { type = "", width, height } = readHeader(file);
  if (!KINDS.includes(type)) throw notRead("it is of another kind");
  if (Math.max(width, height) > MAX_SIDE || width * height > MAX_PIXELS) {
    throw tooLarge("it has too many pixels");
  }
  if (Math.min(width, height) < MIN_SIDE) throw notRead("it is too small");
  return file;
}

function readHeader(file: Uint8Array) {
  try {
    return imageSize(file);
  } catch (cause) {
    throw notRead("its kind is not known", cause);
  }
}

/** The drawing as a PNG, or undefined for what is no SVG. */
function readSvg(file: Uint8Array): Uint8Array | undefined {
  if (!/^[\s\ufeff]*<(\?xml|!doctype svg|!--|svg[\s>])/i.test(decode(file.subarray(0, 256)))) {
    return undefined;
  }
  const text = decode(file);
  // Pictures inside would have to be judged by themselves; entities could hide them.
  if (/<!entity|<([\w-]+:)?(fe)?image\b/i.test(text)) throw notRead("the drawing holds what is not drawn");
  try {
    return drawSvg(text);
  } catch (cause) {
    if (cause instanceof WebAssembly.RuntimeError || cause instanceof FetchFailure) throw cause;
    throw notRead("the drawing cannot be read", cause);
  }
}

function drawSvg(text: string): Uint8Array {
  const { width, height } = new Resvg(text);
  if (!(Math.max(width, height) / Math.min(width, height) <= MAX_RATIO)) {
    throw notRead("its sides do not fit");
  }
  const mode = width >= height ? "width" : "height";
  return new Resvg(text, { fitTo: { mode, value: SIDES[0]! }, font: { loadSystemFonts: false } }).render()
    .asPng();
}

function shrink(file: Uint8Array): Picture {
  const picture = PhotonImage.new_from_byteslice(file);
  try {
    if (isBlank(picture.get_raw_pixels())) throw notRead("it shows nothing");
    for (const side of SIDES) {
      const drawn = drawWithin(picture, side);
      if (drawn.png.length <= MAX_LOGO_BYTES) return drawn;
    }
    throw tooLarge("it cannot be made small enough");
  } finally {
    picture.free();
  }
}

function drawWithin(picture: PhotonImage, side: number): Picture {
  const [fullWidth, fullHeight] = [picture.get_width(), picture.get_height()];
  const scale = Math.min(1, side / Math.max(fullWidth, fullHeight));
  const [width, height] = [fullWidth, fullHeight].map((full) => Math.max(1, Math.round(full * scale)));
  const drawn = resize(picture, width!, height!, SamplingFilter.Lanczos3);
  try {
    return { png: drawn.get_bytes(), width: width!, height: height! };
  } finally {
    drawn.free();
  }
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

function notRead(why: string, cause?: unknown): FetchFailure {
  return new FetchFailure("not_html", `the picture is not read: ${why}`, { cause });
}

function tooLarge(why: string): FetchFailure {
  return new FetchFailure("too_large", `the picture is not read: ${why}`);
}
