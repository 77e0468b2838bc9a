import { assertEquals } from "@std/assert";
import {
  contributionOf,
  dayIn,
  paymentStatusOf,
  type Standing,
  statusOf,
  subtract,
} from "./invoice_status.ts";

const standing = (changes: Partial<Standing> = {}): Standing => ({
  type: "invoice",
  state: "issued",
  totalMinor: 1000,
  paidMinor: 0,
  creditedMinor: 0,
  dueDate: "2026-05-10",
  ...changes,
});

Deno.test("statusOf turns overdue on the day after the due date, whatever was stored", () => {
  assertEquals(statusOf(standing(), "2026-05-10"), "unpaid");
  assertEquals(statusOf(standing(), "2026-05-11"), "overdue");
  assertEquals(statusOf(standing({ paidMinor: 1000 }), "2026-05-11"), "paid");
  assertEquals(statusOf(standing({ state: "canceled" }), "2026-05-11"), "canceled");
});

Deno.test("paymentStatusOf tells part, full and over payment apart", () => {
  const paid = (paidMinor: number) => paymentStatusOf(standing({ paidMinor }));
  assertEquals([0, 1, 1000, 1001].map(paid), ["unpaid", "partially_paid", "paid", "overpaid"]);
});

Deno.test("contributionOf counts issued invoices only and never owes less than nothing", () => {
  assertEquals(contributionOf(standing({ state: "draft" })).count, 0);
  assertEquals(contributionOf(standing({ paidMinor: 1200 })).outstandingMinor, 0);
  const before = contributionOf(standing());
  const after = contributionOf(standing({ paidMinor: 400 }));
  assertEquals(subtract(after, before), {
    count: 0,
    issuedCount: 0,
    shownCount: 0,
    totalMinor: 0,
    paidMinor: 400,
    outstandingMinor: -400,
    creditMinor: 0,
  });
});

Deno.test("dayIn follows the seller's calendar", () => {
  const at = new Date("2026-05-10T23:30:00Z");
  assertEquals(dayIn("UTC", at), "2026-05-10");
  assertEquals(dayIn("Europe/Oslo", at), "2026-05-11");
  assertEquals(dayIn("America/New_York", at), "2026-05-10");
  const days = ["2026-05-10T21:59:59.999Z", "2026-05-10T22:00:00Z", "2026-05-10T21:59:00Z"].map((moment) =>
    dayIn("Europe/Oslo", new Date(moment))
  );
  assertEquals(days, ["2026-05-10", "2026-05-11", "2026-05-10"]);
});
