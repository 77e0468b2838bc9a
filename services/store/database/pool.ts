/** A pool of connections that is given up as a whole when one of them breaks, and replaced by a new one. */
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { connectionClosed } from "./errors.ts";
import type { Host } from "./hosts.ts";
import { ServerSocket } from "./server_socket.ts";
import { Turns } from "./turns.ts";

type Client = postgres.Sql;
type OpenClient = (socket: () => ServerSocket) => Client;
/** How long statements under way may still take, in seconds. */
type EndLimit = Parameters<Client["end"]>[0];

export interface PoolOptions {
  readonly chooseHost: () => Host;
  /** A server that owes an answer for this long is taken for lost; without it, none is. */
  readonly silenceLimitMs: number | undefined;
}

const SILENCE_CHECK_MS = 1_000;
const RETIRED_CHECK_MS = 20;
/** How long a retired pool waits for what is still under way; longer than a statement may take. */
const RETIREMENT_MS = 15_000;

/**
 * What it returns is used as the library's own `sql`.
 * @param open Makes a client of the library that talks through this socket.
 */
export function openPool(open: OpenClient, options: PoolOptions): Client {
  const retired = new Set<Pool>();
  let isEnded = false;
  let current = start();

  function start(): Pool {
    const pool: Pool = new Pool(open, options, () => replace(pool));
    return pool;
  }

  function replace(broken: Pool): void {
    if (current !== broken || isEnded) return;
    current = start();
    retired.add(broken);
    broken.retire().finally(() => retired.delete(broken));
  }

  async function end(limit?: EndLimit): Promise<void> {
    isEnded = true;
    await Promise.all([current, ...retired].map((pool) => pool.end(limit)));
  }

  const begin = (...args: Parameters<Client["begin"]>) => current.begin(args);
  const reserve = () => current.reserve();
  // The cast: a function that passes everything on has the type of what it passes it to.
  const sql = ((...args: Parameters<Client>) => current.client(...args)) as unknown as Client;
  Object.assign(sql, delegates(() => current.client), { begin, reserve, end });
  return sql;
}

/** What the library's `sql` does by a connection or for one of a pool; the rest is the same for all clients. */
const OF_A_CLIENT = ["unsafe", "file", "array", "notify", "largeObject", "close"];
/** Each keeps a connection of its own, which would be closed with its pool without a word to anybody. */
const NOT_OFFERED = ["listen", "subscribe"];

/** All that the library's `sql` can do, done by whichever client is the current one. */
function delegates(client: () => Client): object {
  const passOn = (name: string) => [name, (...args: unknown[]) => Reflect.get(client(), name)(...args)];
  const refuse = (name: string) => [name, () => {
    throw new TypeError(`Cannot ${name}: a pool that may be replaced keeps no connection for it`);
  }];
  const { typed, types, json, CLOSE, END, PostgresError } = client();
  return {
    typed,
    types,
    json,
    CLOSE,
    END,
    PostgresError,
    ...Object.fromEntries([...OF_A_CLIENT.map(passOn), ...NOT_OFFERED.map(refuse)]),
  };
}

/** For a pool that has ended: another connection would take a place at the server from the pool that follows. */
const NO_HOST: Host = { dial: () => Promise.reject(connectionClosed()), giveUp: () => {} };

/** One client of the library, from its first connection until the first of them breaks and the rest have done their work. */
class Pool {
  readonly client: Client;
  #sockets = new Set<ServerSocket>();
  #turns = new Turns(() => this.#freeBrokenConnections());
  /** Resolve when the one who waits to reserve a connection has got it, or has gone. */
  #reservations = new Set<Promise<void>>();
  #silenceCheck: ReturnType<typeof setInterval> | undefined;
  #isRetired = false;
  #isEnding = false;
  #isEnded = false;

  constructor(open: OpenClient, { chooseHost, silenceLimitMs }: PoolOptions, onBroken: () => void) {
    this.client = open(() => {
      const socket: ServerSocket = new ServerSocket({
        host: this.#isEnded ? NO_HOST : chooseHost(),
        onBroken: () => {
          onBroken();
          this.#turns.loseAll();
        },
        canBeSpared: () => this.#canSpare(socket),
        whenReservationsServed: () => this.#whenReservationsServed(),
      });
      this.#sockets.add(socket);
      socket.once("close", () => this.#sockets.delete(socket));
      return socket;
    });
    if (silenceLimitMs) this.#startSilenceCheck(silenceLimitMs);
  }

  /** @param args Those of the library's `begin`, of which the last is the work. */
  async begin(args: Parameters<Client["begin"]>): Promise<unknown> {
    const work = args.pop() as (sql: postgres.TransactionSql) => unknown;
    const turn = this.#turns.await();
    const workInTurn = (sql: postgres.TransactionSql) => {
      turn.take();
      return work(sql);
    };
    const done = this.client.begin(...args as unknown as [string], workInTurn).finally(turn.end);
    return await Promise.race([done, turn.lost]);
  }

  async reserve(): Promise<postgres.ReservedSql> {
    const turn = this.#turns.await();
    this.#reservations.add(turn.served);
    turn.served.then(() => this.#reservations.delete(turn.served));
    const reserved = this.client.reserve().then((connection) => {
      const release = connection.release;
      connection.release = () => {
        release();
        turn.end();
      };
      try {
        turn.take();
      } catch (error) {
        connection.release();
        throw error;
      }
      return connection;
    });
    return await Promise.race([reserved, turn.lost]).catch((error) => {
      turn.end();
      throw error;
    });
  }

  /** Lets what is under way come to its end, on the connections that are whole. */
  async retire(): Promise<void> {
    this.#isRetired = true;
    // What room there is at a full server is for the pool that follows.
    for (const socket of this.#sockets) socket.stopWaitingForRoom();
    const end = performance.now() + RETIREMENT_MS;
    while (!this.#isIdle && !this.#isEnding && performance.now() < end) await pause(RETIRED_CHECK_MS);
    if (!this.#isEnding) await this.end({ timeout: 1 });
  }

  async end(limit?: EndLimit): Promise<void> {
    this.#isEnding = true;
    await this.client.end(limit);
    // Not before: an end without a limit notices only by this that a server has vanished.
    clearInterval(this.#silenceCheck);
    // Before the library hears of the broken ones: it would connect anew for statements in its queue, which have their
    // answer already.
    this.#isEnded = true;
    for (const socket of this.#sockets) socket.closeIfBroken();
  }

  get #isIdle(): boolean {
    return !this.#turns.hasHolders && this.#sockets.values().every((socket) => socket.isIdle);
  }

  #canSpare(socket: ServerSocket): boolean {
    return !this.#isRetired && this.#sockets.values().some((other) => other !== socket && other.isOfUse);
  }

  /** Only those who wait by now; those who come later do not count. */
  async #whenReservationsServed(): Promise<void> {
    await Promise.all(this.#reservations);
  }

  /** The library gives a connection that was held to the next in its queue only when the server says that it is idle. */
  #freeBrokenConnections(): void {
    for (const socket of this.#sockets) socket.answerIfBroken("idle");
  }

  #startSilenceCheck(limitMs: number): void {
    this.#silenceCheck = setInterval(() => {
      for (const socket of this.#sockets) socket.breakIfSilent(limitMs);
    }, SILENCE_CHECK_MS);
    Deno.unrefTimer(Number(this.#silenceCheck));
  }
}
