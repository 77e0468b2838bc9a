import { assertEquals } from "@std/assert";
import { keepContacts, listRecipients } from "./contacts.ts";

Deno.test("keepContacts keeps the id of who has the same e-mail address", () => {
  const before = keepContacts(
    [{ name: "Ada", email: "ada@a.example", roles: ["legal", "billing", "legal"] }],
    [],
  );
  assertEquals(before[0]!.roles, ["billing", "legal"]);
  const [again, other] = keepContacts(
    [{ email: "ada@a.example", roles: [] }, { name: "Bo", roles: [] }],
    before,
  );
  assertEquals([again!.id === before[0]!.id, other!.id === before[0]!.id], [true, false]);
});

Deno.test("listRecipients: billing contacts, else the billing address, else the customer's", () => {
  const contacts = keepContacts([
    { email: "b@a.example", roles: ["billing"] },
    { email: "t@a.example", roles: ["technical"] },
    { name: "No address", roles: ["billing"] },
  ], []);
  const customer = { billingEmail: "x@a.example, y@a.example", email: "e@a.example" };
  assertEquals(listRecipients({ ...customer, contacts }), ["b@a.example"]);
  assertEquals(listRecipients({ ...customer, contacts: [] }), ["x@a.example", "y@a.example"]);
  assertEquals(listRecipients({ email: "e@a.example", billingEmail: null, contacts: [] }), ["e@a.example"]);
});
