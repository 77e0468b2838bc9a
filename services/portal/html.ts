/** Our `html` tagged template: it escapes every value and refuses the places where escaping is not enough. */
import { CheckedUrl } from "./checked_url.ts";
import { type Hole, inspectTemplate } from "./html_guard.ts";
import { dropLayout } from "./html_layout.ts";

/** Markup that this tag has built. */
export class Safe {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

/** What a template may hold; false, true, null and undefined draw nothing. */
export type Renderable =
  | string
  | number
  | boolean
  | null
  | undefined
  | Safe
  | CheckedUrl
  | readonly Renderable[];

interface Template {
  /** The fixed parts, one more than there are holes. */
  readonly parts: readonly string[];
  readonly holes: readonly Hole[];
}

/** A template's strings are one object for its whole life, so each call site is read once. */
const templates = new WeakMap<TemplateStringsArray, Template>();

/** @throws {TypeError} when the template or a value could let data become markup. */
export function html(strings: TemplateStringsArray, ...values: readonly Renderable[]): Safe {
  const { parts, holes } = readTemplate(strings);
  let markup = parts[0] ?? "";
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    const hole = holes[index];
    if (hole === "url" && !(value instanceof CheckedUrl)) {
      throw new TypeError("A URL must be a CheckedUrl");
    }
    markup += hole === "text" ? renderText(value) : renderAttribute(value);
    markup += parts[index + 1];
  }
  return new Safe(markup);
}

function readTemplate(strings: TemplateStringsArray): Template {
  const known = templates.get(strings);
  if (known) return known;
  const template = { parts: dropLayout(strings), holes: inspectTemplate(strings) };
  templates.set(strings, template);
  return template;
}

function renderText(value: Renderable): string {
  if (value instanceof Safe) return value.markup;
  if (Array.isArray(value)) {
    let markup = "";
    // Put together as the rest is, and so copied once, when all of it is there.
    for (const each of value) markup += renderText(each);
    return markup;
  }
  return renderAttribute(value);
}

/** Markup makes no sense inside quotes, so only plain values may stand there. */
function renderAttribute(value: Renderable): string {
  if (value === null || value === undefined || typeof value === "boolean") return "";
  if (typeof value === "string") return escape(value);
  if (typeof value === "number") return String(value);
  if (value instanceof CheckedUrl) return escape(value.href);
  throw new TypeError(`Cannot draw a value of type "${typeof value}" here`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const SPECIAL = /[&<>"']/;

/** Most texts have nothing to escape, and to look is cheaper than to replace. */
function escape(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
