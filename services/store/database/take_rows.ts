/** Rows of a long answer, taken from the library's hands. */

/**
 * The library's statement holds its answer, and V8 keeps a finished statement until it looks through all of its memory: with
 * many rows in it that is a pause of its own every few dozen pages. What is left there is empty.
 */
export function takeRows<Row>(answer: Row[], limit = answer.length): Row[] {
  const rows = answer.splice(0, limit);
  answer.length = 0;
  return rows;
}
