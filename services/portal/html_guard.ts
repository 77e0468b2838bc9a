/** Reads the fixed parts of a template and says what kind of place each hole is. */

/** `text` takes markup, `attribute` plain values, `url` only a checked URL. */
export type Hole = "text" | "attribute" | "url";

type Place = "text" | "tag" | "quoted" | "comment" | "raw";

interface Scan {
  place: Place;
  /** In a tag: what has been read since the last blank or quote. */
  word: string;
  element: string;
  attribute: string;
  quote: string;
  isAtStart: boolean;
}

const URL_ATTRIBUTES = new Set([
  "href",
  "src",
  "action",
  "formaction",
  "xlink:href",
  "poster",
  "data",
  "ping",
]);

/** @throws {TypeError} for a hole in a tag outside quotes, in script or style, or in a comment. */
export function inspectTemplate(strings: readonly string[]): readonly Hole[] {
  const scan: Scan = { place: "text", word: "", element: "", attribute: "", quote: "", isAtStart: false };
  const holes: Hole[] = [];
  for (const [index, part] of strings.entries()) {
    advance(scan, part);
    if (index === strings.length - 1) break;
    holes.push(holeAt(scan, part));
    scan.isAtStart = false;
  }
  if (scan.place !== "text") throw new TypeError("A template must end outside of tags");
  return holes;
}

function holeAt(scan: Scan, before: string): Hole {
  if (scan.place === "text") return "text";
  const isScripted = /^(on.*|style|srcdoc|srcset)$/.test(scan.attribute);
  if (scan.place !== "quoted" || isScripted) {
    throw new TypeError(`No value may stand after: ${before.slice(-40)}`);
  }
  return scan.isAtStart && URL_ATTRIBUTES.has(scan.attribute) ? "url" : "attribute";
}

function advance(scan: Scan, part: string): void {
  for (let at = 0; at < part.length; at++) STEPS[scan.place](scan, part, at);
}

const STEPS: Readonly<Record<Place, (scan: Scan, part: string, at: number) => void>> = {
  text: stepInText,
  tag: stepInTag,
  quoted: stepInQuotes,
  comment: (scan, part, at) => {
    if (part.startsWith("-->", at - 2)) scan.place = "text";
  },
  raw: (scan, part, at) => {
    if (part.slice(at).toLowerCase().startsWith(`</${scan.element}`)) startTag(scan, part, at);
  },
};

function stepInText(scan: Scan, part: string, at: number): void {
  if (part[at] !== "<") return;
  if (part.startsWith("<!--", at)) scan.place = "comment";
  else startTag(scan, part, at);
}

function startTag(scan: Scan, part: string, at: number): void {
  scan.place = "tag";
  scan.word = "";
  // The name may be a hole: then the tag ends the part and the hole is refused.
  scan.element = /^<\/?([a-z][a-z0-9-]*)/i.exec(part.slice(at))?.[1]?.toLowerCase() ?? "";
  if (part[at + 1] === "/") scan.element = `/${scan.element}`;
}

function stepInTag(scan: Scan, part: string, at: number): void {
  const character = part[at] ?? "";
  if (character === ">") scan.place = /^(script|style)$/.test(scan.element) ? "raw" : "text";
  else if (character === '"' || character === "'") startQuotes(scan, character);
  else scan.word = /\s/.test(character) ? "" : scan.word + character;
}

function startQuotes(scan: Scan, quote: string): void {
  if (!scan.word.endsWith("=")) throw new TypeError(`A quote without an attribute in <${scan.element}>`);
  scan.place = "quoted";
  scan.quote = quote;
  scan.attribute = scan.word.slice(0, -1).toLowerCase();
  scan.isAtStart = true;
  scan.word = "";
}

function stepInQuotes(scan: Scan, part: string, at: number): void {
  if (part[at] === scan.quote) scan.place = "tag";
  scan.isAtStart = false;
}
