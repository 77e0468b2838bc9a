/** Turns a fetched page into plain data. */
import type { Page } from "../fetch/fetch_page.ts";
import { withoutInstructions } from "../read/instructions.ts";
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
import { readMicrodata } from "./microdata.ts";
import type { ParsedPage } from "./parsed_page.ts";
import { readHead } from "./read_head.ts";
import { resolveLink } from "./resolve_link.ts";
import { openConcealment } from "./style_sheets.ts";
import { walkBody } from "./walk_body.ts";

const MAX_JSON_LD_CHARS = 200_000;

/** @throws {FetchFailure} `too_large` for a document beyond the limits; the signal's reason when it fires. */
export async function parsePage(page: Page, signal: AbortSignal): Promise<ParsedPage> {
  const document = await parseGuarded(page.html, signal);
  const { baseUrl, ...head } = readHead(page.html, page.url);
  const { scripts, hidden } = findTold(document);
  return withoutInstructions({
    url: page.url,
    fetchedAt: page.fetchedAt,
    hasMovedDomain: page.hasMovedDomain,
    ...head,
    jsonLd: [...readJsonLd(scripts), ...readMicrodata(document, page.html)],
    hiddenEmails: hidden.flatMap(readHiddenEmail),
    html: page.html,
    ...walkBody(document, (href) => resolveLink(href, baseUrl), openConcealment(page.html)),
  });
}

/** What selectors would have to look for in the whole document. */
interface Told {
  readonly scripts: HtmlElement[];
  /** Elements whose e-mail address is put together by a script. */
  readonly hidden: HtmlElement[];
}

function findTold(document: HtmlDocument): Told {
  const told: Told = { scripts: [], hidden: [] };
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
  if (element.tagName === "script") told.scripts.push(element);
  if (hiddenCodeOf(element) !== undefined) told.hidden.push(element);
}

function readJsonLd(scripts: readonly HtmlElement[]): string[] {
  const found = scripts.filter(isJsonLd).map(sourceOf);
  return found.filter((text) => text.length <= MAX_JSON_LD_CHARS);
}

/** The text of a script or a style, which hold nothing else. */
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
