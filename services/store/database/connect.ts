/** The one place that opens Postgres: how connections behave and how values look on both sides. */
import postgres from "postgres";
import { dial } from "./dial.ts";
import { listPlaces } from "./places.ts";
import { openPool } from "./pool.ts";
import type { ServerSocket } from "./server_socket.ts";

export type Sql = postgres.Sql<{ numeric: string }>;
export type Transaction = postgres.TransactionSql<{ numeric: string }>;
/** Either: a query does not care whether it runs inside a transaction. */
export type Queryable = Sql | Transaction;
export type Fragment = postgres.PendingQuery<postgres.Row[]>;
/**
 * One statement as a whole. It is on its way once somebody waits for it, or for its end by `Unit.waitAtEnd`: no
 * function that sends several, one after the other, can return one.
 */
export type Statement = postgres.PendingQuery<postgres.Row[]>;
/** What may be stored as JSON. */
export type Json = postgres.JSONValue;

export interface DatabaseOptions {
  /** Of a server on this machine: the path of its socket, which costs both sides a fifth less than its port. */
  readonly socket?: string | undefined;
  readonly maxConnections: number;
  readonly statementTimeoutMs: number;
  readonly applicationName: string;
}

/** A statement that takes longer than it may is ended by Postgres, and this much later that has been heard. */
const ANSWER_GRACE_MS = 5_000;

export function connectDatabase(url: string, options: DatabaseOptions): Sql {
  const { statementTimeoutMs, socket: path } = options;
  const places = listPlaces(url, path);
  let dialled = 0;
  return openPool((socket) => openClient(url, options, socket), {
    // Each time the next host, where several are named.
    dial: (signal) => dial(places[dialled++ % places.length]!, signal),
    silenceLimitMs: statementTimeoutMs > 0 ? statementTimeoutMs + ANSWER_GRACE_MS : undefined,
  }) as unknown as Sql;
}

function openClient(url: string, options: DatabaseOptions, socket: () => ServerSocket): postgres.Sql {
  const settings = {
    max: options.maxConnections,
    socket,
    // Done by whoever dials.
    ssl: false,
    // At this many statements on one connection a transaction begins that nobody holds (the library's issue 1189).
    max_pipeline: Number.MAX_SAFE_INTEGER,
    connect_timeout: 5,
    idle_timeout: 60,
    onnotice: () => {},
    connection: {
      application_name: options.applicationName,
      statement_timeout: options.statementTimeoutMs,
      // A client that died in a transaction must not hold its locks.
      idle_in_transaction_session_timeout: 30_000,
      TimeZone: "UTC",
    },
    transform: {
      column: { from: postgres.toCamel, to: postgres.fromCamel },
      undefined: null,
    },
    types: {
      // Calendar days stay texts; moments become ISO 8601 in UTC; counts and minor units fit a JavaScript integer.
      date: { to: 1082, from: [1082], serialize: (day: string) => day, parse: (day: string) => day },
      timestamp: { to: 1184, from: [1184], serialize: (at: string) => at, parse: toIsoMoment },
      bigint: { to: 20, from: [20], serialize: String, parse: toSafeInteger },
      numeric: { to: 1700, from: [1700], serialize: String, parse: (value: string) => value },
    },
  };
  // The cast: the library's types leave out `socket`, which its README describes.
  return postgres(
    url,
    settings as unknown as postgres.Options<Record<string, never>>,
  ) as unknown as postgres.Sql;
}

/** As Postgres writes UTC, of years with four digits; a list has hundreds of these, and a `Date` for each takes a while. */
const UTC = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/;

function toIsoMoment(text: string): string {
  const [, day, time, fraction = ""] = UTC.exec(text) ?? [];
  if (day !== undefined) return `${day}T${time}.${fraction.slice(0, 3).padEnd(3, "0")}Z`;
  return new Date(text).toISOString();
}

function toSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError("A stored integer is beyond the safe range");
  return value;
}
