/** How large an uploaded picture says it is, read from its first bytes, without decoding it. */
import { Buffer } from "node:buffer";

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Undefined for what is no PNG, JPEG or WebP, and for one that moves: nobody asked for movement. */
export function readPictureSize(bytes: Uint8Array): PictureSize | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readPng(buffer) ?? readJpeg(buffer) ?? readWebp(buffer);
  } catch (error) {
    // It ends where a number should stand.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const PNG = Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1");

/** PNG (third edition), 5.2 and 11.2.1; `acTL` before the first `IDAT` makes it move (11.3.6.1). */
function readPng(buffer: Buffer): PictureSize | undefined {
  if (!buffer.subarray(0, PNG.length).equals(PNG)) return undefined;
  for (let at = 8; at < buffer.length; at += 12 + buffer.readUInt32BE(at)) {
    const kind = buffer.toString("latin1", at + 4, at + 8);
    if (kind === "acTL") return undefined;
    if (kind === "IDAT") {
      return { width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20) };
    }
  }
}

/** ITU-T T.81, B.1.1 and B.2.2: the first frame header among the segments. */
function readJpeg(buffer: Buffer): PictureSize | undefined {
  if (buffer.readUInt16BE(0) !== 0xffd8) return undefined;
  for (let at = 2; at < buffer.length; at += 2 + buffer.readUInt16BE(at + 2)) {
    if (buffer[at] !== 0xff) return undefined;
    const marker = buffer[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (!isFrame) continue;
    const [height, width] = [buffer.readUInt16BE(at + 5), buffer.readUInt16BE(at + 7)];
    return { width, height };
  }
}

/** RFC 9649, 2.4 to 2.7: the first chunk tells. */
function readWebp(buffer: Buffer): PictureSize | undefined {
  const text = (from: number, to: number) => buffer.toString("latin1", from, to);
  if (text(0, 4) !== "RIFF" || text(8, 12) !== "WEBP") return undefined;
  const size = WEBP_SIZES[text(12, 16)]?.(buffer);
  return size && { width: size[0], height: size[1] };
}

const MOVES = 0b10;

const WEBP_SIZES: Readonly<Record<string, (buffer: Buffer) => [number, number] | undefined>> = {
  "VP8 ": (buffer) =>
    buffer.readUIntBE(23, 3) === 0x9d012a
      ? [buffer.readUInt16LE(26) & 0x3fff, buffer.readUInt16LE(28) & 0x3fff]
      : undefined,
  "VP8L": (buffer) => {
    const bits = buffer.readUInt32LE(21);
    return buffer[20] === 0x2f ? [1 + (bits & 0x3fff), 1 + (bits >>> 14 & 0x3fff)] : undefined;
  },
  "VP8X": (buffer) =>
    (buffer.readUInt8(20) & MOVES) === 0
      ? [1 + buffer.readUIntLE(24, 3), 1 + buffer.readUIntLE(27, 3)]
      : undefined,
};
