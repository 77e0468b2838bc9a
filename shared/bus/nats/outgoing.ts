/** What is said within one turn of the event loop leaves in one write: under load a write costs more than its message. */

/**
 * The client library writes after every task that said something, so each of many requests that are dealt with in the
 * same turn would pay for a system call here, one in the broker and one in the service that is woken.
 */
export class Outgoing {
  #waiting: (() => void)[] = [];

  /** @param send Hands one message to the client library; must not throw. */
  add(send: () => void): void {
    this.#waiting.push(send);
    if (this.#waiting.length === 1) setImmediate(() => this.leave());
  }

  /** In the order in which they were added. */
  leave(): void {
    for (const send of this.#waiting.splice(0)) send();
  }
}
