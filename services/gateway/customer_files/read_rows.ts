/** The rows of a customer file as items for `customers.upsertMany`, and what is wrong before anybody is asked. */
import { type FieldError, invalidField } from "shared/errors.ts";
import { type Column, listColumns, readCell } from "./columns.ts";
import { type Delimiter, detectDelimiter, parseCsv, takeSeparatorLine } from "./csv.ts";
import { mapHeaders, type Mapping, parseMapping } from "./mapping.ts";

export interface CustomerFile {
  readonly delimiter: Delimiter;
  readonly mapping: Mapping;
  readonly rows: AsyncIterable<FileRow>;
}

export interface FileRow {
  /** As a spreadsheet counts; the header is row 1. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly item: Readonly<Record<string, unknown>>;
  /** When there are any, the store is not asked about the item. */
  readonly errors: readonly FieldError[];
}

export interface ReadOptions {
  readonly mapping?: string;
  readonly delimiter?: Delimiter;
  readonly empty: "keep" | "clear";
}

/**
 * Reads the file once to its end, so that nothing is written of one that is broken.
 * @throws {OperationError} INVALID for a file, a mapping or a delimiter that does not fit.
 */
export async function openFile(text: string, options: ReadOptions): Promise<CustomerFile> {
  const wishes = parseMapping(options.mapping);
  const { rows, separator } = takeSeparatorLine(text);
  const delimiter = options.delimiter ?? separator ?? detectDelimiter(rows);
  let headers: string[] | undefined;
  for await (const cells of parseCsv(rows, delimiter)) headers ??= cells.map((cell) => cell.trim());
  if (!headers) throw invalidField("", "empty_file", "The file is empty");
  const mapping = mapHeaders(headers, wishes, listColumns());
  return { delimiter, mapping, rows: readRows(rows, { delimiter, mapping, empty: options.empty }) };
}

interface Plan {
  readonly delimiter: Delimiter;
  readonly mapping: Mapping;
  readonly empty: ReadOptions["empty"];
}

async function* readRows(text: string, plan: Plan): AsyncGenerator<FileRow> {
  const seen = new Map<string, number>();
  let row = 0;
  for await (const cells of parseCsv(text, plan.delimiter)) {
    row++;
    if (row === 1 || cells.every((cell) => cell.trim() === "")) continue;
    const item = toItem(cells, plan);
    const errors = [...refuseExtraCells(cells, plan.mapping), ...refuseRepeated(item, row, seen)];
    yield { row, cells, item, errors };
  }
}

function toItem(cells: readonly string[], { mapping, empty }: Plan): Record<string, unknown> {
  const item: Record<string, unknown> = {};
  for (const [index, column] of mapping.columns.entries()) {
    const cell = cells[index]?.trim() ?? "";
    if (column && cell !== "") item[column.field] = readCell(cell, column.kind);
    else if (column && empty === "clear" && isClearable(column)) {
      item[column.field] = column.kind === "tags" ? [] : null;
    }
  }
  return item;
}

/** An empty cell clears neither what every customer must have nor what tells which customer it is. */
function isClearable({ field, kind }: Column): boolean {
  return kind !== "boolean" && !["id", "name", "email", "externalId"].includes(field);
}

function refuseExtraCells(cells: readonly string[], { headers }: Mapping): FieldError[] {
  if (cells.slice(headers.length).every((cell) => cell.trim() === "")) return [];
  return [{ pointer: "", code: "too_many_cells", message: "The row has more cells than the header" }];
}

/** A file that says two things about one customer has to be mended; which of them counts would depend on batches. */
function refuseRepeated(item: Record<string, unknown>, row: number, seen: Map<string, number>): FieldError[] {
  return ["id", "externalId"].flatMap((field): FieldError[] => {
    if (item[field] === undefined || item[field] === null) return [];
    const text = String(item[field]);
    const key = `${field} ${field === "id" ? text.toLowerCase() : text}`;
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, row);
      return [];
    }
    return [{
      pointer: `/${field}`,
      code: "duplicate_in_file",
      message: `Row ${earlier} has the same ${field}`,
    }];
  });
}
