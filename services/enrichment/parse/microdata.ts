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
/** Of all items together, and of one element. */
const MAX_VALUES = 2_000;
const MAX_NAMES = 10;
const MAX_TEXT_CHARS = 1_000;
/** With the blanks of its source. */
const MAX_RAW_CHARS = 5_000;
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
  const found: Found = { items: [], values: 0 };
  for (const node of document.childNodes) visit(node, undefined, found);
  return found.items.length === 0 ? [] : [JSON.stringify(found.items)];
}

interface Found {
  readonly items: Item[];
  values: number;
}

function visit(node: HtmlNode, scope: Item | undefined, found: Found): void {
  if (!isElement(node)) return;
  const type = typeOf(node);
  const said = findAttribute(node, "itemprop") ?? findAttribute(node, "property") ?? "";
  const names = said.split(/\s+/, MAX_NAMES).map(bareName).filter(Boolean);
  const inner = type !== undefined && found.items.length < MAX_ITEMS ? { "@type": type } : undefined;
  for (const name of scope && found.values < MAX_VALUES ? names : []) {
    found.values++;
    scope![name] ??= inner ?? valueOf(node, name);
  }
  if (inner && (!scope || names.length === 0)) found.items.push(inner);
  for (const child of node.childNodes) visit(child, inner ?? scope, found);
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
  return cleanText(told?.slice(0, MAX_RAW_CHARS) ?? textOf(element)).slice(0, MAX_TEXT_CHARS);
}

/** No more than may count: an element can stand in hundreds of others that are asked for theirs, too. */
function textOf(element: HtmlElement): string {
  let text = "";
  const add = (node: HtmlNode) => {
    if (text.length >= MAX_RAW_CHARS) return;
    if (isText(node)) text += `${node.value.slice(0, MAX_RAW_CHARS)} `;
    else if (isElement(node)) node.childNodes.forEach(add);
  };
  element.childNodes.forEach(add);
  return text;
}
