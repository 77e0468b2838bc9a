/** Runs a slow read that its caller can abandon: the query is cancelled in Postgres, and only that query. */
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { OperationError } from "shared/errors.ts";
import type { Queryable, Sql } from "./connect.ts";

/** How long a cancel is given to work before the next one. */
const CANCEL_AGAIN_MS = 25;

/** A connection that is ours until we release it. */
type Held = Awaited<ReturnType<Sql["reserve"]>>;

/** The answer to the first statement: `pid` is the process of Postgres that a cancel has to name. */
type Opened = Promise<{ readonly state: { readonly pid: number } }>;

/**
 * Postgres cancels by connection, not by query, so a cancel that comes late would hit whoever uses the connection next.
 * Hence a reserved connection, and one more statement on it, which a late cancel hits, before it goes back to the pool.
 */
export async function abortable<T>(
  sql: Sql,
  signal: AbortSignal,
  read: (connection: Queryable) => Promise<T>,
): Promise<T> {
  return await hold(sql, signal, (connection) => connection`select 1`.execute(), read);
}

/** @param open Sends the first statement; `read` sends its own right behind, without waiting for the answer. */
async function hold<T>(
  sql: Sql,
  signal: AbortSignal,
  open: (connection: Held) => Opened,
  read: (connection: Queryable) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const connection = await sql.reserve();
  let cancelling: Promise<unknown> | undefined;
  try {
    const opened = open(connection);
    const over = new AbortController();
    const cancel = () => {
      cancelling = opened.then(({ state }) => cancelUntil(over.signal, sql, state.pid)).catch(() => {});
    };
    signal.addEventListener("abort", cancel, { once: true });
    try {
      const reading = read(connection as unknown as Queryable);
      // Both have to be over before the connection may go to somebody else.
      await Promise.allSettled([opened, reading]);
      await opened;
      return await reading;
    } finally {
      over.abort();
      signal.removeEventListener("abort", cancel);
    }
  } catch (error) {
    if (signal.aborted) throw new OperationError("CANCELLED", "Cancelled by the caller", { cause: error });
    throw error;
  } finally {
    await cancelling;
    if (cancelling) {
      await connection`select 1`.catch(() => {});
      // The cancel may have hit the rollback at the end of a snapshot.
      await connection`rollback`.catch(() => {});
    }
    connection.release();
  }
}

/** Again and again, since Postgres forgets a cancel that comes while it waits for the next message. */
async function cancelUntil(over: AbortSignal, sql: Sql, pid: number): Promise<void> {
  while (!over.aborted) {
    await sql.cancelBackend(pid);
    await pause(CANCEL_AGAIN_MS, undefined, { signal: over }).catch(() => {});
  }
}

const BEGIN_SNAPSHOT = "begin isolation level repeatable read read only";

/** Several statements in one message; each has an answer of its own. */
function sending(statements: readonly string[]): (connection: Held) => Opened {
  const text = statements.join(";");
  return (connection) =>
    // The cast: each answer says to which connection it was sent.
    connection.unsafe(text).then(([begun]) => begun as unknown as Awaited<Opened>);
}

async function endAfter<T>(connection: Queryable, read: (connection: Queryable) => Promise<T>): Promise<T> {
  try {
    return await read(connection);
  } finally {
    // Nothing was written, and a transaction that was cancelled cannot commit.
    await connection`rollback`;
  }
}

/**
 * Statements that all see the same moment, in one round trip: begin and end of their transaction are sent along. Each is
 * planned once on each connection, for any values, since planning would take longer than reading. That is right only for
 * statements that read an index in its order, or nothing but an index: this plan is good for few rows and for many.
 */
export async function readPlanned<T>(
  sql: Sql,
  signal: AbortSignal,
  read: (connection: Queryable) => Promise<T>,
): Promise<T> {
  const open = sending([
    BEGIN_SNAPSHOT,
    "set local enable_seqscan = off",
    "set local enable_bitmapscan = off",
    // All is in memory, where no page costs more than another.
    "set local random_page_cost = 1.1",
    "set local plan_cache_mode = force_generic_plan",
  ]);
  return await hold(sql, signal, open, async (connection) => {
    const reading = read(connection);
    const done = Promise.allSettled([reading]);
    // An awaited statement is sent some microtasks later than an executed one: the rollback must not overtake it.
    await new Promise<void>((resolve) => process.nextTick(resolve));
    const ended = connection`rollback`.execute();
    // Both have to be over, whether they failed or not, before the connection may go to somebody else.
    await Promise.allSettled([done, ended]);
    return await reading;
  });
}

/**
 * Statements that all see the same moment, each planned for its own values. A list with filters or a search needs that: the
 * best plan for a common word is a hundred times slower for a rare one, and a plan for all values is good for neither.
 */
export async function readPlannedSnapshot<T>(
  sql: Sql,
  signal: AbortSignal,
  read: (connection: Queryable) => Promise<T>,
): Promise<T> {
  const open = sending([
    BEGIN_SNAPSHOT,
    "set local plan_cache_mode = force_custom_plan",
    // These reads are over before a parallel worker has started.
    "set local max_parallel_workers_per_gather = 0",
  ]);
  return await hold(sql, signal, open, (connection) => endAfter(connection, read));
}
