import { assertEquals } from "@std/assert";
import { decodeText } from "./decode_text.ts";

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16le = (text: string) =>
  Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])]);

Deno.test("decodeText believes the byte order mark before the header", () => {
  assertEquals(decodeText(utf16le("Größe"), "text/html; charset=utf-8"), "Größe");
  assertEquals(decodeText(utf8("\uFEFFGröße"), "text/html; charset=iso-8859-1"), "Größe");
});

Deno.test("decodeText believes the header before the meta tag", () => {
  const bytes = utf8("<meta charset=iso-8859-1>Größe");
  assertEquals(decodeText(bytes, 'text/html; charset="UTF-8"'), "<meta charset=iso-8859-1>Größe");
});

Deno.test("decodeText finds the charset in either form of meta tag", () => {
  const short = `<meta charset="windows-1252">\xe4`;
  const long = `<META http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">\xe4`;
  assertEquals(decodeText(latin(short), "text/html").at(-1), "ä");
  assertEquals(decodeText(latin(long), "text/html").at(-1), "ä");
});

Deno.test("decodeText reads Shift_JIS and takes a meta tag's UTF-16 for UTF-8", () => {
  const bytes = Uint8Array.from([...latin(`<meta charset=shift_jis>`), 0x89, 0xef, 0x8e, 0xd0]);
  assertEquals(decodeText(bytes, "text/html").endsWith("会社"), true);
  assertEquals(decodeText(utf8("<meta charset=utf-16>ä"), "text/html").at(-1), "ä");
});

Deno.test("decodeText without a declaration takes UTF-8, else Western", () => {
  assertEquals(decodeText(utf8("ä"), "text/html"), "ä");
  assertEquals(decodeText(latin("\xe4"), "text/html; charset=no-such-thing"), "ä");
});
