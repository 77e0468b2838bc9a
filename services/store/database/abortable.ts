/** Runs a slow read that its caller can abandon: the query is cancelled in Postgres, and only that query. */
import { OperationError } from "shared/errors.ts";
import type { Queryable, Sql } from "./connect.ts";

/**
 * Postgres cancels by connection, not by query, so a cancel that comes late would hit whoever uses the connection
 * next. Hence a reserved connection, and a barrier statement that absorbs a late cancel before the connection returns.
 */
export async function abortable<T>(
  sql: Sql,
  signal: AbortSignal,
  read: (connection: Queryable) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const connection = await sql.reserve();
  let cancelling: Promise<unknown> | undefined;
  try {
    // Sent together with what is read: one round trip less.
    const identified = connection<{ pid: number }[]>`select pg_backend_pid() as pid`.execute();
    const cancel = () => {
      cancelling = identified.then(([row]) => sql.cancelBackend(row!.pid)).catch(() => {});
    };
    signal.addEventListener("abort", cancel, { once: true });
    try {
      // A reserved connection runs the same statements; only its release is ours to do.
      const [result] = await Promise.all([read(connection as unknown as Queryable), identified]);
      return result;
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

/** Several such reads that all see the same moment, so that what they say adds up. */
export async function readSnapshot<T>(
  sql: Sql,
  signal: AbortSignal,
  read: (connection: Queryable) => Promise<T>,
): Promise<T> {
  return await abortable(sql, signal, async (connection) => {
    const begun = connection`begin isolation level repeatable read read only`.execute();
    try {
      const [result] = await Promise.all([read(connection), begun]);
      return result;
    } finally {
      // Nothing was written, and after a cancel nothing else would be possible.
      await connection`rollback`;
    }
  });
}

/**
 * A snapshot in one round trip, for statements that do not wait for each other: the end is sent behind them.
 * @param read Must have begun all of its statements when it returns.
 */
export async function readAtOnce<T extends unknown[]>(
  sql: Sql,
  signal: AbortSignal,
  read: (connection: Queryable) => [...{ [Index in keyof T]: Promise<T[Index]> }],
): Promise<T> {
  return await abortable(sql, signal, async (connection) => {
    const begun = connection`begin isolation level repeatable read read only`.execute();
    const reads = read(connection);
    const done = Promise.allSettled([begun, ...reads]);
    // A statement that is awaited is sent some microtasks later than one that is executed: the end must not overtake it.
    await new Promise((resolve) => setImmediate(resolve));
    const ended = connection`rollback`.execute();
    // What fails is known only when the end has come too: then the connection may go to somebody else.
    await Promise.allSettled([done, ended]);
    await begun;
    return await Promise.all(reads) as T;
  });
}

/**
 * From here on in this snapshot each statement is planned for its own values, as in {@linkcode readPlannedSnapshot}, but
 * never to read a table from end to end.
 */
export async function planAnew(sql: Queryable): Promise<void> {
  await sql`
    select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_bitmapscan', 'on', true),
      set_config('enable_seqscan', 'off', true)
  `;
}

/**
 * From here on in this snapshot each statement is planned once for each connection, for any values: where planning takes
 * three times as long as reading. That plan is right for few rows and for many if it reads them in the order of an index,
 * and so it does when the ways to gather and sort them are closed.
 */
export async function planOnce(sql: Queryable): Promise<void> {
  await sql`
    select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_bitmapscan', 'off', true),
      set_config('enable_seqscan', 'off', true)
  `;
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
  return await readSnapshot(sql, signal, async (connection) => {
    // And without helpers: these reads are over before a helper has started.
    const set = connection`
      select set_config('plan_cache_mode', 'force_custom_plan', true),
        set_config('max_parallel_workers_per_gather', '0', true)
    `.execute();
    const [result] = await Promise.all([read(connection), set]);
    return result;
  });
}
