/** The store's process. */
import { connectNats } from "shared/bus/mod.ts";
import { runService } from "shared/lifecycle.ts";
import { createLog } from "shared/log.ts";
import { readStoreConfig } from "./config.ts";
import { connectDatabase } from "./database/connect.ts";
import { startStore } from "./start.ts";

const config = readStoreConfig();
const log = createLog({ service: "store", level: config.LOG_LEVEL });

await runService(log, async () => {
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
    sql: connectDatabase(config.STORE_DATABASE_URL, {
      socket: config.STORE_DATABASE_SOCKET,
      maxConnections: config.STORE_MAX_CONNECTIONS,
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
