/** Money, numbers and days as the reader's language writes them. */
import { findExponent } from "shared/currency.ts";
import type { Locale } from "./locale.ts";

export interface MoneyPart {
  readonly kind: "currency" | "whole" | "decimals";
  readonly text: string;
}

export interface Format {
  money(amount: number, currency: string): string;
  /** Of one piece: with as many decimals as it has, at least those of its currency. */
  price(amount: number, currency: string): string;
  /** For setting the sign and the decimals smaller; joined they are what `money` writes. */
  moneyParts(amount: number, currency: string): MoneyPart[];
  number(value: number): string;
  /** 21 becomes "21%". */
  percent(value: number): string;
  /** 2 Apr 2026 */
  day(day: string): string;
  /** 2 April 2026 */
  longDay(day: string): string;
  /** April 2026 */
  month(day: string): string;
  /** 2026 */
  year(day: string): string;
  /** tomorrow, in 18 days */
  daysAhead(days: number): string;
}

export function createFormat(locale: Locale): Format {
  const { tag } = locale;
  const date = (style: DateStyle) => (day: string) => writeDay(tag, style, day.slice(0, 10));
  const moneyParts = (amount: number, currency: string) => {
    const parts = moneyFormatter(tag, currency).formatToParts(amount);
    return parts.map(({ type, value }) => ({ kind: kindOf(type), text: longMinus(value) }));
  };
  return {
    moneyParts,
    money: (amount, currency) => longMinus(moneyFormatter(tag, currency).format(amount)),
    price: (amount, currency) => longMinus(moneyFormatter(tag, currency, PRICE_DECIMALS).format(amount)),
    number: (value) => longMinus(numberFormatter(tag, "decimal").format(value)),
    percent: (value) => numberFormatter(tag, "percent").format(value / 100),
    day: date("day"),
    longDay: date("longDay"),
    month: date("month"),
    year: date("year"),
    daysAhead: (days) => relativeFormatter(tag).format(days, "day"),
  };
}

/** Whole days from one calendar day to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noonOf(to) - noonOf(from)) / 86_400_000);
}

/** The calendar day of a moment, where the seller is. */
export function dayOf(moment: string, timeZone: string): string {
  return dayFormatter(timeZone).format(Date.parse(moment));
}

/** In milliseconds; the text is not parsed as a moment, since a page has hundreds of days. */
function noonOf(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)), 12);
}

function kindOf(type: Intl.NumberFormatPartTypes): MoneyPart["kind"] {
  if (type === "currency") return "currency";
  return type === "decimal" || type === "fraction" ? "decimals" : "whole";
}

/** A hyphen is too short for a minus between figures; no currency's sign has one. */
function longMinus(text: string): string {
  return text.replace("-", "\u2212");
}

type DateStyle = keyof typeof DATE_STYLES;

const DATE_STYLES = {
  day: { day: "numeric", month: "short", year: "numeric" },
  longDay: { day: "numeric", month: "long", year: "numeric" },
  month: { month: "long", year: "numeric" },
  year: { year: "numeric" },
} as const;

/** Ten years of days in a handful of languages; pages mostly show the same ones. */
const MAX_DAYS = 20_000;

const days = new Map<string, string>();

function writeDay(tag: string, style: DateStyle, day: string): string {
  const key = `${tag} ${style} ${day}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  if (days.size >= MAX_DAYS) days.clear();
  const plain = dateFormatter(tag, style).format(noonOf(day));
  // The first of a month is an ordinal in French, which CLDR leaves out.
  const written = tag.startsWith("fr") ? plain.replace(/^1 /, "1er ") : plain;
  days.set(key, written);
  return written;
}

/** Making a formatter costs fifty times as much as using one; what visitors can ask for is bounded here. */
const MAX_FORMATTERS = 500;

const formatters = new Map<string, unknown>();

function remember<T>(key: string, create: () => T): T {
  // Each key holds what its own `create` made: the first word of a key names the kind.
  const known = formatters.get(key) as T | undefined;
  if (known !== undefined) return known;
  if (formatters.size >= MAX_FORMATTERS) formatters.clear();
  const created = create();
  formatters.set(key, created);
  return created;
}

/** What a price may have, whatever its currency has. */
const PRICE_DECIMALS = 8;

function moneyFormatter(tag: string, currency: string, maxDecimals = 0): Intl.NumberFormat {
  return remember(`money ${tag} ${currency} ${maxDecimals}`, () => {
    // ISO 4217 decides, as in the store: the browser world's own table differs for a few currencies.
    const digits = findExponent(currency) ?? 2;
    return new Intl.NumberFormat(tag, {
      style: "currency",
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: Math.max(digits, maxDecimals),
    });
  });
}

function numberFormatter(tag: string, style: "decimal" | "percent"): Intl.NumberFormat {
  return remember(`number ${tag} ${style}`, () => {
    return new Intl.NumberFormat(tag, { style, maximumFractionDigits: 6 });
  });
}

function dateFormatter(tag: string, style: DateStyle): Intl.DateTimeFormat {
  return remember(`date ${tag} ${style}`, () => {
    return new Intl.DateTimeFormat(tag, { ...DATE_STYLES[style], calendar: "gregory", timeZone: "UTC" });
  });
}

function relativeFormatter(tag: string): Intl.RelativeTimeFormat {
  return remember(`relative ${tag}`, () => new Intl.RelativeTimeFormat(tag, { numeric: "auto" }));
}

/** Swedes write a day as ISO 8601 does. */
const ISO_DAYS = "sv-SE";

function dayFormatter(timeZone: string): Intl.DateTimeFormat {
  const options = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  return remember(`zone ${timeZone}`, () => {
    try {
      return new Intl.DateTimeFormat(ISO_DAYS, { ...options, timeZone });
    } catch {
      // A zone that this runtime does not know: better a day in UTC than no page.
      return new Intl.DateTimeFormat(ISO_DAYS, { ...options, timeZone: "UTC" });
    }
  });
}
