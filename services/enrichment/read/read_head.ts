/** What a page says to programs rather than to people, picked by selectors; the only file that knows cheerio. */
import { type CheerioAPI, load } from "cheerio";
import { cleanText } from "./clean_text.ts";
import type { PageIcon, PageMeta } from "./parsed_page.ts";
import { resolveLink } from "./resolve_link.ts";

export interface PageHead {
  readonly baseUrl: string;
  readonly language: string;
  readonly title: string;
  readonly metas: PageMeta[];
  readonly icons: PageIcon[];
}

/** Heads are shorter; and to read a whole document for its first part would cost as much as all else. */
const MAX_HEAD_CHARS = 65_536;

/** Call it after the guarded parser has taken the document: this one knows no limits. */
export function readHead(html: string, pageUrl: string): PageHead {
  const $ = load(html.slice(0, MAX_HEAD_CHARS));
  const baseUrl = resolveLink($("base[href]").first().attr("href") ?? "", pageUrl) ?? pageUrl;
  return {
    baseUrl,
    language: cleanText($("html").attr("lang") ?? "").toLowerCase(),
    title: cleanText($("head > title").first().text()),
    metas: readMetas($),
    icons: readIcons($, baseUrl),
  };
}

function readMetas($: CheerioAPI): PageMeta[] {
  return $("meta[content]").toArray().flatMap((element) => {
    const { property, name, itemprop, content = "" } = element.attribs;
    const said = {
      name: (property ?? name ?? itemprop ?? "").trim().toLowerCase(),
      content: cleanText(content),
    };
    return said.name === "" || said.content === "" ? [] : [said];
  });
}

function readIcons($: CheerioAPI, baseUrl: string): PageIcon[] {
  return $("link[rel][href]").toArray().flatMap((element) => {
    const { rel = "", href: raw = "", sizes = "" } = element.attribs;
    const href = resolveLink(raw, baseUrl);
    const isIcon = /\bicon\b|apple-touch-icon/i.test(rel);
    return isIcon && href ? [{ rel: rel.toLowerCase(), href, raw, sizes }] : [];
  });
}
