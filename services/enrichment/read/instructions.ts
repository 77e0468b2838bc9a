/**
 * Text that talks to a machine instead of to people. Such a text, and what stands right behind it, is planted: no reader
 * and no model gets to see it.
 */
import { cleanText } from "../parse/clean_text.ts";
import type { ParsedPage } from "../parse/parsed_page.ts";
import { COMPACT_PATTERN, PATTERNS, SHORT_PATTERN } from "./instruction_patterns.ts";

/** Menus are made of shorter texts. */
const MIN_CHARS = 14;
/** Behind an order stand the values that it wants to be taken. */
const LINES_BEHIND = 3;

export function isInstruction(text: string): boolean {
  if (text.length < MIN_CHARS) return SHORT_PATTERN.test(text);
  return PATTERNS.some((pattern) => pattern.test(text)) || isPacked(text);
}

/** In base64, which no person reads. */
function isPacked(text: string): boolean {
  const words = text.match(/[A-Za-z0-9+/]{24,4000}={0,2}/g) ?? [];
  return words.some((word) => {
    const plain = unpack(word);
    return plain !== undefined && PATTERNS.some((pattern) => pattern.test(plain));
  });
}

function unpack(word: string): string | undefined {
  try {
    return atob(word);
  } catch {
    // A long word, or a number.
    return undefined;
  }
}

/** Letters of other alphabets that are drawn like ours. */
const LOOKALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [..."аaеeоoрpсcуyхxіiјjѕsԁdвbнhкkмmтtαaοoρpνvιiυuεeτtκkηn"].flatMap((each, index, all) =>
    index % 2 === 0 ? [[each, all[index + 1]!]] : []
  ),
);

/** Across lines, cells and letters that look like others; told of a page as a whole. */
function isScattered(lines: ParsedPage["lines"]): boolean {
  const text = lines.map((line) => line.text).join(" ").normalize("NFKC").toLowerCase();
  const letters = text.replace(/[\u0370-\u052f]/g, (each) => LOOKALIKES[each] ?? each);
  return COMPACT_PATTERN.test(letters.replace(/[^\p{L}]+/gu, ""));
}

export function withoutInstructions(page: Omit<ParsedPage, "isInstructed">): ParsedPage {
  const isInstruction = openJudge();
  const lines = dropBehind(page.lines, isInstruction);
  const metas = page.metas.filter((meta) => !isInstruction(meta.content));
  const links = page.links.filter((link) => !isInstruction(link.text));
  const images = page.images.map((image) => isInstruction(image.alt) ? { ...image, alt: "" } : image);
  const jsonLd = page.jsonLd.filter((text) => !stringsIn(text).some(isInstruction));
  const title = isInstruction(page.title) ? "" : page.title;
  const kept = { title, lines, metas, links, images, jsonLd };
  const isInstructed = isScattered(page.lines) || title !== page.title || lines.length < page.lines.length ||
    metas.length < page.metas.length || links.length < page.links.length ||
    jsonLd.length < page.jsonLd.length || images.some((image, index) => image !== page.images[index]);
  return { ...page, ...kept, isInstructed };
}

/** The texts of a JSON document, as they will be read; also of one that is broken. */
function stringsIn(json: string): string[] {
  // Also one that does not end: looked at from each of its quotes, a long one would take for ever.
  const quoted = json.match(/"(?:[^"\\]|\\[^])*(?:"|\\?$)/g) ?? [];
  return quoted.filter((each) => each.includes(" ")).map((each) => cleanText(unquote(each)));
}

function unquote(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    // A raw line break, for instance: the text is looked at as it stands.
    return quoted;
  }
}

/** Of one page: what a link says stands on a line, too. */
function openJudge(): typeof isInstruction {
  const known = new Map<string, boolean>();
  return (text) => {
    const told = known.get(text) ?? isInstruction(text);
    known.set(text, told);
    return told;
  };
}

function dropBehind(
  lines: ParsedPage["lines"],
  isInstruction: (text: string) => boolean,
): ParsedPage["lines"] {
  let toDrop = 0;
  return lines.filter((line) => {
    if (isInstruction(line.text)) toDrop = LINES_BEHIND + 1;
    return toDrop-- <= 0;
  });
}
