/** The store's process. */
import { connectNats } from "shared/bus/mod.ts";
import { runService } from "shared/lifecycle.ts";
import { readStoreConfig } from "./config.ts";
import { connectDatabase } from "./database/connect.ts";
import { startStore } from "./start.ts";

await runService("store", readStoreConfig, async (config, log) => {
  const url = config.STORE_NATS_URL;
  const [bus, publisher] = await Promise.all([
    connectNats({
      url,
      user: config.STORE_NATS_USER,
      password: config.STORE_NATS_PASSWORD,
      name: "store",
      inboxPrefix: "_INBOX_store",
      log,
    }),
    connectNats({
      url,
      user: config.STORE_NATS_PUBLISHER_USER ?? config.STORE_NATS_USER,
      password: config.STORE_NATS_PUBLISHER_PASSWORD ?? config.STORE_NATS_PASSWORD,
      name: "store publisher",
      inboxPrefix: "_INBOX_store_publisher",
      log,
    }),
  ]);
  return await startStore({
    connect: (maxConnections) =>
      connectDatabase(config.STORE_DATABASE_URL, {
        socket: config.STORE_DATABASE_SOCKET,
        maxConnections,
        statementTimeoutMs: 10_000,
        applicationName: "mesh store",
      }),
    bus,
    publisher,
    log,
    secret: config.STORE_PORTAL_SECRET,
    publicUrl: config.STORE_PUBLIC_URL,
    streams: { totalMib: config.STORE_STREAMS_MIB, replicas: config.STORE_STREAM_REPLICAS },
    maxConnections: config.STORE_MAX_CONNECTIONS,
  });
});
