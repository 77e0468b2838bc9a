/** An answer that comes in more than one message, passed on as the client reads. */
import { cancelRequest, type Message, receiveStream } from "shared/bus/mod.ts";
import type { Answer } from "./answer.ts";
import type { Exchange } from "../exchange.ts";
import type { Gateway } from "../gateway.ts";
import { watchEnd } from "./watch_end.ts";

export function streamAnswer(
  { bus }: Gateway,
  { answer, reply }: { answer: Answer; reply: Message },
  { request, callId: requestId, signal }: Exchange,
): Answer {
  if (request.method === "HEAD") {
    cancelRequest(bus, requestId);
    return { ...answer, body: null };
  }
  const { stream: body, ended } = watchEnd(receiveStream(bus, reply, { requestId, signal }));
  return { ...answer, body, ended };
}
