/** Gets a connection into Postgres: dials, limits the time until it is let in, dials again while the server is full. */
import type { Socket } from "node:net";
import { connectTimeout } from "./errors.ts";
import type { Host } from "./hosts.ts";

/** From the dial until the server has let us in. */
const ADMISSION_MS = 5_000;
/** The pause before a full server is dialled again; it doubles each time. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;

export interface ConnectorOptions {
  readonly host: Host;
  /** Open, but not yet let in: what is said next is the library's start-up message. */
  readonly onLine: (line: Socket) => void;
  readonly onFailure: (error: Error) => void;
  /** Before each further dial. */
  readonly onDialAgain: () => void;
}

export class Connector {
  #options: ConnectorOptions;
  #dialing = new AbortController();
  #isWaitingForRoom = false;
  #pauseMs = FIRST_PAUSE_MS;
  #nextDial: ReturnType<typeof setTimeout> | undefined;
  #admissionLimit: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ConnectorOptions) {
    this.#options = options;
    this.#dial();
  }

  /** The server was full when it was last asked. */
  get isWaitingForRoom(): boolean {
    return this.#isWaitingForRoom;
  }

  /** The server has let us in. */
  admitted(): void {
    this.#isWaitingForRoom = false;
    clearTimeout(this.#admissionLimit);
  }

  /** The server is full: it is dialled again after a pause. */
  waitForRoom(): void {
    this.#isWaitingForRoom = true;
    clearTimeout(this.#admissionLimit);
    // Each after another pause: Postgres counts those that are just coming in, and all at once would keep each other out.
    const pauseMs = this.#pauseMs * (0.5 + Math.random());
    this.#nextDial = setTimeout(() => {
      this.#options.onDialAgain();
      this.#dial();
    }, pauseMs);
    Deno.unrefTimer(Number(this.#nextDial));
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
  }

  /** Nothing is dialled any more; a dial that is under way fails with this reason. */
  close(reason: Error): void {
    clearTimeout(this.#admissionLimit);
    clearTimeout(this.#nextDial);
    this.#dialing.abort(reason);
  }

  #dial(): void {
    const { host, onLine, onFailure } = this.#options;
    this.#admissionLimit = setTimeout(() => onFailure(connectTimeout()), ADMISSION_MS);
    host.dial(this.#dialing.signal).then(onLine, onFailure);
  }
}
