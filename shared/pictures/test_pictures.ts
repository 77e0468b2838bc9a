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

/** EXIF in a JPEG: one directory with one entry, and a text that nobody should see. */
export function withOrientation(jpeg: Uint8Array, orientation: number): Uint8Array {
  const entries = `0112 0003 00000001 000${orientation}0000 00000000`;
  const exif = [
    Buffer.from("Exif\0\0MM\0*\0\0\0\b\0\x01", "latin1"),
    Buffer.from(entries.replaceAll(" ", ""), "hex"),
    Buffer.from("GPS 59.91 N"),
  ];
  return withSegment(jpeg, 0xe1, bytesOf(exif));
}

/** As the first of a JPEG. */
export function withSegment(jpeg: Uint8Array, marker: number, data: Uint8Array): Uint8Array {
  const length = data.length + 2;
  const head = Uint8Array.of(0xff, marker, length >> 8, length & 0xff);
  return bytesOf([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
}

/** 32 by 16 pixels, a field with a white corner. */
export function aJpeg(): Uint8Array {
  return Uint8Array.fromBase64(JPEG);
}

const JPEG =
  "/9j/4AAQSkZJRgABAgAAAQABAAD/wAARCAAQACADAREAAhEBAxEB/9sAQwAGBAUGBQQGBgUGBwcGCAoQCgoJCQoUDg8MEBcUGBgX" +
  "FBYWGh0lHxobIxwWFiAsICMmJykqKRkfLTAtKDAlKCko/9sAQwEHBwcKCAoTCgoTKBoWGigoKCgoKCgoKCgoKCgoKCgoKCgoKCgo" +
  "KCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgo/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUF" +
  "BAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW" +
  "V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi" +
  "4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAEC" +
  "AxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVm" +
  "Z2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq" +
  "8vP09fb3+Pn6/9oADAMBAAIRAxEAPwD6poA+Iq9g/NgoAKACgAoAKACgD//Z";

function bytesOf(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** Small files that would be large when drawn. */
export function listGrowing(): Readonly<Record<string, Uint8Array>> {
  const uses = Array.from(
    { length: 12 },
    (_, i) => `<g id="a${i + 1}">${`<use href="#a${i}"/>`.repeat(10)}</g>`,
  );
  const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`);
  const entity = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a0 "lol">${
    entities.join("")
  }]><svg>&a9;</svg>`;
  return {
    "60,000 pixels square": aPngBomb(60_000, 60_000),
    "a line of pixels": aPngBomb(100_000, 20),
    "an icon that says it is small": anIco(aPngBomb(30_000, 30_000)),
    "too many bytes": new Uint8Array([...aPng(), ...new Uint8Array(600_000)]),
    "copies of copies": anSvg(`<path id="a0" d="M0 0h9v9z"/>${uses.join("")}`),
    "entities of entities": new TextEncoder().encode(entity),
    ...listFiltered(),
    "a deep drawing": anSvg("<g>".repeat(30_000) + "</g>".repeat(30_000)),
  };
}

/** Some hundred bytes, and minutes of work. */
function listFiltered(): Record<string, Uint8Array> {
  const field = '<rect filter="url(#f)" width="90" height="40"/>';
  const filtered = (primitives: string, shown = field) =>
    anSvg(`<filter id="f">${primitives}</filter>${shown}`);
  const blur = '<feGaussianBlur stdDeviation="40"/>';
  return {
    weather: filtered('<feTurbulence numOctaves="1000000" baseFrequency="0.05"/>'),
    "swollen again and again": filtered('<feMorphology operator="dilate" radius="50"/>'.repeat(20)),
    "blurred again and again": filtered(blur.repeat(5_000)),
    "many that are blurred": filtered(blur, field.repeat(2_000)),
    "a marker at each corner": anSvg(
      `<marker id="m"><path d="M0 0h9v9z"/></marker><path marker-mid="url(#m)" d="M0 0${
        "L9 4".repeat(60_000)
      }"/>`,
    ),
  };
}
