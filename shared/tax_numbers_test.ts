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
  const beyondEu = ["GB123456789", "NO 987 654 321 MVA", "CHE-107.787.578 IVA"];
  for (
    const wrong of [
      "ATU13585628",
      "BE 0403.170.702",
      "EL094019246",
      "NL002230885B01",
      "it00488410011",
      ...beyondEu,
    ]
  ) {
    assertEquals(hasWrongCheckDigits(wrong), true, wrong);
  }
  for (
    const other of [
      "",
      "pending",
      "DE pending",
      "DE123",
      "SE1234567890",
      "NO 987654321",
      "IN 123456789",
      "GB1234",
    ]
  ) {
    assertEquals(hasWrongCheckDigits(other), false, other);
  }
});

Deno.test("hasWrongCheckDigits goes by the customer's country, with a prefix or without one", () => {
  const right = {
    DE: ["136695976", "HRB 12345", "DE136695976", "GB980780684"],
    GB: ["980780684", "GB 980 7806 84", "GBGD001", "12345678"],
    CH: ["CHE-107.787.577 IVA", "CHE116281710"],
    NO: ["923609016", "NO 923 609 016 MVA"],
    AU: ["51 824 753 556"],
    IN: ["27AAPFU0939F1ZV"],
    BR: ["11.222.333/0001-81", "390.533.447-05"],
    // Registered in another country, whose number could be one of this
    FR: ["40303265045", "DE136695976", "PT501964843", "EL094019245"],
    MX: ["XAXX010101000", "GODE561231GR8"],
    KR: ["220-81-62517"],
    // With its check digit and without it
    CO: ["213.123.432-1", "213123432"],
    SG: ["199901152M", "M2-0012345-6"],
    // Of these the library knows nothing
    SA: ["300000000000001"],
    XK: ["1"],
  };
  for (const [country, numbers] of Object.entries(right)) {
    for (const each of numbers) assertEquals(hasWrongCheckDigits(each, country), false, `${country} ${each}`);
  }
  const wrong = {
    ...{ DE: "136695977", GB: "GB980780685", CH: "CHE-107.787.578", NO: "NO 923609017", AU: "51824753557" },
    ...{
      IN: "27AAPFU0939F1ZW",
      BR: "11222333000182",
      KR: "2208162518",
      CO: "213.123.432-2",
      SE: "SE556042722101",
      JP: "8000012050002",
    },
  };
  for (const [country, each] of Object.entries(wrong)) {
    assertEquals(hasWrongCheckDigits(each, country), true, `${country} ${each}`);
  }
});

Deno.test("parseVatNumber goes by the prefix, else by the first country whose rule it keeps", () => {
  assertEquals(parseVatNumber("DE 136.695.976", []), { value: "DE136695976", country: "DE" });
  assertEquals(parseVatNumber("136695976", ["SE", "DE"]), { value: "DE136695976", country: "DE" });
  assertEquals(parseVatNumber("136695977", ["SE", "DE"]), undefined);
});
