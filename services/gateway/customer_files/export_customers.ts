/** `GET /customers/export`: walks the pages of `customers.get` while the client reads, and holds no more than one. */
import { decodeJson } from "shared/bus/mod.ts";
import type { Customer } from "shared/contract/customers.ts";
import { customers } from "shared/contract/mod.ts";
import type { OutputOf } from "shared/operation.ts";
import { parseInput } from "shared/validation.ts";
import type { Answer } from "../answer/answer.ts";
import { ask } from "../ask.ts";
import { openCall } from "../exchange.ts";
import type { Gateway } from "../gateway.ts";
import { attachment } from "../answer/reply_answer.ts";
import type { Admitted } from "../rest.ts";
import { watchEnd } from "../answer/watch_end.ts";
import { listColumns, writeCell } from "./columns.ts";
import { formatCsvRow } from "./csv.ts";

const PAGE_SIZE = 100;

type Page = OutputOf<typeof customers.get>;
type FetchPage = (cursor: string | null) => Promise<Page>;

interface ExportInput {
  readonly format: "csv" | "jsonl";
  readonly bom: boolean;
}

/** The first page is there before the answer begins, so that what is wrong has its own status. */
export async function answerExport(gateway: Gateway, admitted: Admitted, input: unknown): Promise<Answer> {
  // As the route's own schema has parsed it: these two, and what the list of customers takes.
  const { format, bom, ...filters } = input as ExportInput & Record<string, unknown>;
  const controller = new AbortController();
  const fetchPage = createFetchPage(gateway, admitted, { filters, signal: controller.signal });
  const file = describeFormat(format);
  const first = await fetchPage(null);
  const head = (bom && format === "csv" ? "\ufeff" : "") + file.head;
  const pages = streamPages(first, {
    head,
    format: file.format,
    fetchPage,
    stop: () => controller.abort(),
  });
  const { stream: body, ended } = watchEnd(pages);
  return {
    status: 200,
    headers: { "content-type": file.contentType, "content-disposition": attachment(`customers.${format}`) },
    body,
    ended,
  };
}

interface FileFormat {
  readonly contentType: string;
  readonly head: string;
  format(customer: Customer): string;
}

function describeFormat(format: ExportInput["format"]): FileFormat {
  if (format === "jsonl") {
    const toLine = (customer: Customer) => JSON.stringify(customer) + "\n";
    return { contentType: "application/jsonl", head: "", format: toLine };
  }
  const columns = listColumns();
  return {
    contentType: "text/csv; charset=utf-8",
    head: formatCsvRow(columns.map(({ field }) => field), ","),
    format: (customer) => formatCsvRow(columns.map((column) => writeCell(customer, column)), ","),
  };
}

interface PageStream {
  readonly head: string;
  readonly format: (customer: Customer) => string;
  readonly fetchPage: FetchPage;
  readonly stop: () => void;
}

/** Asks for the next page only when the client has taken the one before. */
function streamPages(first: Page, { head, format, fetchPage, stop }: PageStream): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cursor: string | null | undefined;
  return new ReadableStream({
    async pull(stream) {
      const page = cursor === undefined ? first : await fetchPage(cursor);
      const text = (cursor === undefined ? head : "") + page.data.map(format).join("");
      cursor = page.meta.cursor;
      if (text !== "") stream.enqueue(encoder.encode(text));
      if (cursor === null) stream.close();
    },
    // The client has hung up.
    cancel: stop,
  }, { highWaterMark: 0 });
}

function createFetchPage(
  gateway: Gateway,
  { caller, exchange }: Admitted,
  { filters, signal }: { filters: Record<string, unknown>; signal: AbortSignal },
): FetchPage {
  return async (cursor) => {
    const input = parseInput(customers.get.input, { ...filters, cursor, pageSize: PAGE_SIZE });
    const call = openCall(exchange, AbortSignal.any([exchange.signal, signal]));
    const reply = await ask(gateway, { operation: customers.get, input, caller }, call);
    // The owner of the operation has built it to the contract.
    return decodeJson(reply.body) as Page;
  };
}
