/** For tests: the store as a process of its own, which may kill itself where something is committed and not yet told. */
import { type Bus, connectNats } from "shared/bus/mod.ts";
import { createLog } from "shared/log.ts";
import { connectDatabase } from "../../services/store/database/connect.ts";
import { startStore } from "../../services/store/start.ts";

/** Before the control message of a cancel leaves, or before the answer to a worker whose result was taken. */
export type Doom = "cancel" | "close";

const { databaseUrl, nats, doom } = JSON.parse(Deno.args[0]!);
// A test run that was killed must not leave it behind.
const parent = Deno.ppid;
setInterval(() => Deno.ppid === parent || Deno.exit(1), 500);

const log = createLog({ service: "store", write: () => {} });
const connect = (user: string) => connectNats({ url: nats.url, ...nats.users[user], name: user, log });
const isLast: Readonly<Record<Doom, (subject: string, body: Uint8Array) => boolean>> = {
  cancel: (subject) => subject.startsWith("control.run."),
  close: (subject, body) =>
    subject.startsWith("_INBOX_enrichment.") && new TextDecoder().decode(body).includes('"accepted":true'),
};

/** On this connection the fatal message never leaves. */
async function connectDoomed(user: string): Promise<Bus> {
  const bus = await connect(user);
  const publish = bus.publish.bind(bus);
  bus.publish = (subject, body, headers) => {
    if (isLast[doom as Doom]?.(subject, body)) Deno.kill(Deno.pid, "SIGKILL");
    publish(subject, body, headers);
  };
  return bus;
}

await startStore({
  sql: connectDatabase(databaseUrl, {
    maxConnections: 4,
    statementTimeoutMs: 10_000,
    applicationName: "mesh store",
  }),
  bus: await connectDoomed("store"),
  publisher: await connectDoomed("store_publisher"),
  log,
  secret: "the secret of the tests",
  publicUrl: "https://portal.example",
  streams: { totalMib: 64 },
  maxConnections: 4,
});
Deno.stdout.writeSync(new TextEncoder().encode("ready\n"));
