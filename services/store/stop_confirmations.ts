/** Lets a cancel wait a moment for the worker's word that the last socket is closed. */

export class StopConfirmations {
  #waiting = new Map<string, (at: string) => void>();

  /** The moment of the confirmation, or undefined when none came in time (or it went to another instance). */
  async wait(runId: string, limitMs: number): Promise<string | undefined> {
    const { promise, resolve } = Promise.withResolvers<string | undefined>();
    this.#waiting.set(runId, resolve);
    const timer = setTimeout(() => resolve(undefined), limitMs);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(runId);
    }
  }

  confirm(runId: string, at: string): void {
    this.#waiting.get(runId)?.(at);
  }
}
