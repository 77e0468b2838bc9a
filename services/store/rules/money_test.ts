import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { OperationError } from "shared/errors.ts";
import {
  exponentOf,
  multiply,
  percentOf,
  rateFor,
  requireCurrency,
  shareOf,
  toMajor,
  toMinor,
  toPriceMinor,
} from "./money.ts";

Deno.test("exponentOf knows currencies with none, two and three decimals", () => {
  assertEquals(["JPY", "EUR", "KWD"].map((each) => exponentOf(each, "/currency")), [0, 2, 3]);
  const error = assertThrows(() => exponentOf("XQZ", "/currency"), OperationError);
  assertEquals(error.details.errors?.[0]?.pointer, "/currency");
});

Deno.test("exponentOf refuses what ISO 4217 gives no minor unit, and takes francs without one", () => {
  const codes = ["XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XPD", "XPT", "XSU", "XTS", "XUA", "XXX"];
  for (const currency of codes) {
    const error = assertThrows(() => exponentOf(currency, "/currency"), OperationError);
    assertEquals(error.details.errors?.[0]?.code, "no_minor_unit", currency);
    // One may well have a rate to it.
    assertEquals(requireCurrency(currency, "/base"), 0);
  }
  assertEquals(["XOF", "XAF", "XPF", "XCD"].map((each) => exponentOf(each, "/currency")), [0, 0, 0, 2]);
});

Deno.test("toMinor is exact and refuses more decimals than the currency has", () => {
  assertEquals(toMinor("19.99", 2, "/x"), 1999);
  assertEquals(toMinor("0.1", 3, "/x"), 100);
  assertEquals(toMinor("-5", 0, "/x"), -5);
  assertEquals(toMinor("45000000000000.00", 2, "/x"), 4_500_000_000_000_000);
  assertThrows(() => toMinor("1.005", 2, "/x"), OperationError);
  assertThrows(() => toMinor("1.5", 0, "/x"), OperationError);
  assertThrows(() => toMinor("45000000000000.01", 2, "/x"), OperationError);
  assertEquals(toMajor(1999, 2), 19.99);
});

Deno.test("toMajor shows every amount that is taken, to the last minor unit", () => {
  const most = 4_500_000_000_000_000;
  const anyExponent = fc.constantFrom(0, 2, 3, 4);
  const shows = (minor: number, exponent: number) =>
    toMinor(String(toMajor(minor, exponent)), exponent, "/x") === minor;
  fc.assert(fc.property(fc.integer({ min: most - 10 ** 6, max: most }), anyExponent, shows));
  assertThrows(() => toMinor("89999999999999.99", 2, "/x"), OperationError);
});

Deno.test("toPriceMinor takes what is finer than the currency, and nothing that a number could not show", () => {
  const prices = [["0.2871", 2], ["-0.00000001", 2], ["1.50", 0], ["1234567.12345678", 2], [
    "45000000000000.00",
    2,
  ]] as const;
  assertEquals(prices.map(([price, exponent]) => toPriceMinor(price, exponent, "/x")), [
    ...["28.71", "-0.000001", "1.5", "123456712.345678", "4500000000000000"],
  ]);
  const refused = ["0.000000001", "12345678.12345678", "45000000000000.01"].map((price) =>
    assertThrows(() => toPriceMinor(price, 2, "/x"), OperationError).details.errors?.[0]?.code
  );
  assertEquals(refused, ["too_many_decimals", "too_many_digits", "too_large"]);
});

Deno.test("products and percentages round half away from zero, exactly", () => {
  assertEquals(multiply("1.5", "333"), 500);
  assertEquals(multiply("1.5", "-333"), -500);
  assertEquals([multiply("1043", "28.71"), multiply("100", "0.005"), multiply("-100", "0.005")], [
    29_945,
    1,
    -1,
  ]);
  assertEquals(percentOf(1050, "25"), 263);
  assertEquals(percentOf(335, "10"), 34);
  assertEquals(shareOf(100, 1, 3), 33);
  assertEquals(shareOf(100, 0, 0), 0);
});

Deno.test("rateFor leads to the very sum that was stated, and is short where it can be", () => {
  const sums = fc.tuple(
    fc.integer({ min: 1, max: 4_500_000_000_000_000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  fc.assert(fc.property(sums, ([whole, share]) => {
    const part = Math.floor(whole * share);
    return percentOf(whole, rateFor(part, whole)) === part;
  }));
  assertEquals([rateFor(25_000_000, 100_000_001), rateFor(1, 3)], ["25", "33.333333"]);
});
