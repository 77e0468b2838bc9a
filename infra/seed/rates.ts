/** Exchange rates of the demo's last two years, one a month; none for KWD, so that what cannot be converted is seen too. */
import { shiftDay } from "./invoices.ts";

/** Roughly what one unit costs in EUR. */
const IN_EUROS: Readonly<Record<string, number>> = { USD: 0.9, GBP: 1.16, JPY: 0.0061, SEK: 0.088 };
const MONTHS = 24;

export interface SeedRate {
  readonly base: string;
  readonly quote: string;
  readonly rate: string;
  readonly date: string;
  readonly source: string;
}

export function listSeedRates(today: string): SeedRate[] {
  return Object.entries(IN_EUROS).flatMap(([base, euros]) =>
    Array.from({ length: MONTHS }, (_, month) => ({
      base,
      quote: "EUR",
      // A gentle wave, so that the day of a payment matters.
      rate: (euros * (1 + 0.03 * Math.sin(month))).toPrecision(8),
      date: shiftDay(today, -30 * month),
      source: "demo",
    }))
  );
}
