/** Commands that come while others are at work go together: one begin, one commit, one way to the disk. */
import { OperationError } from "shared/errors.ts";
import type { Attempt } from "./attempt.ts";
import type { Sql, Transaction } from "../database/connect.ts";
import { Batch } from "./batch.ts";

/**
 * One command's part of a transaction. It waits for no lock, since everybody would wait with it, and all that it writes
 * it leaves to the end, in `Attempt.toWrite` or by `waitAtEnd`. No lock keeps it from what the others of its
 * transaction are about to write, either.
 */
export interface Share {
  readonly teamId: string;
  readonly attempt: Attempt;
  work(sql: Transaction, batch: Batch): Promise<void>;
}

interface Waiting extends Share {
  resolve(): void;
  reject(error: unknown): void;
}

/** While some wait for the disk, or for us, others are at work. */
export const AT_ONCE = 4;
/**
 * More would save little more, and leave nobody to work while they wait for the disk. As many begin anew when one of
 * them fails late.
 */
const MOST_TOGETHER = 8;

export class SharedTransactions {
  readonly #sql: Sql;
  #waiting: Waiting[] = [];
  #underWay = 0;
  /** One waits for its connection, and will take whoever has come by then. */
  #isBeginning = false;

  /**
   * @param sql Of few connections, for this alone: each begins with empty caches and a plan for no statement, which
   * costs as much as some thousand invoices.
   */
  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /**
   * @throws what it has thrown itself, or what became of the transaction: if its attempt was not yet committing, or the
   * connection is whole, then nothing of it has happened.
   */
  run(share: Share): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#waiting.push({ ...share, resolve, reject });
    this.#start();
    return promise;
  }

  #start(): void {
    if (this.#isBeginning || this.#underWay === AT_ONCE || this.#waiting.length === 0) return;
    this.#isBeginning = true;
    this.#underWay++;
    this.#runTogether().finally(() => {
      this.#underWay--;
      this.#start();
    });
  }

  /** Nobody hears how it went before the transaction is over: until then it holds their locks. */
  async #runTogether(): Promise<void> {
    const taken: { shares?: Waiting[] } = {};
    try {
      const ends = await this.#sql.begin((sql) => workTogether(sql, taken.shares = this.#takeNext()));
      const shares = taken.shares!;
      // Postgres takes a commit behind something that failed for a rollback: then nothing of anybody remains.
      await Promise.all(shares.map(({ attempt }) => attempt.written()));
      for (const [index, end] of ends.entries()) settle(shares[index]!, end);
    } catch (error) {
      for (const share of taken.shares ?? this.#takeNext()) share.reject(error);
    }
  }

  /** Of one team: no transaction is about two. */
  #takeNext(): Waiting[] {
    this.#isBeginning = false;
    const { teamId } = this.#waiting[0]!;
    const taken = this.#waiting.filter((each) => each.teamId === teamId).slice(0, MOST_TOGETHER);
    this.#waiting = this.#waiting.filter((each) => !taken.includes(each));
    this.#start();
    return taken;
  }
}

type End = PromiseSettledResult<void>;

/** Whoever is refused before it has sent anything to write concerns nobody else. */
async function workTogether(sql: Transaction, shares: readonly Share[]): Promise<End[]> {
  const batch = new Batch(sql, shares[0]!.teamId);
  // Not before the last of them is done: whatever it sends afterwards would run outside the transaction.
  const ends = await Promise.allSettled(shares.map((share) => share.work(sql, batch)));
  for (const [index, end] of ends.entries()) {
    if (end.status === "fulfilled") continue;
    if (!(end.reason instanceof OperationError) || shares[index]!.attempt.hasWritten) throw end.reason;
  }
  const attempts = shares.map(({ attempt }) => attempt).filter((_, index) =>
    ends[index]!.status === "fulfilled"
  );
  const statements = batch.write(attempts.flatMap(({ toWrite }) => toWrite));
  for (const attempt of attempts) {
    statements.forEach((statement) => attempt.waitAtEnd(statement));
    attempt.isCommitting = true;
  }
  return ends;
}

function settle(share: Waiting, end: End): void {
  if (end.status === "fulfilled") share.resolve();
  else share.reject(end.reason);
}
