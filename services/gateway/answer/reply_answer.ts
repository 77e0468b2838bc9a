/** A reply of the bus as an answer over HTTP; the body passes through as it came. */
import { createHash } from "node:crypto";
import { HEADERS, type Message, type ReplyOutcome } from "shared/bus/mod.ts";
import { writeEntityTag } from "shared/entity_tag.ts";
import { OperationError } from "shared/errors.ts";
import type { Operation } from "shared/operation.ts";
import type { Answer } from "./answer.ts";

export const STATUS_OF_OUTCOME: Readonly<Record<ReplyOutcome, number>> = {
  ok: 200,
  created: 201,
  accepted: 202,
  not_found: 404,
  gone: 410,
  unavailable: 503,
};

/** @throws {OperationError} NOT_FOUND for a query that found nothing. */
export function toAnswer(operation: Operation, reply: Message): Answer {
  const status = statusOf(reply);
  if (isPicture(operation)) return pictureAnswer(reply);
  if (operation.kind === "document") return documentAnswer(status, reply);
  if (operation.kind === "query" && isNull(reply.body)) {
    throw new OperationError("NOT_FOUND", "Not found");
  }
  return { status, headers: jsonHeaders(reply), body: reply.body };
}

function statusOf({ headers }: Message): number {
  // The cast: its handler could give it no other. That of a newer mesh, unknown here, is a success.
  const outcome = headers[HEADERS.outcome] as ReplyOutcome | undefined;
  return STATUS_OF_OUTCOME[outcome ?? "ok"] ?? STATUS_OF_OUTCOME.ok;
}

const NULL = [..."null"].map((letter) => letter.charCodeAt(0));

function isNull(body: Uint8Array): boolean {
  return body.length === NULL.length && NULL.every((byte, index) => body[index] === byte);
}

function jsonHeaders({ headers, body }: Message): Record<string, string> {
  const result: Record<string, string> = { "content-type": "application/json" };
  const version = headers[HEADERS.version];
  if (version !== undefined) result.etag = writeEntityTag(version, printOf(body));
  if (headers[HEADERS.replayed] !== undefined) result["idempotency-replayed"] = "true";
  return result;
}

/** Enough to tell two states of one thing apart. */
function printOf(body: Uint8Array): string {
  return createHash("sha256").update(body).digest("base64url").slice(0, 16);
}

export function isPicture({ output }: Operation): boolean {
  return typeof output === "string" && output.startsWith("image/");
}

/** Cached for ever, since its address never means another picture. Any site may show it, and it can run nothing there. */
function pictureAnswer({ headers, body }: Message): Answer {
  return {
    status: 200,
    headers: {
      "content-type": headers[HEADERS.contentType] ?? "application/octet-stream",
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "cross-origin",
      etag: `"${printOf(body)}"`,
    },
    body,
  };
}

const HTML = "text/html";

function documentAnswer(status: number, { headers, body }: Message): Answer {
  const contentType = headers[HEADERS.contentType] ?? "application/octet-stream";
  const isFile = !contentType.startsWith(HTML);
  const encoding = headers[HEADERS.encoding];
  const policy = isFile ? "sandbox" : headers[HEADERS.policy];
  const isSaved = isFile && headers[HEADERS.inline] === undefined;
  // Only of a file that is whole: a streamed one is not known yet, and a page is different each time it is drawn.
  const isWhole = contentType === "application/pdf" && status === 200;
  return {
    status,
    headers: {
      "content-type": contentType,
      ...(policy && { "content-security-policy": policy }),
      ...(encoding && { "content-encoding": encoding }),
      ...(isSaved && { "content-disposition": attachment(headers[HEADERS.filename]) }),
      ...(status === 503 && { "retry-after": "5" }),
      ...(isWhole && { etag: `"${printOf(body)}"` }),
    },
    body,
  };
}

/** RFC 6266: an ASCII name for old clients, the true one after RFC 8187. */
export function attachment(encodedName = "document.pdf"): string {
  const name = decodeName(encodedName);
  const ascii = name.normalize("NFKD").replace(/[^\w .,()+-]/g, "_").slice(0, 120);
  const exact = encodeURIComponent(name).replace(/['()*]/g, toPercent);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`;
}

function decodeName(encodedName: string): string {
  try {
    return decodeURIComponent(encodedName);
  } catch {
    // Not percent-encoded after all: then its ASCII part is the name.
    return encodedName.replaceAll("%", "_");
  }
}

function toPercent(letter: string): string {
  return "%" + letter.charCodeAt(0).toString(16).toUpperCase();
}
