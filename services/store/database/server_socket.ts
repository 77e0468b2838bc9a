/** The socket that the library gets: when its line to Postgres breaks, it stays open and answers in the server's place. */
import { Buffer } from "node:buffer";
import { EventEmitter } from "node:events";
import type { Socket } from "node:net";
import { Connector } from "./connector.ts";
import { connectionClosed } from "./errors.ts";
import { Frames } from "./frames.ts";
import type { Host } from "./hosts.ts";
import { ERROR_RESPONSE, isCancelRequest, READY, saysTooManyConnections } from "./protocol.ts";
import { TypesQuestion } from "./types_question.ts";

/** How long a server that was told good-bye may take to hang up. */
const GOOD_BYE_MS = 1_000;
const KEEP_ALIVE_MS = 60_000;

export interface ServerSocketOptions {
  readonly host: Host;
  /** Called once, before anybody else hears of it. */
  readonly onBroken: () => void;
  /** When the server is full: whether the pool can do with the connections that it has. */
  readonly canBeSpared: () => boolean;
  /** Resolves when everybody who waits by now to reserve a connection has got one, or has gone. */
  readonly whenReservationsServed: () => Promise<void>;
}

/**
 * Below, the **line** is the real connection to Postgres, of which the library sees nothing. Three things it must not see:
 *
 * - **A line that breaks.** The library (postgres 3.4.9) would open it again with the state of the old one; what comes of
 *   that is told in .github/decisions/0023-a-pool-that-is-replaced.md. Instead, everything that is open on the socket is
 *   answered with an error, and so is each further statement, until the pool ends.
 * - **A server that is full**, while the pool has other connections. The socket asks for room again and again, and to the
 *   library it is still connecting. It hears of the refusal only when nobody waits to reserve a connection: told earlier,
 *   it would fail that wish and fulfil it all the same later, with a connection that nobody gives back. It must hear of it
 *   some time, since a statement may wait for this very socket.
 * - **Half an answer about the types of arrays**: see `TypesQuestion`.
 */
export class ServerSocket extends EventEmitter {
  #options: ServerSocketOptions;
  #connector: Connector;
  #line: Socket | undefined;
  /** Written before there was a line. */
  #unsent: Buffer[] = [];
  /** The library's start-up message, which is said again to a server that was full. */
  #startUp: Buffer | undefined;
  #frames = new Frames();
  /** Since when the server owes an answer; 0 when it does not. */
  #owesSince = 0;
  /** Why the line has broken. */
  #broken: Error | undefined;
  #hasAnsweredBroken = false;
  /** The library has said good-bye, or has asked for a cancel: the end of the line is in order. */
  #isEnding = false;
  #isClosed = false;
  #types = new TypesQuestion();

  constructor(options: ServerSocketOptions) {
    super();
    this.#options = options;
    this.#connector = new Connector({
      host: options.host,
      onLine: (line) => this.#use(line),
      onFailure: (error) => this.#break(error),
      onDialAgain: () => this.#owesSince = performance.now(),
    });
  }

  get isBroken(): boolean {
    return this.#broken !== undefined;
  }

  /** It serves the pool, or will as soon as it is connected. */
  get isOfUse(): boolean {
    return !this.isBroken && !this.#isClosed && !this.#isEnding && !this.#connector.isWaitingForRoom;
  }

  /** Nothing is under way on it, and it is not in a transaction. */
  get isIdle(): boolean {
    return this.#isClosed || this.isBroken || this.#connector.isWaitingForRoom ||
      (this.#frames.isIdle && this.#owesSince === 0);
  }

  /** The library looks at it before it says good-bye. */
  get readyState(): "open" | "closed" {
    return this.isBroken || this.#isClosed ? "closed" : "open";
  }

  /** @param onWritten For a copy, whose next part waits for it. */
  write(bytes: Buffer, onWritten?: (error?: Error | null) => void): boolean {
    if (this.#frames.isFirstOpen) this.#types.hear(bytes);
    if (this.isBroken) {
      setImmediate(() => this.answerIfBroken());
      onWritten?.(this.#broken);
      return true;
    }
    this.#startUp ??= bytes;
    this.#owesSince ||= performance.now();
    this.#isEnding ||= isCancelRequest(bytes);
    if (!this.#line) return this.#unsent.push(bytes) > 0;
    return this.#line.write(bytes, onWritten);
  }

  /** The reader of a copy is slower than the server. */
  pause(): void {
    this.#line?.pause();
  }

  resume(): void {
    this.#line?.resume();
  }

  /** The library's good-bye; this one it may follow by a new connection, since nothing is open. */
  end(bytes: Buffer): void {
    this.#isEnding = true;
    this.#giveUpHostUnlessProven();
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

  /** No statement may take as long, so a server that is there would have answered. */
  breakIfSilent(limitMs: number): void {
    if (this.#owesSince > 0 && performance.now() - this.#owesSince > limitMs) this.#break(connectionClosed());
  }

  stopWaitingForRoom(): void {
    if (this.#connector.isWaitingForRoom) this.#break(connectionClosed());
  }

  /** @param state What the server would be in: `idle` once nobody holds the connection, which the library then gives on. */
  answerIfBroken(state: keyof typeof READY = "failed"): void {
    // The library's next words decide whether the types of arrays have to be answered first.
    const isUndecided = this.#frames.isFirstOpen && this.#types.isAsked === undefined;
    if (!this.#broken || this.#isClosed || isUndecided) return;
    if (!this.#hasAnsweredBroken && this.#isAskingTypes) this.emit("data", READY.idle);
    this.#hasAnsweredBroken = true;
    // The error first: without it, what is open would have succeeded when the server is ready again.
    this.emit("error", this.#broken);
    this.emit("data", READY[state]);
  }

  /** At the end of a pool the library is told after all, so that it stops its timers. */
  closeIfBroken(): void {
    if (this.isBroken) this.#close();
  }

  #use(line: Socket): void {
    this.#line = line;
    // Finds out about a server that has vanished while nobody asks it anything.
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
    const wasAskingTypes = this.#isAskingTypes;
    const messages = this.#frames.take(chunk);
    // A message may come unasked, and then nothing is owed.
    if (this.#owesSince > 0) this.#owesSince = this.#frames.isReady ? 0 : performance.now();
    if (!messages) return;
    if (this.#frames.isFirstOpen) this.#connector.admitted();
    if (wasAskingTypes) return this.#passOnTypes(messages);
    const isRefused = this.#frames.readyCount === 0 && this.#frames.last === ERROR_RESPONSE;
    if (isRefused && this.#mayWaitForRoom(messages)) return this.#waitForRoom(messages);
    this.emit("data", messages);
    // Whoever hears of the refusal and comes again must find a new pool.
    if (isRefused) this.#break(connectionClosed());
  }

  get #isAskingTypes(): boolean {
    return this.#frames.isFirstOpen && this.#types.isAsked === true;
  }

  #passOnTypes(messages: Buffer): void {
    this.#types.keep(messages);
    if (!this.#isAskingTypes) this.emit("data", this.#types.takeAnswer());
  }

  #mayWaitForRoom(refusal: Buffer): boolean {
    return saysTooManyConnections(refusal) &&
      (this.#connector.isWaitingForRoom || this.#options.canBeSpared());
  }

  #waitForRoom(refusal: Buffer): void {
    if (!this.#connector.isWaitingForRoom) {
      this.#options.whenReservationsServed().then(() => {
        if (this.#connector.isWaitingForRoom && !this.isBroken) this.emit("data", refusal);
      });
    }
    this.#line?.destroy();
    this.#line = undefined;
    this.#frames = new Frames();
    this.#owesSince = 0;
    this.#unsent = [this.#startUp!];
    this.#connector.waitForRoom();
  }

  #endDialing(): void {
    const { isWaitingForRoom } = this.#connector;
    this.#connector.close(connectionClosed());
    // Between two dials there is none that would fail now, and close the socket by that.
    if (isWaitingForRoom) setImmediate(() => this.#close());
  }

  #break(error: Error): void {
    if (this.isBroken || this.#isClosed) return;
    if (this.#isEnding) return this.#close();
    this.#broken = error;
    this.#giveUpHostUnlessProven();
    this.#connector.close(error);
    this.#line?.destroy();
    this.#options.onBroken();
    // Later, since the library may be in the middle of something.
    setImmediate(() => this.answerIfBroken());
  }

  /** The host is not there, does not let us in, or is one that the library leaves at once, such as a standby. */
  #giveUpHostUnlessProven(): void {
    if (this.#frames.readyCount <= 1 && !this.#connector.isWaitingForRoom) this.#options.host.giveUp();
  }

  #close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#connector.close(connectionClosed());
    this.emit("close", false);
  }
}
