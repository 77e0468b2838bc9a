/** How much of a page fits into one message of the bus. */
import { Buffer } from "node:buffer";

/** Below the bus's own limit, with room for what stands around the rows. */
const MAX_PAGE_BYTES = 800_000;

/** The first rows, at most so many, and always one: no row alone is too large. */
export function takeFitting<Row>(rows: readonly Row[], max: number): Row[] {
  let bytes = 0;
  const end = rows.slice(0, max).findIndex((row, index) => {
    bytes += Buffer.byteLength(JSON.stringify(row));
    return index > 0 && bytes > MAX_PAGE_BYTES;
  });
  return rows.slice(0, end < 0 ? max : end);
}
