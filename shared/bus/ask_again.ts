/** Asks again when no answer comes: a service that is killed loses the requests that it holds without a word. */
import { OperationError } from "shared/errors.ts";
import type { Message } from "./bus.ts";
import { decodeError, isStillRunning } from "./envelope.ts";

/** The pause before the next try when nobody is there, or the first is still being worked on. */
const PAUSE_MS = 250;

/**
 * Sends, and sends again each time that no answer came within `afterMs`; the first answer wins, whichever sending it
 * belongs to. Safe for queries, and for commands with an idempotency key.
 * @param send Rejects when the time of the whole is over.
 */
export function askAgain(send: () => Promise<Message>, afterMs: number): Promise<Message> {
  const { promise, resolve, reject } = Promise.withResolvers<Message>();
  let isSettled = false;
  let isRepeated = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const repeatIn = (ms: number) => {
    clearTimeout(timer);
    if (!isSettled) timer = setTimeout(repeat, ms);
  };
  const repeat = () => {
    isRepeated = true;
    repeatIn(afterMs);
    send().then(
      (reply) => {
        if (isRefused(reply)) repeatIn(afterMs);
        else if (isFinal(reply)) resolve(reply);
        else repeatIn(PAUSE_MS);
      },
      (error) => isNobody(error) ? repeatIn(PAUSE_MS) : reject(error),
    );
  };
  repeatIn(afterMs);
  // The first answer is final, also when it is an error, but for one: "still being worked on" may speak of our own second
  // sending.
  send().then((reply) => isRepeated && !isFinal(reply) ? repeatIn(PAUSE_MS) : resolve(reply), reject);
  return promise.finally(() => {
    isSettled = true;
    clearTimeout(timer);
  });
}

function isFinal(reply: Message): boolean {
  const error = decodeError(reply.headers, reply.body);
  return !error || !isStillRunning(error);
}

/** For this sending there was no room; the one before may be under way all the same, and must not be taken for undone. */
function isRefused(reply: Message): boolean {
  return decodeError(reply.headers, reply.body)?.code === "OVERLOADED";
}

function isNobody(error: unknown): boolean {
  return error instanceof OperationError && error.code === "UNAVAILABLE";
}
