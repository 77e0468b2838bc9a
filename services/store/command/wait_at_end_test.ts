import { assertEquals } from "@std/assert";
import type { Queryable, Statement } from "../database/connect.ts";
import type { Unit } from "./unit.ts";

async function writeTwice(sql: Queryable): Promise<void> {
  await sql`select 1`;
  await sql`select 2`;
}

function leaveAtEnd(unit: Unit): void {
  // @ts-expect-error -- The second statement would come after the commit.
  unit.waitAtEnd(writeTwice(unit.sql));
  unit.waitAtEnd(unit.sql`select 3`);
}

Deno.test("waitAtEnd takes a statement as it is, and by its type no work that goes on after one", () => {
  const taken: Statement[] = [];
  const sent: string[] = [];
  const sql =
    ((parts: readonly string[]) => (sent.push(parts[0]!), Promise.resolve([]))) as unknown as Queryable;
  // The cast: no more of a unit is looked at.
  leaveAtEnd({ sql, waitAtEnd: (written: Statement) => void taken.push(written) } as unknown as Unit);
  assertEquals([taken.length, sent], [2, ["select 1", "select 3"]]);
});
