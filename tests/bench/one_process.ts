/** The gateway's app and the store's handlers in one process, joined by function calls; all else is as in the mesh. */
import { connectNats } from "shared/bus/mod.ts";
import { apiKeys, customers, invoices } from "shared/contract/mod.ts";
import { createLog } from "shared/log.ts";
import { startGateway } from "../../services/gateway/start.ts";
import { connectDatabase } from "../../services/store/database/connect.ts";
import { apiKeyHandlers } from "../../services/store/handlers/api_keys.ts";
import { customerHandlers } from "../../services/store/handlers/customers.ts";
import { invoiceHandlers } from "../../services/store/handlers/invoices.ts";
import { OutboxRelay } from "../../services/store/outbox_relay.ts";
import { SecretKeys } from "../../services/store/rules/secret_keys.ts";
import { AT_ONCE, SharedTransactions } from "../../services/store/command/shared_transactions.ts";
import { StopConfirmations } from "../../services/store/stop_confirmations.ts";
import type { Store } from "../../services/store/store.ts";
import { VisitLog } from "../../services/store/visit_log.ts";
import { createDirectBus, listHandlers } from "./direct_bus.ts";

/** As JSON in the first argument. */
export interface OneProcessSettings {
  readonly databaseUrl: string;
  readonly databaseSocket?: string | undefined;
  readonly port: number;
  readonly natsUrl: string;
  readonly natsPassword: string;
}

const settings: OneProcessSettings = JSON.parse(Deno.args[0]!);
const log = createLog({ service: "one process", level: "warn" });
const publicUrl = `http://127.0.0.1:${settings.port}`;
const connect = (maxConnections: number) =>
  connectDatabase(settings.databaseUrl, {
    socket: settings.databaseSocket,
    maxConnections,
    statementTimeoutMs: 10_000,
    applicationName: "one process",
  });
const sql = connect(16 - AT_ONCE);
// What is committed is told to the broker here too: only the way of a request is different.
const publisher = await connectNats({
  url: settings.natsUrl,
  user: "store_publisher",
  password: settings.natsPassword,
  name: "one process",
  inboxPrefix: "_INBOX_store_publisher",
  log,
});
const relay = new OutboxRelay(sql, publisher, log);
relay.start();
const store: Store = {
  sql,
  shared: new SharedTransactions(connect(AT_ONCE)),
  log,
  publisher,
  publicUrl,
  keys: new SecretKeys("the secret of the benchmark"),
  wakeRelay: () => relay.wake(),
  stopConfirmations: new StopConfirmations(),
  visits: new VisitLog(sql, log),
};
const handlers = new Map([
  ...listHandlers(apiKeys, apiKeyHandlers(store)),
  ...listHandlers(customers, customerHandlers(store)),
  ...listHandlers(invoices, invoiceHandlers(store)),
]);
startGateway({
  bus: createDirectBus(handlers, log),
  log,
  hostname: "127.0.0.1",
  port: settings.port,
  publicUrl,
});
