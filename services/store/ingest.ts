/** Takes commands that other services published to `ingest.>`: same handler, durable, and never lost in silence. */
import { setTimeout as pause } from "node:timers/promises";
import {
  type Bus,
  decodeJson,
  type Delivery,
  type Handler,
  type HandlerContext,
  HEADERS,
  isStillRunning,
  isTeamId,
  parseSubject,
  putAside,
  type Undone,
} from "shared/bus/mod.ts";
import { ERROR_KINDS, type FieldError, OperationError } from "shared/errors.ts";
import type { Log } from "shared/log.ts";
import type { Operation } from "shared/operation.ts";
import { parseInput } from "shared/validation.ts";
import type { WaitingCommand } from "./queries/waiting_commands.ts";
import { sha256 } from "./rules/secret_keys.ts";
import { listThings, type WaitingLine } from "./waiting_line.ts";

const BATCH = 64;
const WAIT_MS = 2_000;
const COMMAND_TIMEOUT_MS = 10_000;
/** Well below the time after which an unacknowledged message comes again. */
const STILL_WORKING_MS = 3_000;
/**
 * Pauses before the next try when the thing that a command refers to is not there: it may still be on its way, since there
 * is no order between what different services publish. A minute in all, in fewer tries than the consumer's limit of
 * deliveries; other commands of the team go on meanwhile.
 */
const NOT_FOUND_RETRIES_MS = [500, 2_000, 5_000, 10_000, 20_000, 20_000];
/** Pauses after a failure of ours; the last one is repeated until the consumer's limit of deliveries. */
const TROUBLE_RETRIES_MS = [1_000, 5_000, 30_000];
const LAST_DELIVERY = 10;

interface Served {
  readonly operation: Operation;
  readonly handler: Handler<Operation>;
}

interface Command extends Served, WaitingCommand {
  readonly input: unknown;
}

export interface IngestOptions {
  readonly bus: Pick<Bus, "pull" | "publishDurable">;
  readonly log: Log;
  /** Operations that may arrive this way, with their handlers. */
  readonly operations: ReadonlyMap<string, Served>;
  readonly line: WaitingLine;
  readonly tellRejected: (rejected: Rejected) => Promise<void>;
  /** For tests, that need not wait as long. */
  readonly notFoundRetriesMs?: readonly number[] | undefined;
}

export interface Rejected {
  readonly message: Undone;
  readonly code: string;
  /** For people. */
  readonly reason: string;
  readonly errors?: readonly FieldError[];
}

export class Ingest {
  #options: IngestOptions;
  #stopping = new AbortController();
  #done: Promise<void> = Promise.resolve();

  constructor(options: IngestOptions) {
    this.#options = options;
  }

  start(): void {
    this.#done = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
  }

  async #run(): Promise<void> {
    const { log } = this.#options;
    while (!this.#stopping.signal.aborted) {
      try {
        await this.#takeBatch();
      } catch (error) {
        log.warn("ingest interrupted", { error });
        await pause(500);
      }
    }
  }

  /** Works on each message as it comes, since a pull for many ends only when all are there or its time is over. */
  async #takeBatch(): Promise<void> {
    const { bus, log } = this.#options;
    const teams = new Map<string, Promise<void>>();
    const inHand = new Set<Delivery>();
    const timer = setInterval(() => this.#claim(inHand), STILL_WORKING_MS);
    try {
      const onDelivery = (delivery: Delivery) => {
        inHand.add(delivery);
        // A payment follows its invoice, so the messages of one team are taken one after another.
        const team = parseSubject(delivery.subject)?.team ?? "";
        const done = (teams.get(team) ?? Promise.resolve())
          .then(() => this.#process(delivery))
          .finally(() => inHand.delete(delivery));
        teams.set(team, done.catch((error) => log.warn("ingest interrupted", { error })));
      };
      const { signal } = this.#stopping;
      await bus.pull("INGEST", "store", { max: BATCH, waitMs: WAIT_MS, signal, onDelivery });
    } finally {
      await Promise.all(teams.values());
      clearInterval(timer);
    }
  }

  /** Keeps a message that waits for others of its team from being delivered again meanwhile. */
  #claim(inHand: ReadonlySet<Delivery>): void {
    try {
      for (const delivery of inHand) delivery.stillWorking();
    } catch (error) {
      this.#options.log.debug("the stream could not be told about a message", { error: String(error) });
    }
  }

  async #process(delivery: Delivery): Promise<void> {
    try {
      const delayMs = await this.#execute(delivery, this.#readCommand(delivery));
      if (delayMs !== undefined) delivery.retryAfter(delayMs);
    } catch (thrown) {
      await this.#giveUp(delivery, toError(thrown, this.#options.log));
    }
  }

  /** @throws {OperationError} INVALID, and NOT_FOUND for what is no command: nothing that is still on its way can change that. */
  #readCommand({ subject, body, streamSequence: sequence }: Delivery): Command {
    const address = parseSubject(subject);
    const entry = address && this.#options.operations.get(address.name);
    if (!entry || !isTeamId(address.team)) {
      throw new OperationError("NOT_FOUND", "There is no such operation here");
    }
    const input = parseInput(entry.operation.input, decodeJson(body));
    return { ...entry, input, teamId: address.team, sequence, things: listThings(entry.operation, input) };
  }

  /**
   * @returns After how long it has to be tried again.
   * @throws {OperationError} what no further try would change.
   */
  async #execute(delivery: Delivery, command: Command): Promise<number | undefined> {
    const delayMs = await this.#tryOnce(delivery, command).catch((thrown) => {
      const error = toError(thrown, this.#options.log);
      return this.#retryDelay(error, delivery.deliveryCount) ?? error;
    });
    const { line } = this.#options;
    if (typeof delayMs === "number") await this.#note(() => line.keep(command, delayMs));
    else if (delivery.deliveryCount > 1) await this.#note(() => line.leave(command));
    if (delayMs instanceof OperationError) throw delayMs;
    return delayMs;
  }

  /** @returns After how long it has to come again, where something before it has not been done. */
  async #tryOnce(delivery: Delivery, command: Command): Promise<number | undefined> {
    // Who has waited to the last is not left undone.
    const isLast = delivery.deliveryCount >= LAST_DELIVERY;
    const heldMs = isLast ? undefined : await this.#options.line.findDelay(command);
    if (heldMs !== undefined) return heldMs;
    await command.handler(command.input, this.#contextOf(delivery, command.teamId));
    await delivery.ack();
    return undefined;
  }

  /** What is not noted costs order for some seconds, and nothing else. */
  async #note(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#options.log.warn("a waiting message could not be noted", { error });
    }
  }

  #contextOf(delivery: Delivery, teamId: string): HandlerContext {
    const key = keyOf(delivery);
    const requestId = crypto.randomUUID();
    return {
      caller: { teamId, actor: `publisher:${teamId}`, door: "ingest" },
      signal: AbortSignal.timeout(COMMAND_TIMEOUT_MS),
      requestId,
      deadline: Date.now() + COMMAND_TIMEOUT_MS,
      log: this.#options.log.with({ requestId }),
      headers: { ...delivery.headers, [HEADERS.idempotencyKey]: `ingest.${key}` },
      reply: {},
    };
  }

  #retryDelay(error: OperationError, deliveryCount: number): number | undefined {
    if (error.code !== "NOT_FOUND") return troubleDelay(error, deliveryCount);
    const { notFoundRetriesMs = NOT_FOUND_RETRIES_MS } = this.#options;
    return notFoundRetriesMs[deliveryCount - 1];
  }

  async #giveUp(delivery: Delivery, error: OperationError): Promise<void> {
    try {
      await this.#reject(delivery, error);
    } catch (cause) {
      // Neither stored in the DLQ nor told: it has to come again.
      this.#options.log.warn("rejected message could not be put aside", { error: cause });
      delivery.retryAfter(TROUBLE_RETRIES_MS[0]!);
    }
  }

  /** The whole message goes to the DLQ with the reason, and only then ends here. */
  async #reject(delivery: Delivery, error: OperationError): Promise<void> {
    const { bus, log, tellRejected } = this.#options;
    const { code, message, details: { errors } } = error;
    await putAside(bus, "INGEST", delivery, { code, message, errors });
    await tellRejected({ message: delivery, code, reason: message, errors });
    delivery.end();
    log.warn("ingest rejected", { subject: delivery.subject, code: error.code, message: error.message });
  }
}

/** What an index holds, with room for its neighbours, and the database takes as a text. */
const PLAIN_KEY = /^[^\0]{1,1000}$/s;

/** A publisher that knows keys from the other doors may send one; a message without it is known by its id. */
function keyOf(delivery: Delivery): string {
  const key = delivery.headers[HEADERS.idempotencyKey] ?? messageIdOf(delivery);
  return PLAIN_KEY.test(key) ? key : sha256(key);
}

/** The publisher's own id; without one, the message's place in the stream, which a redelivery keeps. */
export function messageIdOf({ headers, streamSequence, storedAtNs }: Undone): string {
  return headers[HEADERS.messageId.toLowerCase()] ?? `${streamSequence}.${storedAtNs}`;
}

function troubleDelay(error: OperationError, deliveryCount: number): number | undefined {
  // "Still running": a redelivery that overtook the first delivery's commit.
  const isTrouble = ERROR_KINDS[error.code].isRetryable || error.code === "INTERNAL" ||
    error.code === "CANCELLED" ||
    isStillRunning(error);
  if (!isTrouble || deliveryCount >= LAST_DELIVERY) return undefined;
  return TROUBLE_RETRIES_MS[Math.min(deliveryCount, TROUBLE_RETRIES_MS.length) - 1];
}

function toError(thrown: unknown, log: Log): OperationError {
  if (thrown instanceof OperationError) return thrown;
  log.error("ingest failed", { error: thrown });
  return new OperationError("INTERNAL", "Something went wrong on our side", { cause: thrown });
}
