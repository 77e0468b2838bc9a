/** What the work of a command sees: its transaction and what goes with it. */
import { type HandlerContext, HEADERS } from "shared/bus/mod.ts";
import type { Changes, EventName } from "shared/contract/messages.ts";
import type { Attempt } from "./attempt.ts";
import type { Fragment, Statement, Transaction } from "../database/connect.ts";
import type { TotalsChange } from "../queries/customer_totals.ts";
import { enqueueEvents, enqueueJob, type NewEvent } from "../queries/outbox.ts";
import type { Store } from "../store.ts";
import type { Batch, Lookup, Writing } from "./batch.ts";

export interface Unit {
  readonly sql: Transaction;
  readonly store: Store;
  readonly teamId: string;
  readonly context: HandlerContext;
  /** With others in one transaction: see `mayShare` of `runCommand`. */
  readonly isShared: boolean;
  /** Asks for itself alone, or with others of its transaction. */
  ask<Question, Answer>(lookup: Lookup<Question, Answer>, question: Question): Promise<Answer>;
  /** False when another one of its transaction is to change this: then it goes alone. */
  claim(id: string): boolean;
  /** Waits at the end for what it writes by itself, or leaves to the end what is written with that of others. */
  write<Item>(writing: Writing<Item>, item: Item): void;
  /** The event that tells a fact. */
  toEvent(fact: NewFact): NewEvent;
  /** Tells a fact once the transaction is committed. */
  emit(fact: NewFact): Statement;
  /** The same of many, in their order: a tag may be that of every customer, and one statement for each takes too long. */
  emitAll(facts: readonly NewFact[]): Promise<void>;
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

interface Circumstances {
  readonly store: Store;
  readonly sql: Transaction;
  readonly context: HandlerContext;
  readonly attempt: Attempt;
  /** Of a shared transaction. */
  readonly batch?: Batch | undefined;
}

export function createUnit({ store, sql, context, attempt, batch }: Circumstances): Unit {
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
    ask: batch
      ? (...asked) => batch.ask(...asked)
      : async (lookup, one) => (await lookup(sql, teamId, [one]))[0]!,
    claim: (id) => !batch || batch.claim(id),
    write: (writing, item) =>
      batch ? void attempt.toWrite.push({ writing, item }) : attempt.waitAtEnd(writing(sql, teamId, [item])),
    toEvent,
    emit: ({ written, ...fact }) => enqueueEvents(sql, teamId, [toEvent(fact)], written),
    emitAll: async (facts) => {
      for (let from = 0; from < facts.length; from += TOLD_AT_ONCE) {
        await enqueueEvents(sql, teamId, facts.slice(from, from + TOLD_AT_ONCE).map(toEvent));
      }
    },
    announceRun: (runId, generation) => enqueueJob(sql, { teamId, runId, generation }),
    waitAtEnd: (written) => attempt.waitAtEnd(written),
    afterCommit: (action) => void attempt.actions.push(action),
  };
}

/** Each is compared with each other in its statement. */
const TOLD_AT_ONCE = 100;

/** Why it is done, when somebody said so; what cannot be read was not said. */
function reasonOf({ headers }: HandlerContext): { readonly reason?: string } {
  try {
    const reason = decodeURIComponent(headers[HEADERS.reason] ?? "").slice(0, 200);
    return reason === "" || !reason.isWellFormed() ? {} : { reason: reason.replaceAll("\0", "\ufffd") };
  } catch {
    return {};
  }
}
