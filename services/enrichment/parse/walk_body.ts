/** One walk over a document: its visible lines, its links and its images, each with the place where it stands. */
import { cleanText } from "./clean_text.ts";
import {
  attributeOf,
  findAttribute,
  type HtmlDocument,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isText,
} from "./html_tree.ts";
import {
  keepEnds,
  MOST_CHARS,
  type PageImage,
  type PageLine,
  type PageLink,
  type Place,
} from "./parsed_page.ts";
import type { Conceals } from "./style_sheets.ts";

type Resolve = (href: string) => string | undefined;

interface Context {
  readonly place: Place;
  readonly tag: string;
  readonly isHidden: boolean;
  readonly isConcealed: boolean;
  /** Within comments, reviews and the like. */
  readonly isOfOthers: boolean;
  /** Within the page's own content, where a `header` is that of an article or a hero. */
  readonly isContent: boolean;
  /** Ids and classes from the outside in. */
  readonly marks: readonly string[];
  /** Of the link around, as written. */
  readonly linkHref: string | undefined;
}

export interface Body {
  readonly lines: readonly PageLine[];
  readonly links: readonly PageLink[];
  readonly images: readonly PageImage[];
}

const INLINE = new Set(
  ("a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q s samp small span " +
    "strike strong sub sup time tt u var wbr svg picture source").split(" "),
);
const UNSEEN = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "head",
  "iframe",
  "object",
  "select",
  "svg",
  "math",
  // What stands in these is for programs that cannot draw them, or is to be typed.
  "audio",
  "video",
  "canvas",
  "noframes",
  "datalist",
  "textarea",
]);
const CONTENT = new Set(["main", "article", "section"]);
/** Their classes say what the page has, not what it is. */
const WHOLE = new Set(["html", "body", "main"]);
/** Whole names of classes, as blogs and builders give them. */
const WORDS_OF_OTHERS =
  /(?:^|\s)(?:comments?|comment-?list|comments-area|testimonials?(?:[-_](?:text|item|card|author|inner))?|customer-?reviews|reviews?(?:[-_](?:text|item|card|list))?)(?=\s|$)/;
/** Not drawn, drawn without a size, or drawn where no screen is. */
const UNSEEN_STYLE =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(px|[;\s]|$)|(?:text-indent|left|top|right)\s*:\s*-\d{4,}(px)?|clip\s*:\s*rect\(\s*[01](px)?[\s,]/i;
/** Words that are drawn letter by letter, or with a letter of another colour, stay whole. */
const WORD_ENDS = /[\p{Ll}\d][\p{Ll}\d.:)]$/u;
const WORD_BEGINS = /^[\p{Lu}\d+][\p{L}\d]/u;
/** Of the two that are looked at, each may be written as two. */
const END_CHARS = 4;
const MAX_LINE_CHARS = 5_000;
const MAX_LINES = 6_000;
const MAX_LINKS = 6_000;
const MAX_IMAGES = 2_000;
const KEPT_MARKS = 6;

export function walkBody(document: HtmlDocument, resolve: Resolve, conceals: Conceals): Body {
  const walker = new BodyWalker(conceals);
  const context: Context = {
    place: "main",
    tag: "body",
    isHidden: false,
    isConcealed: false,
    isOfOthers: false,
    isContent: false,
    marks: [],
    linkHref: undefined,
  };
  for (const node of document.childNodes) walker.visit(node, context);
  walker.endLine();
  return {
    lines: keepEnds(walker.lines, MAX_LINES),
    // Resolving an address costs more than the walk, so it comes after the cut.
    links: keepEnds(walker.links, MAX_LINKS).flatMap((found) => toLink(found, resolve)),
    images: keepEnds(walker.images, MAX_IMAGES).flatMap((found) => toImage(found, resolve)),
  };
}

interface FoundElement {
  readonly element: HtmlElement;
  readonly context: Context;
  /** How many lines were complete before it. */
  readonly line: number;
}

class BodyWalker {
  readonly lines: PageLine[] = [];
  readonly links: FoundElement[] = [];
  readonly images: FoundElement[] = [];
  #line = "";
  #lineContext: Context | undefined;
  #isLineConcealed = false;
  /** An element within the line has ended, and the next has begun, with nothing between them. */
  #isSeam = false;
  #hasEnded = false;
  #conceals: Conceals;

  constructor(conceals: Conceals) {
    this.#conceals = conceals;
  }

  visit(node: HtmlNode, context: Context): void {
    if (isElement(node)) this.#visitElement(node, context);
    else if (isText(node) && !context.isHidden) this.#addText(node.value, context);
  }

  endLine(): void {
    const text = cleanText(this.#line);
    const { place, tag, isOfOthers } = this.#lineContext ?? OUTSIDE;
    if (text !== "") {
      this.lines.push({
        text,
        place,
        tag,
        ...(this.#isLineConcealed && CONCEALED),
        ...(isOfOthers && OF_OTHERS),
      });
    }
    this.#line = "";
    this.#isLineConcealed = false;
    this.#lineContext = undefined;
    this.#isSeam = this.#hasEnded = false;
  }

  #addText(data: string, context: Context): void {
    // Cells are drawn apart: `<span>Director</span><span>Jane Roe</span>`.
    // Of the line only its end: there may be as many seams as it has letters.
    const end = this.#isSeam ? this.#line.slice(-END_CHARS) : "";
    if (this.#isSeam && WORD_ENDS.test(end) && WORD_BEGINS.test(data)) {
      this.#line += /\p{L}$/u.test(end) && /^\p{L}/u.test(data) ? " " : " | ";
    }
    this.#isSeam = this.#hasEnded = false;
    if (this.#line.length < MAX_LINE_CHARS) this.#line += data.slice(0, MAX_LINE_CHARS);
    if (data.trim() === "") return;
    this.#lineContext ??= context;
    this.#isLineConcealed ||= context.isConcealed;
  }

  #visitElement(element: HtmlElement, outer: Context): void {
    const { tagName } = element;
    if (tagName === "br") return this.endLine();
    const isBlock = !INLINE.has(tagName);
    if (isBlock) this.endLine();
    else this.#isSeam = this.#hasEnded;
    const inner = enter(element, outer, this.#conceals);
    const line = this.lines.length;
    if (tagName === "img") this.images.push({ element, context: inner, line });
    for (const child of childrenOf(element)) this.visit(child, inner);
    if (tagName === "a" && !inner.isHidden) this.links.push({ element, context: inner, line });
    if (isBlock) this.endLine();
    else this.#hasEnded = true;
  }
}

/** A template's are drawn by a program, or never: not even its pictures count. */
function childrenOf({ tagName, childNodes }: HtmlElement): readonly HtmlNode[] {
  return tagName === "template" ? [] : childNodes;
}

const CONCEALED = { isConcealed: true } as const;
const OF_OTHERS = { isOfOthers: true } as const;
const OUTSIDE = { place: "main", tag: "body", isOfOthers: false } as const;

function enter(element: HtmlElement, outer: Context, conceals: Conceals): Context {
  const { tagName } = element;
  if (saysNothing(element)) return outer;
  const mark = markOf(element);
  const isHidden = outer.isHidden || isUnseen(element);
  return {
    place: placeOf(element, mark, outer) ?? outer.place,
    isContent: outer.isContent || CONTENT.has(tagName),
    tag: INLINE.has(tagName) ? outer.tag : tagName,
    isHidden,
    // Of what is hidden anyway nobody asks it.
    isConcealed: outer.isConcealed || (!isHidden && conceals(element)),
    isOfOthers: outer.isOfOthers || (mark !== "" && !WHOLE.has(tagName) && WORDS_OF_OTHERS.test(mark)),
    marks: mark === "" ? outer.marks : [...outer.marks.slice(-KEPT_MARKS), mark],
    linkHref: tagName === "a" ? findAttribute(element, "href") : outer.linkHref,
  };
}

/** Whether it changes nothing for its content, such as `<b>`. */
function saysNothing({ attrs, tagName }: HtmlElement): boolean {
  return attrs.length === 0 && INLINE.has(tagName) && !UNSEEN.has(tagName) && tagName !== "a";
}

function markOf(element: HtmlElement): string {
  const [id, names] = [attributeOf(element, "id"), attributeOf(element, "class")];
  return id === "" && names === "" ? "" : `${id} ${names}`.trim().toLowerCase().slice(0, 200);
}

function toLink({ element, context, line }: FoundElement, resolve: Resolve): PageLink[] {
  const raw = attributeOf(element, "href");
  const href = raw.length > MOST_CHARS.address ? undefined : resolve(raw);
  if (href === undefined) return [];
  const seen = shortText(textOf(element));
  const text = seen || shortText(attributeOf(element, "aria-label")) ||
    shortText(attributeOf(element, "title"));
  return [{
    href,
    raw,
    text,
    place: context.place,
    line: seen === "" ? line - 1 : line,
    ...(context.isConcealed && CONCEALED),
  }];
}

function toImage({ element, context }: FoundElement, resolve: Resolve): PageImage[] {
  const raw = imageSource(element);
  const src = raw.length > MOST_CHARS.address ? undefined : resolve(raw);
  if (src === undefined || /^(mailto|tel):/i.test(src)) return [];
  const alt = shortText(attributeOf(element, "alt"));
  const { place, marks, linkHref } = context;
  const linksTo = linkHref === undefined ? undefined : resolve(linkHref);
  return [{ src: unwrapProxy(src), raw, alt, context: marks.join(" "), place, linksTo }];
}

function shortText(text: string): string {
  return cleanText(text.slice(0, MAX_LINE_CHARS)).slice(0, MOST_CHARS.text).toWellFormed();
}

function placeOf(element: HtmlElement, mark: string, outer: Context): Place | undefined {
  const [name, role] = [element.tagName, attributeOf(element, "role")];
  if (name === "footer" || role === "contentinfo") return "footer";
  if (name === "nav" || role === "banner" || (name === "header" && !outer.isContent)) return "header";
  if (name === "main") return "main";
  // The classes of a whole page say what it has, not what it is.
  if (mark === "" || WHOLE.has(name)) return undefined;
  if (/(^|[\s_-])footer/.test(mark)) return "footer";
  const isHeader = /(^|[\s_-])(header|navbar|topbar|masthead)(\s|$)/.test(mark);
  return isHeader && !outer.isContent ? "header" : undefined;
}

function isUnseen(element: HtmlElement): boolean {
  // An object without a source shows what is in it; builders wrap links so.
  const isShown = element.tagName === "object" && findAttribute(element, "data") === undefined;
  if ((UNSEEN.has(element.tagName) && !isShown) || findAttribute(element, "hidden") !== undefined) {
    return true;
  }
  const style = attributeOf(element, "style");
  return style !== "" && UNSEEN_STYLE.test(style);
}

function textOf(node: HtmlNode): string {
  if (isText(node)) return node.value;
  if (!isElement(node) || UNSEEN.has(node.tagName)) return "";
  return node.childNodes.map(textOf).join(" ");
}

/** The real picture stands in other attributes while a page loads its images late. */
function imageSource(image: HtmlElement): string {
  const src = attributeOf(image, "src");
  if (src !== "" && !src.startsWith("data:")) return src;
  const late = ["data-src", "data-lazy-src", "data-original"].map((name) => findAttribute(image, name));
  const sources = attributeOf(image, "srcset") || attributeOf(image, "data-srcset");
  return late.find((each) => each !== undefined) ?? sources.trim().split(/\s+/)[0] ?? "";
}

const PROXY = /\/_next\/image|\/_ipx\/|image-proxy/;

function unwrapProxy(src: string): string {
  if (!PROXY.test(src)) return src;
  const url = new URL(src);
  const inner = url.searchParams.get("url");
  if (!PROXY.test(url.pathname) || inner === null) return src;
  return URL.canParse(inner, src) ? new URL(inner, src).href : src;
}
