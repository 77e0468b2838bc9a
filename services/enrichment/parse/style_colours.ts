/** Whether a style draws its text in the colour of what lies behind it. */

type Colour = readonly [red: number, green: number, blue: number];

/** A map: a page that names its colour `constructor` must not be given one. */
const NAMED: ReadonlyMap<string, Colour> = new Map([
  ["white", [255, 255, 255]],
  ["black", [0, 0, 0]],
  ["snow", [255, 250, 250]],
  ["ivory", [255, 255, 240]],
  ["whitesmoke", [245, 245, 245]],
  ["ghostwhite", [248, 248, 255]],
  ["gray", [128, 128, 128]],
  ["grey", [128, 128, 128]],
  ["red", [255, 0, 0]],
  ["green", [0, 128, 0]],
  ["blue", [0, 0, 255]],
]);
/** No colour is longer; the patterns below would look at a long one again and again. */
const MAX_COLOUR_CHARS = 100;
/** In each of red, green and blue; nobody can tell closer colours apart. */
const MAX_DIFFERENCE = 24;
/** Where a ground is drawn through the letters, they need no colour of their own. */
const SHOWN_THROUGH = /background-clip\s*:\s*text/;

/** @param style In lower case. */
export function isGroundColoured(style: string): boolean {
  const text = colourIn(style, /(?:^|[;\s])color\s*:\s*([^;!]+)/);
  if (text === undefined || SHOWN_THROUGH.test(style)) return false;
  if (isTransparent(text)) return true;
  const ground = colourIn(style, /background(?:-color)?\s*:\s*([^;!]+)/);
  const [front, back] = [parseColour(text), ground === undefined ? undefined : parseColour(ground)];
  return front !== undefined && back !== undefined &&
    front.every((part, index) => Math.abs(part - back[index]!) <= MAX_DIFFERENCE);
}

function colourIn(style: string, declaration: RegExp): string | undefined {
  return declaration.exec(style)?.[1]?.trim().slice(0, MAX_COLOUR_CHARS);
}

function isTransparent(text: string): boolean {
  return text === "transparent" || /^#(?:[0-9a-f]{3}0|[0-9a-f]{6}0[0-9a-f])$/.test(text) ||
    /^(?:rgb|hsl)a?\([^)]*[,/]\s*(?:0|0?\.0\d*|0%)\s*\)$/.test(text) &&
      (text.includes("/") || text.split(",").length === 4);
}

function parseColour(text: string): Colour | undefined {
  const [first = ""] = text.split(/\s+(?![^(]*\))/);
  const hex = /^#([0-9a-f]{3,8})$/.exec(first)?.[1];
  if (hex !== undefined) return parseHex(hex);
  const parts = /^rgba?\(([^)]*)\)/.exec(text)?.[1]?.split(/[\s,/]+/).filter(Boolean).map(Number);
  if (parts && parts.length >= 3 && parts.slice(0, 3).every(Number.isFinite)) {
    return [parts[0]!, parts[1]!, parts[2]!];
  }
  return NAMED.get(first);
}

function parseHex(hex: string): Colour {
  const digits = hex.length <= 4 ? [...hex.slice(0, 3)].map((each) => each + each) : hex.match(/../g) ?? [];
  const [red = 0, green = 0, blue = 0] = digits.map((pair) => parseInt(pair, 16));
  return [red, green, blue];
}
