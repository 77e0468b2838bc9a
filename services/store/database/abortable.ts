/** Runs a slow read that its caller can abandon: the query is cancelled in Postgres, and only that query. */
import process from "node:process";
import { OperationError } from "shared/errors.ts";
import type { Queryable, Sql } from "./connect.ts";

/** The same statements as on any other; only its release is ours to do. */
type Held = Awaited<ReturnType<Sql["reserve"]>>;

/** The answer to the first statement, which tells to which connection it was sent. */
type Opened = Promise<{ readonly state: { readonly pid: number } }>;

/**
 * Postgres cancels by connection, not by query, so a cancel that comes late would hit whoever uses the connection
 * next. Hence a reserved connection, and a barrier statement that absorbs a late cancel before the connection returns.
 */
export async function abortable<T>(
  sql: Sql,
  signal: AbortSignal,
  read: (connection: Queryable) => Promise<T>,
): Promise<T> {
  return await hold(sql, signal, (connection) => connection`select 1`.execute(), read);
}

/** @param open Sends the first statement; what is read is sent together with it. */
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
    const cancel = () => {
      cancelling = opened.then(({ state }) => sql.cancelBackend(state.pid)).catch(() => {});
    };
    signal.addEventListener("abort", cancel, { once: true });
    try {
      const reading = read(connection as unknown as Queryable);
      // Both have to be over before the connection may go to somebody else.
      await Promise.allSettled([opened, reading]);
      await opened;
      return await reading;
    } finally {
      signal.removeEventListener("abort", cancel);
    }
  } catch (error) {
    if (signal.aborted) throw new OperationError("CANCELLED", "Cancelled by the caller", { cause: error });
    throw error;
  } finally {
    await cancelling;
    if (cancelling) {
      await connection`select 1`.catch(() => {});
      // In case it was the end of a snapshot that was cancelled.
      await connection`rollback`.catch(() => {});
    }
    connection.release();
  }
}

const BEGIN_SNAPSHOT = "begin isolation level repeatable read read only";

/** Several as one message, to which there are as many answers. */
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
    // Nothing was written, and after a cancel nothing else would be possible.
    await connection`rollback`;
  }
}

/**
 * Statements of one round trip that all see the same moment: what goes before and after them is sent along. Each is planned
 * once for each connection, for any values: to plan takes longer than to read. So they are for those that read rows in the
 * order of an index, or out of it alone, which is right for few and for many.
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
    // In memory one page costs what another does.
    "set local random_page_cost = 1.1",
    "set local plan_cache_mode = force_generic_plan",
  ]);
  return await hold(sql, signal, open, async (connection) => {
    const reading = read(connection);
    const done = Promise.allSettled([reading]);
    // A statement that is awaited is sent some microtasks later than one that is executed: the end must not overtake it.
    await new Promise<void>((resolve) => process.nextTick(resolve));
    const ended = connection`rollback`.execute();
    // What fails is known only when the end has come too: then the connection may go to somebody else.
    await Promise.allSettled([done, ended]);
    return await reading;
  });
}

/**
 * A snapshot in which each statement is planned for its own values. A list with filters or a search needs that: what is
 * best for a common word is a hundred times slower for a rare one, and a plan made for all values serves neither.
 */
export async function readPlannedSnapshot<T>(
  sql: Sql,
  signal: AbortSignal,
  read: (connection: Queryable) => Promise<T>,
): Promise<T> {
  const open = sending([
    BEGIN_SNAPSHOT,
    "set local plan_cache_mode = force_custom_plan",
    // These reads are over before a helper has started.
    "set local max_parallel_workers_per_gather = 0",
  ]);
  return await hold(sql, signal, open, (connection) => endAfter(connection, read));
}
