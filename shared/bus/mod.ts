/** The bus: everything a service needs to ask, answer, announce and cancel. */
export type { Bus, Delivery, Message } from "./bus.ts";
export { connectNats, type NatsOptions } from "./nats/connect.ts";
export { call, type Caller, type CallOptions, callRaw, cancelRequest, timeoutOf } from "./call.ts";
export { type Handler, type HandlerContext, type Handlers, type ResultOf, Server } from "./serve.ts";
export { isStreamed, receiveStream } from "./receive_stream.ts";
export { CancelledError, CancelRegistry } from "./cancel.ts";
export { Limiter } from "./limiter.ts";
export {
  decodeError,
  decodeJson,
  encodeError,
  encodeJson,
  HEADERS,
  type Headers,
  isStillRunning,
  MAX_BODY_BYTES,
  OWN_KEY_PREFIX,
  type ReplyOutcome,
} from "./envelope.ts";
export {
  controlSubject,
  dlqSubject,
  eventPattern,
  eventSubject,
  ingestSubject,
  isTeamId,
  jobSubject,
  parseSubject,
  rpcSubject,
} from "./subjects.ts";
export { ACK_WAIT_MS, ensureStreams, MAX_INGEST_BYTES, type StreamRoom } from "./streams.ts";
export { putAside, type Undone } from "./dead_letters.ts";
export {
  eraseStored,
  findAckFloor,
  findLastSequence,
  findStored,
  type StoredMessage,
} from "./stored_messages.ts";
