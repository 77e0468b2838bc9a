/** Money, numbers and days as the reader's language writes them. */
import { findExponent } from "shared/currency.ts";
import type { Locale } from "./locale.ts";

export interface MoneyPart {
  readonly kind: "currency" | "whole" | "decimals";
  readonly text: string;
}

export interface Format {
  money(amount: number, currency: string): string;
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
  const date = (style: DateStyle) => (day: string) => dateFormatter(tag, style).format(noonOf(day));
  const moneyParts = (amount: number, currency: string) => {
    const parts = moneyFormatter(tag, currency).formatToParts(amount);
    return parts.map(({ type, value }) => ({ kind: kindOf(type), text: longMinus(value) }));
  };
  return {
    moneyParts,
    money: (amount, currency) => longMinus(moneyFormatter(tag, currency).format(amount)),
    number: (value) => numberFormatter(tag, "decimal").format(value),
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
  return Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / 86_400_000);
}

/** The calendar day of a moment, where the seller is. */
export function dayOf(moment: string, timeZone: string): string {
  const parts = dayFormatter(timeZone).formatToParts(new Date(moment));
  const read = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return `${read("year")}-${read("month")}-${read("day")}`;
}

function noonOf(day: string): Date {
  return new Date(`${day.slice(0, 10)}T12:00:00Z`);
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

function moneyFormatter(tag: string, currency: string): Intl.NumberFormat {
  return remember(`money ${tag} ${currency}`, () => {
    // ISO 4217 decides, as in the store: the browser world's own table differs for a few currencies.
    const digits = findExponent(currency);
    return new Intl.NumberFormat(tag, {
      style: "currency",
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
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

function dayFormatter(timeZone: string): Intl.DateTimeFormat {
  const options = { year: "numeric", month: "2-digit", day: "2-digit", calendar: "iso8601" } as const;
  return remember(`zone ${timeZone}`, () => {
    try {
      return new Intl.DateTimeFormat("en-GB", { ...options, timeZone });
    } catch {
      // A zone that this runtime does not know: better a day in UTC than no page.
      return new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
    }
  });
}
