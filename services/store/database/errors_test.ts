import { assertEquals } from "@std/assert";
import { OperationError } from "shared/errors.ts";
import { isInterrupted, isOutOfReach, isWorthRetrying, translateDatabaseError } from "./errors.ts";

function failure(code: string): Error {
  return Object.assign(new Error("words of Postgres"), { code });
}

function codeOf(code: string): string {
  const error = translateDatabaseError(failure(code));
  return error instanceof OperationError ? error.code : "a defect";
}

Deno.test("a connection that broke or is refused is out of reach, and UNAVAILABLE", () => {
  const states = [
    "08000",
    "08001",
    "08003",
    "08006",
    "08P01",
    "57P01",
    "57P02",
    "57P03",
    "53300",
    "25P03",
    "25006",
  ];
  const ours = [
    "CONNECTION_CLOSED",
    "CONNECTION_ENDED",
    "CONNECTION_DESTROYED",
    "CONNECT_TIMEOUT",
    "ECONNREFUSED",
  ];
  for (const code of [...states, ...ours]) {
    assertEquals([code, isOutOfReach(failure(code)), codeOf(code)], [code, true, "UNAVAILABLE"]);
  }
});

Deno.test("what the machine lacks is UNAVAILABLE, and another try at once is of no use", () => {
  // And what its operator has to mend: a wrong password, no such database.
  for (const code of ["53100", "53200", "53400", "58030", "28P01", "28000", "3D000"]) {
    assertEquals([code, isOutOfReach(failure(code)), codeOf(code)], [code, false, "UNAVAILABLE"]);
  }
});

Deno.test("two in each other's way try again, and are told to come again when that is in vain", () => {
  for (const code of ["40001", "40P01"]) {
    assertEquals([isWorthRetrying(failure(code)), codeOf(code)], [true, "UNAVAILABLE"]);
  }
});

Deno.test("a statement that took too long is DEADLINE; a mistake of ours stays one", () => {
  assertEquals(["57014", "42601", "22P02", "EACCES", ""].map(codeOf), [
    "DEADLINE",
    ...Array(4).fill("a defect"),
  ]);
});

Deno.test("a cancel is somebody else's when no statement can have lasted so long", () => {
  assertEquals([10, 999, 1_000, 10_000].map((ms) => isInterrupted(failure("57014"), ms)), [
    true,
    true,
    false,
    false,
  ]);
  assertEquals(isInterrupted(failure("42601"), 10), false);
});
