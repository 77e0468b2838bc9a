/** `POST /customers/import`: a CSV file becomes batches of `customers.upsertMany`, and its rows learn what became of them. */
import { decodeJson, HEADERS, type Message } from "shared/bus/mod.ts";
import { customers } from "shared/contract/mod.ts";
import { invalidField, OperationError } from "shared/errors.ts";
import type { OutputOf } from "shared/operation.ts";
import { type Answer, jsonAnswer } from "../answer/answer.ts";
import { ask } from "../ask.ts";
import { readBodyType } from "../request/body_type.ts";
import { openCall } from "../exchange.ts";
import type { Gateway } from "../gateway.ts";
import { toOperationError } from "../answer/problem.ts";
import { readBytes } from "../request/read_bytes.ts";
import type { Admitted, FileDoor } from "../rest.ts";
import { watchEnd } from "../answer/watch_end.ts";
import { ImportReport } from "./import_report.ts";
import { type CustomerFile, type FileRow, openFile, type ReadOptions } from "./read_rows.ts";

const MAX_FILE_BYTES = 10 * 1024 * 1024;
const FILE_LIMIT_MS = 60_000;
/** Each holds a file in memory. */
const MAX_IMPORTS = 4;

/** Short enough that a client which hangs up stops the import soon. */
const BATCH_ROWS = 200;
/** The size of a batch as JSON; a message of the bus holds a little more. */
const BATCH_BYTES = 700_000;

export function createImporter(): FileDoor["answer"] {
  let running = 0;
  return async (gateway, admitted, input) => {
    if (running >= MAX_IMPORTS) {
      throw new OperationError("OVERLOADED", "Too many files are being imported", {
        details: { retryAfterMs: 5_000 },
      });
    }
    running++;
    let ended: Promise<void> | undefined;
    try {
      // As the route's own schema has parsed it.
      const answer = await importCustomers(gateway, admitted, input as ReadOptions);
      ended = answer.ended;
      return answer;
    } finally {
      if (ended) ended.then(() => running--);
      else running--;
    }
  };
}

/**
 * `Deno.serve` (2.9.6) does not see that a client is gone which has sent a body, until the answer begins. So it begins
 * when there is more to write and what was wrong with the beginning would have had its own status.
 */
async function importCustomers(gateway: Gateway, admitted: Admitted, options: ReadOptions): Promise<Answer> {
  const file = await openFile(await readText(admitted.exchange.request), options);
  const report = new ImportReport(file);
  const parts = importParts(gateway, admitted, { file, report });
  let part = await parts.next();
  while (part.value === "was there") part = await parts.next();
  if (part.done) {
    const { status, headers, body } = jsonAnswer(200, report.finish());
    return { status, headers: { ...headers, ...(part.value && { "idempotency-replayed": "true" }) }, body };
  }
  return beginAnswer(async () => {
    try {
      const { done } = await parts.next();
      return done ? report.finish() : undefined;
    } catch (error) {
      throw toOperationError(error, admitted.exchange, gateway.log);
    }
  });
}

/**
 * Stops before each further batch, and says whether anything was written so far.
 * @returns Whether the whole file was taken before.
 */
async function* importParts(
  gateway: Gateway,
  admitted: Admitted,
  { file, report }: { file: CustomerFile; report: ImportReport },
): AsyncGenerator<"has written" | "was there", boolean> {
  const replayed: boolean[] = [];
  for await (const batch of toBatches(file.rows)) {
    if (replayed.length > 0) yield replayed.includes(false) ? "has written" : "was there";
    admitted.exchange.signal.throwIfAborted();
    const rows = batch.filter((row) => row.errors.length === 0);
    const reply = rows.length > 0
      ? await upsert(gateway, admitted, { rows, part: replayed.length })
      : undefined;
    const results = reply ? readResults(reply) : [];
    for (const row of batch) report.add(row, row.errors.length === 0 ? results.shift() : undefined);
    if (reply) replayed.push(reply.headers[HEADERS.replayed] !== undefined);
  }
  return replayed.length > 0 && !replayed.includes(false);
}

/**
 * What goes wrong from now on can only break it off. Until the last step has a result each one sends a space, which JSON
 * allows in front: a proxy takes an answer for dead of which nothing comes for a minute.
 */
function beginAnswer(step: () => Promise<unknown>): Answer {
  const { status, headers } = jsonAnswer(200, null);
  const encoder = new TextEncoder();
  const source = new ReadableStream<Uint8Array>({
    pull: async (stream) => {
      const result = await step();
      stream.enqueue(encoder.encode(result === undefined ? " " : JSON.stringify(result)));
      if (result !== undefined) stream.close();
    },
  }, { highWaterMark: 0 });
  const { stream: body, ended } = watchEnd(source);
  return { status, headers, body, ended };
}

async function upsert(
  gateway: Gateway,
  { caller, exchange }: Admitted,
  { rows, part }: { rows: readonly FileRow[]; part: number },
): Promise<Message> {
  const input = { items: rows.map((row) => row.item) };
  const call = openCall(exchange, exchange.signal);
  return await ask(gateway, { operation: customers.upsertMany, input, caller, part }, call);
}

function readResults({ body }: Message): OutputOf<typeof customers.upsertMany>["results"] {
  // The owner of the operation has built it to the contract.
  return (decodeJson(body) as OutputOf<typeof customers.upsertMany>).results;
}

/** Small enough for a message, whatever the rows hold. */
async function* toBatches(rows: AsyncIterable<FileRow>): AsyncGenerator<FileRow[]> {
  let batch: FileRow[] = [];
  let bytes = 0;
  for await (const row of rows) {
    const size = new TextEncoder().encode(JSON.stringify(row.item)).length;
    if (batch.length === BATCH_ROWS || (batch.length > 0 && bytes + size > BATCH_BYTES)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(row);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** @throws {OperationError} UNSUPPORTED_MEDIA_TYPE, TOO_LARGE, DEADLINE, INVALID for bytes that are no text. */
async function readText(request: Request): Promise<string> {
  const { essence, charset } = readBodyType(request);
  if (essence !== "text/csv") {
    throw new OperationError("UNSUPPORTED_MEDIA_TYPE", "The body must be text/csv");
  }
  const named = createDecoder(charset);
  const bytes = await readBytes(request, { maxBytes: MAX_FILE_BYTES, limitMs: FILE_LIMIT_MS });
  const marked = findMarkedCharset(bytes);
  const decoder = marked === undefined ? named : createDecoder(marked);
  try {
    return decoder.decode(bytes);
  } catch {
    throw invalidField(
      "",
      "wrong_encoding",
      `The file is not ${decoder.encoding}: name its charset, or save it as UTF-8`,
    );
  }
}

const BYTE_ORDER_MARKS = [
  { charset: "utf-8", mark: [0xef, 0xbb, 0xbf] },
  { charset: "utf-16le", mark: [0xff, 0xfe] },
  { charset: "utf-16be", mark: [0xfe, 0xff] },
] as const;

/** What a file says of itself, which is surer than what was said of it (https://encoding.spec.whatwg.org/#bom-sniff). */
function findMarkedCharset(bytes: Uint8Array): string | undefined {
  return BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))?.charset;
}

function createDecoder(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    throw new OperationError("UNSUPPORTED_MEDIA_TYPE", "The charset of the body is not known");
  }
}
