/** One walk over a document: its visible lines, its links and its images, each with the place where it stands. */
import { cleanText } from "./clean_text.ts";
import type { HtmlDocument } from "./guarded_parse.ts";
import type { PageImage, PageLine, PageLink, Place } from "./parsed_page.ts";

type HtmlNode = HtmlDocument["children"][number];
type HtmlElement = Extract<HtmlNode, { attribs: unknown }>;
type Resolve = (href: string) => string | undefined;

interface Context {
  readonly place: Place;
  readonly tag: string;
  readonly isHidden: boolean;
  /** Ids and classes from the outside in. */
  readonly marks: readonly string[];
  readonly linksTo: string | undefined;
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
]);
const MAX_LINE_CHARS = 5_000;
const MAX_LINES = 20_000;
const KEPT_MARKS = 6;

export function walkBody(document: HtmlDocument, resolve: Resolve): Body {
  const body = { lines: [], links: [], images: [] };
  const walker = new BodyWalker(body, resolve);
  const context: Context = { place: "main", tag: "body", isHidden: false, marks: [], linksTo: undefined };
  for (const node of document.children) walker.visit(node, context);
  walker.endLine();
  return body;
}

interface GrowingBody {
  readonly lines: PageLine[];
  readonly links: PageLink[];
  readonly images: PageImage[];
}

class BodyWalker {
  #body: GrowingBody;
  #resolve: Resolve;
  #line = "";
  #lineContext: Context | undefined;

  constructor(body: GrowingBody, resolve: Resolve) {
    this.#body = body;
    this.#resolve = resolve;
  }

  visit(node: HtmlNode, context: Context): void {
    if ("attribs" in node) this.#visitElement(node, context);
    if (node.type === "text" && "data" in node && !context.isHidden) this.#addText(node.data, context);
  }

  endLine(): void {
    const text = cleanText(this.#line);
    const { place, tag } = this.#lineContext ?? { place: "main" as const, tag: "body" };
    if (text !== "" && this.#body.lines.length < MAX_LINES) this.#body.lines.push({ text, place, tag });
    this.#line = "";
    this.#lineContext = undefined;
  }

  #addText(data: string, context: Context): void {
    if (this.#line.length < MAX_LINE_CHARS) this.#line += data.slice(0, MAX_LINE_CHARS);
    if (data.trim() !== "") this.#lineContext ??= context;
  }

  #visitElement(element: HtmlElement, outer: Context): void {
    if (element.name === "br") return this.endLine();
    const isBlock = !INLINE.has(element.name);
    if (isBlock) this.endLine();
    const inner = this.#enter(element, outer);
    if (element.name === "img") this.#addImage(element, inner);
    for (const child of element.children) this.visit(child, inner);
    if (element.name === "a" && !inner.isHidden) this.#addLink(element, inner);
    if (isBlock) this.endLine();
  }

  #enter(element: HtmlElement, outer: Context): Context {
    const { id = "", class: classes = "" } = element.attribs;
    const mark = `${id} ${classes}`.trim().toLowerCase().slice(0, 200);
    const isAnchor = element.name === "a";
    return {
      place: placeOf(element, mark) ?? outer.place,
      tag: INLINE.has(element.name) ? outer.tag : element.name,
      isHidden: outer.isHidden || isUnseen(element),
      marks: mark === "" ? outer.marks : [...outer.marks.slice(-KEPT_MARKS), mark],
      linksTo: isAnchor ? this.#resolve(element.attribs.href ?? "") : outer.linksTo,
    };
  }

  #addLink(element: HtmlElement, context: Context): void {
    const raw = element.attribs.href ?? "";
    const href = this.#resolve(raw);
    if (href === undefined) return;
    const { title = "", "aria-label": label = "" } = element.attribs;
    const text = cleanText(textOf(element)) || cleanText(label) || cleanText(title);
    this.#body.links.push({ href, raw, text, place: context.place });
  }

  #addImage(element: HtmlElement, context: Context): void {
    const raw = imageSource(element.attribs);
    const src = this.#resolve(raw);
    if (src === undefined) return;
    const alt = cleanText(element.attribs.alt ?? "");
    const { place, linksTo, marks } = context;
    this.#body.images.push({ src: unwrapProxy(src), raw, alt, context: marks.join(" "), place, linksTo });
  }
}

function placeOf(element: HtmlElement, mark: string): Place | undefined {
  const role = element.attribs.role ?? "";
  if (element.name === "footer" || role === "contentinfo") return "footer";
  if (element.name === "header" || element.name === "nav" || role === "banner") return "header";
  if (/(^|[\s_-])footer/.test(mark)) return "footer";
  return /(^|[\s_-])(header|navbar|topbar|masthead)/.test(mark) ? "header" : undefined;
}

function isUnseen(element: HtmlElement): boolean {
  if (UNSEEN.has(element.name) || "hidden" in element.attribs) return true;
  const style = element.attribs.style ?? "";
  return /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(px|[;\s]|$)/i.test(style);
}

function textOf(node: HtmlNode): string {
  if (node.type === "text" && "data" in node) return node.data;
  if (!("children" in node) || ("name" in node && UNSEEN.has(node.name))) return "";
  return node.children.map(textOf).join(" ");
}

/** The real picture stands in other attributes while a page loads its images late. */
function imageSource(attribs: Readonly<Record<string, string>>): string {
  const { src = "", srcset = "" } = attribs;
  if (src !== "" && !src.startsWith("data:")) return src;
  const late = attribs["data-src"] ?? attribs["data-lazy-src"] ?? attribs["data-original"];
  return late ?? (srcset || (attribs["data-srcset"] ?? "")).trim().split(/\s+/)[0] ?? "";
}

function unwrapProxy(src: string): string {
  const url = new URL(src);
  const inner = url.searchParams.get("url");
  if (!/\/_next\/image|\/_ipx\/|image-proxy/.test(url.pathname) || inner === null) return src;
  return URL.canParse(inner, src) ? new URL(inner, src).href : src;
}
