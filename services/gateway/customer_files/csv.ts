/** CSV as spreadsheets write and read it (RFC 4180 and its relatives); the one place that knows the library. */
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { invalidField } from "shared/errors.ts";

export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = typeof DELIMITERS[number];

/** In characters; no customer could fill it. */
const MAX_RECORD_SIZE = 200_000;
const SLICE = 64 * 1024;

/**
 * One array of texts for each row, empty rows included, so that they count as a spreadsheet counts them. Lets others run
 * between its slices.
 * @throws {OperationError} INVALID for quotes that do not match.
 */
export async function* parseCsv(text: string, delimiter: Delimiter): AsyncGenerator<string[]> {
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: MAX_RECORD_SIZE,
  });
  const source = Readable.from(sliceText(text));
  try {
    // The rows are arrays of texts as long as neither `columns` nor `cast` is asked for.
    yield* source.pipe(parser) as AsyncIterable<string[]>;
  } catch (error) {
    if (error instanceof CsvError) throw malformed(error);
    throw error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** Excel's own first line, which says what parts the cells; no spreadsheet shows it as a row. */
const SEPARATOR_LINE = /^\ufeff?"?sep=([,;\t|])"?(?:\r\n|\r|\n|$)/i;

/** The text without such a line, and what it said. */
export function takeSeparatorLine(text: string): { rows: string; separator?: Delimiter } {
  const [line, separator] = SEPARATOR_LINE.exec(text) ?? [];
  if (line === undefined) return { rows: text };
  // The cast: the pattern takes no other.
  return { rows: text.slice(line.length), separator: separator as Delimiter };
}

/** The one that parts the first row most often, outside quotes. */
export function detectDelimiter(text: string): Delimiter {
  const [firstRow = ""] = text.replace(/"[^"]*"/g, "").split(/\r\n|\r|\n/, 1);
  const counts = DELIMITERS.map((each) => firstRow.split(each).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

/** Every cell is quoted, so that no character in it can be taken for a delimiter or a line break. */
export function formatCsvRow(cells: readonly string[], delimiter: Delimiter): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter) + "\r\n";
}

function* sliceText(text: string): Generator<string> {
  for (let start = 0; start < text.length; start += SLICE) yield text.slice(start, start + SLICE);
}

/** The library's own message would quote the file. */
function malformed({ code, lines }: CsvError & { lines?: unknown }): Error {
  const where = typeof lines === "number" ? ` (line ${lines})` : "";
  const what = code === "CSV_MAX_RECORD_SIZE" ? "has a row that is too long" : "has quotes that do not match";
  return invalidField("", "malformed_csv", `The file ${what}${where}`);
}
