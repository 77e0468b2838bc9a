/** The two routes for files of customers. They exist over HTTP only: behind them are `upsertMany` and `get`. */
import { z } from "zod";
import { customers } from "shared/contract/mod.ts";
import { upsertCounts } from "shared/contract/customer_shapes.ts";
import { command, domain, type Operation, query } from "shared/operation.ts";
import { parsePattern } from "../http_pattern.ts";
import { describeRoute, type FileDoor, type Route } from "../rest.ts";
import { DELIMITERS } from "./csv.ts";
import { answerExport } from "./export_customers.ts";
import { createImporter } from "./import_customers.ts";

/** A file has no pages, and shows all fields of each customer: so only the filters of the list apply. */
const { cursor: _cursor, pageSize: _pageSize, fields: _fields, total: _total, ...filters } =
  customers.get.input
    .unwrap().shape;

const customerFiles = domain("customers", "gateway", {
  import: command({
    summary:
      "Create or update customers from a CSV file (UTF-8 or marked UTF-16, at most 10 MB), by id or externalId",
    http: "POST /customers/import",
    scope: "customers.write",
    input: z.object({
      mapping: z.string().max(20_000).optional().describe(
        'JSON, such as {"Company": "name", "Notes": null}; other columns are matched by name; tags of a row are parted by |',
      ),
      delimiter: z.enum(DELIMITERS).optional().describe("Found out when not given"),
      empty: z.enum(["keep", "clear"]).default("keep").describe("What an empty cell does to a present value"),
    }),
    output: z.object({
      rows: z.number().int(),
      ...upsertCounts.shape,
      ignoredColumns: z.array(z.string()),
      rejects: z.array(z.object({
        row: z.number().int().describe("As a spreadsheet counts; the header is row 1"),
        errors: z.array(z.object({
          column: z.string().nullable(),
          pointer: z.string(),
          code: z.string(),
          message: z.string(),
        })),
      })),
      rejectsCsv: z.string().describe("The rejected rows as they came, and a column that says why"),
    }),
    errors: ["TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE", "KEY_REUSED"],
  }),
  export: query({
    summary: "All customers (or those that a list would show) as a file",
    http: "GET /customers/export",
    scope: "customers.read",
    input: z.object({
      format: z.enum(["csv", "jsonl"]).default("csv"),
      bom: z.boolean().default(false).describe("Byte order mark, by which some spreadsheets know UTF-8"),
      ...filters,
    }),
    output: z.string(),
  }),
});

export function listFileRoutes(): readonly Route[] {
  return [
    toRoute(customerFiles.import, { takes: "text/csv", answer: createImporter() }),
    toRoute(customerFiles.export, { gives: ["text/csv", "application/jsonl"], answer: answerExport }),
  ];
}

function toRoute(operation: Operation, fileDoor: FileDoor): Route {
  const [text = ""] = [operation.http ?? []].flat();
  return describeRoute(operation, parsePattern(text), { index: 0, fileDoor });
}
