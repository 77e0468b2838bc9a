import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { OperationError } from "shared/errors.ts";
import { computeInvoiceAmounts } from "./invoice_amounts.ts";
import { toExact } from "./money.ts";

const line = (price: string, quantity = "1", taxRate?: string) => ({
  name: "Work",
  quantity,
  price,
  taxRate,
});

Deno.test("computeInvoiceAmounts adds lines, takes the discount before tax and rounds once for each rate", () => {
  const amounts = computeInvoiceAmounts({
    lines: [line("100.00", "2", "25"), line("50.00", "1", "12")],
    discount: "25",
  }, 2);
  assertEquals(amounts.subtotalMinor, 25_000);
  assertEquals(amounts.discountMinor, 2_500);
  // 200 − 20 at 25 % and 50 − 5 at 12 %
  assertEquals(amounts.taxMinor, 4_500 + 540);
  assertEquals(amounts.totalMinor, 27_540);
  const spellings = ["25", "25.0", "25.00"].map((taxRate) => line("0.02", "1", taxRate));
  assertEquals(computeInvoiceAmounts({ lines: spellings }, 2).taxMinor, 2, "a rate however it is written");
});

Deno.test("computeInvoiceAmounts keeps three decimals in KWD and none in JPY", () => {
  assertEquals(computeInvoiceAmounts({ lines: [line("1.255", "3")] }, 3).totalMinor, 3_765);
  assertEquals(computeInvoiceAmounts({ lines: [line("1000", "1.5", "10")] }, 0).totalMinor, 1_650);
});

Deno.test("computeInvoiceAmounts takes any price for one piece, and every line's amount is what can be paid", () => {
  const anyLine = fc.record({
    units: fc.integer({ min: 0, max: 10 ** 9 }),
    decimals: fc.nat(8),
    thousandths: fc.integer({ min: 0, max: 10 ** 5 }),
  });
  fc.assert(
    fc.property(
      fc.array(anyLine, { minLength: 1, maxLength: 9 }),
      fc.constantFrom(0, 2, 3),
      (each, exponent) => {
        const spelled = (whole: number, decimals: number) =>
          `${whole}`.padStart(decimals + 1, "0").replace(
            new RegExp(`(\\d{${decimals}})$`),
            decimals ? ".$1" : "",
          );
        const lines = each.map(({ units, decimals, thousandths }) =>
          line(spelled(units, decimals), spelled(thousandths, 3))
        );
        const amounts = computeInvoiceAmounts({ lines }, exponent);
        // In whole numbers: price and quantity have so many decimals together.
        const exact = each.map(({ units, decimals, thousandths }) => {
          const scale = 10n ** BigInt(decimals + 3);
          return Number(
            (2n * BigInt(units) * BigInt(thousandths) * 10n ** BigInt(exponent) + scale) / (2n * scale),
          );
        });
        assertEquals(amounts.lines.map(({ amountMinor }) => amountMinor), exact);
        assertEquals(
          amounts.subtotalMinor,
          exact.reduce((sum, amount) => sum + amount, 0),
        );
        const shown = amounts.lines.map(({ priceMinor }) => Number(toExact(priceMinor, exponent)));
        assertEquals(shown, lines.map(({ price }) => Number(price)));
      },
    ),
  );
});

Deno.test("computeInvoiceAmounts adds exactly, however far up and down the lines go", () => {
  const [most, less] = [line("40000000000000.00"), line("-40000000000000.00")];
  const lines = [most, most, most, most, most, line("0.01"), less, less, less, less, less];
  assertEquals(computeInvoiceAmounts({ lines }, 2).totalMinor, 1);
});

Deno.test("computeInvoiceAmounts refuses what cannot be owed, and says where", () => {
  const pointer = (input: Parameters<typeof computeInvoiceAmounts>[0]) =>
    assertThrows(() => computeInvoiceAmounts(input, 2), OperationError).details.errors?.[0]?.pointer;
  assertEquals(pointer({ lines: [line("1.00"), line("1.000000001")] }), "/lines/1/price");
  assertEquals(pointer({ lines: [line("1.00")], discount: "1.01" }), "/discount");
  assertEquals(pointer({ lines: [line("1.00")], discount: "-1" }), "/discount");
  assertEquals(pointer({ lines: [line("-1.00")] }), "/lines");
  assertEquals(pointer({ lines: [line("45000000000000", "999999999999")] }), "/lines/0");
});

Deno.test("computeInvoiceAmounts names every wrong line and the discount at once", () => {
  const lines = [
    line("1.000000001"),
    line("1.00"),
    line("1.999999999"),
    line("45000000000000", "999999999999"),
  ];
  const error = assertThrows(() => computeInvoiceAmounts({ lines, discount: "0.001" }, 2), OperationError);
  assertEquals(error.details.errors?.map(({ pointer, code }) => [pointer, code]), [
    ["/lines/0/price", "too_many_decimals"],
    ["/lines/2/price", "too_many_decimals"],
    ["/lines/3", "too_large"],
    ["/discount", "too_many_decimals"],
  ]);
});
