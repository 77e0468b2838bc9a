/** Turns a fetched page into plain data. */
import type { Page } from "../fetch/fetch_page.ts";
import { cleanText } from "./clean_text.ts";
import { parseGuarded } from "./guarded_parse.ts";
import {
  attributeOf,
  findAttribute,
  type HtmlDocument,
  type HtmlElement,
  isElement,
  isJsonLd,
  isText,
} from "./html_tree.ts";
import { withoutInstructions } from "./instructions.ts";
import type { PageIcon, PageMeta, ParsedPage } from "./parsed_page.ts";
import { walkBody } from "./walk_body.ts";

const MAX_JSON_LD_CHARS = 200_000;

/** @throws {FetchFailure} `too_large` for a document beyond the limits; the signal's reason when it fires. */
export async function parsePage(page: Page, signal: AbortSignal): Promise<ParsedPage> {
  const document = await parseGuarded(page.html, signal);
  const { root, base, title, metas, links, scripts, hidden } = findTold(document);
  const baseUrl = resolve(base ? attributeOf(base, "href") : "", page.url) ?? page.url;
  return withoutInstructions({
    url: page.url,
    fetchedAt: page.fetchedAt,
    hasMovedDomain: page.hasMovedDomain,
    language: cleanText(root ? attributeOf(root, "lang") : "").toLowerCase(),
    title: cleanText(title ? sourceOf(title) : ""),
    metas: metas.flatMap(readMeta),
    icons: links.flatMap((link) => readIcon(link, baseUrl)),
    jsonLd: readJsonLd(scripts),
    hiddenEmails: hidden.flatMap(readHiddenEmail),
    html: page.html,
    ...walkBody(document, (href) => resolve(href, baseUrl)),
  });
}

/** The elements that speak to programs, wherever they stand. */
interface Told {
  root?: HtmlElement;
  base?: HtmlElement;
  title?: HtmlElement;
  readonly metas: HtmlElement[];
  readonly links: HtmlElement[];
  readonly scripts: HtmlElement[];
  /** With an e-mail address that a script puts together. */
  readonly hidden: HtmlElement[];
}

function findTold(document: HtmlDocument): Told {
  const told: Told = { metas: [], links: [], scripts: [], hidden: [] };
  const visit = (parent: HtmlDocument | HtmlElement) => {
    for (const node of parent.childNodes) {
      if (!isElement(node)) continue;
      tell(node, told);
      visit(node);
    }
  };
  visit(document);
  return told;
}

function tell(element: HtmlElement, told: Told): void {
  const { tagName, parentNode } = element;
  if (tagName === "meta") told.metas.push(element);
  if (tagName === "link") told.links.push(element);
  if (tagName === "script") told.scripts.push(element);
  if (tagName === "html") told.root ??= element;
  if (tagName === "base" && findAttribute(element, "href") !== undefined) told.base ??= element;
  if (tagName === "title" && parentNode?.nodeName === "head") told.title ??= element;
  if (hiddenCodeOf(element) !== undefined) told.hidden.push(element);
}

/** An absolute http(s), `mailto:` or `tel:` address, else undefined. */
function resolve(href: string, baseUrl: string): string | undefined {
  const text = href.trim();
  if (/^(mailto|tel):/i.test(text)) return text;
  if (text === "" || !URL.canParse(text, baseUrl)) return undefined;
  const url = new URL(text, baseUrl);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function readMeta(meta: HtmlElement): PageMeta[] {
  const named = ["property", "name", "itemprop"].map((name) => findAttribute(meta, name));
  const name = named.find((each) => each !== undefined) ?? "";
  const content = cleanText(attributeOf(meta, "content"));
  return name === "" || content === "" ? [] : [{ name: name.trim().toLowerCase(), content }];
}

function readIcon(link: HtmlElement, baseUrl: string): PageIcon[] {
  const [rel, raw] = [attributeOf(link, "rel"), attributeOf(link, "href")];
  if (!/\bicon\b|apple-touch-icon/i.test(rel)) return [];
  const href = resolve(raw, baseUrl);
  return href ? [{ rel: rel.toLowerCase(), href, raw, sizes: attributeOf(link, "sizes") }] : [];
}

function readJsonLd(scripts: readonly HtmlElement[]): string[] {
  const found = scripts.filter(isJsonLd).map(sourceOf);
  return found.filter((text) => text.length <= MAX_JSON_LD_CHARS);
}

/** Of an element that holds nothing but text. */
function sourceOf({ childNodes }: HtmlElement): string {
  return childNodes.filter(isText).map(({ value }) => value).join("");
}

/** Cloudflare's protection: hexadecimal bytes, the first of which is the key for the others. */
function readHiddenEmail(element: HtmlElement): { email: string; code: string }[] {
  const code = hiddenCodeOf(element) ?? "";
  const [key = 0, ...bytes] = (code.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
  const email = cleanText(String.fromCharCode(...bytes.slice(0, 254).map((byte) => byte ^ key)));
  return email === "" ? [] : [{ email, code }];
}

function hiddenCodeOf(element: HtmlElement): string | undefined {
  const data = findAttribute(element, "data-cfemail");
  if (data !== undefined || element.tagName !== "a") return data;
  const href = attributeOf(element, "href");
  return href.includes("/cdn-cgi/l/email-protection#") ? href.split("#")[1] : undefined;
}
