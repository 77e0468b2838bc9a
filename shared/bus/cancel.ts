/** One mechanism for both sizes of work: what this process does now, by id, and how to stop it. */

/** How long a cancel that came before its work is remembered. */
const EARLY_CANCEL_MS = 5_000;

export class CancelRegistry {
  #running = new Map<string, AbortController>();
  #early = new Map<string, number>();

  /** Call before the first await, so that no cancel can slip in between. */
  register(id: string): AbortController {
    const controller = new AbortController();
    this.#running.set(id, controller);
    if (this.#early.delete(id)) controller.abort(new CancelledError("cancelled before it started"));
    return controller;
  }

  release(id: string): void {
    this.#running.delete(id);
  }

  /** True when the work ran here. */
  cancel(id: string, reason: string): boolean {
    const controller = this.#running.get(id);
    if (controller) controller.abort(new CancelledError(reason));
    else this.#rememberEarly(id);
    return controller !== undefined;
  }

  cancelAll(reason: string): void {
    for (const controller of this.#running.values()) controller.abort(new CancelledError(reason));
  }

  get size(): number {
    return this.#running.size;
  }

  #rememberEarly(id: string): void {
    const now = Date.now();
    // Insertion order is age order, so the old ones stand first.
    for (const [old, at] of this.#early) {
      if (now - at < EARLY_CANCEL_MS && this.#early.size < 10_000) break;
      this.#early.delete(old);
    }
    this.#early.set(id, now);
  }
}

/** The reason of a signal that a control message fired. */
export class CancelledError extends Error {
  override readonly name = "CancelledError";
}
