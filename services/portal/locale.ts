/** Which language a page speaks: the customer's, else the visitor's, else the seller's, else English. */
import { findMessages, type Messages } from "./messages/mod.ts";

export interface Locale {
  /** BCP 47, language and perhaps region, such as `de-AT`. */
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
  readonly messages: Messages;
}

const FALLBACK = "en-GB";

export function chooseLocale(
  customerLocale: string | null,
  acceptLanguage: string | undefined,
  sellerLocale: string | null = null,
): Locale {
  const visitors = parseAcceptLanguage(acceptLanguage ?? "");
  const wishes = [customerLocale ?? "", ...visitors, sellerLocale ?? "", FALLBACK];
  for (const wish of wishes) {
    const locale = findLocale(wish);
    if (locale) return locale;
  }
  throw new TypeError(`No messages for "${FALLBACK}"`);
}

/** Text and numbers speak one language, so a language without messages is passed over. */
function findLocale(tag: string): Locale | undefined {
  const parsed = parseTag(tag);
  const messages = parsed && findMessages(parsed.language);
  if (!parsed || !messages) return undefined;
  return { tag: tagOf(parsed), direction: messages.direction, messages };
}

/** Scripts and extensions are dropped: a calendar or digits by request would multiply the cached formatters. */
function tagOf({ language, region }: Intl.Locale): string {
  if (region) return `${language}-${region}`;
  return language === "en" ? FALLBACK : language;
}

function parseTag(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replaceAll("_", "-"));
  } catch {
    // Not a language tag: what a visitor sends is a wish, never an error.
    return undefined;
  }
}

/** RFC 9110 section 12.5.4; the best first. */
function parseAcceptLanguage(header: string): string[] {
  const wishes = header.split(",").slice(0, 10).map((part) => {
    const [tag = "", ...parameters] = part.trim().split(";");
    const quality = parameters.map((each) => /^\s*q=([0-9.]+)$/.exec(each)?.[1]).find(Boolean);
    return { tag: tag.trim(), quality: Number(quality ?? 1) };
  });
  return wishes.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality).map(({ tag }) =>
    tag
  );
}
