/** For tests: small pictures of each kind, made here. */
import { Buffer } from "node:buffer";
import { crc32, deflateSync } from "node:zlib";

type Color = readonly [red: number, green: number, blue: number];
const TEAL: Color = [0, 128, 128];

export interface PngOptions {
  readonly width?: number;
  readonly height?: number;
  readonly color?: Color;
  /** Further chunks before the picture's data. */
  readonly chunks?: readonly Uint8Array[];
  readonly pixels?: (x: number, y: number) => Color;
}

/** A field of one colour with a white corner. */
export function aPng({ width = 64, height = 32, color = TEAL, chunks = [], pixels }: PngOptions = {}) {
  const pick = pixels ?? ((x: number, y: number): Color => x < 8 && y < 8 ? [255, 255, 255] : color);
  const rows = Buffer.alloc(height * (1 + width * 4));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows.set([...pick(x, y), 255], y * (1 + width * 4) + 1 + x * 4);
  }
  const data = [chunk("IDAT", deflateSync(rows)), chunk("IEND", new Uint8Array())];
  return bytesOf([SIGNATURE, header(width, height), ...chunks, ...data]);
}

/** Says that it is large, and holds a few bytes. */
export function aPngBomb(width: number, height: number): Uint8Array {
  const data = [chunk("IDAT", deflateSync(Buffer.alloc(100_000))), chunk("IEND", new Uint8Array())];
  return bytesOf([SIGNATURE, header(width, height), ...data]);
}

export function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return bytesOf([length, body, sum]);
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

function header(width: number, height: number): Uint8Array {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([8, 6, 0, 0, 0], 8);
  return chunk("IHDR", data);
}

/** Two colours, eight bits a pixel, never compressed: a clear code comes before the codes grow. */
export function aGif(side = 32): Uint8Array {
  const size = Uint8Array.of(side, 0, side, 0);
  const colors = new Uint8Array(128 * 3);
  colors.set([0, 128, 128, 255, 255, 255]);
  const codes: number[] = [];
  for (let at = 0; at < side * side; at++) {
    if (at % 100 === 0) codes.push(128);
    codes.push(at < side * 4 ? 1 : 0);
  }
  codes.push(129);
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < codes.length; at += 255) {
    const block = codes.slice(at, at + 255);
    blocks.push(Uint8Array.of(block.length, ...block));
  }
  const head = [Buffer.from("GIF89a"), size, Uint8Array.of(0xf6, 0, 0), colors];
  const image = [Uint8Array.of(0x2c, 0, 0, 0, 0), size, Uint8Array.of(0, 7)];
  return bytesOf([...head, ...image, ...blocks, Uint8Array.of(0, 0x3b)]);
}

export function anIco(png = aPng({ width: 48, height: 48 }), side = 48): Uint8Array {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.set([side, side], 6);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(22, 18);
  return bytesOf([head, png]);
}

export function anSvg(inside = '<circle cx="50" cy="25" r="20" fill="teal"/>', attributes = ""): Uint8Array {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" ${attributes}>${inside}</svg>`;
  return new TextEncoder().encode(text);
}

function bytesOf(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
