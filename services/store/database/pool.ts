/** A pool of connections that is thrown away as a whole when one of them breaks, and replaced by a new one. */
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import type { Way } from "./route.ts";
import { connectionClosed, ServerSocket } from "./server_socket.ts";

type Client = postgres.Sql;
/** Seconds that what is under way may take; none is endless. */
type EndLimit = Parameters<Client["end"]>[0];

export interface PoolOptions {
  readonly choose: () => Way;
  /** No answer for so long: nobody is there. */
  readonly silenceLimitMs: number | undefined;
}

const LOOK_AROUND_MS = 1_000;
const QUIET_POLL_MS = 20;
/** What is still under way in a pool that nobody else uses; longer than a statement may take. */
const LAST_WORK_MS = 15_000;

/**
 * What it returns is used as the library's own `sql`.
 * @param open Makes a client of the library that talks over this socket.
 */
export function openPool(open: (socket: () => ServerSocket) => Client, options: PoolOptions): Client {
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

  // The last argument is the work; the library wants nothing else in its place.
  const begin = (...args: Parameters<Client["begin"]>) => current.begin(args);
  const reserve = () => current.reserve();
  // The cast: a function that passes everything on has the type of what it passes it to.
  const sql = ((...args: Parameters<Client>) => current.client(...args)) as unknown as Client;
  Object.assign(sql, delegates(() => current.client), { begin, reserve, end });
  return sql;
}

/** What the library's `sql` does by a connection or for one of a pool; the rest is the same for all clients. */
const OF_A_CLIENT = ["unsafe", "file", "array", "notify", "largeObject", "close"];
/** They have a connection of their own, which would be closed with its pool, and nobody would be told. */
const NOT_OFFERED = ["listen", "subscribe"];

/** All that the library's `sql` can do, of whichever client is the present one. */
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

/** A line that is not to be: it would take a place at the server from those who ask now. */
const NOWHERE: Way = { dial: () => Promise.reject(connectionClosed()), leave: () => {} };

class Pool {
  readonly client: Client;
  #sockets = new Set<ServerSocket>();
  /** Transactions and reserved connections: between two statements their connections look idle. */
  #holders = 0;
  #waiting = new Set<(error: Error) => void>();
  /** Of each that waits for a connection to reserve: it has got one, or has gone. */
  #reserving = new Set<Promise<void>>();
  #watch: ReturnType<typeof setInterval> | undefined;
  #isEnding = false;
  #isEnded = false;
  #isRetired = false;

  constructor(open: (socket: () => ServerSocket) => Client, options: PoolOptions, onBroken: () => void) {
    const onSocketBroken = () => {
      onBroken();
      const waiting = [...this.#waiting];
      this.#waiting.clear();
      // Later: whoever is told why by Postgres itself hears that.
      setImmediate(() => waiting.forEach((reject) => reject(connectionClosed())));
    };
    this.client = open(() => {
      const socket: ServerSocket = new ServerSocket({
        way: this.#isEnded ? NOWHERE : options.choose(),
        onBroken: onSocketBroken,
        isDispensable: () => this.#canDoWithout(socket),
        whenServed: () => this.#whenServed(),
      });
      this.#sockets.add(socket);
      socket.once("close", () => this.#sockets.delete(socket));
      return socket;
    });
    const { silenceLimitMs } = options;
    if (silenceLimitMs) this.#watch = setInterval(() => this.#requireAnswers(silenceLimitMs), LOOK_AROUND_MS);
    if (this.#watch) Deno.unrefTimer(Number(this.#watch));
  }

  async begin(args: Parameters<Client["begin"]>): Promise<unknown> {
    const work = args.pop() as (sql: postgres.TransactionSql) => unknown;
    const turn = this.#awaitTurn();
    const hold = (sql: postgres.TransactionSql) => {
      turn.take();
      return work(sql);
    };
    const done = this.client.begin(...args as unknown as [string], hold).finally(turn.end);
    return await Promise.race([done, turn.lost]);
  }

  async reserve(): Promise<postgres.ReservedSql> {
    const turn = this.#awaitTurn();
    this.#reserving.add(turn.served);
    turn.served.then(() => this.#reserving.delete(turn.served));
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

  /** Whoever waits for a connection when one breaks goes elsewhere, and does not wait for those who hold the others. */
  #awaitTurn() {
    const { promise: lost, reject } = Promise.withResolvers<never>();
    const { promise: served, resolve } = Promise.withResolvers<void>();
    let isHeld = false;
    this.#waiting.add(reject);
    const leave = () => {
      resolve();
      return this.#waiting.delete(reject);
    };
    return {
      lost,
      served,
      take: () => {
        if (!leave()) throw connectionClosed();
        isHeld = true;
        this.#holders++;
      },
      end: () => {
        leave();
        if (isHeld) this.#holders--;
        isHeld = false;
        this.#letGo();
      },
    };
  }

  #canDoWithout(socket: ServerSocket): boolean {
    return !this.#isRetired && this.#sockets.values().some((other) => other !== socket && other.isPromising);
  }

  /** Those who wait now for a connection to reserve; those who come later do not count. */
  async #whenServed(): Promise<void> {
    await Promise.all(this.#reserving);
  }

  /** Lets what is under way come to its end, on the connections that are whole. */
  async retire(): Promise<void> {
    // What there is room for is for those who come now.
    this.#isRetired = true;
    for (const socket of this.#sockets) socket.giveUp();
    const end = performance.now() + LAST_WORK_MS;
    while (!this.#isQuiet && !this.#isEnding && performance.now() < end) {
      await pause(QUIET_POLL_MS);
    }
    if (!this.#isEnding) await this.end({ timeout: 1 });
  }

  async end(limit?: EndLimit): Promise<void> {
    this.#isEnding = true;
    await this.client.end(limit);
    // Not before: without a limit, nobody else notices a server that has vanished.
    clearInterval(this.#watch);
    // Told of an end, the library opens a line anew for whoever still waits in its queue, and has been told elsewhere.
    this.#isEnded = true;
    for (const socket of this.#sockets) socket.bury();
  }

  get #isQuiet(): boolean {
    return this.#holders === 0 && this.#sockets.values().every((socket) => socket.isIdle);
  }

  /** Who waits for a connection that the last holder of a broken one has kept would wait for ever. */
  #letGo(): void {
    if (this.#holders > 0) return;
    for (const socket of this.#sockets) socket.refuse("idle");
  }

  #requireAnswers(withinMs: number): void {
    for (const socket of this.#sockets) socket.requireAnswer(withinMs);
  }
}
