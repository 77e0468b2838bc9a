/** A small logo as a PNG file: a disc of the company's colour on white (format: RFC 2083). */
import { Buffer } from "node:buffer";
import { crc32, deflateSync } from "node:zlib";

const SIZE = 128;

export function renderLogo(color: readonly [number, number, number]): Uint8Array<ArrayBuffer> {
  const parts = [
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header()),
    chunk("IDAT", new Uint8Array(deflateSync(pixels(color)))),
    chunk("IEND", new Uint8Array()),
  ];
  return Buffer.concat(parts);
}

function header(): Uint8Array {
  const bytes = new Uint8Array(13);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, SIZE);
  view.setUint32(4, SIZE);
  // Eight bits a channel, red-green-blue, and the only compression, filter and interlace of a plain file.
  bytes.set([8, 2, 0, 0, 0], 8);
  return bytes;
}

/** Each row begins with the number of its filter: 0, none. */
function pixels(color: readonly [number, number, number]): Uint8Array {
  const bytes = new Uint8Array(SIZE * (1 + SIZE * 3)).fill(255);
  for (let y = 0; y < SIZE; y++) {
    const row = y * (1 + SIZE * 3);
    bytes[row] = 0;
    for (let x = 0; x < SIZE; x++) {
      if (Math.hypot(x - SIZE / 2, y - SIZE / 2) < SIZE * 0.45) bytes.set(color, row + 1 + x * 3);
    }
  }
  return bytes;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([new TextEncoder().encode(type), data]);
  const bytes = new Uint8Array(body.length + 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(body, 4);
  view.setUint32(body.length + 4, crc32(body));
  return bytes;
}
