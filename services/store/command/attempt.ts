/** One try at a command, and what it leaves to be waited for, and to be done, at its end. */
import type { Statement } from "../database/connect.ts";
import type { Written } from "./batch.ts";

export class Attempt {
  /** In a transaction with others: see `shared_transactions.ts`. */
  readonly isShared: boolean;
  readonly actions: (() => void)[] = [];
  /** Of a shared one: what is written with that of the others. */
  readonly toWrite: Written[] = [];
  /** False as long as an earlier answer may do. */
  hasBegun = false;
  /** From then on nobody but Postgres knows how it ended. */
  isCommitting = false;
  readonly #begunAt = performance.now();
  readonly #last: Promise<unknown>[] = [];

  constructor({ isShared = false } = {}) {
    this.isShared = isShared;
  }

  get lastedMs(): number {
    return performance.now() - this.#begunAt;
  }

  get hasWritten(): boolean {
    return this.#last.length > 0;
  }

  begin<Output>(work: () => Promise<Output>): Promise<Output> {
    this.hasBegun = true;
    return work();
  }

  waitAtEnd(written: Statement): void {
    // Whoever fails before the end is reached does not wait for it.
    written.catch(() => {});
    this.#last.push(written);
  }

  async written(): Promise<void> {
    await Promise.all(this.#last);
  }
}
