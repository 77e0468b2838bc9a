/** What a failure of Postgres means to a caller; its own words never leave the store. */
import { OperationError } from "shared/errors.ts";

/** Codes of the client library for a connection that broke or could not be made. */
const BROKEN_CONNECTION = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  // The file of a socket is not there, or not yet.
  "ENOENT",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

/** As the library itself says that a connection was closed, or was not made in time. */
export function connectionClosed(): Error {
  return Object.assign(new Error("The connection to Postgres was closed"), { code: "CONNECTION_CLOSED" });
}

export function connectTimeout(): Error {
  return Object.assign(new Error("Postgres did not answer in time"), { code: "CONNECT_TIMEOUT" });
}

/**
 * SQLSTATE: shutting down, crashed, starting up, too many connections, ended for being idle or too long in a
 * transaction, and a server that has become a copy of another.
 */
const NOT_ACCEPTING = new Set([
  ...["57P01", "57P02", "57P03", "53300"],
  ...["25P03", "25P04", "57P05", "25006"],
]);

/**
 * Classes of SQLSTATE that only an operator can help with: the connection, disk and memory, faults of the system, a wrong
 * password, a database that is not there.
 */
const NEEDS_OPERATOR = ["08", "53", "58", "28", "3D"];

const UNIQUE_VIOLATIONS: Readonly<Record<string, string>> = {
  tags_team_id_name_key: "Another tag has this name",
  customers_external_id: "Another customer has this externalId",
  invoices_external_id: "Another invoice has this externalId",
  invoices_team_id_invoice_number_key: "Another invoice has this invoiceNumber",
  payments_external_id: "Another payment has this externalId",
};

/** Keys that are looked up before a row is written: a violation means that somebody else wrote it in between. */
const LOOKED_UP_BEFORE = new Set([
  "idempotency_keys_pkey",
  "invoices_team_id_invoice_number_key",
  "invoices_external_id",
]);

/** A serialisation failure, a deadlock, or a row that somebody else wrote a moment ago: the next try may succeed. */
export function isWorthRetrying(error: unknown): boolean {
  const code = codeOf(error);
  return isConflict(code) || (code === "23505" && LOOKED_UP_BEFORE.has(constraintOf(error)));
}

/** Nothing is wrong with what was asked: on another connection, or a moment later, it may succeed. */
export function isOutOfReach(error: unknown): boolean {
  const code = codeOf(error);
  return BROKEN_CONNECTION.has(code) || NOT_ACCEPTING.has(code) || (isState(code) && code.startsWith("08"));
}

/** Every statement of the store may take longer than this. */
const SHORTEST_LIMIT_MS = 1_000;

/**
 * Somebody else has cancelled the statement, such as an administrator. Postgres gives the same code to a statement that
 * has reached its time limit; one that did not last as long as the shortest limit cannot have. Our own cancels never come
 * here.
 * @param lastedMs Since the beginning of the work that the statement is a part of.
 */
export function isInterrupted(error: unknown, lastedMs: number): boolean {
  return codeOf(error) === "57014" && lastedMs < SHORTEST_LIMIT_MS;
}

/** Two transactions wait for each other, or one has read what the other has written. */
function isConflict(code: string): boolean {
  return code === "40001" || code === "40P01";
}

function isState(code: string): boolean {
  return /^[0-9A-Z]{5}$/.test(code);
}

/** An error for the caller, or the same error when it is a defect of ours. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof OperationError) return error;
  const code = codeOf(error);
  if (isOutOfReach(error)) {
    return new OperationError("UNAVAILABLE", "The database is not reachable at the moment", { cause: error });
  }
  if (isState(code) && NEEDS_OPERATOR.includes(code.slice(0, 2))) {
    return new OperationError("UNAVAILABLE", "The database cannot work at the moment", { cause: error });
  }
  if (isConflict(code)) {
    return new OperationError("UNAVAILABLE", "Others change the same at the moment", { cause: error });
  }
  if (code === "57014") return new OperationError("DEADLINE", "Not answered in time", { cause: error });
  if (code === "23514" && constraintOf(error) === "customer_totals_bounded") {
    return new OperationError("CONFLICT", "The customer's sums in this currency would be too large", {
      cause: error,
    });
  }
  if (code === "23505") return new OperationError("CONFLICT", uniqueMessage(error), { cause: error });
  if (code === "23503" && constraintOf(error).endsWith("team_id_fkey")) {
    return new OperationError("NOT_FOUND", "There is no such team", { cause: error });
  }
  return error;
}

function uniqueMessage(error: unknown): string {
  return UNIQUE_VIOLATIONS[constraintOf(error)] ?? "Another record has the same key";
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function constraintOf(error: unknown): string {
  return error instanceof Error && "constraint_name" in error ? String(error.constraint_name) : "";
}
