/** Microdata and RDFa of schema.org, told as the JSON-LD that would say the same: the readers know one form. */
import { cleanText } from "./clean_text.ts";
import type { HtmlDocument } from "./guarded_parse.ts";

type HtmlNode = HtmlDocument["children"][number];
type HtmlElement = Extract<HtmlNode, { attribs: unknown }>;
type Item = Record<string, unknown>;

const MAX_ITEMS = 300;
const MAX_TEXT_CHARS = 1_000;
/** What a property says is in an attribute of these; anywhere else it is the text. */
const VALUE_ATTRIBUTES: Readonly<Record<string, string>> = {
  a: "href",
  link: "href",
  img: "src",
  time: "datetime",
};
/** Of a link with a number or an address, the text is cared for. */
const IS_TEXT = /^(telephone|email|name|faxNumber)$/;

/** @returns one document, or none. */
export function readMicrodata(document: HtmlDocument, html: string): string[] {
  if (!/\sitemtype\s*=|\stypeof\s*=/i.test(html)) return [];
  const items: Item[] = [];
  for (const node of document.children) visit(node, undefined, items);
  return items.length === 0 ? [] : [JSON.stringify(items)];
}

function visit(node: HtmlNode, scope: Item | undefined, items: Item[]): void {
  if (!("attribs" in node)) return;
  const type = typeOf(node);
  const names = (node.attribs.itemprop ?? node.attribs.property ?? "").split(/\s+/).map(bareName).filter(
    Boolean,
  );
  const inner = type !== undefined && items.length < MAX_ITEMS ? { "@type": type } : undefined;
  for (const name of scope ? names : []) scope![name] ??= inner ?? valueOf(node, name);
  if (inner && (!scope || names.length === 0)) items.push(inner);
  for (const child of node.children) visit(child, inner ?? scope, items);
}

/** The last part of `https://schema.org/Restaurant` and of `schema:Restaurant`. */
function typeOf({ attribs: { itemtype, typeof: rdfa } }: HtmlElement): string | undefined {
  const [first = ""] = (itemtype ?? rdfa ?? "").trim().split(/\s+/);
  if (itemtype !== undefined && !/schema\.org\//i.test(first)) return undefined;
  return /([A-Za-z]+)$/.exec(first)?.[1];
}

function bareName(name: string): string {
  return name.replace(/^schema:/, "");
}

function valueOf({ name, attribs, children }: HtmlElement, property: string): string {
  const attribute = VALUE_ATTRIBUTES[name];
  const told = attribs.content ?? (attribute && !IS_TEXT.test(property) ? attribs[attribute] : undefined);
  return cleanText(told ?? children.map(textOf).join(" ")).slice(0, MAX_TEXT_CHARS);
}

function textOf(node: HtmlNode): string {
  if (node.type === "text" && "data" in node) return node.data;
  return "children" in node ? node.children.map(textOf).join(" ") : "";
}
