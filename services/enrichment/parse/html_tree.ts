/** The tree that the HTML parser builds, without what no reader looks at. */
import { defaultTreeAdapter, type DefaultTreeAdapterMap } from "parse5";

export type HtmlTree = DefaultTreeAdapterMap;
export type HtmlDocument = HtmlTree["document"];
export type HtmlNode = HtmlTree["childNode"];
export type HtmlElement = HtmlTree["element"];

export const leanTree: typeof defaultTreeAdapter = {
  ...defaultTreeAdapter,
  createElement: (tagName, namespace, attributes) => {
    for (const { value } of attributes) settle(value);
    return defaultTreeAdapter.createElement(tagName, namespace, attributes);
  },
  createCommentNode: () => defaultTreeAdapter.createCommentNode(""),
  insertText: (parent, text) => {
    if (isRead(parent)) defaultTreeAdapter.insertText(parent, settle(text));
  },
  insertTextBefore: (parent, text, next) => defaultTreeAdapter.insertTextBefore(parent, settle(text), next),
  // What stands in a template is its child, as in any element: else its depth would be counted anew.
  setTemplateContent: () => {},
  // The cast: the parser does nothing with it but add children.
  getTemplateContent: (template) => template as unknown as HtmlTree["documentFragment"],
};

export function isElement(node: HtmlNode): node is HtmlElement {
  return "tagName" in node;
}

export function isText(node: HtmlNode): node is HtmlTree["textNode"] {
  return node.nodeName === "#text";
}

/** Empty when it is not there or has no value. */
export function attributeOf(element: HtmlElement, name: string): string {
  return findAttribute(element, name) ?? "";
}

/** A loop, since elements have few: making a map of them would cost more than the search. */
export function findAttribute({ attrs }: HtmlElement, name: string): string | undefined {
  for (const attribute of attrs) if (attribute.name === name) return attribute.value;
  return undefined;
}

export function isJsonLd(script: HtmlElement): boolean {
  return /ld\+json/i.test(attributeOf(script, "type"));
}

/** Programs and styles are a third of the web's pages. */
function isRead(parent: HtmlTree["parentNode"]): boolean {
  if (parent.nodeName === "style") return false;
  return parent.nodeName !== "script" || isJsonLd(parent as HtmlElement);
}

/** Shorter strings V8 joins at once. */
const MIN_JOINED_CHARS = 13;
const ANYTHING = /^/;

/**
 * The parser appends to a text character by character, and V8 keeps a text made like that as a tree of some thirty bytes a
 * character until it is looked into for the first time. So it is looked into at once.
 */
export function settle(text: string): string {
  if (text.length >= MIN_JOINED_CHARS) ANYTHING.test(text);
  return text;
}
