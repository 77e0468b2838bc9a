import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { allocateCredits } from "./allocate_credits.ts";
import { creditOf, dueOf, type InvoiceState, type Standing } from "./invoice_status.ts";

const standing = (changes: Partial<Standing>): Standing => ({
  type: "credit_note",
  state: "issued",
  totalMinor: 50,
  paidMinor: 0,
  creditedMinor: 0,
  dueDate: "2026-05-10",
  ...changes,
});
const invoice = (changes: Partial<Standing> = {}) =>
  standing({ type: "invoice", totalMinor: 100, ...changes });

Deno.test("allocateCredits uses notes in their order, up to what is open", () => {
  const notes = [standing({}), standing({ state: "canceled" }), standing({}), standing({})];
  assertEquals(allocateCredits(invoice({ paidMinor: 30 }), notes), {
    ofInvoice: 70,
    ofNotes: [50, 0, 20, 0],
  });
});

Deno.test("allocateCredits gives notes back when the invoice is out of force, but not one that was paid out", () => {
  const notes = [standing({ creditedMinor: 50 }), standing({ state: "refunded", creditedMinor: 20 })];
  const canceled = invoice({ state: "canceled", creditedMinor: 70 });
  assertEquals(allocateCredits(canceled, notes), { ofInvoice: 20, ofNotes: [0, 20] });
});

Deno.test("allocateCredits neither makes nor loses money", () => {
  const amount = fc.nat(1_000);
  const note = fc.record({ totalMinor: amount, state: fc.constantFrom<InvoiceState>("issued", "canceled") });
  const made = fc.tuple(amount, amount, fc.array(note));
  fc.assert(fc.property(made, ([totalMinor, paidMinor, list]) => {
    const notes = list.map(standing);
    const before = invoice({ totalMinor, paidMinor });
    const { ofInvoice, ofNotes } = allocateCredits(before, notes);
    const after = notes.map((each, index) => ({ ...each, creditedMinor: ofNotes[index]! }));
    const settled = { ...before, creditedMinor: ofInvoice };
    const balance = dueOf(settled) - creditOf(settled) -
      after.reduce((sum, each) => sum + creditOf(each), 0);
    const issued = notes.filter(({ state }) => state === "issued");
    assertEquals(balance, totalMinor - paidMinor - issued.reduce((sum, each) => sum + each.totalMinor, 0));
    assert(after.every((each) => each.creditedMinor >= 0 && each.creditedMinor <= each.totalMinor));
  }));
});
