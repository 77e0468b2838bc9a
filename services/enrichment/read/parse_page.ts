/** Turns a fetched page into plain data; the only file that knows cheerio. */
import { type CheerioAPI, load } from "cheerio";
import type { Page } from "../fetch/fetch_page.ts";
import { cleanText } from "./clean_text.ts";
import { parseGuarded } from "./guarded_parse.ts";
import { withoutInstructions } from "./instructions.ts";
import { readMicrodata } from "./microdata.ts";
import type { PageIcon, PageMeta, ParsedPage } from "./parsed_page.ts";
import { walkBody } from "./walk_body.ts";

const MAX_JSON_LD_CHARS = 200_000;

/** @throws {FetchFailure} `too_large` for a document beyond the limits; the signal's reason when it fires. */
export async function parsePage(page: Page, signal: AbortSignal): Promise<ParsedPage> {
  const document = await parseGuarded(page.html, signal);
  const $ = load(document);
  const baseUrl = resolve($("base[href]").first().attr("href") ?? "", page.url) ?? page.url;
  return withoutInstructions({
    url: page.url,
    fetchedAt: page.fetchedAt,
    hasMovedDomain: page.hasMovedDomain,
    language: cleanText($("html").attr("lang") ?? "").toLowerCase(),
    title: cleanText($("head > title").first().text()),
    metas: readMetas($),
    icons: readIcons($, baseUrl),
    jsonLd: [...readJsonLd($), ...readMicrodata(document, page.html)],
    hiddenEmails: readHiddenEmails($),
    html: page.html,
    ...walkBody(document, (href) => resolve(href, baseUrl)),
  });
}

/** An absolute http(s), `mailto:` or `tel:` address, else undefined. */
function resolve(href: string, baseUrl: string): string | undefined {
  const text = href.trim();
  if (/^(mailto|tel):/i.test(text)) return text;
  if (text === "" || !URL.canParse(text, baseUrl)) return undefined;
  const url = new URL(text, baseUrl);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function readMetas($: CheerioAPI): PageMeta[] {
  return $("meta[content]").toArray().flatMap((element) => {
    const meta = $(element);
    const name = meta.attr("property") ?? meta.attr("name") ?? meta.attr("itemprop") ?? "";
    const content = cleanText(meta.attr("content") ?? "");
    return name === "" || content === "" ? [] : [{ name: name.trim().toLowerCase(), content }];
  });
}

function readIcons($: CheerioAPI, baseUrl: string): PageIcon[] {
  return $("link[rel][href]").toArray().flatMap((element) => {
    const { rel = "", href: raw = "", sizes = "" } = element.attribs;
    const href = resolve(raw, baseUrl);
    return /\bicon\b|apple-touch-icon/i.test(rel) && href
      ? [{ rel: rel.toLowerCase(), href, raw, sizes }]
      : [];
  });
}

function readJsonLd($: CheerioAPI): string[] {
  return $("script[type]").toArray().filter((element) => /ld\+json/i.test(element.attribs.type ?? ""))
    .map((element) => $(element).text()).filter((text) => text.length <= MAX_JSON_LD_CHARS);
}

/** Cloudflare's protection: hexadecimal bytes, the first of which is the key for the others. */
function readHiddenEmails($: CheerioAPI): { email: string; code: string }[] {
  const protectedLinks = $("[data-cfemail], a[href*='/cdn-cgi/l/email-protection#']").toArray();
  return protectedLinks.flatMap((element) => {
    const { "data-cfemail": data, href = "" } = element.attribs;
    const code = data ?? href.split("#")[1] ?? "";
    const [key = 0, ...bytes] = (code.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
    const email = cleanText(String.fromCharCode(...bytes.slice(0, 254).map((byte) => byte ^ key)));
    return email === "" ? [] : [{ email, code }];
  });
}
