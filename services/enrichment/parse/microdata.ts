/** Microdata and RDFa of schema.org, told as the JSON-LD that would say the same: the readers know one form. */
import { cleanText } from "./clean_text.ts";
import {
  findAttribute,
  type HtmlDocument,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isText,
} from "./html_tree.ts";

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
/** Of a link with one of these properties the text is wanted, not the address. */
const IS_TEXT = /^(telephone|email|name|faxNumber)$/;

/** @returns one document, or none. */
export function readMicrodata(document: HtmlDocument, html: string): string[] {
  if (!/\sitemtype\s*=|\stypeof\s*=/i.test(html)) return [];
  const items: Item[] = [];
  for (const node of document.childNodes) visit(node, undefined, items);
  return items.length === 0 ? [] : [JSON.stringify(items)];
}

function visit(node: HtmlNode, scope: Item | undefined, items: Item[]): void {
  if (!isElement(node)) return;
  const type = typeOf(node);
  const said = findAttribute(node, "itemprop") ?? findAttribute(node, "property") ?? "";
  const names = said.split(/\s+/).map(bareName).filter(Boolean);
  const inner = type !== undefined && items.length < MAX_ITEMS ? { "@type": type } : undefined;
  for (const name of scope ? names : []) scope![name] ??= inner ?? valueOf(node, name);
  if (inner && (!scope || names.length === 0)) items.push(inner);
  for (const child of node.childNodes) visit(child, inner ?? scope, items);
}

/** The last part of `https://schema.org/Restaurant` and of `schema:Restaurant`. */
function typeOf(element: HtmlElement): string | undefined {
  const itemType = findAttribute(element, "itemtype");
  const [first = ""] = (itemType ?? findAttribute(element, "typeof") ?? "").trim().split(/\s+/);
  if (itemType !== undefined && !/schema\.org\//i.test(first)) return undefined;
  return /([A-Za-z]+)$/.exec(first)?.[1];
}

function bareName(name: string): string {
  return name.replace(/^schema:/, "");
}

function valueOf(element: HtmlElement, property: string): string {
  const attribute = VALUE_ATTRIBUTES[element.tagName];
  const linked = attribute && !IS_TEXT.test(property) ? findAttribute(element, attribute) : undefined;
  const told = findAttribute(element, "content") ?? linked;
  return cleanText(told ?? element.childNodes.map(textOf).join(" ")).slice(0, MAX_TEXT_CHARS);
}

function textOf(node: HtmlNode): string {
  if (isText(node)) return node.value;
  return isElement(node) ? node.childNodes.map(textOf).join(" ") : "";
}
