import { assertEquals, assertThrows } from "@std/assert";
import { OperationError } from "shared/errors.ts";
import { checkFields, deriveValues } from "./check_fields.ts";
import { hasWrongCheckDigits } from "./vat_number.ts";

Deno.test("checkFields names every wrong field, by pointer and code", () => {
  const error = assertThrows(
    () => checkFields({ countryCode: "ZZ", vatNumber: "DE 811 907 981" }),
    OperationError,
  );
  assertEquals(error.details.errors?.map(({ pointer, code }) => [pointer, code]), [
    ["/countryCode", "unknown_country"],
    ["/vatNumber", "wrong_check_digits"],
  ]);
  checkFields({ countryCode: "XK", vatNumber: "DE 811 907 980" });
  checkFields({ countryCode: null, vatNumber: null });
});

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

Deno.test("deriveValues reads a phone number in the light of the country", () => {
  const phoneOf = (phone: string, countryCode: string | null = null) =>
    deriveValues({ phone, countryCode }).phoneE164;
  assertEquals(phoneOf("22 93 00 00", "NO"), "+4722930000");
  assertEquals(phoneOf("+49 (0)421 361-0"), "+494213610");
  assertEquals(phoneOf("0047 22 93 00 00", "DE"), "+4722930000");
  assertEquals(phoneOf("22 93 00 00"), null);
  assertEquals(phoneOf("ask reception", "NO"), null);
});

Deno.test("deriveValues knows one site by its host, however it was typed", () => {
  for (
    const website of [
      "Müller.example",
      "https://WWW.müller.example/kontakt?x=1",
      "http://xn--mller-kva.example.",
    ]
  ) {
    assertEquals(deriveValues({ website }).websiteDomain, "xn--mller-kva.example", website);
  }
  assertEquals(deriveValues({ website: null }), { websiteDomain: null });
  assertEquals(deriveValues({ name: "A" }), {});
});
