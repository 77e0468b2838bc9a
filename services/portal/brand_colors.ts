/** From a seller's colour to one that can be seen on our grounds, and to what can be read on it, by day and by night. */

type Rgb = readonly [number, number, number];

export interface Accent {
  /** `#rrggbb`, as what goes with it. */
  readonly brand: string;
  readonly ink: string;
}

/** The lightest and the darkest ground of each scheme, as in `style/base.css`. */
const GROUNDS = {
  light: { grounds: ["#fffefb", "#efece5"], away: "#000000" },
  dark: { grounds: ["#0b0d0b", "#181c18"], away: "#ffffff" },
} as const;

/** WCAG 2.2, 1.4.11: what is no text, such as the edge of a button. */
const SEEN = 3;

/** The same, 1.4.3: words. */
const READABLE = 4.5;

const STEPS = 24;

/** The colour itself where it can be seen, else the nearest to it that can. */
export function deriveAccent(color: string, scheme: keyof typeof GROUNDS): Accent {
  const { grounds, away } = GROUNDS[scheme];
  const brand = nearest(color, away, (shade) => grounds.every((ground) => contrastOf(shade, ground) >= SEEN));
  return { brand, ink: inkOn(brand) };
}

/** For words on white paper: the colour itself, else the nearest to it in which they can be read. */
export function deriveInk(color: string): string {
  return nearest(color, "#000000", (shade) => contrastOf(shade, "#ffffff") >= READABLE);
}

function nearest(color: string, away: string, isGood: (shade: string) => boolean): string {
  const shades = Array.from({ length: STEPS + 1 }, (_, step) => mix(color, away, step / STEPS));
  return shades.find(isGood) ?? away;
}

/** One of the two is at least 4.58 : 1 on any colour; white, if it can be read, since it looks the calmer. */
function inkOn(brand: string): string {
  return contrastOf("#ffffff", brand) >= READABLE ? "#ffffff" : "#000000";
}

/** WCAG 2.2, "contrast ratio": from 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [darker, lighter] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

function luminanceOf(color: string): number {
  const [red, green, blue] = parse(color).map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function mix(from: string, to: string, share: number): string {
  const target = parse(to);
  const parts = parse(from).map((part, index) => Math.round(part + (target[index]! - part) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function parse(color: string): Rgb {
  const number = Number.parseInt(color.slice(1), 16);
  return [number >> 16, number >> 8 & 255, number & 255];
}
