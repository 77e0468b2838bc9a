/** How every change happens: one transaction for the effect, its events, its jobs and the memory of its key. */
import type { Handler, HandlerContext, ResultOf } from "shared/bus/mod.ts";
import { OperationError } from "shared/errors.ts";
import type { Operation, ParsedInputOf } from "shared/operation.ts";
import { Attempt } from "./attempt.ts";
import type { Transaction } from "../database/connect.ts";
import { translateDatabaseError } from "../database/errors.ts";
import { answerDryRun, isDryRun, TakenBack } from "./dry_run.ts";
import { refuseIdleCondition } from "./idle_condition.ts";
import type { Store } from "../store.ts";
import type { Batch } from "./batch.ts";
import { Retries } from "./retries.ts";
import { createUnit, type Unit } from "./unit.ts";
import { withKey } from "./with_key.ts";

interface Command<Output> {
  readonly store: Store;
  readonly operation: Operation;
  readonly input: unknown;
  readonly context: HandlerContext;
  readonly work: (unit: Unit) => Promise<Output>;
  /**
   * At first together with others that come at the same time. Where that fails, be it for the others' sake, nothing of
   * it has happened, and it is done alone. While its unit is shared, work may neither wait for a lock nor write but by
   * `write`, nor change what it has not claimed: it gives up with any `OperationError`, which nobody hears.
   */
  readonly mayShare?: boolean;
}

/** The handler of an operation that changes something. */
export function handleCommand<Op extends Operation>(
  store: Store,
  operation: Op,
  work: (unit: Unit, input: ParsedInputOf<Op>) => Promise<ResultOf<Op>>,
  mayShare: (input: ParsedInputOf<Op>) => boolean = () => false,
): Handler<Op> {
  return (input, context) =>
    runCommand({
      store,
      operation,
      input,
      context,
      work: (unit) => work(unit, input),
      mayShare: mayShare(input),
    });
}

/**
 * With the header `mesh-dry-run: true` the same happens, is answered and is then taken back as a whole: no row, no
 * event, no job, no remembered key, and nothing that follows a commit.
 * @throws {OperationError} what the work raised, CONFLICT while a command with the same key runs, KEY_REUSED, INVALID for
 * an If-Match where no version is looked at, and for a wish that is neither true nor false.
 */
export async function runCommand<Output>(command: Command<Output>): Promise<Output> {
  const { store, operation, context, mayShare = false } = command;
  refuseIdleCondition(operation, context);
  const retries = new Retries(context);
  let attempt = new Attempt({ isShared: !isDryRun(context) && mayShare });
  while (true) {
    try {
      const output = await (attempt.isShared ? runTogether : runAlone)(command, attempt);
      for (const action of retries.actionsAfter(attempt)) action();
      store.wakeRelay();
      return output;
    } catch (error) {
      // Thrown below with what the work has returned.
      if (error instanceof TakenBack) return answerDryRun(context, error.output as Output);
      if (!await retries.mayGoOn(error, attempt)) throw translateDatabaseError(error);
    }
    attempt = new Attempt();
    forget(context.reply);
  }
}

async function runAlone<Output>(command: Command<Output>, attempt: Attempt): Promise<Output> {
  const output = await command.store.sql.begin(async (sql) => {
    const output = await workOnce(command, attempt, sql);
    attempt.isCommitting = !isDryRun(command.context);
    if (attempt.isCommitting) return output;
    await attempt.written();
    throw new TakenBack(output);
  });
  // Postgres takes a commit behind something that failed for a rollback, and does not call it an error.
  await attempt.written();
  // `begin` widens the type of what the callback returned.
  return output as Output;
}

async function runTogether<Output>(command: Command<Output>, attempt: Attempt): Promise<Output> {
  const { promise: output, resolve } = Promise.withResolvers<Output>();
  const { caller: { teamId }, signal } = command.context;
  const work = async (sql: Transaction, batch: Batch) => {
    // Of its own class, one that has been cancelled would end all others' transaction.
    if (signal.aborted) throw new OperationError("CANCELLED", "Cancelled by the caller");
    resolve(await workOnce(command, attempt, sql, batch));
  };
  await command.store.shared.run({ teamId, attempt, work });
  return await output;
}

async function workOnce<Output>(
  { store, operation, input, context, work }: Command<Output>,
  attempt: Attempt,
  sql: Transaction,
  batch?: Batch,
): Promise<Output> {
  context.signal.throwIfAborted();
  const unit = createUnit({ store, sql, context, attempt, batch });
  return await withKey(unit, operation, input, () => attempt.begin(() => work(unit)));
}

/** What a try that failed has said of itself. */
function forget(reply: Record<string, string>): void {
  for (const name of Object.keys(reply)) delete reply[name];
}
