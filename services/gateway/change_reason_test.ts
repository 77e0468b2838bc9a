import { assertEquals, assertThrows } from "@std/assert";
import { HEADERS } from "shared/bus/mod.ts";
import { OperationError } from "shared/errors.ts";
import { readReason } from "./change_reason.ts";

const request = (reason?: string) =>
  new Request("http://a.example", { headers: reason === undefined ? {} : { "change-reason": reason } });

Deno.test("readReason hands on what somebody says, and refuses what cannot be read", () => {
  assertEquals(readReason(request()), {});
  assertEquals(readReason(request(" ")), {});
  assertEquals(readReason(request("Moved, by phone")), { [HEADERS.reason]: "Moved, by phone" });
  const coded = encodeURIComponent("Flyttet til Tromsø");
  assertEquals(readReason(request(coded)), { [HEADERS.reason]: coded });
  for (const bad of ["100%", "%ff", "Troms\u00f8", "x".repeat(201)]) {
    assertThrows(() => readReason(request(bad)), OperationError);
  }
});
