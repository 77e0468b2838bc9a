/** Reading and overwriting single messages of a stream, by JetStream's own requests (its API is plain NATS). */
import { Buffer } from "node:buffer";
import { OperationError } from "shared/errors.ts";
import type { Bus } from "./bus.ts";
import { decodeJson, encodeJson, type Headers } from "./envelope.ts";

const TIMEOUT_MS = 5_000;
const NO_MESSAGE_FOUND = 10037;

export interface StoredMessage {
  readonly sequence: number;
  readonly subject: string;
  readonly body: Uint8Array;
  /** Names in lower case. */
  readonly headers: Headers;
  /** ISO 8601, to the nanosecond. */
  readonly storedAt: string;
}

interface Reply {
  readonly error?: { code: number; err_code?: number; description?: string };
  readonly message?: { subject: string; seq: number; data?: string; hdrs?: string; time: string };
  readonly state?: { last_seq: number };
  readonly ack_floor?: { stream_seq: number };
}

/** The first one of a subject (with wildcards) from a sequence on; undefined when there is none. */
export async function findStored(
  bus: Bus,
  stream: string,
  from: { sequence: number; subject: string },
): Promise<StoredMessage | undefined> {
  const query = { seq: from.sequence, next_by_subj: from.subject };
  const { message, error } = await ask(bus, `STREAM.MSG.GET.${stream}`, query);
  if (error?.err_code === NO_MESSAGE_FOUND) return undefined;
  if (!message) throw refused(stream, error);
  return {
    sequence: message.seq,
    subject: message.subject,
    body: decodeBase64(message.data),
    headers: parseHeaders(decodeBase64(message.hdrs).toString()),
    storedAt: message.time,
  };
}

function decodeBase64(text = ""): Buffer {
  return Buffer.from(text, "base64");
}

/** As they stand on the wire: a line with the protocol's version, then one for each. */
function parseHeaders(text: string): Headers {
  const lines = text.split("\r\n").slice(1).filter((line) => line.includes(":"));
  return Object.fromEntries(lines.map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  }));
}

/** Its bytes are overwritten in the stream's files; the sequences of the others stay. */
export async function eraseStored(bus: Bus, stream: string, sequence: number): Promise<void> {
  const { error } = await ask(bus, `STREAM.MSG.DELETE.${stream}`, { seq: sequence });
  if (!error) return;
  // Aged out, or erased before an interruption.
  const isGone = !(await ask(bus, `STREAM.MSG.GET.${stream}`, { seq: sequence })).message;
  if (!isGone) throw refused(stream, error);
}

/** 0 while the stream has had no message. */
export async function findLastSequence(bus: Bus, stream: string): Promise<number> {
  const { state, error } = await ask(bus, `STREAM.INFO.${stream}`, {});
  if (!state) throw refused(stream, error);
  return state.last_seq;
}

/** Up to here the consumer needs no message any more. */
export async function findAckFloor(bus: Bus, stream: string, durable: string): Promise<number> {
  const { ack_floor: floor, error } = await ask(bus, `CONSUMER.INFO.${stream}.${durable}`, {});
  if (!floor) throw refused(stream, error);
  return floor.stream_seq;
}

async function ask(bus: Bus, verb: string, query: object): Promise<Reply> {
  const reply = await bus.request(`$JS.API.${verb}`, encodeJson(query), { timeoutMs: TIMEOUT_MS });
  // As the server's API documents it.
  return decodeJson(reply.body) as Reply;
}

function refused(stream: string, error: Reply["error"]): OperationError {
  return new OperationError("UNAVAILABLE", `Stream ${stream} does not answer: ${error?.description}`);
}
