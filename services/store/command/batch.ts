/** Commands of one transaction ask and write in batches: one statement for all that is alike. */
import type { Statement, Transaction } from "../database/connect.ts";

/** Answers each question, in their order. */
export type Lookup<Question, Answer> = (
  sql: Transaction,
  teamId: string,
  questions: readonly Question[],
) => Promise<Answer[]>;

/** Writes all of them, in their order. */
export type Writing<Item> = (sql: Transaction, teamId: string, items: readonly Item[]) => Statement;

// deno-lint-ignore no-explicit-any -- The lookup knows its questions and answers; who keeps several does not.
type AnyLookup = Lookup<any, any>;
// deno-lint-ignore no-explicit-any -- As above.
type AnyWriting = Writing<any>;

/** Something to write, with how. */
export interface Written {
  readonly writing: AnyWriting;
  readonly item: unknown;
}

interface Asked {
  readonly lookup: AnyLookup;
  readonly question: unknown;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

export class Batch {
  readonly #sql: Transaction;
  readonly #teamId: string;
  #asked: Asked[] = [];
  readonly #claimed = new Set<string>();

  constructor(sql: Transaction, teamId: string) {
    this.#sql = sql;
    this.#teamId = teamId;
  }

  /** Asked with all that is asked in the same way by then: whoever begins at once comes to its question in one turn. */
  async ask<Question, Answer>(lookup: Lookup<Question, Answer>, question: Question): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    if (this.#asked.length === 0) setImmediate(() => this.#askAll());
    this.#asked.push({ lookup, question, resolve, reject });
    // Its own lookup has answered it.
    return await promise as Answer;
  }

  #askAll(): void {
    for (const [lookup, asked] of Map.groupBy(this.#asked.splice(0), (each) => each.lookup)) {
      lookup(this.#sql, this.#teamId, asked.map(({ question }) => question)).then(
        (answers) => asked.forEach((each, index) => each.resolve(answers[index])),
        (error) => asked.forEach((each) => each.reject(error)),
      );
    }
  }

  /**
   * For what somebody reads, to change it at the end of the transaction: no lock keeps the others in it from doing the
   * same.
   * @returns Whether nobody has claimed it before.
   */
  claim(id: string): boolean {
    const isFree = !this.#claimed.has(id);
    this.#claimed.add(id);
    return isFree;
  }

  write(all: readonly Written[]): Statement[] {
    const kinds = [...Map.groupBy(all, ({ writing }) => writing)];
    return kinds.map(([writing, same]) => writing(this.#sql, this.#teamId, same.map(({ item }) => item)));
  }
}
