/** The rules of a page's own style sheets that conceal something: simple selectors only, as such rules have. */
import { isConcealed, isConcealingStyle } from "./concealment.ts";
import { attributeOf, findAttribute, type HtmlElement } from "./html_tree.ts";

/** Whether a rule of the page conceals the element. */
export type Conceals = (element: HtmlElement) => boolean;

interface Selector {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  readonly attributes: readonly string[];
}

const MAX_SHEET_CHARS = 300_000;
const MAX_RULES = 2_000;
/** Of elements with rules. A page that needs more is one big trick, and all of it counts as concealed. */
const MAX_COMPARISONS = 3_000_000;
/** And attributes, of one element. */
const MAX_CLASSES = 100;
/** A screen as many have it. */
const SCREEN_PX = 1_280;
const MAX_SELECTOR_CHARS = 200;
const MAX_STYLE_CHARS = 2_000;
/** Elements around, without a name of their own, and then what the rule is about. */
const SELECTOR = /^(?:(?:[a-z][a-z0-9-]*|\*)[\s>]+)*([a-z][a-z0-9-]*|\*)?((?:[.#][\w-]+|\[[\w-]+\])+)$/i;
const PART = /([.#[])([\w-]+)/g;

/** Of one page, whose styles repeat. */
export function openConcealment(html: string): Conceals {
  const byMark = groupByMark(listSheets(html).flatMap(readConcealing));
  const styles = new Map<string, boolean>();
  let comparisons = 0;
  const isMatched = (element: HtmlElement) => {
    const classes = classesOf(element);
    const isRuled = (each: Selector) => ++comparisons > MAX_COMPARISONS || matches(element, classes, each);
    return marksOf(element, classes, byMark).some((mark) => byMark.get(mark)!.some(isRuled));
  };
  return (element) =>
    element.attrs.length === 0
      ? element.tagName === "dialog"
      : (isConcealed(element, styles) || (byMark.size > 0 && isMatched(element)));
}

function classesOf(element: HtmlElement): readonly string[] {
  return attributeOf(element, "class").split(/\s+/, MAX_CLASSES);
}

/** Each selector by one of its names, so that an element is compared with few of them, however many there are. */
function groupByMark(selectors: readonly Selector[]): Map<string, Selector[]> {
  const different = new Map(selectors.slice(0, MAX_RULES).map((each) => [JSON.stringify(each), each]));
  return Map.groupBy(
    different.values(),
    ({ id, classes, attributes }) =>
      id ? `#${id}` : classes.length > 0 ? `.${classes[0]}` : `[${attributes[0]}`,
  );
}

function marksOf(
  element: HtmlElement,
  classes: readonly string[],
  known: ReadonlyMap<string, unknown>,
): string[] {
  const attributes = element.attrs.slice(0, MAX_CLASSES).map(({ name }) => `[${name}`);
  const marks = [`#${attributeOf(element, "id")}`, ...classes.map((name) => `.${name}`), ...attributes];
  return marks.filter((mark) => known.has(mark));
}

function listSheets(html: string): string[] {
  const sheets: string[] = [];
  const [opening, closing] = [/<style\b[^>]{0,500}>/gi, /<\/style/gi];
  for (let open = opening.exec(html); open; open = opening.exec(html)) {
    closing.lastIndex = opening.lastIndex;
    const close = closing.exec(html);
    if (!close) break;
    sheets.push(withoutOtherMedia(html.slice(opening.lastIndex, close.index).slice(0, MAX_SHEET_CHARS)));
    opening.lastIndex = close.index;
  }
  return sheets;
}

/** The innermost blocks; a pattern for them would look at a sheet without any again and again. */
function readConcealing(sheet: string): Selector[] {
  return sheet.split("}").flatMap((piece) => {
    const open = piece.lastIndexOf("{");
    if (open < 0 || !isConcealingStyle(piece.slice(open + 1, open + 1 + MAX_STYLE_CHARS))) return [];
    const head = piece.slice(0, open);
    const prelude = head.slice(Math.max(head.lastIndexOf("{"), head.lastIndexOf(";")) + 1);
    return prelude.split(",").flatMap((text) => parseSelector(text.trim()));
  });
}

function parseSelector(text: string): Selector[] {
  const [, tag = "", names = ""] = text.length > MAX_SELECTOR_CHARS ? [] : SELECTOR.exec(text) ?? [];
  if (names === "") return [];
  const parts = [...names.matchAll(PART)].map(([, kind, name]) => ({ kind, name: name! }));
  const of = (kind: string) => parts.filter((part) => part.kind === kind).map((part) => part.name);
  const [id = ""] = of("#");
  return [{
    tag: tag === "*" ? "" : tag.toLowerCase(),
    id,
    classes: of("."),
    attributes: of("[").map((name) => name.toLowerCase()),
  }];
}

function matches(
  element: HtmlElement,
  own: readonly string[],
  { tag, id, classes, attributes }: Selector,
): boolean {
  if (tag !== "" && tag !== element.tagName) return false;
  if (id !== "" && attributeOf(element, "id") !== id) return false;
  if (!attributes.every((name) => findAttribute(element, name) !== undefined)) return false;
  return classes.every((name) => own.includes(name));
}

/** Without comments, and without what is meant for paper or for screens of another size. */
function withoutOtherMedia(sheet: string): string {
  const text = sheet.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, "");
  let kept = "";
  let from = 0;
  for (const { index, 0: head } of text.matchAll(/@(?:media|container)[^{]{0,300}\{/gi)) {
    if (index < from || isThisMedium(head)) continue;
    kept += text.slice(from, index);
    from = endOfBlock(text, index + head.length);
  }
  return kept + text.slice(from);
}

function isThisMedium(head: string): boolean {
  const rest = head.toLowerCase().replace(
    /\(\s*min-width\s*:\s*(\d+)(?:\.\d+)?px\s*\)/g,
    (_, px) => Number(px) <= SCREEN_PX ? "" : "(other)",
  );
  return head.toLowerCase().startsWith("@media") && !/[(]|print|speech|not\b/.test(rest);
}

function endOfBlock(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (sign === "{") depth++;
    if (sign === "}" && --depth === 0) return at + 1;
  }
  return text.length;
}
