/** A real nats-server with JetStream: finds the binary, writes its configuration, starts it, says when it is ready. */
import { findNatsServer } from "./nats/find_binary.ts";
import { type MeshAccount, renderNatsConfig } from "./nats_config.ts";
import { type Child, startChild } from "./process/child.ts";
import { waitUntil } from "./process/wait.ts";

export interface NatsOptions {
  /** Configuration and JetStream's files go below it. */
  readonly folder: string;
  readonly port: number;
  readonly meshes: readonly MeshAccount[];
  readonly onLine?: (line: string) => void;
  /** Told in words when the binary has to be fetched. */
  readonly onFetch?: (text: string) => void;
}

export interface Nats {
  readonly port: number;
  readonly url: string;
  /** A new server process; wait for `whenReady` before use. To stop it: SIGTERM. */
  start(): Child;
  whenReady(child: Child): Promise<void>;
}

export async function prepareNats({ folder, port, meshes, onLine, onFetch }: NatsOptions): Promise<Nats> {
  const command = await findNatsServer(onFetch);
  await Deno.mkdir(folder, { recursive: true });
  const configFile = `${folder}/nats.conf`;
  // It holds every password of the bus.
  await Deno.writeTextFile(configFile, "", { mode: 0o600 });
  await Deno.writeTextFile(
    configFile,
    renderNatsConfig({ port, storeFolder: `${folder}/jetstream`, meshes }),
  );
  return {
    port,
    url: `nats://127.0.0.1:${port}`,
    start: () => startChild({ command, args: ["--config", configFile], cwd: "/", onLine }),
    whenReady: (child) => whenReady(port, child),
  };
}

async function whenReady(port: number, child: Child): Promise<void> {
  let hasEnded = false;
  child.ended.then(() => hasEnded = true);
  await waitUntil(() => hasEnded || greets(port), { timeoutMs: 30_000, what: "nats-server" });
  if (hasEnded) throw new Error("nats-server ended before it was ready");
}

/** It listens before JetStream has recovered its streams, but greets only afterwards. */
async function greets(port: number): Promise<boolean> {
  using connection = await Deno.connect({ hostname: "127.0.0.1", port });
  const greeting = new Uint8Array(64);
  await connection.read(greeting);
  return new TextDecoder().decode(greeting).startsWith("INFO ");
}
