import { assertEquals } from "@std/assert";
import { createFormat, dayOf, daysBetween } from "./format.ts";
import { chooseLocale } from "./locale.ts";

function aFormat(tag: string) {
  return createFormat(chooseLocale(tag, undefined));
}

Deno.test("money writes as many decimals as the currency has", () => {
  const { money } = aFormat("en-GB");
  assertEquals(money(12_110.5, "EUR"), "€12,110.50");
  assertEquals(money(128_000, "JPY"), "JP¥128,000");
  assertEquals(money(1_250.5, "KWD"), "KWD 1,250.500".replace(" ", "\u00a0"));
  assertEquals(money(5, "IQD"), "IQD 5.000".replace(" ", "\u00a0"));
  assertEquals(money(0, "EUR"), "€0.00");
});

Deno.test("price writes as many decimals as it has, at least those of its currency", () => {
  const { price } = aFormat("en-GB");
  const prices = [0.2871, 12.5, 1_234.5, -0.00000001].map((each) => price(each, "EUR"));
  assertEquals(prices, ["€0.2871", "€12.50", "€1,234.50", "\u2212€0.00000001"]);
  assertEquals([price(0.5, "JPY"), price(3, "JPY")], ["JP¥0.5", "JP¥3"]);
  assertEquals(aFormat("de-DE").price(0.2871, "EUR"), "0,2871 €".replace(" ", "\u00a0"));
});

Deno.test("money writes a true minus", () => {
  assertEquals(aFormat("en-GB").money(-240, "EUR"), "\u2212€240.00");
});

Deno.test("money survives a currency that nobody knows", () => {
  assertEquals(aFormat("en-GB").money(1, "QQQ"), "QQQ 1.00".replace(" ", "\u00a0"));
});

Deno.test("money follows the language", () => {
  assertEquals(aFormat("de-DE").money(12_110.5, "EUR"), "12.110,50 €".replace(" ", "\u00a0"));
});

Deno.test("moneyParts joined are what money writes", () => {
  for (const tag of ["en-GB", "de-DE", "ar-KW"]) {
    const { money, moneyParts } = aFormat(tag);
    assertEquals(moneyParts(-1_234.5, "USD").map((part) => part.text).join(""), money(-1_234.5, "USD"));
  }
  assertEquals(aFormat("en-GB").moneyParts(1.5, "EUR"), [
    { kind: "currency", text: "€" },
    { kind: "whole", text: "1" },
    { kind: "decimals", text: "." },
    { kind: "decimals", text: "50" },
  ]);
});

Deno.test("days are written as the language writes them, in no zone", () => {
  assertEquals(aFormat("en-GB").day("2026-04-02"), "2 Apr 2026");
  assertEquals(aFormat("en-US").day("2026-04-02"), "Apr 2, 2026");
  assertEquals(aFormat("de-DE").longDay("2026-03-07"), "7. März 2026");
  assertEquals(aFormat("en-GB").month("2024-06-03"), "June 2024");
});

Deno.test("daysAhead speaks in words", () => {
  assertEquals(aFormat("en-GB").daysAhead(0), "today");
  assertEquals(aFormat("en-GB").daysAhead(1), "tomorrow");
  assertEquals(aFormat("de-DE").daysAhead(18), "in 18 Tagen");
});

Deno.test("daysBetween counts calendar days, also over a change of clocks", () => {
  assertEquals(daysBetween("2026-03-28", "2026-03-30"), 2);
  assertEquals(daysBetween("2026-04-14", "2026-04-02"), -12);
});

Deno.test("dayOf is the seller's day, and UTC's for a zone that does not exist", () => {
  assertEquals(dayOf("2026-03-28T23:30:00.000Z", "Europe/Oslo"), "2026-03-29");
  assertEquals(dayOf("2026-03-28T23:30:00.000Z", "Mars/Olympus"), "2026-03-28");
});

Deno.test("percent and number keep what was entered", () => {
  assertEquals(aFormat("en-GB").percent(21), "21%");
  assertEquals(aFormat("en-GB").percent(8.1), "8.1%");
  assertEquals(aFormat("en-GB").number(1_234.123456), "1,234.123456");
});

Deno.test("the first of a month is an ordinal in French, and nowhere else", () => {
  const write = (tag: string, day: string) => createFormat(chooseLocale(tag, undefined)).longDay(day);
  assertEquals(write("fr-FR", "2026-03-01"), "1er mars 2026");
  assertEquals(write("fr-FR", "2026-03-11"), "11 mars 2026");
  assertEquals(write("es-ES", "2026-03-01"), "1 de marzo de 2026");
});
