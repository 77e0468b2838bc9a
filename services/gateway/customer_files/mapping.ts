/** Which column of somebody's file is which field of a customer. */
import { type FieldError, invalidField, OperationError } from "shared/errors.ts";
import { toPointer } from "shared/validation.ts";
import type { Column } from "./columns.ts";

export interface Mapping {
  readonly headers: readonly string[];
  /** For each header its column, or undefined when it is none of ours. */
  readonly columns: readonly (Column | undefined)[];
}

/** Header → field; null leaves a column out. */
type Wishes = Readonly<Record<string, string | null>>;

/** @throws {OperationError} INVALID for a mapping that is not `{"header": "field"}`. */
export function parseMapping(text: string | undefined): Wishes {
  if (text === undefined) return {};
  const wishes = parseJson(text);
  const isObject = typeof wishes === "object" && wishes !== null && !Array.isArray(wishes);
  if (!isObject || Object.values(wishes).some((field) => field !== null && typeof field !== "string")) {
    throw invalidField("/mapping", "invalid_type", 'mapping must be JSON such as {"Company": "name"}');
  }
  // Each value was looked at just now.
  return wishes as Wishes;
}

/**
 * What the mapping does not name is matched by name, whatever its case, spaces and underscores.
 * @throws {OperationError} INVALID that names every wish that cannot be met, and fields that two columns claim.
 */
export function mapHeaders(headers: readonly string[], wishes: Wishes, columns: readonly Column[]): Mapping {
  refuseUnknown(headers, wishes, columns);
  const byName = new Map(columns.map((column) => [normalize(column.field), column]));
  const mapped = headers.map((header) => {
    const wish = Object.hasOwn(wishes, header) ? wishes[header]! : header;
    return wish === null ? undefined : byName.get(normalize(wish));
  });
  const claimed = mapped.flatMap((column) => column?.field ?? []);
  const twice = claimed.find((field, index) => claimed.indexOf(field) !== index);
  if (twice) throw invalidField("/mapping", "claimed_twice", `Two columns of the file are "${twice}"`);
  if (claimed.length === 0) {
    throw invalidField("/mapping", "no_columns", "The first row of the file names no field of a customer");
  }
  return { headers, columns: mapped };
}

function refuseUnknown(headers: readonly string[], wishes: Wishes, columns: readonly Column[]): void {
  const fields = new Set(columns.map(({ field }) => normalize(field)));
  const errors = Object.entries(wishes).flatMap(([header, field]): FieldError[] => {
    const pointer = toPointer(["mapping", header.slice(0, 100)]);
    if (!headers.includes(header)) {
      return [{ pointer, code: "unknown_column", message: "The file has no such column" }];
    }
    if (field === null || fields.has(normalize(field))) return [];
    return [{ pointer, code: "unknown_field", message: "A customer has no such field" }];
  });
  if (errors.length > 0) {
    throw new OperationError("INVALID", "The mapping does not fit", {
      details: { errors: errors.slice(0, 100) },
    });
  }
}

function normalize(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Answered like any other text that is no mapping.
    return undefined;
  }
}
