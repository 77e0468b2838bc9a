/** Turns a page's bytes into text by its byte order mark, its Content-Type or its meta tag, in this order. */

const PRESCAN_BYTES = 4_096;

export function decodeText(bytes: Uint8Array, contentType: string): string {
  const label = byteOrderMark(bytes) ?? charsetOf(contentType) ?? metaCharset(bytes);
  const decoder = label === undefined ? undefined : createDecoder(label);
  return decoder ? decoder.decode(bytes) : decodeUndeclared(bytes);
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return undefined;
}

function charsetOf(text: string): string | undefined {
  return /charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(text)?.[1];
}

function metaCharset(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, PRESCAN_BYTES));
  const found = (start.match(/<meta\b[^>]{0,500}>|<\?xml\b[^>]{0,200}\?>/gi) ?? [])
    .map((tag) => charsetOf(tag.replace("encoding", "charset"))).find((label) => label !== undefined);
  // The tag could be read byte by byte, so it cannot be UTF-16 (HTML standard, "prescan").
  return found?.toLowerCase().startsWith("utf-16") ? "utf-8" : found;
}

function createDecoder(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    // A label that nobody knows says nothing about the bytes.
    return undefined;
  }
}

function decodeUndeclared(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: pages without a declaration are then Western, as browsers assume.
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
