import { assertEquals } from "@std/assert";
import { hasWrongCheckDigits, parseVatNumber } from "./tax_numbers.ts";

Deno.test("hasWrongCheckDigits: only a number of the right form can be a typing mistake", () => {
  for (
    const right of [
      "ATU13585627",
      "BE 0403.170.701",
      "EL094019245",
      "FR40303265045",
      "NL003660564B66",
      "SE556042722001",
    ]
  ) {
    assertEquals(hasWrongCheckDigits(right), false, right);
  }
  for (const wrong of ["ATU13585628", "BE 0403.170.702", "EL094019246", "NL002230885B01", "it00488410011"]) {
    assertEquals(hasWrongCheckDigits(wrong), true, wrong);
  }
  for (
    const other of ["", "pending", "DE pending", "DE123", "SE1234567890", "GB123456789", "NO 987 654 321 MVA"]
  ) {
    assertEquals(hasWrongCheckDigits(other), false, other);
  }
});

Deno.test("parseVatNumber goes by the prefix, else by the first country whose rule it keeps", () => {
  assertEquals(parseVatNumber("DE 136.695.976", []), { value: "DE136695976", country: "DE" });
  assertEquals(parseVatNumber("136695976", ["SE", "DE"]), { value: "DE136695976", country: "DE" });
  assertEquals(parseVatNumber("136695977", ["SE", "DE"]), undefined);
});
