/**
 * What a visitor would hardly see: drawn in the colour of its ground, outside the screen, or by a rule of the page's own
 * style sheets not at all. Honest pages do that too, for what appears as one scrolls, so it is read; but a value that
 * stands nowhere else is never filled in without a person.
 */
import { FILL_CONFIDENCE } from "shared/contract/fill_confidence.ts";
import { attributeOf, findAttribute, type HtmlElement } from "./html_tree.ts";
import type { ParsedPage } from "./parsed_page.ts";
import { isGroundColoured } from "./style_colours.ts";

/** Just below what is filled in. */
const MOST_CONFIDENCE = FILL_CONFIDENCE - 0.01;

const END = String.raw`\s*(?:!|;|$)`;
const START = String.raw`(?:^|[;\s])`;
const NOTHING = String.raw`(?:0|0?\.0\d*|0%)`;
const FAR = String.raw`-(?:(?:[5-9]\d\d|\d{4,})(?:\.\d+)?(?:px|pt)?|\d{2,}(?:\.\d+)?r?em|\d{2,}v[wh])`;

const CONCEALING: readonly RegExp[] = [
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden/,
  new RegExp(`${START}opacity\\s*:\\s*${NOTHING}${END}|opacity\\(\\s*${NOTHING}\\s*\\)`),
  new RegExp(`${START}(?:left|top|right|bottom|text-indent|margin(?:-[a-z]+)?)\\s*:\\s*${FAR}`),
  /clip-path\s*:\s*(?:inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0|ellipse\(\s*0|polygon\(\s*0\S*\s+0\S*\s*\))/,
  /clip\s*:\s*rect\(\s*[01](?:px)?[\s,]/,
  new RegExp(
    `font-size\\s*:\\s*(?:0|0?\\.[0-2]\\d*r?em|(?:[0-2]|[0-2]?\\.\\d+)(?:px|pt)|\\d(?:\\.\\d+)?%)${END}`,
  ),
  new RegExp(`${START}z-index\\s*:\\s*-\\d`),
];
/** Taken one by one: a pattern for all of it would try each of its functions with each other. */
const TRANSFORM = /transform\s*:([^;]*)/g;
const SHRUNK = /scale\w*\(\s*0\s*[,)]/;
const MOVED_AWAY = /^translate.*?(?:\d{4}px|\d{3}v[wh])/s;
const MAX_STYLE_CHARS = 2_000;
const NO_ROOM = new RegExp(`${START}(?:max-)?(?:height|width)\\s*:\\s*[01](?:px)?${END}`);
const CUT_OFF = /overflow(?:-[xy])?\s*:\s*(?:hidden|clip)/;

/** What libraries of styles call it; `hidden lg:block` is seen on most screens. */
const CONCEALING_CLASS =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|d-none|hidden|hide|invisible|is-hidden|u-hidden|off-?screen)(?:\s|$)/i;
const SHOWING_CLASS = /(?:^|\s)(?:\S+:|d-[a-z]+-)(?:block|flex|grid|inline|table|visible|not-sr-only)/i;

export function isConcealingStyle(style: string): boolean {
  const told = style.toLowerCase();
  return CONCEALING.some((pattern) => pattern.test(told)) || (NO_ROOM.test(told) && CUT_OFF.test(told)) ||
    isGroundColoured(told) || isTransformedAway(told);
}

function isTransformedAway(style: string): boolean {
  return style.matchAll(TRANSFORM).some(([, functions = ""]) =>
    SHRUNK.test(functions) || MOVED_AWAY.test(functions.slice(functions.indexOf("translate")))
  );
}

/** Judged by the element's own attributes; style sheets come on top. @param styles Known ones of the page. */
export function isConcealed(element: HtmlElement, styles: Map<string, boolean>): boolean {
  const style = attributeOf(element, "style").slice(0, MAX_STYLE_CHARS);
  if (style !== "" && !styles.has(style)) styles.set(style, isConcealingStyle(style));
  if (styles.get(style)) return true;
  const names = attributeOf(element, "class");
  if (names !== "" && CONCEALING_CLASS.test(names) && !SHOWING_CLASS.test(names)) return true;
  if (findAttribute(element, "aria-hidden") === "true") return true;
  return element.tagName === "dialog" && findAttribute(element, "open") === undefined;
}

/** False for a quote that stands on concealed lines alone, or partly on them. */
type IsShown = (quote: string) => boolean;

function openPage(page: ParsedPage): IsShown {
  const pieces = [
    ...page.lines.map(({ text, isConcealed }) => ({ text, isConcealed })),
    ...page.links.map(({ raw, text, isConcealed }) => ({ text: `${raw} ${text}`, isConcealed })),
  ];
  if (!pieces.some((piece) => piece.isConcealed)) return () => true;
  const join = (chosen: typeof pieces) => chosen.map(({ text }) => text).join(" ");
  const [all, shown] = [join(pieces), join(pieces.filter((piece) => !piece.isConcealed))];
  return (quote) => shown.includes(quote) || !all.includes(quote);
}

/**
 * A value that no visitor sees waits for a person, however sure it would be; and so does all that is read from a site
 * that talks to machines.
 */
export function openHoldBack(pages: Iterable<ParsedPage>) {
  const known = new Map<ParsedPage, IsShown>();
  const isInstructed = [...pages].some((page) => page.isInstructed);
  const isShown = (page: ParsedPage, quote: string) => {
    const open = known.get(page) ?? openPage(page);
    known.set(page, open);
    return open(quote);
  };
  return <Value extends { readonly confidence: number; readonly quote: string }>(
    value: Value,
    page: ParsedPage | undefined,
  ): Value => {
    if (value.confidence < FILL_CONFIDENCE) return value;
    const isFit = !isInstructed && (!page || isShown(page, value.quote));
    return isFit ? value : { ...value, confidence: MOST_CONFIDENCE };
  };
}
