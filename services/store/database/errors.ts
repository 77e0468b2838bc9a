/** What a failure of Postgres means to a caller; its own words never leave the store. */
import { OperationError } from "shared/errors.ts";

/** Codes of the client library for a connection that broke or could not be made. */
const BROKEN_CONNECTION = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  // A socket that is not there, or not yet.
  "ENOENT",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

/**
 * SQLSTATE: shutting down, crashed, starting up, too many connections, ended for being idle or too long in a
 * transaction, and a server that has become a copy of another.
 */
const NOT_ACCEPTING = new Set([
  ...["57P01", "57P02", "57P03", "53300"],
  ...["25P03", "25P04", "57P05", "25006"],
]);

/** Classes of SQLSTATE: the connection, what the machine lacks (disk, memory), its own faults, and that we may not enter. */
const LACKING = ["08", "53", "58", "28", "3D"];

const UNIQUE_VIOLATIONS: Readonly<Record<string, string>> = {
  tags_team_id_name_key: "Another tag has this name",
  customers_external_id: "Another customer has this externalId",
  invoices_external_id: "Another invoice has this externalId",
  invoices_team_id_invoice_number_key: "Another invoice has this invoiceNumber",
  payments_external_id: "Another payment has this externalId",
};

/** Unique keys that are looked up before a row is written. */
const LOOKED_FOR = new Set([
  "idempotency_keys_pkey",
  "invoices_team_id_invoice_number_key",
  "invoices_external_id",
]);

/** A serialisation failure, a deadlock, or what somebody else wrote a moment ago: the next try may succeed. */
export function isWorthRetrying(error: unknown): boolean {
  const code = codeOf(error);
  return isInTheWay(code) || (code === "23505" && LOOKED_FOR.has(constraintOf(error)));
}

/** Another connection, or the same in a moment, may do: nothing is wrong with what was asked. */
export function isOutOfReach(error: unknown): boolean {
  const code = codeOf(error);
  return BROKEN_CONNECTION.has(code) || NOT_ACCEPTING.has(code) || (isState(code) && code.startsWith("08"));
}

/** None of the store's statements has so little time. */
const SHORTEST_LIMIT_MS = 1_000;

/**
 * Somebody else has cancelled what was asked, an administrator for one: Postgres says the same of a statement whose time
 * is over, so that only what has not lasted long is known to be none. Our own cancels never come here.
 * @param lastedMs Since the work began, of which the statement was a part.
 */
export function isInterrupted(error: unknown, lastedMs: number): boolean {
  return codeOf(error) === "57014" && lastedMs < SHORTEST_LIMIT_MS;
}

/** Two that wait for each other, or have read what the other has written. */
function isInTheWay(code: string): boolean {
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
  if (isState(code) && LACKING.includes(code.slice(0, 2))) {
    return new OperationError("UNAVAILABLE", "The database cannot work at the moment", { cause: error });
  }
  if (isInTheWay(code)) {
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
