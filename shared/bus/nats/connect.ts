/** Opens the connection to the broker. */
import { connect, type ConnectionOptions, type NatsConnection } from "nats";
import { hostsOf } from "shared/hosts_of.ts";
import type { Log } from "shared/log.ts";
import type { Bus } from "../bus.ts";
import { NatsBus } from "./nats_bus.ts";

export interface NatsOptions {
  /** `nats://host:port`, several separated by commas; may carry `user:password@`. */
  readonly url: string;
  readonly user?: string;
  readonly password?: string;
  /** Shown in the server's own listings. */
  readonly name: string;
  /** Answers to this connection arrive below this prefix; the server's permissions name it. */
  readonly inboxPrefix: string;
  readonly log: Log;
}

/** How often whoever reads the log is told that there is no broker yet. */
const WAITING_TOLD_MS = 2_000;

/** Waits until the broker is there and takes the login, and says so while it waits. */
export async function connectNats(options: NatsOptions): Promise<Bus> {
  const connection = await connectAloud(options, {
    servers: options.url.split(",").map((url) => url.trim()),
    ...credentials(options),
    name: options.name,
    inboxPrefix: options.inboxPrefix,
    maxReconnectAttempts: -1,
    waitOnFirstConnect: true,
    reconnectTimeWait: 100,
    reconnectJitter: 400,
    pingInterval: 5_000,
    maxPingOut: 2,
    // Two refusals in a row would close the client for good; during a rolling change of passwords that is fatal.
    ignoreAuthErrorAbort: true,
    // Else two stack traces are made for every question, in case it fails; ours name operation and request.
    noAsyncTraces: true,
  });
  return new NatsBus(connection, options.log);
}

async function connectAloud({ url, log }: NatsOptions, settings: ConnectionOptions): Promise<NatsConnection> {
  const tell = () =>
    log.warn("no broker yet: it is away, or refuses the login", { hosts: hostsOf(url, 4222) });
  const telling = setInterval(tell, WAITING_TOLD_MS);
  try {
    return await connect(settings);
  } finally {
    clearInterval(telling);
  }
}

function credentials(options: NatsOptions): { user?: string; pass?: string } {
  if (options.user) return { user: options.user, pass: options.password };
  const first = new URL(options.url.split(",")[0] ?? "");
  if (!first.username) return {};
  return { user: decodeURIComponent(first.username), pass: decodeURIComponent(first.password) };
}
