/** What a page says to programs rather than to people, picked by selectors; the only file that knows cheerio. */
import { type CheerioAPI, load } from "cheerio/slim";
import { cleanText } from "./clean_text.ts";
import { MOST_CHARS, type PageIcon, type PageMeta } from "./parsed_page.ts";
import { resolveLink } from "./resolve_link.ts";

export interface PageHead {
  readonly baseUrl: string;
  readonly language: string;
  readonly title: string;
  readonly metas: PageMeta[];
  readonly icons: PageIcon[];
}

/** Longer heads hold programs and styles. */
const MAX_HEAD_CHARS = 65_536;
const BODY = /<body[\s>]/i;

/** Of the text before the body: to build a second tree of a whole document would cost as much as all else. */
export function readHead(html: string, pageUrl: string): PageHead {
  const start = html.slice(0, MAX_HEAD_CHARS);
  const $ = load(start.slice(0, BODY.exec(start)?.index));
  const baseUrl = resolveLink($("base[href]").first().attr("href") ?? "", pageUrl) ?? pageUrl;
  return {
    baseUrl,
    language: cleanText($("html").attr("lang") ?? "").toLowerCase(),
    title: cut(cleanText($("title").first().text()), MOST_CHARS.title),
    metas: readMetas($),
    icons: readIcons($, baseUrl),
  };
}

function readMetas($: CheerioAPI): PageMeta[] {
  return $("meta[content]").toArray().flatMap((element) => {
    const { property, name, itemprop, content = "" } = element.attribs;
    const said = {
      name: (property ?? name ?? itemprop ?? "").trim().toLowerCase(),
      content: cut(cleanText(content), MOST_CHARS.meta),
    };
    return said.name === "" || said.content === "" ? [] : [said];
  });
}

function readIcons($: CheerioAPI, baseUrl: string): PageIcon[] {
  return $("link[rel][href]").toArray().flatMap((element) => {
    const { rel = "", href: raw = "", sizes = "" } = element.attribs;
    const href = raw.length > MOST_CHARS.address ? undefined : resolveLink(raw, baseUrl);
    const isIcon = /\bicon\b|apple-touch-icon/i.test(rel);
    return isIcon && href ? [{ rel: rel.toLowerCase(), href, raw, sizes }] : [];
  });
}

function cut(text: string, maxChars: number): string {
  return text.slice(0, maxChars).toWellFormed();
}
