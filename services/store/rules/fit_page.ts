/** How much of a page fits into one message of the bus. */
import { Buffer } from "node:buffer";

/** Below the bus's own limit, with room for what stands around the rows. */
const MAX_PAGE_BYTES = 800_000;

/** The first rows, at most so many, and always one: no row alone is too large. */
export function takeFitting<Row extends object>(rows: readonly Row[], max: number): Row[] {
  const wanted = rows.slice(0, max);
  if (fitsAnyway(wanted)) return wanted;
  let bytes = 0;
  const end = wanted.findIndex((row, index) => {
    bytes += Buffer.byteLength(JSON.stringify(row));
    return index > 0 && bytes > MAX_PAGE_BYTES;
  });
  return wanted.slice(0, end < 0 ? max : end);
}

/** A letter takes at most six bytes (an escape), and so nearly every page fits however its rows are written. */
const MAX_LETTER_BYTES = 6;
/** Of a number, a truth or nothing, with what stands around a value. */
const MAX_OTHER_BYTES = 30;

/** Far quicker than writing the rows down, which will be done once more to send them. */
function fitsAnyway(rows: readonly object[]): boolean {
  let most = 0;
  for (const row of rows) {
    // By their names: entries of so many columns are made for each row.
    for (const name in row) {
      const value: unknown = row[name as keyof typeof row];
      if (typeof value === "object" && value !== null) most += Buffer.byteLength(JSON.stringify(value) ?? "");
      if (typeof value === "string") most += value.length * MAX_LETTER_BYTES;
      most += name.length * MAX_LETTER_BYTES + MAX_OTHER_BYTES;
    }
  }
  return most <= MAX_PAGE_BYTES;
}
