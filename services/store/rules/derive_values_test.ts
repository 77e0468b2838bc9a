import { assertEquals } from "@std/assert";
import type { Contact } from "shared/contract/contacts.ts";
import { deriveValues } from "./derive_values.ts";

Deno.test("deriveValues reads a phone number in the light of the country", () => {
  const phoneOf = (phone: string, countryCode: string | null = null) =>
    deriveValues({ phone, countryCode }).phoneE164;
  assertEquals(phoneOf("22 93 00 00", "NO"), "+4722930000");
  assertEquals(phoneOf("+49 (0)421 361-0"), "+494213610");
  assertEquals(phoneOf("0047 22 93 00 00", "DE"), "+4722930000");
  assertEquals(phoneOf("22 93 00 00"), null);
  assertEquals(phoneOf("ask reception", "NO"), null);
});

Deno.test("deriveValues spells the phones of contacts in the light of the country", () => {
  const none = { id: "", email: null, roles: [] };
  const contacts: Contact[] = [
    { ...none, name: "Ada", phone: "22 93 00 00" },
    { ...none, name: "Bo", phone: "+49 421 361-0" },
  ];
  assertEquals(deriveValues({ contacts, countryCode: "NO" }).latinText, "4722930000 494213610");
  assertEquals(deriveValues({ contacts }).latinText, "494213610");
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
  assertEquals(deriveValues({ zip: "0184" }), {});
});
