/** A world that never finishes: a name server, a site and a model that hear a request and say no more. */
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { startRawServer } from "../../services/enrichment/fetch/test_raw_server.ts";

const LOOK_MS = 20_000;

/** What a run waits for. */
export const PHASES = ["name", "page", "model"] as const;
export type Phase = typeof PHASES[number];

export interface Watched {
  readonly website: string;
  /** Resolves when the run has asked for what it will not get. */
  readonly reached: Promise<void>;
  /** Looks from now on for the moment at which the sockets of that request are closed. */
  closed(): Promise<number>;
}

export interface SilentWorld extends AsyncDisposable {
  readonly siteAddress: string;
  /** Of a mesh that asks this name server and this model. */
  readonly env: Record<string, string>;
  watch(number: number, phase: Phase): Watched;
}

interface Watcher {
  /** From which a name was asked for. */
  readonly ports: Set<number>;
  readonly reach: () => void;
  readonly close: (at: number) => void;
}

export async function startSilentWorld(): Promise<SilentWorld> {
  const watchers = new Map<string, Watcher>();
  const names = await startSilentNames((name, port) => {
    watchers.get(name)?.ports.add(port);
    watchers.get(name)?.reach();
  });
  const site = await startSilentSite(watchers);
  const model = await startSilentModel(watchers);
  return {
    siteAddress: site.address,
    env: {
      ENRICHMENT_DNS_SERVERS: names.address,
      ENRICHMENT_MODEL_URL: `http://${model.address}/v1`,
      ENRICHMENT_MODEL: "silent",
    },
    watch: (number, phase) => {
      const [reached, closed] = [Promise.withResolvers<void>(), Promise.withResolvers<number>()];
      const key = `${phase}-${number}`;
      const ports = new Set<number>();
      watchers.set(key, { ports, reach: reached.resolve, close: closed.resolve });
      const website = phase === "name" ? `http://${key}.silent.example/` : `http://${site.address}/${key}/`;
      const close = () => phase === "name" ? waitForPorts(ports) : closed.promise;
      return { website, reached: reached.promise, closed: close };
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([names, site, model].map((each) => each[Symbol.asyncDispose]()));
    },
  };
}

/** A name server is not told of a socket that closes, so the kernel's own list of them is looked at. */
async function waitForPorts(ports: ReadonlySet<number>): Promise<number> {
  const end = performance.now() + LOOK_MS;
  while (performance.now() < end) {
    const open = (await Deno.readTextFile("/proc/net/udp")).matchAll(/^ *\d+: [0-9A-F]+:([0-9A-F]+)/gm);
    if (![...open].some(([, port]) => ports.has(parseInt(port!, 16)))) return performance.now();
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error("Not in time: the closed sockets of a lookup");
}

/** Tells the first label of each name that it is asked for, and from which port. */
async function startSilentNames(onAsked: (label: string, port: number) => void) {
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  await once(socket, "listening");
  socket.on("message", (query: Uint8Array, { port }: { port: number }) => {
    onAsked(new TextDecoder().decode(query.subarray(13, 13 + query[12]!)), port);
  });
  return {
    address: `127.0.0.1:${socket.address().port}`,
    async [Symbol.asyncDispose]() {
      socket.close();
      await once(socket, "close");
    },
  };
}

/** Pages of the kind `page` begin and do not end; those for a model are whole, and say who they are. */
async function startSilentSite(watchers: ReadonlyMap<string, Watcher>) {
  return await startRawServer((socket, path) => {
    const key = path.split("/")[1] ?? "";
    const watcher = watchers.get(key);
    if (!watcher) return void socket.end("HTTP/1.1 404 None\r\nconnection: close\r\n\r\n");
    socket.write("HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n");
    if (key.startsWith("model")) return void socket.end(describeCompany(key));
    socket.write("<title>Slow");
    socket.on("close", () => watcher.close(performance.now()));
    watcher.reach();
  });
}

function describeCompany(key: string): string {
  return `<!doctype html><html lang="en"><title>Acme ${key}</title><h1>Hand tools</h1>
    <p>We make saws, planes and vices for joiners and cabinet makers, by hand and to measure (${key}).</p>`;
}

/** Knows by the page's words whose question it is. */
async function startSilentModel(watchers: ReadonlyMap<string, Watcher>) {
  return await startRawServer((socket, _path, head) => {
    let text = head;
    let isKnown = false;
    const look = () => {
      const watcher = watchers.get(/model-\d+/.exec(text)?.[0] ?? "");
      if (!watcher || isKnown) return;
      isKnown = true;
      socket.on("close", () => watcher.close(performance.now()));
      watcher.reach();
    };
    look();
    socket.on("data", (more) => {
      text += more.toString("latin1");
      look();
    });
  });
}
