/** From a seller's colour to one that stands out on our grounds, and to what can be read on it, by day and by night. */
import { atLightness, distanceOf, type Rgb, toLab, toLinear } from "./oklch.ts";

export interface Accent {
  /** `#rrggbb`, as what goes with it. */
  readonly brand: string;
  readonly ink: string;
  /** Of the same hue, for a line around it: where it ends can be seen. */
  readonly edge: string;
}

/** Between these is what it stands on in each scheme (`style/base.css`), and this lightness is far from all of it. */
const SCHEMES = {
  light: { grounds: ["#ffffff", "#f6f4ef"], away: 0 },
  dark: { grounds: ["#000000", "#181c18"], away: 1 },
} as const;

/** In OKLab: a bright yellow is far from white, and almost as light. */
const STANDS_OUT = 0.15;

/** WCAG 2.2, 1.4.11: what is no text, such as the edge of a button. */
const SEEN = 3;

/** WCAG 2.2, 1.4.3: words. */
const READABLE = 4.5;

const STEPS = 50;

/** The colour itself where it stands out, else its hue at the nearest lightness that does. */
export function deriveAccent(color: string, scheme: keyof typeof SCHEMES): Accent {
  const { grounds, away } = SCHEMES[scheme];
  const labs = grounds.map((ground) => toLab(parse(ground)));
  const brand = nearest(color, away, (shade) => {
    const lab = toLab(parse(shade));
    return labs.every((ground) => distanceOf(lab, ground) >= STANDS_OUT);
  });
  const edge = nearest(brand, away, (shade) => grounds.every((ground) => contrastOf(shade, ground) >= SEEN));
  return { brand, ink: inkOn(brand), edge };
}

/** For words on white paper: the colour itself, else its hue at the nearest lightness in which they can be read. */
export function deriveInk(color: string): string {
  return nearest(color, 0, (shade) => contrastOf(shade, "#ffffff") >= READABLE);
}

/** @param away Lightness of what is good in any case: black or white. */
function nearest(color: string, away: 0 | 1, isGood: (shade: string) => boolean): string {
  const lab = toLab(parse(color));
  for (let step = 0; step <= STEPS; step++) {
    const shade = step === 0 ? color : write(atLightness(lab, lab[0] + (away - lab[0]) * step / STEPS));
    if (isGood(shade)) return shade;
  }
  return away === 0 ? "#000000" : "#ffffff";
}

/** White, if it can be read, since it looks the calmest; else the ink of our pages. Black can be read where neither can. */
const INKS = ["#ffffff", "#191c19", "#000000"];

function inkOn(brand: string): string {
  return INKS.find((ink) => contrastOf(ink, brand) >= READABLE) ?? "#000000";
}

/** WCAG 2.2, "contrast ratio": from 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [darker, lighter] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

function luminanceOf(color: string): number {
  const [red, green, blue] = toLinear(parse(color));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function parse(color: string): Rgb {
  const number = Number.parseInt(color.slice(1), 16);
  return [(number >> 16) / 255, (number >> 8 & 255) / 255, (number & 255) / 255];
}

function write(rgb: Rgb): string {
  const parts = rgb.map((part) => Math.round(Math.min(1, Math.max(0, part)) * 255));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
