/** Bounded concurrency with a short queue: refusing at once keeps the good answers fast. */
import { OperationError } from "shared/errors.ts";

export interface LimiterOptions {
  readonly running: number;
  readonly waiting: number;
}

export class Limiter {
  #free: number;
  #options: LimiterOptions;
  #queue: (() => void)[] = [];

  constructor(options: LimiterOptions) {
    this.#options = options;
    this.#free = options.running;
  }

  /** @throws {OperationError} OVERLOADED when the queue is full. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  #enter(): Promise<void> | undefined {
    if (this.#free > 0) {
      this.#free--;
      return undefined;
    }
    if (this.#queue.length >= this.#options.waiting) {
      throw new OperationError("OVERLOADED", "Too busy at the moment", { details: { retryAfterMs: 1_000 } });
    }
    return new Promise((resolve) => this.#queue.push(resolve));
  }

  #leave(): void {
    const next = this.#queue.shift();
    if (next) next();
    else this.#free++;
  }
}
