/** Those who want a connection of a pool for themselves, as a transaction does: who waits for one, who has one. */
import { connectionClosed } from "./errors.ts";

export interface Turn {
  /** Rejects when the pool breaks before a connection was had: whoever waits then goes to the next pool. */
  readonly lost: Promise<never>;
  /** Resolves once the waiting is over, with a connection or without. */
  readonly served: Promise<void>;
  /** A connection was had. @throws when the turn was lost before, so that the connection must not be used. */
  take(): void;
  /** The connection is given back, or is not wanted any more. May be called more than once. */
  end(): void;
}

export class Turns {
  #onNoHolder: () => void;
  /** How many have a connection: between two of their statements it looks idle. */
  #holders = 0;
  #waiting = new Set<(error: Error) => void>();

  /** @param onNoHolder Called at each end of a turn after which nobody has a connection. */
  constructor(onNoHolder: () => void) {
    this.#onNoHolder = onNoHolder;
  }

  get hasHolders(): boolean {
    return this.#holders > 0;
  }

  await(): Turn {
    const { promise: lost, reject } = Promise.withResolvers<never>();
    const { promise: served, resolve } = Promise.withResolvers<void>();
    let isHeld = false;
    this.#waiting.add(reject);
    const stopWaiting = () => {
      resolve();
      return this.#waiting.delete(reject);
    };
    return {
      lost,
      served,
      take: () => {
        if (!stopWaiting()) throw connectionClosed();
        isHeld = true;
        this.#holders++;
      },
      end: () => {
        stopWaiting();
        if (isHeld) this.#holders--;
        isHeld = false;
        if (this.#holders === 0) this.#onNoHolder();
      },
    };
  }

  /** The pool has broken: all who wait lose their turn. */
  loseAll(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    // Later: whoever is being told by Postgres itself what was wrong hears that first.
    setImmediate(() => waiting.forEach((reject) => reject(connectionClosed())));
  }
}
