import { assertEquals } from "@std/assert";
import { holdsTrace, toTraces } from "./personal_traces.ts";

Deno.test("holdsTrace finds a person however deep, in any case, and in the body of a dead letter", () => {
  const traces = new Set(toTraces(["C-1", "Jane@a.example, billing@a.example"]));
  const cases: [unknown, boolean][] = [
    [{ customerExternalId: "c-1" }, true],
    [{ items: [{ email: "jane@A.example" }] }, true],
    [{ billingEmail: "other@a.example, billing@a.example" }, true],
    [{ subject: "ingest", body: JSON.stringify({ email: "jane@a.example" }) }, true],
    [{ customerExternalId: "c-11", note: "about jane@a.example" }, false],
    [{ body: "{not JSON: c-1" }, false],
    [{ amount: 1, paidAt: null }, false],
  ];
  for (const [value, expected] of cases) {
    assertEquals(holdsTrace(value, traces), expected, JSON.stringify(value));
  }
});
