/** The one place that opens Postgres: how connections behave and how values look on both sides. */
import postgres from "postgres";
import { listPlaces, type Place, withoutTls } from "./places.ts";
import { openPool } from "./pool.ts";
import { Route } from "./route.ts";
import type { ServerSocket } from "./server_socket.ts";

export type Sql = postgres.Sql<{ numeric: string }> & {
  /** Cancels what this connection of Postgres works on, also while every other connection is held. */
  cancelBackend(pid: number): Promise<unknown>;
};
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
  const sql = connectPool(url, options);
  // Opened when needed. Those who hold a connection until they are cancelled would wait for each other for ever.
  const cancels = connectPool(url, { ...options, maxConnections: 1 });
  const end = sql.end;
  return Object.assign(sql, {
    cancelBackend: async (pid: number) => await cancels`select pg_cancel_backend(${pid})`,
    end: async (limit: Parameters<typeof end>[0]) => void await Promise.all([end(limit), cancels.end(limit)]),
  }) as unknown as Sql;
}

function connectPool(url: string, options: DatabaseOptions): postgres.Sql {
  const { statementTimeoutMs, socket: path } = options;
  const places = listPlaces(url, path);
  const route = new Route(places);
  return openPool((socket) => openClient(url, options, { places, socket }), {
    choose: () => route.choose(),
    silenceLimitMs: statementTimeoutMs > 0 ? statementTimeoutMs + ANSWER_GRACE_MS : undefined,
  });
}

/** For rows that go to Postgres as JSON: what is a parameter of its own has its name from the library. */
export function toColumnNames(row: object): Record<string, Json> {
  // Rows are of what may be stored.
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [postgres.fromCamel(name), value as Json]),
  );
}

interface Line {
  readonly places: readonly Place[];
  readonly socket: () => ServerSocket;
}

function openClient(url: string, options: DatabaseOptions, { places, socket }: Line): postgres.Sql {
  const settings = {
    max: options.maxConnections,
    socket,
    // Done by whoever dials.
    ssl: false,
    // For its messages, and as one: of several the library takes the refusal of the first for an answer.
    host: [places.map(({ host }) => host).join(" or ")],
    port: [places[0]!.port],
    // At this many statements on one connection a transaction begins that nobody holds (the library's issue 1189).
    max_pipeline: Number.MAX_SAFE_INTEGER,
    // Kept by whoever dials.
    connect_timeout: 0,
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
    withoutTls(url),
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
