/** One row of a table (RFC 4180), in which no text can become a formula. */
import { guard } from "shared/formula_guard.ts";

/** Numbers stay numbers; texts are quoted, so that nothing in them means anything to a reader. */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return cells.map((cell) => typeof cell === "string" ? quote(cell) : cell ?? "").join(",") + "\r\n";
}

function quote(text: string): string {
  return `"${guard(text).replaceAll('"', '""')}"`;
}
