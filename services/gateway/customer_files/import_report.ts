/** What became of the rows of a file: counts, reasons, and the rejected rows as a file to mend and send again. */
import type { customers } from "shared/contract/mod.ts";
import type { FieldError } from "shared/errors.ts";
import type { OutputOf } from "shared/operation.ts";
import { formatCsvRow } from "./csv.ts";
import { guardRaw } from "shared/formula_guard.ts";
import type { Mapping } from "./mapping.ts";
import type { CustomerFile, FileRow } from "./read_rows.ts";

type Result = OutputOf<typeof customers.upsertMany>["results"][number];

interface RowError extends FieldError {
  /** As the file calls it; null for what no column is to blame for. */
  readonly column: string | null;
}

/** The column of a rejects file that says why. */
const REASONS = "error";

export class ImportReport {
  #file: CustomerFile;
  /** As they came, but for the reasons of an earlier import: the new ones take their place. */
  #headers: readonly string[];
  #counts = { rows: 0, created: 0, updated: 0, unchanged: 0, failed: 0 };
  #rejects: { row: number; errors: readonly RowError[] }[] = [];
  #rejectedRows: string[] = [];

  constructor(file: CustomerFile) {
    this.#file = file;
    this.#headers = withoutReasons(file.mapping);
  }

  /** @param result Absent for a row that nobody was asked about. */
  add(row: FileRow, result: Result | undefined): void {
    this.#counts.rows++;
    const { status } = result ?? {};
    if (status === "created" || status === "updated" || status === "unchanged") this.#counts[status]++;
    else this.#reject(row, result?.error ? toFieldErrors(result.error) : row.errors);
  }

  finish() {
    const { headers, columns } = this.#file.mapping;
    const header = this.#formatRow([...this.#headers, REASONS]);
    return {
      ...this.#counts,
      ignoredColumns: headers.filter((header, index) => header !== "" && columns[index] === undefined),
      rejects: this.#rejects,
      rejectsCsv: this.#rejects.length > 0 ? header + this.#rejectedRows.join("") : "",
    };
  }

  #reject({ row, cells }: FileRow, found: readonly FieldError[]): void {
    const errors = found.map((error): RowError => ({ column: this.#columnOf(error), ...error }));
    const reasons = errors.map(({ column, message }) => column === null ? message : `${column}: ${message}`);
    this.#counts.failed++;
    this.#rejects.push({ row, errors });
    const original = this.#headers.map((_, index) => cells[index] ?? "");
    this.#rejectedRows.push(this.#formatRow([...original, reasons.join("; ")]));
  }

  #formatRow(cells: readonly string[]): string {
    return formatCsvRow(cells.map(guardRaw), this.#file.delimiter);
  }

  #columnOf({ pointer }: FieldError): string | null {
    const field = pointer.split("/")[1];
    const { headers, columns } = this.#file.mapping;
    const index = columns.findIndex((column) => column !== undefined && column.field === field);
    return headers[index] ?? null;
  }
}

function withoutReasons({ headers, columns }: Mapping): readonly string[] {
  const isMended = headers.at(-1) === REASONS && columns.at(-1) === undefined;
  return isMended ? headers.slice(0, -1) : headers;
}

function toFieldErrors({ code, message, errors }: NonNullable<Result["error"]>): readonly FieldError[] {
  return errors && errors.length > 0 ? errors : [{ pointer: "", code, message }];
}
