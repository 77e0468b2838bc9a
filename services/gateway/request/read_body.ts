/** A JSON body, within its limits of type, size and time. */
import { invalidField, OperationError } from "shared/errors.ts";
import { readBodyType } from "./body_type.ts";
import { type BodyLimits, readBytes } from "./read_bytes.ts";

export const MAX_JSON_BYTES = 256 * 1024;
/** A client that sends its body more slowly than this does not want an answer. */
const BODY_LIMIT_MS = 10_000;

const JSON_TYPES = ["application/json", "application/merge-patch+json"];
const UTF8 = ["utf-8", "utf8"];

const decoder = new TextDecoder("utf-8", { fatal: true });

/**
 * No body at all is an empty object.
 * @throws {OperationError} UNSUPPORTED_MEDIA_TYPE, TOO_LARGE, INVALID, or DEADLINE for a body that does not end.
 */
export async function readJsonBody(request: Request, limits: Partial<BodyLimits> = {}): Promise<object> {
  const bytes = await readJsonBytes(request, limits);
  return bytes.length === 0 ? {} : parseObject(bytes);
}

/**
 * The body as it came, for a caller that parses it itself.
 * @throws {OperationError} UNSUPPORTED_MEDIA_TYPE, TOO_LARGE, or DEADLINE for a body that does not end.
 */
export async function readJsonBytes(
  request: Request,
  limits: Partial<BodyLimits> = {},
): Promise<Uint8Array> {
  if (request.body === null || request.headers.get("content-length") === "0") return new Uint8Array();
  if (request.headers.has("content-type")) requireJson(request);
  const bytes = await readBytes(request, { maxBytes: MAX_JSON_BYTES, limitMs: BODY_LIMIT_MS, ...limits });
  if (bytes.length > 0) requireJson(request);
  return bytes;
}

/** @throws {OperationError} UNSUPPORTED_MEDIA_TYPE */
export function requireJson(request: Request): void {
  const { essence, charset } = readBodyType(request);
  if (JSON_TYPES.includes(essence) && UTF8.includes(charset)) return;
  throw new OperationError("UNSUPPORTED_MEDIA_TYPE", "The body must be application/json in UTF-8");
}

function parseObject(bytes: Uint8Array): object {
  const value = parseJson(bytes);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw invalidField("", "invalid_type", "The body must be a JSON object");
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    // The parser's own message would quote the body.
    throw invalidField("", "malformed_json", "The body is not JSON in UTF-8");
  }
}
