/** XML as text: elements that escape whatever they are given. */
import { cleanText } from "../plain_text.ts";

export interface Xml {
  readonly markup: string;
}

type Attributes = Readonly<Record<string, string>>;

/** Content that is absent makes no element at all. */
type Content = string | undefined | readonly (Xml | undefined)[];

export function element(name: string, content: Content, attributes: Attributes = {}): Xml | undefined {
  if (content === undefined) return undefined;
  const written = typeof content === "string"
    ? escape(content)
    : content.map((each) => each?.markup ?? "").join("");
  const marks = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`).join("");
  return { markup: `<${name}${marks}>${written}</${name}>` };
}

export function writeXml(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.markup}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escape(text: string): string {
  return cleanText(text).replace(/[&<>"]/g, (letter) => ESCAPES[letter]!);
}
