/** What may be open several times at once, but not often. */
import { OperationError } from "shared/errors.ts";

/** How many of each key may be open at the same time. */
export class OpenAtOnce {
  #limit: number;
  #open = new Map<string, number>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * @returns To be called when it is closed.
   * @throws {OperationError} RATE_LIMITED when as many are open already.
   */
  enter(key: string): () => void {
    const count = this.#open.get(key) ?? 0;
    if (count >= this.#limit) {
      throw new OperationError("RATE_LIMITED", "Too many at the same time", {
        details: { retryAfterMs: 5_000 },
      });
    }
    this.#open.set(key, count + 1);
    return () => this.#leave(key);
  }

  #leave(key: string): void {
    const count = (this.#open.get(key) ?? 1) - 1;
    if (count > 0) this.#open.set(key, count);
    else this.#open.delete(key);
  }
}
