/** How a line gets in to Postgres: dialled, given time to be welcomed, dialled again as long as there is no room. */
import type { Buffer } from "node:buffer";
import type { Socket } from "node:net";
import type { Way } from "./route.ts";

/** To be let in. */
const WELCOME_MS = 5_000;
/** The pause before we ask again whether there is room; it grows each time, and varies a little. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
/** SQLSTATE as a field of an error: the server, the database or the role has as many connections as it may have. */
const TOO_MANY_CONNECTIONS = "C53300\0";

export interface EntranceOptions {
  readonly way: Way;
  readonly onLine: (line: Socket) => void;
  readonly onFailure: (error: Error) => void;
  /** Before each further dial. */
  readonly onDialAgain: () => void;
}

export class Entrance {
  #options: EntranceOptions;
  #dialing = new AbortController();
  #isTurnedAway = false;
  #pauseMs = FIRST_PAUSE_MS;
  #nextDial: ReturnType<typeof setTimeout> | undefined;
  #welcomeLimit: ReturnType<typeof setTimeout> | undefined;

  constructor(options: EntranceOptions) {
    this.#options = options;
    this.#dial();
  }

  /** There was no room, and nobody waits for it any more. */
  get isTurnedAway(): boolean {
    return this.#isTurnedAway;
  }

  welcome(): void {
    this.#isTurnedAway = false;
    clearTimeout(this.#welcomeLimit);
  }

  turnAway(): void {
    this.#isTurnedAway = true;
    clearTimeout(this.#welcomeLimit);
    // Not all at once: Postgres counts those who are just coming in too, and would let none of them in.
    const pauseMs = this.#pauseMs * (0.5 + Math.random());
    this.#nextDial = setTimeout(() => {
      this.#options.onDialAgain();
      this.#dial();
    }, pauseMs);
    Deno.unrefTimer(Number(this.#nextDial));
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
  }

  /** No line comes from here any more; a dial that is under way fails with this. */
  close(reason: Error): void {
    clearTimeout(this.#welcomeLimit);
    clearTimeout(this.#nextDial);
    this.#dialing.abort(reason);
  }

  #dial(): void {
    const { way, onLine, onFailure } = this.#options;
    this.#welcomeLimit = setTimeout(() => onFailure(connectTimeout()), WELCOME_MS);
    way.dial(this.#dialing.signal).then(onLine, onFailure);
  }
}

export function saysNoRoom(refusal: Buffer): boolean {
  return refusal.includes(TOO_MANY_CONNECTIONS);
}

/** As the library itself calls it. */
function connectTimeout(): Error {
  return Object.assign(new Error("Postgres did not answer in time"), { code: "CONNECT_TIMEOUT" });
}
