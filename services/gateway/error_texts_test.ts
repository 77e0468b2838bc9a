import { assert, assertEquals } from "@std/assert";
import { OPERATIONS } from "shared/contract/mod.ts";
import { customers, invoices } from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import type { Operation } from "shared/operation.ts";
import { parseInput } from "shared/validation.ts";
import { describeInput } from "./request/input_schema.ts";

const WRONG = ["bogus", "", 7, -1, 1.5, true, null, [], ["x"], {}, { a: 1 }, "x".repeat(7_000), "a\0b"];

/** Words, signs and patterns of the schema library. */
const FOREIGN = /Invalid|expected|received|NaN|"\||[<>]=\d|\^|-encoded/;

function listMessages({ input }: Operation, value: object): string[] {
  try {
    parseInput(input, value);
    return [];
  } catch (error) {
    assert(error instanceof OperationError);
    return (error.details.errors ?? []).map(({ pointer, message }) => `${pointer}: ${message}`);
  }
}

Deno.test("whatever is wrong with any field of any operation is told in our own words", () => {
  for (const operation of OPERATIONS) {
    for (const field of Object.keys(describeInput(operation).properties)) {
      for (const wrong of WRONG) {
        const foreign = listMessages(operation, { [field]: wrong }).filter((text) => FOREIGN.test(text));
        assertEquals(foreign, [], operation.name);
      }
    }
  }
});

Deno.test("a sort that is none is told which there are, and how it is written", () => {
  const [text] = listMessages(customers.get, { sort: ["bogus"] });
  assert(text?.startsWith("/sort: Must be a column and a direction, such as sort=name,asc; columns: name, "));
  assertEquals(listMessages(invoices.get, { sort: ["amount", "up"] }), ["/sort/1: Must be asc or desc"]);
  const [column] = listMessages(invoices.get, { sort: ["bogus", "asc"] });
  assert(column?.startsWith("/sort/0: Must be one of created_at, due_date, "), column);
});
