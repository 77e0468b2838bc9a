/** How every change happens: one transaction for the effect, its events, its jobs and the memory of its key. */
import { type HandlerContext, HEADERS, isStillRunning } from "shared/bus/mod.ts";
import type { Changes, EventName } from "shared/contract/messages.ts";
import { type ErrorCode, OperationError } from "shared/errors.ts";
import type { Operation } from "shared/operation.ts";
import { Attempt } from "./attempt.ts";
import type { Fragment, Statement, Transaction } from "./database/connect.ts";
import { isInterrupted, isOutOfReach, isWorthRetrying, translateDatabaseError } from "./database/errors.ts";
import { Patience, patiently } from "./database/patience.ts";
import type { TotalsChange } from "./queries/customer_totals.ts";
import { enqueueEvents, enqueueJob, type NewEvent } from "./queries/outbox.ts";
import type { Store } from "./store.ts";
import type { Lookup, Together, Writing } from "./together.ts";
import { withKey } from "./with_key.ts";

/** A transaction and what goes with it. */
export interface Unit {
  readonly sql: Transaction;
  readonly store: Store;
  readonly teamId: string;
  readonly context: HandlerContext;
  /** With others in one transaction: see `runSharedCommand`. */
  readonly isShared: boolean;
  /** Asks for itself alone, or with others of its transaction. */
  ask<Question, Answer>(lookup: Lookup<Question, Answer>, question: Question): Promise<Answer>;
  /** Waits at the end for what it writes by itself, or leaves to the end what is written with that of others. */
  write<Item>(writing: Writing<Item>, item: Item): void;
  /** The event that tells a fact. */
  toEvent(fact: NewFact): NewEvent;
  /** Tells a fact once the transaction is committed. */
  emit(fact: NewFact): Statement;
  /**
   * For what answers nothing: what is sent afterwards, the commit too, runs behind it without a wait. A second statement
   * that waits for the first would come after the commit, hence the type.
   */
  waitAtEnd(written: Statement): void;
  /** Wakes a worker for this run once the transaction is committed. */
  announceRun(runId: string, generation: number): Promise<void>;
  /** Runs when the commit has succeeded; not run for a replayed answer. */
  afterCommit(action: () => void): void;
}

export interface NewFact {
  readonly name: EventName;
  readonly customerId: string | null;
  readonly changes?: Changes;
  readonly data: Record<string, unknown>;
  /** Of something else than what was ordered: whoever said why meant the other, and it has to go with that. */
  readonly isByTheWay?: true;
  /** What it changed of its customer's totals: see `move_totals.ts`. */
  readonly totals?: TotalsChange;
  /** What it tells of, where that is written with it: see `enqueueEvents`. */
  readonly written?: Fragment;
}

const MAX_TRIES = 3;

/** What is wrong with one part alone; any other trouble is that of all. */
const PART_REFUSALS: ReadonlySet<ErrorCode> = new Set(["INVALID", "NOT_FOUND", "CONFLICT"]);

/**
 * With the header `mesh-dry-run: true` the same happens, is answered and is then taken back as a whole: no row, no
 * event, no job, no remembered key, and nothing that follows a commit.
 * @throws {OperationError} what the work raised, CONFLICT while a command with the same key runs, KEY_REUSED, INVALID for
 * an If-Match where no version is looked at, and for a wish that is neither true nor false.
 */
export async function runCommand<Output>(
  store: Store,
  operation: Operation,
  input: unknown,
  context: HandlerContext,
  work: Work<Output>,
): Promise<Output> {
  return await run({ store, operation, input, context, work }, { mayShare: false });
}

/**
 * The same, at first together with others that come at the same time. Where that fails, be it for the others' sake,
 * nothing of it has happened, and it is done alone.
 * @param work While its unit is shared it may neither wait for a lock nor write but by `write`: it gives up with any
 * `OperationError`, which nobody hears.
 */
export async function runSharedCommand<Output>(
  store: Store,
  operation: Operation,
  input: unknown,
  context: HandlerContext,
  work: Work<Output>,
): Promise<Output> {
  return await run({ store, operation, input, context, work }, { mayShare: true });
}

type Work<Output> = (unit: Unit) => Promise<Output>;

interface Command<Output> {
  readonly store: Store;
  readonly operation: Operation;
  readonly input: unknown;
  readonly context: HandlerContext;
  readonly work: Work<Output>;
}

async function run<Output>(command: Command<Output>, { mayShare }: { mayShare: boolean }): Promise<Output> {
  const { store, operation, context } = command;
  refuseIdleCondition(operation, context);
  const trials: Trials = { collisions: 0, patience: new Patience(), unheard: undefined };
  let attempt = new Attempt({ isShared: !isDryRun(context) && mayShare });
  while (true) {
    try {
      const output = await (attempt.isShared ? runTogether : runAlone)(command, attempt);
      // An answer from before: what was to follow it follows now, if it was not heard.
      const { actions } = attempt.hasBegun ? attempt : trials.unheard ?? attempt;
      for (const action of actions) action();
      store.wakeRelay();
      return output;
    } catch (error) {
      // Thrown below with what the work has returned.
      if (error instanceof TakenBack) return answerDryRun(context, error.output as Output);
      if (!await mayTryAgain(error, attempt, trials, context)) throw translateDatabaseError(error);
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
  const work = async (sql: Transaction, together: Together) => {
    // Of its own class, one that has been cancelled would end all others' transaction.
    if (signal.aborted) throw new OperationError("CANCELLED", "Cancelled by the caller");
    resolve(await workOnce(command, attempt, sql, together));
  };
  await command.store.shared.run({ teamId, attempt, work });
  return await output;
}

async function workOnce<Output>(
  { store, operation, input, context, work }: Command<Output>,
  attempt: Attempt,
  sql: Transaction,
  together?: Together,
): Promise<Output> {
  context.signal.throwIfAborted();
  const unit = createUnit({ store, sql, context, attempt, together });
  return await withKey(unit, operation, input, () => attempt.begin(() => work(unit)));
}

/** What a try that failed has said of itself. */
function forget(reply: Record<string, string>): void {
  for (const name of Object.keys(reply)) delete reply[name];
}

/** What the attempts at one command have come to. */
interface Trials {
  collisions: number;
  readonly patience: Patience;
  /** The attempt whose commit was on its way when the connection broke: only its key can tell whether it arrived. */
  unheard: Attempt | undefined;
}

async function mayTryAgain(
  error: unknown,
  attempt: Attempt,
  trials: Trials,
  { headers, signal }: HandlerContext,
): Promise<boolean> {
  // The whole of its transaction was taken back, or it was refused: what of that is its own is seen when it is alone.
  if (attempt.isShared && !isOutOfReach(error)) return true;
  if (isWorthRetrying(error) || isInterrupted(error, attempt.lastedMs)) {
    return ++trials.collisions < MAX_TRIES;
  }
  if (isOutOfReach(error)) {
    if (attempt.isCommitting) trials.unheard = attempt;
    const isSafe = !trials.unheard || headers[HEADERS.idempotencyKey] !== undefined;
    return isSafe && await trials.patience.wait(signal);
  }
  // Postgres may not yet have noticed that the connection is gone which holds the key.
  const isOwnKey = trials.patience.isTested && error instanceof OperationError && isStillRunning(error);
  return isOwnKey && await trials.patience.wait(signal);
}

/**
 * A part of a command that may fail by itself: then nothing of it remains, and the rest goes on.
 * @returns What the work returned, or the refusal. Everything else that is thrown ends the whole command.
 */
export async function runPart<Output>(
  whole: Unit,
  context: HandlerContext,
  work: (part: Unit) => Promise<Output>,
): Promise<Output | OperationError> {
  const attempt = new Attempt();
  try {
    const output = await whole.sql.savepoint(async (sql) => {
      context.signal.throwIfAborted();
      const output = await work(createUnit({ store: whole.store, sql, context, attempt }));
      await attempt.written();
      return output;
    });
    attempt.actions.forEach((action) => whole.afterCommit(action));
    // `savepoint` widens the type of what the callback returned.
    return output as Output;
  } catch (error) {
    const refusal = isWorthRetrying(error) ? error : translateDatabaseError(error);
    if (refusal instanceof OperationError && PART_REFUSALS.has(refusal.code)) return refusal;
    throw error;
  }
}

/** A condition that nobody looks at would be taken for a promise. */
function refuseIdleCondition(operation: Operation, { headers }: HandlerContext): void {
  const { name, errors, outcomes } = operation;
  const hasVersion = errors?.includes("STALE");
  if (headers[HEADERS.ifMatch] && !hasVersion) {
    throw new OperationError("INVALID", `If-Match cannot be kept: ${name} goes by no version`);
  }
  const absence = headers[HEADERS.ifNoneMatch];
  if (!absence || (absence === "*" && hasVersion && outcomes?.includes("created"))) return;
  throw new OperationError("INVALID", `If-None-Match can only be *, where something is made: ${name}`);
}

/** Rolls the transaction back, as only something thrown can, and carries the answer out of it. */
class TakenBack extends Error {
  readonly output: unknown;

  constructor(output: unknown) {
    super("Dry run");
    this.output = output;
  }
}

/** Whoever wishes for one in other words must not get the change instead. */
function isDryRun({ headers }: HandlerContext): boolean {
  const wish = headers[HEADERS.dryRun] ?? "false";
  if (wish === "true" || wish === "false") return wish === "true";
  throw new OperationError("INVALID", `${HEADERS.dryRun} must be true or false`);
}

function answerDryRun<Output>(context: HandlerContext, output: Output): Output {
  context.reply[HEADERS.dryRun] = "true";
  return output;
}

/** Reads outside a transaction, again when the connection breaks, with the database's errors translated. */
export async function runQuery<Output>(work: () => Promise<Output>): Promise<Output> {
  try {
    return await patiently(work);
  } catch (error) {
    throw translateDatabaseError(error);
  }
}

interface Circumstances {
  readonly store: Store;
  readonly sql: Transaction;
  readonly context: HandlerContext;
  readonly attempt: Attempt;
  readonly together?: Together | undefined;
}

function createUnit({ store, sql, context, attempt, together }: Circumstances): Unit {
  const { teamId, actor, door } = context.caller;
  const { requestId } = context;
  const told = reasonOf(context);
  const toEvent = ({ data, isByTheWay, ...fact }: NewFact): NewEvent => (
    { ...fact, data: isByTheWay ? data : { ...told, ...data }, teamId, actor, door, requestId }
  );
  return {
    sql,
    store,
    teamId,
    context,
    isShared: attempt.isShared,
    // An answer for each question.
    ask: together
      ? (...asked) => together.ask(...asked)
      : async (lookup, one) => (await lookup(sql, teamId, [one]))[0]!,
    write: (writing, item) =>
      together
        ? void attempt.toWrite.push({ writing, item })
        : attempt.waitAtEnd(writing(sql, teamId, [item])),
    toEvent,
    emit: ({ written, ...fact }) => enqueueEvents(sql, teamId, [toEvent(fact)], written),
    announceRun: (runId, generation) => enqueueJob(sql, { teamId, runId, generation }),
    waitAtEnd: (written) => attempt.waitAtEnd(written),
    afterCommit: (action) => void attempt.actions.push(action),
  };
}

/** Why it is done, when somebody said so; what cannot be read was not said. */
function reasonOf({ headers }: HandlerContext): { readonly reason?: string } {
  try {
    const reason = decodeURIComponent(headers[HEADERS.reason] ?? "").slice(0, 200);
    return reason === "" || !reason.isWellFormed() ? {} : { reason: reason.replaceAll("\0", "\ufffd") };
  } catch {
    return {};
  }
}
