import { assertEquals } from "@std/assert";
import { aRow, type Row } from "./builders/mod.ts";
import { standingOf } from "./invoice_standing.ts";

const TODAY = "2026-04-14";

function stateOf(fields: Partial<Row>): string {
  return standingOf(aRow(fields), TODAY).state;
}

Deno.test("standingOf tells every state", () => {
  const paid = { amount: 10, amountPaid: 10, amountDue: 0 };
  assertEquals(stateOf({ status: "unpaid", dueDate: "2026-04-14" }), "open");
  assertEquals(stateOf({ status: "overdue", dueDate: "2026-04-13" }), "late");
  assertEquals(stateOf({ status: "paid", paymentStatus: "paid", ...paid }), "paid");
  assertEquals(stateOf({ status: "paid", paymentStatus: "overpaid", ...paid, amountPaid: 12 }), "paid");
  assertEquals(stateOf({ status: "paid", ...paid, amountPaid: 0, amountCredited: 10 }), "credited");
  assertEquals(stateOf({ status: "paid", ...paid, amountPaid: 4, amountCredited: 6 }), "paid");
  assertEquals(stateOf({ status: "paid", amount: 0, amountPaid: 0, amountDue: 0 }), "paid");
  assertEquals(stateOf({ paymentStatus: "partially_paid", amount: 10, amountPaid: 4, amountDue: 6 }), "part");
  assertEquals(stateOf({ amount: 10, amountPaid: 1, amountCredited: 3, amountDue: 6 }), "part");
  assertEquals(stateOf({ amount: 10, amountPaid: 0, amountCredited: 4, amountDue: 6 }), "partCredited");
  assertEquals(stateOf({ status: "canceled" }), "void");
  assertEquals(stateOf({ status: "refunded", ...paid }), "refunded");
  assertEquals(stateOf({ type: "credit_note", status: "paid", amount: 240, amountDue: 0 }), "credit");
});

Deno.test("standingOf says that a part-paid invoice can be late", () => {
  const row = aRow({ paymentStatus: "partially_paid", amountPaid: 4, dueDate: "2026-04-02" });
  assertEquals(standingOf(row, TODAY), { state: "part", daysLeft: -12, isOpen: true, isLate: true });
});

Deno.test("standingOf says that an invoice can be late of which a credit note took a part", () => {
  const row = aRow({ amountCredited: 4, dueDate: "2026-04-02" });
  assertEquals(standingOf(row, TODAY), { state: "partCredited", daysLeft: -12, isOpen: true, isLate: true });
});

Deno.test("standingOf calls nothing late that needs no payment", () => {
  const row = aRow({ status: "canceled", dueDate: "2020-01-01" });
  assertEquals(standingOf(row, TODAY).isLate, false);
});
