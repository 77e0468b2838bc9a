/** For tests: the store as a process of its own, which kills itself where a cancel is committed and not yet told. */
import { connectNats } from "shared/bus/mod.ts";
import { createLog } from "shared/log.ts";
import { connectDatabase } from "../../services/store/database/connect.ts";
import { startStore } from "../../services/store/start.ts";

const { databaseUrl, nats, isDoomed } = JSON.parse(Deno.args[0]!);
const log = createLog({ service: "store", write: () => {} });
const connect = (user: string) => connectNats({ url: nats.url, ...nats.users[user], name: user, log });
const publisher = await connect("store_publisher");
const publish = publisher.publish.bind(publisher);
publisher.publish = (subject, body, headers) => {
  if (isDoomed && subject.startsWith("control.run.")) Deno.kill(Deno.pid, "SIGKILL");
  publish(subject, body, headers);
};
await startStore({
  sql: connectDatabase(databaseUrl, {
    maxConnections: 4,
    statementTimeoutMs: 10_000,
    applicationName: "mesh store",
  }),
  bus: await connect("store"),
  publisher,
  log,
  secret: "the secret of the tests",
  publicUrl: "https://portal.example",
  streamsMib: 64,
  maxConnections: 4,
});
Deno.stdout.writeSync(new TextEncoder().encode("ready\n"));
