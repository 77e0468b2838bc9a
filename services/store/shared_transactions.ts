/** Commands that come while others are at work go together: one begin, one commit, one way to the disk. */
import { OperationError } from "shared/errors.ts";
import type { Attempt } from "./attempt.ts";
import type { Sql, Transaction } from "./database/connect.ts";

/**
 * One command's part of a transaction. It waits for no lock, since everybody would wait with it, and all that it writes
 * it writes by `waitAtEnd`. No lock keeps it from what the others of its transaction are about to write, either.
 */
export interface Share {
  readonly teamId: string;
  readonly attempt: Attempt;
  work(sql: Transaction): Promise<void>;
}

interface Waiting extends Share {
  resolve(): void;
  reject(error: unknown): void;
}

/** While some wait for the disk, or for us, others are at work; the fewer, the more go together. */
export const AT_ONCE = 4;
/** As many begin anew when one of them fails late. */
const MOST_TOGETHER = 16;

export class SharedTransactions {
  readonly #sql: Sql;
  #waiting: Waiting[] = [];
  #underWay = 0;

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
    if (this.#underWay === AT_ONCE || this.#waiting.length === 0) return;
    this.#underWay++;
    this.#runTogether(this.#takeNext()).finally(() => {
      this.#underWay--;
      this.#start();
    });
  }

  /** Of one team: no transaction is about two. */
  #takeNext(): Waiting[] {
    const { teamId } = this.#waiting[0]!;
    const taken = this.#waiting.filter((each) => each.teamId === teamId).slice(0, MOST_TOGETHER);
    this.#waiting = this.#waiting.filter((each) => !taken.includes(each));
    return taken;
  }

  /** Nobody hears how it went before the transaction is over: until then it holds their locks. */
  async #runTogether(shares: readonly Waiting[]): Promise<void> {
    try {
      const ends = await this.#sql.begin((sql) => workTogether(sql, shares));
      // Postgres takes a commit behind something that failed for a rollback: then nothing of anybody remains.
      await Promise.all(shares.map(({ attempt }) => attempt.written()));
      for (const [index, end] of ends.entries()) settle(shares[index]!, end);
    } catch (error) {
      for (const share of shares) share.reject(error);
    }
  }
}

type End = PromiseSettledResult<void>;

/** Whoever is refused before it has written anything concerns nobody else. */
async function workTogether(sql: Transaction, shares: readonly Share[]): Promise<End[]> {
  // Not before the last of them is done: whatever it sends afterwards would run outside the transaction.
  const ends = await Promise.allSettled(shares.map((share) => share.work(sql)));
  for (const [index, end] of ends.entries()) {
    if (end.status === "fulfilled") continue;
    if (!(end.reason instanceof OperationError) || shares[index]!.attempt.hasWritten) throw end.reason;
  }
  for (const [index, end] of ends.entries()) shares[index]!.attempt.isCommitting = end.status === "fulfilled";
  return ends;
}

function settle(share: Waiting, end: End): void {
  if (end.status === "fulfilled") share.resolve();
  else share.reject(end.reason);
}
