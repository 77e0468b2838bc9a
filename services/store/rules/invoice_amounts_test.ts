import { assertEquals, assertThrows } from "@std/assert";
import { OperationError } from "shared/errors.ts";
import { computeInvoiceAmounts } from "./invoice_amounts.ts";

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
});

Deno.test("computeInvoiceAmounts keeps three decimals in KWD and none in JPY", () => {
  assertEquals(computeInvoiceAmounts({ lines: [line("1.255", "3")] }, 3).totalMinor, 3_765);
  assertEquals(computeInvoiceAmounts({ lines: [line("1000", "1.5", "10")] }, 0).totalMinor, 1_650);
});

Deno.test("computeInvoiceAmounts refuses what cannot be owed, and says where", () => {
  const pointer = (input: Parameters<typeof computeInvoiceAmounts>[0]) =>
    assertThrows(() => computeInvoiceAmounts(input, 2), OperationError).details.errors?.[0]?.pointer;
  assertEquals(pointer({ lines: [line("1.00"), line("1.001")] }), "/lines/1/price");
  assertEquals(pointer({ lines: [line("1.00")], discount: "1.01" }), "/discount");
  assertEquals(pointer({ lines: [line("1.00")], discount: "-1" }), "/discount");
  assertEquals(pointer({ lines: [line("-1.00")] }), "/lines");
  assertEquals(pointer({ lines: [line("90000000000000", "999999999999")] }), "/lines/0");
});

Deno.test("computeInvoiceAmounts names every wrong line and the discount at once", () => {
  const lines = [line("1.001"), line("1.00"), line("1.999"), line("90000000000000", "999999999999")];
  const error = assertThrows(() => computeInvoiceAmounts({ lines, discount: "0.001" }, 2), OperationError);
  assertEquals(error.details.errors?.map(({ pointer, code }) => [pointer, code]), [
    ["/lines/0/price", "too_many_decimals"],
    ["/lines/2/price", "too_many_decimals"],
    ["/lines/3", "too_large"],
    ["/discount", "too_many_decimals"],
  ]);
});
