/** What a message of the bus says, if it is as the contract wants it. */
import { decodeJson, type Message } from "shared/bus/mod.ts";

interface Schema<Value> {
  safeParse(value: unknown): { readonly success: boolean; readonly data?: Value };
}

/** Undefined for anything else: the caller decides what becomes of the message. */
export function readMessage<Value>(message: Message, schema: Schema<Value>): Value | undefined {
  try {
    return schema.safeParse(decodeJson(message.body)).data;
  } catch {
    return undefined;
  }
}
