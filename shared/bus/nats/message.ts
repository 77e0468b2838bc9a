/** A message in our words and in those of the client library. */
import { headers as createHeaders, type JsMsg, type Msg, type MsgHdrs } from "nats";
import type { Message } from "../bus.ts";
import type { Headers } from "../envelope.ts";

export function toWire(headers: Headers | undefined): MsgHdrs | undefined {
  if (!headers) return undefined;
  const wire = createHeaders();
  for (const [name, value] of Object.entries(headers)) wire.append(name, value);
  return wire;
}

export function fromWire(message: Msg | JsMsg): Message {
  const headers: Record<string, string> = {};
  for (const [name, [value = ""]] of message.headers ?? []) headers[name.toLowerCase()] = value;
  return {
    subject: message.subject,
    body: message.data,
    headers,
    replyTo: "reply" in message ? message.reply : undefined,
  };
}
