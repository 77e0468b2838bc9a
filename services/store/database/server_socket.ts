/** The line to Postgres as the client library sees it: when it breaks, everything said on it is answered, at once and for good. */
import { Buffer } from "node:buffer";
import { EventEmitter } from "node:events";
import type { Socket } from "node:net";
import { Entrance, saysNoRoom } from "./entrance.ts";
import { Frames } from "./frames.ts";
import type { Way } from "./route.ts";

const ERROR_RESPONSE = 69;
/** Of the library's own first statement: see {@linkcode ServerSocket.prototype.write}. */
const TYPES_OF_ARRAYS = "b.typarray";
/** The server is ready: idle, or in a transaction that can only be rolled back. */
const READY = { idle: ready("I"), failed: ready("E") };
/** A server that does not hang up when told good-bye is left. */
const GOOD_BYE_MS = 1_000;
const KEEP_ALIVE_MS = 60_000;
/** In the place of a version, on a line of its own, which the server then closes without a word. */
const CANCEL_REQUEST = { bytes: 16, code: 80877102 };

export interface ServerSocketOptions {
  readonly way: Way;
  /** Called once, before anybody else hears of it. */
  readonly onBroken: () => void;
  /** When there is no room for this one: whether its pool can do without it, so that it is no reason to give that up. */
  readonly isDispensable: () => boolean;
  /** Settles when all who wait to reserve a connection at this moment have got one, or have gone. */
  readonly whenServed: () => Promise<void>;
}

/**
 * The library (postgres 3.4.9) takes a closed line for one that it may open again, with the state of the old one: it
 * writes a rollback to nothing, which ends the process (its issue 1208), lets a new transaction run statements of a
 * dead one (1216), leaves statements without an answer for ever (1186) and hands the first caller the end of another's
 * connection. So it is never told. A broken line answers instead, as a server would: an error to all that is open and
 * to each statement to come. Whoever made it lets go of the whole pool and takes a new one.
 *
 * One for which the server has no room, while it has let in others, is not broken: it asks for room again and again, and
 * the library takes it for one that is still being opened. Whoever wants to reserve one gets another, and only then does
 * the library hear of the refusal, for the sake of a statement that may wait for this very line. Earlier it would refuse
 * him who wants to reserve, and give him a connection all the same when his turn comes: nobody would ever give it back.
 */
export class ServerSocket extends EventEmitter {
  #options: ServerSocketOptions;
  #entrance: Entrance;
  #line: Socket | undefined;
  #unsent: Buffer[] = [];
  #frames = new Frames();
  #broken: Error | undefined;
  #isTold = false;
  #isEnding = false;
  #isOver = false;
  #waitingSince = 0;
  /** By what was written first, once the server had let us in; undefined until then. */
  #isTypesFirst: boolean | undefined;
  #types: Buffer[] = [];
  /** What is said first on a line. */
  #greeting: Buffer | undefined;

  constructor(options: ServerSocketOptions) {
    super();
    this.#options = options;
    this.#entrance = new Entrance({
      way: options.way,
      onLine: (line) => this.#use(line),
      onFailure: (error) => this.#break(error),
      onDialAgain: () => this.#waitingSince = performance.now(),
    });
  }

  get isBroken(): boolean {
    return this.#broken !== undefined;
  }

  /** The server has let it in, or has not yet said that there is no room. */
  get isPromising(): boolean {
    return !this.isBroken && !this.#isOver && !this.#isEnding && !this.#entrance.isTurnedAway;
  }

  /** Between two transactions, with nothing on its way. */
  get isIdle(): boolean {
    return this.#isOver || this.isBroken || this.#entrance.isTurnedAway ||
      (this.#frames.isIdle && this.#waitingSince === 0);
  }

  /** What the library asks before it says good-bye. */
  get readyState(): "open" | "closed" {
    return this.isBroken || this.#isOver ? "closed" : "open";
  }

  /** @param onWritten For a copy, whose next part comes after it. */
  write(bytes: Buffer, onWritten?: (error?: Error | null) => void): boolean {
    // Asked once by each of the library's connections, but not again when one is opened anew.
    if (this.#frames.readyCount === 1) this.#isTypesFirst ??= bytes.includes(TYPES_OF_ARRAYS);
    if (this.isBroken) {
      setImmediate(() => this.refuse());
      onWritten?.(this.#broken);
      return true;
    }
    this.#greeting ??= bytes;
    this.#waitingSince ||= performance.now();
    this.#isEnding ||= isCancelRequest(bytes);
    if (!this.#line) return this.#unsent.push(bytes) > 0;
    return this.#line.write(bytes, onWritten);
  }

  /** Of what is copied, more has come than its reader takes. */
  pause(): void {
    this.#line?.pause();
  }

  resume(): void {
    this.#line?.resume();
  }

  /** The library's good-bye: this one is in order, and it may open the line again. */
  end(bytes: Buffer): void {
    this.#isEnding = true;
    this.#leaveIfUnfit();
    if (!this.#line) return this.destroy();
    this.#line.end(bytes);
    const timer = setTimeout(() => this.destroy(), GOOD_BYE_MS);
    this.once("close", () => clearTimeout(timer));
  }

  destroy(): void {
    if (this.#isEnding && this.#line) this.#line.destroy();
    else if (this.#isEnding) this.#endDialing();
    else this.#break(connectionClosed());
  }

  /** A server that is there answers within this time, since no statement may take as long. */
  requireAnswer(withinMs: number): void {
    if (this.#waitingSince > 0 && performance.now() - this.#waitingSince > withinMs) {
      this.#break(connectionClosed());
    }
  }

  /** Asks for room no more, if it does. */
  giveUp(): void {
    if (this.#entrance.isTurnedAway) this.#break(connectionClosed());
  }

  /** @param status `idle` once nobody holds this line any more, so that whoever waits for one gets it, and an error. */
  refuse(status: keyof typeof READY = "failed"): void {
    // What the library is about to write says how it is to be answered.
    const isUnclear = this.#frames.readyCount === 1 && this.#isTypesFirst === undefined;
    if (!this.#broken || this.#isOver || isUnclear) return;
    if (!this.#isTold && this.#isAskingTypes) this.emit("data", READY.idle);
    this.#isTold = true;
    // Before the server is said to be ready: what is open then is over, and without an error it would have succeeded.
    this.emit("error", this.#broken);
    this.emit("data", READY[status]);
  }

  /** Tells the library at last, so that it stops its timers; only when nothing can be said on this line any more. */
  bury(): void {
    if (this.isBroken) this.#close();
  }

  #use(line: Socket): void {
    this.#line = line;
    // For a server that has vanished while nobody asks it anything.
    line.setKeepAlive(true, KEEP_ALIVE_MS);
    const isUsed = () => this.#line === line;
    line.on("data", (chunk: Buffer) => isUsed() && this.#read(chunk));
    line.on("drain", () => this.emit("drain"));
    line.on("error", (error) => isUsed() && this.#break(error));
    line.on("close", () => isUsed() && (this.#isEnding ? this.#close() : this.#break(connectionClosed())));
    if (this.isBroken) line.destroy();
    for (const bytes of this.#unsent.splice(0)) line.write(bytes);
  }

  #read(chunk: Buffer): void {
    if (this.isBroken) return;
    const isAskingTypes = this.#isAskingTypes;
    const messages = this.#frames.take(chunk);
    // Some messages are no answer to anything.
    if (this.#waitingSince > 0) this.#waitingSince = this.#frames.isReady ? 0 : performance.now();
    if (!messages) return;
    if (this.#frames.readyCount === 1) this.#entrance.welcome();
    if (!isAskingTypes) {
      const isRefused = this.#frames.readyCount === 0 && this.#frames.last === ERROR_RESPONSE;
      if (isRefused && this.#isForLackOfRoom(messages)) return this.#turnAway(messages);
      this.emit("data", messages);
      // Not let in: whoever hears that and comes again must not be sent to this pool.
      if (isRefused) this.#break(connectionClosed());
      return;
    }
    this.#types.push(messages);
    if (!this.#isAskingTypes) this.emit("data", Buffer.concat(this.#types.splice(0)));
  }

  /**
   * The library's own first statement asks for the types of arrays, in a promise that nobody holds: a failure of it
   * would end the process. So it hears the answer when that is whole, and else an empty one.
   */
  get #isAskingTypes(): boolean {
    return this.#isTypesFirst === true && this.#frames.readyCount === 1;
  }

  #isForLackOfRoom(refusal: Buffer): boolean {
    return saysNoRoom(refusal) && (this.#entrance.isTurnedAway || this.#options.isDispensable());
  }

  #turnAway(refusal: Buffer): void {
    if (!this.#entrance.isTurnedAway) {
      this.#options.whenServed().then(() => {
        if (this.#entrance.isTurnedAway && !this.isBroken) this.emit("data", refusal);
      });
    }
    this.#line?.destroy();
    this.#line = undefined;
    this.#frames = new Frames();
    this.#waitingSince = 0;
    this.#unsent = [this.#greeting!];
    this.#entrance.turnAway();
  }

  #endDialing(): void {
    const { isTurnedAway } = this.#entrance;
    this.#entrance.close(connectionClosed());
    // Between two dials there is none that could hear of it.
    if (isTurnedAway) setImmediate(() => this.#close());
  }

  #break(error: Error): void {
    if (this.isBroken || this.#isOver) return;
    if (this.#isEnding) return this.#close();
    this.#broken = error;
    this.#leaveIfUnfit();
    this.#entrance.close(error);
    this.#line?.destroy();
    this.#options.onBroken();
    // Later, since the library may be in the middle of something.
    setImmediate(() => this.refuse());
  }

  /** Nobody there, or somebody who does not let us in, or whom the library leaves at once for what he is. */
  #leaveIfUnfit(): void {
    if (this.#frames.readyCount <= 1 && !this.#entrance.isTurnedAway) this.#options.way.leave();
  }

  #close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#entrance.close(connectionClosed());
    this.emit("close", false);
  }
}

function ready(status: string): Buffer {
  return Buffer.from(["Z".charCodeAt(0), 0, 0, 0, 5, status.charCodeAt(0)]);
}

function isCancelRequest(bytes: Buffer): boolean {
  return bytes.length === CANCEL_REQUEST.bytes && bytes.readUInt32BE(0) === CANCEL_REQUEST.bytes &&
    bytes.readUInt32BE(4) === CANCEL_REQUEST.code;
}

/** As the library itself calls it. */
export function connectionClosed(): Error {
  return Object.assign(new Error("The connection to Postgres was closed"), { code: "CONNECTION_CLOSED" });
}
