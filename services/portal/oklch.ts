/** Colours as eyes see them: lightness, chroma and hue (OKLCH; CSS Color 4, section 9.2, after Björn Ottosson's OKLab). */

/** Red, green and blue from 0 to 1, as in `#rrggbb`; outside of that for what no screen shows. */
export type Rgb = readonly [number, number, number];

/** Lightness from 0 to 1, and two axes of colour: from green to red, and from blue to yellow. */
export type Lab = readonly [number, number, number];

type Matrix = readonly [Rgb, Rgb, Rgb];

/** From linear light to what the three kinds of cones see. */
const CONES: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];

const LIGHT: Matrix = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

const AXES: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.8086757660],
];

const BACK: Matrix = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.2914855480],
];

export function toLinear(rgb: Rgb): Rgb {
  return each(rgb, (value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
}

function fromLinear(linear: Rgb): Rgb {
  return each(linear, (value) => value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);
}

export function toLab(rgb: Rgb): Lab {
  return multiply(AXES, each(multiply(CONES, toLinear(rgb)), Math.cbrt));
}

function fromLab(lab: Lab): Rgb {
  return fromLinear(multiply(LIGHT, each(multiply(BACK, lab), (value) => value ** 3)));
}

/** How different two colours look: 0.02 can just be seen side by side, black and white are 1 apart. */
export function distanceOf(one: Lab, other: Lab): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

/** The same hue at another lightness, with as much of its chroma as a screen can show there. */
export function atLightness([, a, b]: Lab, lightness: number): Rgb {
  for (let chroma = 1; chroma > 0; chroma -= 0.02) {
    const rgb = fromLab([lightness, a * chroma, b * chroma]);
    if (rgb.every((value) => value >= -0.001 && value <= 1.001)) return rgb;
  }
  return fromLab([lightness, 0, 0]);
}

function multiply(matrix: Matrix, [x, y, z]: Rgb): Rgb {
  const [one, two, three] = matrix.map(([a, b, c]) => a * x + b * y + c * z);
  return [one!, two!, three!];
}

function each([x, y, z]: Rgb, change: (value: number) => number): Rgb {
  return [change(x), change(y), change(z)];
}
