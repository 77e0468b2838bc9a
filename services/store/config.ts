/** The store's environment. */
import { z } from "zod";
import { logLevel, readConfig } from "shared/config.ts";

const database = { STORE_DATABASE_URL: z.string().min(1) };

const shape = {
  ...database,
  /** The path of Postgres' socket, where it runs on this machine; user, password and database are those of the URL. */
  STORE_DATABASE_SOCKET: z.string().optional(),
  STORE_NATS_URL: z.string().min(1),
  STORE_NATS_USER: z.string().optional(),
  STORE_NATS_PASSWORD: z.string().optional(),
  /** A second user that may publish events; the one that answers may not (a forged reply subject must lead nowhere). */
  STORE_NATS_PUBLISHER_USER: z.string().optional(),
  STORE_NATS_PUBLISHER_PASSWORD: z.string().optional(),
  /** Portal links and cursors derive from it: whoever changes it, breaks every link. */
  STORE_PORTAL_SECRET: z.string().min(16),
  /** Where clients reach the gateway: what portal links and the addresses of pictures begin with. */
  STORE_PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, "")),
  /** Disk to reserve on the broker for the four streams together. */
  STORE_STREAMS_MIB: z.coerce.number().int().min(8).default(1024),
  /** Copies of each stream that a cluster keeps; a single server can keep only one. */
  STORE_STREAM_REPLICAS: z.coerce.number().int().min(1).max(5).default(1),
  /** How many connections to Postgres there may be. */
  STORE_MAX_CONNECTIONS: z.coerce.number().int().min(4).max(200).default(16),
  LOG_LEVEL: logLevel,
};

export function readStoreConfig() {
  return readConfig(shape, (name) => Deno.env.get(name));
}

export function readDatabaseUrl(): string {
  return readConfig(database, (name) => Deno.env.get(name)).STORE_DATABASE_URL;
}
