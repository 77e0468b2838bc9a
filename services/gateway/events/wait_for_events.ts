/** The long poll: a page of events that is asked for again until there is something in it. */
import { decodeJson, type Message } from "shared/bus/mod.ts";
import type { EventPage, events } from "shared/contract/events.ts";
import { OperationError } from "shared/errors.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import type { EventFeed } from "./event_feed.ts";

type Input = ParsedInputOf<typeof events.list>;

export interface Wait {
  readonly feed: EventFeed;
  readonly teamId: string;
  readonly input: Input;
  readonly signal: AbortSignal;
  /** Asks the store, which answers at once. */
  readonly read: (input: Input) => Promise<Message>;
}

/**
 * Between the questions nothing is held but the client's connection.
 * @throws {OperationError} CANCELLED when the client hangs up.
 */
export async function waitForEvents({ feed, teamId, input, signal, read }: Wait): Promise<Message> {
  if (input.waitSeconds === 0) return await read(input);
  const end = performance.now() + input.waitSeconds * 1_000;
  using listener = await feed.listen(teamId);
  for (let { after } = input;;) {
    const reply = await read({ ...input, after });
    // The cast: what the store builds to the contract.
    const { data, meta } = decodeJson(reply.body) as EventPage;
    const left = end - performance.now();
    if (data.length > 0 || left <= 0 || feed.isStopping) return reply;
    after = meta.position;
    if (!meta.hasMore) await listener.next(left, signal);
    if (signal.aborted) throw new OperationError("CANCELLED", "Cancelled by the caller");
  }
}
