/** The columns of a customer file: each field that can be written, and its value as text and back. */
import type { Customer } from "shared/contract/customers.ts";
import { customers } from "shared/contract/mod.ts";
import { describeInput, withoutNull } from "../request/input_schema.ts";
import { guard, unguard } from "shared/formula_guard.ts";

export type ColumnKind = "text" | "number" | "boolean" | "tags" | "json";

export interface Column {
  readonly field: string;
  readonly kind: ColumnKind;
}

/** In a file the column `tags` says all of a customer's tags. */
const NOT_IN_FILES = ["addTags", "removeTags"];

/** In the order of the contract; a new field of it is a new column. */
export function listColumns(): readonly Column[] {
  const { properties } = describeInput(customers.upsert);
  return Object.entries(properties)
    .filter(([field]) => !NOT_IN_FILES.includes(field))
    .map(([field, schema]) => ({ field, kind: kindOf(field, withoutNull(schema).type) }));
}

function kindOf(field: string, type: unknown): ColumnKind {
  if (type === "integer" || type === "number") return "number";
  if (type === "boolean") return "boolean";
  if (type === "object") return "json";
  if (type !== "array") return "text";
  return field === "tags" ? "tags" : "json";
}

/** As a cell; numbers stay numbers for a spreadsheet, texts are never formulas. */
export function writeCell(customer: Customer, { field, kind }: Column): string {
  if (kind === "tags") return guard(customer.tags.map(({ name }) => escapeTag(name)).join("|"));
  // Every writable field is shown under its own name.
  const value = (customer as Record<string, unknown>)[field];
  if (value === null || value === undefined) return "";
  if (kind === "json") return Object.keys(value).length === 0 ? "" : JSON.stringify(value);
  return kind === "text" ? guard(String(value)) : String(value);
}

/** What cannot be read stays a text, and the contract says what is wrong with it. */
export function readCell(cell: string, kind: ColumnKind): unknown {
  const text = unguard(cell.trim());
  if (kind === "number") return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  if (kind === "boolean") return readBoolean(text);
  if (kind === "json") return readJson(text);
  return kind === "tags" ? readTags(text) : text;
}

function readBoolean(text: string): boolean | string {
  if (/^(true|yes|1)$/i.test(text)) return true;
  return /^(false|no|0)$/i.test(text) ? false : text;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function escapeTag(name: string): string {
  return name.replace(/[\\|]/g, "\\$&");
}

/** `a|b`; a bar or backslash in a name has a backslash in front. */
function readTags(text: string): { name: string }[] {
  const names = text.match(/(\\.|[^|\\]|\\$)+/gs) ?? [];
  return names.map((name) => name.replace(/\\(.)/gs, "$1").trim()).filter((name) => name !== "")
    .map((name) => ({ name }));
}
