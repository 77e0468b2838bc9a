import { assertEquals, assertThrows } from "@std/assert";
import { dlqSubject, eventSubject, jobSubject, parseSubject, subject } from "./subjects.ts";

const TEAM = "0b6e3f0e-1b2c-4d5e-8f90-123456789abc";

Deno.test("subject refuses whatever could change its meaning on the wire", () => {
  const hostile = [
    "",
    " ",
    "a b",
    "a.b",
    "*",
    ">",
    "a\r\nPUB x 0\r\n\r\n",
    "a\t",
    "ü",
    "a".repeat(65),
    "$SRV",
  ];
  for (const token of hostile) assertThrows(() => subject("rpc", token), TypeError);
});

Deno.test("subjects that name a team take only a UUID", () => {
  assertEquals(jobSubject(TEAM), `job.enrichment.${TEAM}`);
  assertEquals(eventSubject(TEAM, "customers.created"), `event.${TEAM}.customers.created`);
  assertEquals(dlqSubject("INGEST", "INVALID"), "dlq.INGEST.INVALID");
  for (const team of ["acme", "*", TEAM.toUpperCase(), ""]) assertThrows(() => jobSubject(team), TypeError);
});

Deno.test("parseSubject reads team and operation, and nothing from a malformed subject", () => {
  assertEquals(parseSubject(`rpc.${TEAM}.customers.get`), { team: TEAM, name: "customers.get" });
  assertEquals(parseSubject("rpc.system.enrichmentRuns.open")?.team, "system");
  for (const text of ["rpc", "rpc.x.customers.get", `rpc.${TEAM}.customers`, `rpc.${TEAM}.a.b.c`]) {
    assertEquals(parseSubject(text), undefined);
  }
});
