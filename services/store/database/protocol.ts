/**
 * The few messages of Postgres that we read or write ourselves; the library does all others.
 * https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
import { Buffer } from "node:buffer";

/** A message is a letter and a length, which counts itself but not the letter. */
export const HEADER_BYTES = 5;
export const ERROR_RESPONSE = letter("E");
export const READY_FOR_QUERY = letter("Z");
/** The state that comes with READY_FOR_QUERY: not in a transaction. */
export const IDLE = letter("I");

/** What the server says when it is ready: idle, or in a transaction that can only be rolled back. */
export const READY = { idle: ready("I"), failed: ready("E") };

/** Asks for TLS: a length of 8, and a number in the place of a version. */
export const TLS_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/** Asks, on a connection of its own, for the end of another's statement; the server then hangs up without an answer. */
const CANCEL_REQUEST = { bytes: 16, code: 80877102 };

export function isCancelRequest(bytes: Buffer): boolean {
  return bytes.length === CANCEL_REQUEST.bytes && bytes.readUInt32BE(0) === CANCEL_REQUEST.bytes &&
    bytes.readUInt32BE(4) === CANCEL_REQUEST.code;
}

/** SQLSTATE as a field of an error: the server, the database or the role has as many connections as it may have. */
const TOO_MANY_CONNECTIONS = "C53300\0";

export function saysTooManyConnections(refusal: Buffer): boolean {
  return refusal.includes(TOO_MANY_CONNECTIONS);
}

function ready(status: string): Buffer {
  return Buffer.from([READY_FOR_QUERY, 0, 0, 0, 5, letter(status)]);
}

function letter(text: string): number {
  return text.charCodeAt(0);
}
