/** The one place that opens Postgres: how connections behave and how values look on both sides. */
import postgres from "postgres";
import { Hosts } from "./hosts.ts";
import { openPool } from "./pool.ts";
import { listAddresses, type ServerAddress, withoutTls } from "./server_addresses.ts";
import type { ServerSocket } from "./server_socket.ts";

export type Sql = postgres.Sql<{ numeric: string }> & {
  /** Cancels the statement of this process of Postgres, even while all connections of the pool are in use. */
  cancelBackend(pid: number): Promise<unknown>;
};
export type Transaction = postgres.TransactionSql<{ numeric: string }>;
/** Either: a query does not care whether it runs inside a transaction. */
export type Queryable = Sql | Transaction;
export type Fragment = postgres.PendingQuery<postgres.Row[]>;
/**
 * One statement as a whole, which is sent when somebody awaits it, or hands it to `Unit.waitAtEnd`. A function that sends
 * several, one after the other, cannot return one.
 */
export type Statement = postgres.PendingQuery<postgres.Row[]>;
/** What may be stored as JSON. */
export type Json = postgres.JSONValue;

export interface DatabaseOptions {
  /** The path of the server's socket, if it is on this machine: it costs both sides a fifth less than a port. */
  readonly socket?: string | undefined;
  readonly maxConnections: number;
  readonly statementTimeoutMs: number;
  readonly applicationName: string;
}

/** Postgres ends a statement at its time limit; by this much later we have heard of it, if anybody is there. */
const ANSWER_GRACE_MS = 5_000;

export function connectDatabase(url: string, options: DatabaseOptions): Sql {
  const sql = connectPool(url, options);
  // A pool of its own, since those who are to be cancelled may hold every connection of the other.
  const cancels = connectPool(url, { ...options, maxConnections: 1 });
  const end = sql.end;
  return Object.assign(sql, {
    cancelBackend: async (pid: number) => await cancels`select pg_cancel_backend(${pid})`,
    end: async (limit: Parameters<typeof end>[0]) => void await Promise.all([end(limit), cancels.end(limit)]),
  }) as unknown as Sql;
}

function connectPool(url: string, options: DatabaseOptions): postgres.Sql {
  const { statementTimeoutMs, socket: path } = options;
  const addresses = listAddresses(url, path);
  const hosts = new Hosts(addresses);
  return openPool((socket) => openClient(url, options, { addresses, socket }), {
    chooseHost: () => hosts.choose(),
    silenceLimitMs: statementTimeoutMs > 0 ? statementTimeoutMs + ANSWER_GRACE_MS : undefined,
  });
}

/** For rows that go to Postgres as JSON: the library translates only the names of columns that it writes itself. */
export function toColumnNames(row: object): Record<string, Json> {
  // The cast: rows hold only what may be stored.
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [postgres.fromCamel(name), value as Json]),
  );
}

interface Transport {
  readonly addresses: readonly ServerAddress[];
  readonly socket: () => ServerSocket;
}

function openClient(url: string, options: DatabaseOptions, { addresses, socket }: Transport): postgres.Sql {
  const settings = {
    max: options.maxConnections,
    socket,
    // Ours to do: see `dial.ts`.
    ssl: false,
    // Only for the library's messages. One text: given several, it takes the first one's refusal for an answer.
    host: [addresses.map(({ host }) => host).join(" or ")],
    port: [addresses[0]!.port],
    // Beyond this many statements on one connection, a transaction is begun that nobody ends (the library's issue 1189).
    max_pipeline: Number.MAX_SAFE_INTEGER,
    // Ours to do: see `connector.ts`.
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

/** How Postgres writes a moment in UTC. Read by hand, since a list has hundreds, and a `Date` for each takes a while. */
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
