/** Which language a page speaks: the customer's, else the visitor's, else the seller's, else English. */
import { acceptsLanguages } from "@std/http";
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

/** To read a tag takes longer than the rest of handing out a document that is there; what visitors can ask for is bounded. */
const MAX_TAGS = 1_000;

const read = new Map<string, Locale | undefined>();

function findLocale(tag: string): Locale | undefined {
  if (read.has(tag)) return read.get(tag);
  if (read.size >= MAX_TAGS) read.clear();
  const locale = readLocale(tag);
  read.set(tag, locale);
  return locale;
}

/** Text and numbers speak one language, so a language without messages is passed over. */
function readLocale(tag: string): Locale | undefined {
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

/** The best first. */
function parseAcceptLanguage(header: string): string[] {
  try {
    return acceptsLanguages({ headers: new Headers({ "accept-language": header }) }).slice(0, 10);
  } catch {
    // It comes in a message, where nobody has looked whether it could be a header.
    return [];
  }
}
