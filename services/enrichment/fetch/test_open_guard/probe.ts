/** A process for the test of the second wall: fetches hostile URLs without a guard, and knocks at loopback by every other door. */
import { connect } from "node:net";
import { readEnrichmentConfig } from "../../config.ts";
import { listOwnHosts } from "../../own_hosts.ts";
import { startDialling } from "../dialling.ts";
import { createExchange } from "../exchange.ts";
import { createFetcher } from "../fetch_page.ts";

/** `thread`: as the service dials; `here`: without the thread that has given up what the service needs for itself. Knocks: by `all` doors, or only `one`. */
const [port = "", cases = "[]", dialled = "thread", knocks = "all"] = Deno.args;
const NEVER = new AbortController().signal;

const dialling = await startDialling({ giveUp: listOwnHosts(readEnrichmentConfig()) });
const exchange = dialled === "thread" ? dialling.exchange : createExchange();

/** Each a URL and what its name stands for. */
for (const [url, addresses] of JSON.parse(cases) as [string, string[]][]) {
  const lookup = (_host: string, type: string) =>
    Promise.resolve(addresses.filter((each) => each.includes(":") === (type === "AAAA")));
  const visit = createFetcher({ lookup, allowFetch: [], exchange, politeGapMs: 0 }).startVisit();
  const budget = { signal: AbortSignal.any([NEVER, AbortSignal.timeout(1_000)]), remainingMs: () => 0 };
  tell(`${url}: ${await told(() => visit.fetchPage(url, budget))}`);
}
dialling.close();

const HOSTS = [
  "127.0.0.1",
  "localhost",
  "0.0.0.0",
  "127.1",
  "2130706433",
  "[::1]",
  "[::ffff:127.0.0.1]",
  "[::]",
];
if (knocks === "all") { for (const host of HOSTS) await knock(host); }
else tell(`own connect: ${await told(() => Deno.connect({ hostname: "127.0.0.1", port: Number(port) }))}`);
tell("done");
Deno.exit();

async function knock(host: string): Promise<void> {
  const bare = host.replace(/[[\]]/g, "");
  tell(`fetch ${host}: ${await told(() => fetch(`http://${host}:${port}/`))}`);
  tell(`connect ${host}: ${await told(() => Deno.connect({ hostname: bare, port: Number(port) }))}`);
  tell(`socket ${host}: ${await told(() => openSocket(bare))}`);
  tell(`WebSocket ${host}: ${await told(() => openWebSocket(host))}`);
}

function tell(line: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
}

async function told(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return "reached";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function openSocket(host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    connect({ host, port: Number(port) }, resolve).on("error", reject);
  });
}

function openWebSocket(host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${host}:${port}/`);
    socket.onopen = () => resolve();
    socket.onerror = (event) => reject(new Error("message" in event ? String(event.message) : "failed"));
  });
}
